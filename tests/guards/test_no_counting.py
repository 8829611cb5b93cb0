"""Nothing counts people or dilemmas across cases, and nothing sorts, filters or tables them by what they are: a
casebook is chosen, not drawn, and a count would be read as prevalence (refusals 9 and 10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import jinja2
import jinja2.nodes
import pytest

import mensenwerk.pages
from guards.cases import CLEAN, case, judged
from mensenwerk.casebook import Settings
from mensenwerk.cli import cli
from mensenwerk.guards import ClearedCase, ClearedPerson
from mensenwerk.network import facts
from mensenwerk.pages import Addresses, Page
from mensenwerk.pages.chapters import characteristic_page, dilemma_page
from mensenwerk.pages.glance import glance
from mensenwerk.pages.overviews import (
    cases_overview,
    characteristics_overview,
    dilemmas_overview,
    home_page,
    themes_overview,
)
from mensenwerk.publish.page_text import page_text
from mensenwerk.site.settings import Options

TEMPLATES = Path(mensenwerk.pages.__file__).parent / "templates"
OF_ONE_CASE = {"case.md.jinja", "edition_conversation.md.jinja", "edition_case_study.md.jinja"}
"""Templates that are about one case. Every other one may speak of several, and is held to more."""

PERSONAL = {field.name for field in fields(ClearedPerson)} - {"id", "who", "meaning"}
COUNTING = {"length", "count", "sum", "groupby", "max", "min", "batch", "slice"}


def trees() -> Iterator[tuple[str, jinja2.nodes.Template]]:
    environment = jinja2.Environment(autoescape=True)
    for path in sorted(TEMPLATES.glob("*.jinja")):
        yield path.name, environment.parse(path.read_text(encoding="utf-8"))


def test_there_are_templates_to_look_at() -> None:
    assert {name for name, _ in trees()} > OF_ONE_CASE
    assert len(list(trees())) >= 8


@pytest.mark.parametrize(
    ("name", "tree"), [row for row in trees() if row[0] not in OF_ONE_CASE], ids=lambda row: str(row)[:30]
)
def test_a_template_about_several_cases_neither_counts_nor_looks_at_a_person(
    name: str, tree: jinja2.nodes.Template
) -> None:
    filters = {node.name for node in tree.find_all(jinja2.nodes.Filter)}
    read = {node.attr for node in tree.find_all(jinja2.nodes.Getattr)}
    assert filters & COUNTING == set(), name
    assert read & PERSONAL == set(), name
    assert read & {"index", "index0", "revindex", "length"} == set(), name


def many(count: int) -> list[ClearedCase]:
    """A book of so many cases, alike but for their ids and titles."""
    texts = [
        case(
            "nl",
            ("id: de-thermosfles", f"id: casus-{'abcdefghijklmnop'[n]}"),
            ("titel: De thermosfles", "titel: TITEL"),
            origin="fictional",
        )
        for n in range(count)
    ]
    found = judged(*texts)
    assert len(found.cases) == count
    return list(found.cases)


def pages(cases: list[ClearedCase]) -> dict[str, Page]:
    addresses = Addresses("nl")
    glances = {each.id: glance(facts(each)) for each in cases}
    words = addresses.words
    made = [
        *(page for name in words.characteristics for page in characteristic_page(name, cases, glances, addresses, {})),
        *(page for name in words.dilemmas for page in dilemma_page(name, cases, addresses, {})),
        *cases_overview(cases, addresses),
        *themes_overview(cases, addresses),
        characteristics_overview(addresses),
        dilemmas_overview(addresses),
        home_page(cases, addresses, None),
    ]
    return {page.uri: page for page in made}


def without_cases(page: Page) -> str:
    """The text of a page without what comes from a case itself: its title and its lead."""
    text = page_text(page.markdown)
    lead = re.search(r"lead: (.*)", CLEAN["nl"])
    assert lead is not None
    more = Addresses("nl").words.site["site"]["all_cases"]  # a home page with many cases links to all of them
    return " ".join(text.replace("TITEL", "").replace(lead[1], "").replace(more, "").split())


@pytest.mark.parametrize("count", [2, 3, 7, 16])
def test_no_page_says_how_many_cases_there_are(count: int) -> None:
    one, several = pages(many(1)), pages(many(count))
    assert one.keys() == several.keys()
    for uri, page in several.items():
        assert without_cases(page) == without_cases(one[uri]), uri


def test_the_pages_do_show_the_cases() -> None:
    assert page_text(pages(many(3))["casussen/index.md"].markdown).count("TITEL") == 3


def test_no_setting_asks_for_a_facet_a_filter_or_a_count() -> None:
    """A new setting is added here by hand, by someone who asks whether it sorts or counts people."""
    known = {"cases", "editions", "references", "withdrawn", "contact", "audience", "engine", "notation", "form"}
    assert set(Options().keys()) == known | {"translation", "downloads"}
    shown = {
        "settings_shown",
        "cases_shown",
        "editions_shown",
        "pages_shown",
        "references_shown",
        "withdrawn_shown",
        "theme_shown",
    }
    about_places = (
        shown
        | {"pages", "theme", "month", "book", "language", "own_pages", "own_files", "dialect"}
        | {"notations", "translated", "alone"}
    )
    assert {field.name for field in fields(Settings)} == known | about_places


def test_no_command_asks_for_a_facet_a_filter_or_a_count() -> None:
    context = cli.make_context("mensenwerk", [], resilient_parsing=True)
    options = {
        name: {option for each in (command.params if command else []) for option in each.opts}
        for name in cli.list_commands(context)
        for command in [cli.get_command(context, name)]
    }
    assert options["build"] == {
        "-f",
        "--config-file",
        "--audience",
        "--engine",
        "-d",
        "--site-dir",
        "--strict",
        "--no-cache",
    }
    words = re.compile(
        r"(?<!langu)age|sex|gender|origin|region|diagnos|group|filter|facet|count|stat|sort|where", re.IGNORECASE
    )
    found = {option for each in options.values() for option in each if words.search(option)}
    assert found == set()


def test_a_person_cannot_be_found_by_what_they_are_in_a_search() -> None:
    """The index holds words of pages, and no field of a person."""
    page = pages(many(1))["casussen/index.md"]
    assert {field.name for field in fields(replace(page))} == {
        *("uri", "title", "kind", "markdown", "drawings", "by_hand", "followed_by", "sheet", "brief", "leaf")
    }
