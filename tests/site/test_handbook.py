"""The handbook as a reader opens it: by double-click, without a network, on every page that someone wrote."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from handbook.reading import BOOKS, HANDBOOK, pages
from mensenwerk.site.run import load

Visit = Callable[..., Page]
AxeCheck = Callable[[Page], list[str]]

WRITTEN = [
    f"{'en/' if language == 'en' else ''}{page.relative_to(_docs).with_suffix('.html').as_posix()}"
    for language, book in BOOKS.items()
    for _docs in [HANDBOOK / ("pages.en" if language == "en" else "pages")]
    for page in pages(book)
]


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both languages in one site; a warning would stop it."""
    return load(BOOKS["nl"], strict=True).build(tmp_path_factory.mktemp("handbook") / "site", strict=True).folder


def test_every_page_that_lies_in_the_folder_stands_in_the_menu() -> None:
    for book, folder in zip(BOOKS.values(), (HANDBOOK / "pages", HANDBOOK / "pages.en"), strict=True):
        assert set(pages(book)) == set(folder.rglob("*.md"))


def test_every_picture_is_small_and_shown_with_a_text_for_who_does_not_see_it() -> None:
    shown = set()
    for page in (each for book in BOOKS.values() for each in pages(book)):
        for text, file in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            assert len(text) > 40, file
            shown.add((page.parent / file).resolve())
    pictures = {file for folder in ("pages", "pages.en") for file in (HANDBOOK / folder).rglob("*.png")}
    assert shown == {picture.resolve() for picture in pictures}
    assert [picture.name for picture in pictures if picture.stat().st_size > 100_000] == []


def test_every_link_leads_to_a_page_and_to_a_place_on_it(handbook: Path) -> None:
    ids = {
        file: set(re.findall(r'\bid="([^"]+)"', file.read_text(encoding="utf-8"))) for file in handbook.rglob("*.html")
    }
    broken = []
    for uri in WRITTEN:
        file = handbook / uri
        for link in re.findall(r'<a [^>]*href="([^"]+)"', file.read_text(encoding="utf-8")):
            path, _, place = link.partition("#")
            target = (file.parent / path).resolve() if path else file
            if "://" not in link and (target not in ids or (place and place not in ids[target])):
                broken.append(f"{uri} → {link}")
    assert broken == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_opens_offline_and_axe_finds_nothing(
    handbook: Path, visit: Visit, axe: AxeCheck, width: int, dark: bool
) -> None:
    page = visit(handbook / "index.html", width=width, dark=dark)
    found = {}
    for uri in WRITTEN:
        page.goto((handbook / uri).as_uri())
        found[uri] = axe(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[uri].append("the page scrolls sideways")
        if page.locator("h1").count() != 1:
            found[uri].append("there is not one title")
    assert {uri: faults for uri, faults in found.items() if faults} == {}
