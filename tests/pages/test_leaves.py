"""An overview stays as large as it is when a casebook grows: its list goes on on leaves."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from posixpath import dirname, normpath
from posixpath import join as joined

import pytest

from guards.cases import case, judged
from mensenwerk.guards import ClearedCase
from mensenwerk.network import facts
from mensenwerk.pages import Addresses, Page, html_uri
from mensenwerk.pages.chapters import characteristic_page, dilemma_page
from mensenwerk.pages.glance import glance
from mensenwerk.pages.leaves import FIRST, NEXT
from mensenwerk.pages.overviews import cases_overview, home_page, themes_overview
from mensenwerk.pages.ready import ready
from mensenwerk.problems import Language

LEAD = "Op vrijdag gaat het over het weer en dan over alles. " * 5
HREF = re.compile(r'<a href="([^"]*)"(?: rel="(\w+)")?')


def many(count: int, language: Language = "nl") -> list[ClearedCase]:
    """A book of so many cases, in no order of their titles."""
    (one,) = judged(case(language, origin="fictional")).cases
    return [
        replace(one, id=f"casus-{n}", title=f"Verhaal {(n * 7919) % count:05}", lead=LEAD, themes=("wonen", "Muziek"))
        for n in range(count)
    ]


def lists(cases: list[ClearedCase], language: Language = "nl") -> dict[str, list[Page]]:
    """Every page that names cases, with its leaves."""
    addresses, glances = Addresses(language), {each.id: glance(facts(each)) for each in cases}
    found = {name: characteristic_page(name, cases, glances, addresses, {}) for name in addresses.words.characteristics}
    found |= {name: dilemma_page(name, cases, addresses, {}) for name in addresses.words.dilemmas}
    return found | {"cases": cases_overview(cases, addresses), "themes": themes_overview(cases, addresses)}


def led_to(page: Page) -> list[str]:
    """The pages to which a page leads, from the root of the site."""
    here = dirname(page.uri)
    return [normpath(joined(here, found[1].partition("#")[0])) for found in HREF.finditer(page.markdown)]


def cases_of(page: Page) -> list[str]:
    return [uri for uri in led_to(page) if re.search(r"/casus-\d+\.html$", uri)]


def test_sixty_cases_stand_on_one_page_as_they_did() -> None:
    assert all(len(pages) == 1 for name, pages in lists(many(FIRST)).items() if name != "themes")
    assert not any("mw-leaves" in page.markdown for pages in lists(many(20)).values() for page in pages)


@pytest.mark.parametrize("count", [FIRST + 1, FIRST + NEXT, FIRST + NEXT + 1])
def test_every_case_is_named_once_in_the_order_of_the_titles(count: int) -> None:
    cases = many(count)
    pages = lists(cases)["cases"]
    named = [uri for page in pages for uri in cases_of(page)]
    ordered = [f"casussen/{each.id}.html" for each in sorted(cases, key=lambda each: each.title)]
    assert named == ordered
    assert len(pages) == 2 + (count > FIRST + NEXT)


def test_every_list_leads_to_all_its_leaves_and_these_to_each_other_and_back() -> None:
    longest = 0
    for pages in lists(many(FIRST + 2 * NEXT + 1)).values():
        uris = [html_uri(page.uri) for page in pages]
        assert len(set(uris)) == len(uris)
        assert set(uris[1:]) <= set(led_to(pages[0]))
        for page in pages[1:]:
            assert uris[0] in led_to(page)
        longest = max(longest, len(pages))
        if len(pages) == 4:  # themes have two lists on one page
            for one, other in pairwise(pages[1:]):
                assert html_uri(other.uri) in led_to(one)
                assert html_uri(one.uri) in led_to(other)
                assert 'rel="next"' in one.markdown
                assert 'rel="prev"' in other.markdown
    assert longest >= 4


def test_a_theme_with_many_cases_leads_back_to_its_own_place() -> None:
    themes = lists(many(461))["themes"]
    leaf = next(page for page in themes if "muziek" in page.uri)
    assert leaf.title == "Muziek, bladzijde 2"
    assert 'href="../../index.html#theme-muziek"' in leaf.markdown
    named = [uri for page in themes for uri in cases_of(page)]
    assert len(named) == 2 * 461


@pytest.mark.parametrize("count", [1000, 3000])
def test_no_page_that_lists_cases_grows_without_bound(count: int) -> None:
    for name, pages in lists(many(count)).items():
        for page in pages:
            assert len(ready(page.markdown).html.encode()) < 120_000, name
            assert len(page.drawings) <= FIRST


def test_a_home_page_draws_no_more_than_it_shows() -> None:
    drawn: list[str] = []

    def small(each: ClearedCase) -> str:
        drawn.append(each.id)
        return "<svg></svg>"

    assert len(home_page(many(40), Addresses("nl"), None, small=small).drawings) == len(drawn) == 6


def test_a_leaf_speaks_the_language_of_the_book() -> None:
    said = lists(many(FIRST + NEXT + 1, "en"), "en")["cases"]
    assert [page.title for page in said] == ["Cases", "Cases, page 2", "Cases, page 3"]
    assert "Previous page" in said[2].markdown
    assert "On from “Verhaal 00060”" in said[0].markdown
