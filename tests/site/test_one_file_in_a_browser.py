"""The one HTML file as a reader opens it: on a wide screen and a phone, in light and dark, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from commands import ROOT, run_here, said

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("uit")
    for options in (["--case", "de-kaart-in-de-keuken", "--edition", "praktijkgids"], []):  # with none: the whole book
        done = run_here("pdf", "--format", "html", *options, "-o", folder, folder=ROOT)
        assert done.returncode == 0, said(done)
    return folder


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", ["de-kaart-in-de-keuken", "praktijkgids", "mensenwerk"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    visit: Visit, axe: Callable[[Page], list[str]], folder: Path, name: str, width: int, dark: bool
) -> None:
    page = visit(folder / f"{name}.html", width=width, dark=dark)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_on_paper_what_was_folded_is_open(visit: Visit, folder: Path) -> None:
    page = visit(folder / "de-kaart-in-de-keuken.html")
    page.emulate_media(media="print")
    closed = "details.mw-characteristic p"
    assert page.locator(closed).first.bounding_box()["height"] > 0  # type: ignore[index]
