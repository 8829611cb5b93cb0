"""The home page: the author's own words first, then cases with their maps, then the ways in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commands import ROOT
from mensenwerk.casebook import Checked, Settings, check, make
from mensenwerk.pages import Page
from mensenwerk.site.run import load


@pytest.fixture(scope="module")
def settings() -> Settings:
    return load(ROOT / "mkdocs.yml").settings


@pytest.fixture(scope="module")
def checked(settings: Settings) -> Checked:
    return check(settings)


@pytest.fixture(scope="module")
def home(settings: Settings, checked: Checked) -> Page:
    return next(page for page in make(settings, checked).pages if page.uri == "index.md")


def test_a_reader_finds_ways_in_by_case_characteristic_threshold_guide_edition_and_theme(home: Page) -> None:
    wanted = ("casussen", "kenmerken", "drempels", "uitgaven/praktijkgids", "uitgaven", "themas")
    for part in wanted:
        assert f'href="{part}.html"' in home.markdown or f'href="{part}/index.html"' in home.markdown, part


def test_people_come_before_the_ways_in(home: Page) -> None:
    assert home.markdown.index("mw-cards") < home.markdown.index("mw-ways")


def test_a_case_that_the_author_put_on_the_page_does_not_come_again(home: Page) -> None:
    assert home.markdown.count('href="casussen/de-kaart-in-de-keuken.html"') == 1


def test_a_book_without_editions_names_none(settings: Settings, checked: Checked) -> None:
    alone = make(replace(settings, editions=None), replace(checked, editions=()))
    (page,) = (page for page in alone.pages if page.uri == "index.md")
    assert "uitgaven" not in page.markdown.partition("mw-ways")[2]


def test_small_maps_follow_the_notation_of_the_book(settings: Settings, home: Page) -> None:
    ecogram = replace(settings, notation="ecogram")
    (page,) = (page for page in make(ecogram, check(ecogram)).pages if page.uri == "index.md")
    assert all("mw-eco-sectors" in drawing for drawing in home.drawings)
    assert not any("mw-eco-sectors" in drawing for drawing in page.drawings)
