"""The letters of the book: they come along, they load from a folder, and what is read is not cut up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

Visit = Callable[..., Page]


def family(page: Page, selector: str) -> str:
    found: str = page.locator(selector).first.evaluate("each => getComputedStyle(each).fontFamily")
    return found.split(",")[0].strip('"')


def style(page: Page, selector: str, name: str) -> str:
    found: str = page.locator(selector).first.evaluate("(each, name) => getComputedStyle(each)[name]", name)
    return found


def test_letters_load_from_the_folder_and_only_those_that_are_needed(visit: Visit, site: Path) -> None:
    page = visit(site / "gids/vragen.html")
    page.evaluate("document.fonts.ready.then(() => 1)")
    loaded = "[...document.fonts].filter((each) => each.status === 'loaded').map((each) => each.family)"
    assert {each.strip('"') for each in page.evaluate(loaded)} == {"Literata", "Atkinson Hyperlegible Next"}
    before = len(page.evaluate(loaded))
    page.evaluate("document.querySelector('h1').textContent = 'Şehnaz en Łukasz'")
    page.evaluate("document.fonts.ready.then(() => 1)")
    assert len(page.evaluate(loaded)) == before + 1


def test_titles_and_running_text_have_letters_of_their_own(visit: Visit, site: Path) -> None:
    page = visit(site / "gids/vragen.html")
    assert family(page, "h1") == "Literata"
    assert family(page, "article > p") == "Atkinson Hyperlegible Next"


CHAPTER = "gids/hoofdstuk.html"


def test_what_is_bold_under_the_title_is_a_lead_and_other_bold_is_not(visit: Visit, site: Path) -> None:
    page = visit(site / CHAPTER)
    assert family(page, "h1 + p") == "Literata"
    assert style(page, "h1 + p strong", "fontWeight") == style(page, "h1 + p", "fontWeight")
    assert family(page, "h1 + p + p") == "Atkinson Hyperlegible Next"
    assert int(style(page, "h1 + p + p strong", "fontWeight")) >= 600


def test_a_pull_quote_is_large_and_says_in_small_whose_words_they_are(visit: Visit, site: Path) -> None:
    page = visit(site / CHAPTER)
    size = {each: float(style(page, each, "fontSize")[:-2]) for each in ("h1 + p + p", "blockquote p", "blockquote em")}
    assert size["blockquote p"] > 1.25 * size["h1 + p + p"] > 1.25 * 0.9 * size["blockquote em"]


@pytest.mark.parametrize(("width", "text"), [(1280, "manual"), (360, "auto")])
def test_long_words_are_cut_in_a_narrow_column_and_never_in_what_stands_out(
    visit: Visit, site: Path, width: int, text: str
) -> None:
    page = visit(site / CHAPTER, width=width)
    assert style(page, "h1 + p + p", "hyphens") == text
    for loud in ("h1", "blockquote p"):
        assert style(page, loud, "hyphens") == "manual", loud
