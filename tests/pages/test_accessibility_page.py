"""The accessibility statement: the parts that the Dutch model has, whom to ask, and no more than was looked at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from commands import ROOT
from mensenwerk.casebook import check, make
from mensenwerk.pages import Addresses
from mensenwerk.pages.accessibility import accessibility_page
from mensenwerk.problems import Language
from mensenwerk.publish.page_text import page_text
from mensenwerk.site.run import load

LANGUAGES: list[Language] = ["nl", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_has_the_parts_of_the_dutch_model_in_order(language: Language) -> None:
    page = accessibility_page(Addresses(language), "Een boek", "de bibliotheek")
    said = Addresses(language).words.site["accessibility"]
    parts = ("statement", "status", "grounds", "untested", "deviations", "feedback", "complaint", "made")
    places = [page.markdown.index(f"## {said[part]}".split("?")[0]) for part in parts]
    assert places == sorted(places)
    assert "“Een boek”" in page_text(page.markdown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_says_what_nobody_has_checked_before_what_goes_wrong(language: Language) -> None:
    text = page_text(accessibility_page(Addresses(language), "Een boek", "").markdown)
    for part in ("NVDA", "Firefox", "WCAG 2.2", "status C"):
        assert part in text


def test_whom_to_ask_is_the_contact_of_the_book() -> None:
    assert "de bibliotheek." in page_text(accessibility_page(Addresses("nl"), "Een boek", "de bibliotheek").markdown)
    assert "van wie u dit boek kreeg" in page_text(accessibility_page(Addresses("nl"), "Een boek", "").markdown)


def test_a_statement_of_the_publisher_goes_first(tmp_path: Path) -> None:
    settings = load(ROOT / "mkdocs.yml").settings
    here = Addresses("nl").accessibility()
    ours = replace(settings, cases=tmp_path, editions=None, own_pages=())
    theirs = replace(ours, own_files=(*ours.own_files, here))
    assert here in {page.uri for page in make(ours, check(ours)).pages}
    found = make(theirs, check(theirs))
    assert here not in {page.uri for page in found.pages}
    assert not any("page-gives-way" in problem.code for problem in found.problems)
