"""Searching as a reader does it: by keyboard, offline, from a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def type_query(page: Page, query: str) -> None:
    page.get_by_role("searchbox", name="Wat zoekt u?").press_sequentially(query)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("mantelzorgers", "mantelzorger"),
        ("client", "cliënt"),
        ("CLIËNT", "cliënt"),
        ("hulpverlening", "Schuldhulpverlening"),
        ("buurvrouwen", "Buurvrouw"),
        ("schuldh", "Schuldhulpverlening"),
    ],
)
def test_a_word_is_found_in_another_form(visit: Visit, site: Path, query: str, marked: str) -> None:
    page = visit(site / "zoeken.html")
    type_query(page, query)
    hit = page.get_by_role("listitem").filter(has=page.locator('a[href$="gids/index.html"]'))
    expect(hit.locator("mark").first).to_have_text(marked)


def test_the_number_of_pages_is_told_while_typing(visit: Visit, site: Path) -> None:
    page = visit(site / "zoeken.html")
    type_query(page, "schuldhulpverlening")
    expect(page.get_by_role("status")).to_have_text("1 pagina gevonden voor ‘schuldhulpverlening’.")


def test_nothing_found_is_told_and_shows_no_list(visit: Visit, site: Path) -> None:
    page = visit(site / "zoeken.html")
    type_query(page, "xylofoon")
    expect(page.get_by_role("status")).to_contain_text("Niets gevonden voor ‘xylofoon’.")
    expect(page.get_by_role("heading", name="Gevonden pagina’s")).to_be_hidden()


def test_pages_with_some_of_the_words_are_shown_when_none_has_all(visit: Visit, site: Path) -> None:
    page = visit(site / "zoeken.html")
    type_query(page, "schuldhulpverlening xylofoon")
    expect(page.get_by_role("status")).to_contain_text("Geen pagina heeft al deze woorden.")
    expect(page.locator(".mw-result")).to_have_count(1)


def test_what_a_reader_types_is_shown_as_text(visit: Visit, site: Path) -> None:
    page = visit(site / "zoeken.html")
    type_query(page, "<img src=x> $&")
    expect(page.get_by_role("status")).to_contain_text("‘<img src=x> $&’")


def test_a_search_in_the_address_is_carried_out(visit: Visit, site: Path) -> None:
    page = visit((site / "zoeken.html").as_uri() + "?q=hulpverlening")
    expect(page.get_by_role("searchbox")).to_have_value("hulpverlening")
    expect(page.locator(".mw-result")).to_have_count(1)


def test_enter_keeps_the_search_in_the_address(visit: Visit, site: Path) -> None:
    page = visit(site / "zoeken.html")
    type_query(page, "buurvrouw koffie")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken.html?q=buurvrouw+koffie")
    expect(page.locator(".mw-result")).to_have_count(1)


def test_a_result_opens_its_page_by_keyboard(visit: Visit, site: Path) -> None:
    page = visit((site / "zoeken.html").as_uri() + "?q=schuldhulpverlening")
    page.locator(".mw-result a").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Praktijkgids")


def test_without_a_script_the_page_says_so_and_shows_no_form(visit: Visit, site: Path) -> None:
    page = visit(site / "zoeken.html", script=False)
    expect(page.get_by_text("Zoeken werkt hier alleen als JavaScript aanstaat.")).to_be_visible()
    expect(page.locator("form")).to_be_hidden()


def test_the_index_loads_on_the_search_page_alone(site: Path) -> None:
    with_index = [file.name for file in site.rglob("*.html") if "search-index.js" in file.read_text(encoding="utf-8")]
    assert with_index == ["zoeken.html"]
