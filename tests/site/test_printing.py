"""What comes out of a printer when a reader prints a page of the sample casebook from a browser."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from commands import ROOT, run_here, said

Visit = Callable[..., Page]
CASE = "casussen/de-kaart-in-de-keuken.html"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("print") / "site"
    done = run_here("--quiet", "build", "--site-dir", site, folder=ROOT)
    assert done.returncode == 0, said(done)
    return site


def sheets(visit: Visit, file: Path) -> list[str]:
    """The words on each printed sheet."""
    printed = visit(file, dark=True).pdf(prefer_css_page_size=True)
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(printed)).pages]


def test_a_case_is_printed_whole_with_its_address_on_every_sheet(visit: Visit, book: Path) -> None:
    found = sheets(visit, book / CASE)
    assert all(f"Mensenwerk · {CASE}" in words for words in found)
    whole = " ".join(found)
    for open_now in (
        "Twee maanden later",
        "Door de ogen van haar zoon",
        "Steunend relationeel handelen",
        "Meer over omvang",
    ):
        assert open_now in whole, open_now
    for gone in ("Zoeken", "Op deze pagina", "Neem mee", "Bewaar als plaatje"):
        assert gone not in whole, gone
    assert "Haar zus" in found[0]  # what the page begins with fills the first sheet


def test_each_other_way_of_looking_stands_on_a_sheet_with_its_drawing(visit: Visit, book: Path) -> None:
    found = sheets(visit, book / CASE)
    for title in ("In cirkels: wie staat hoe dichtbij", "Wie kent wie, op een rij", "Door de tijd"):
        assert [words for words in found if words.count(title) > 1], title  # above the drawing and under it


def test_a_conversation_ends_with_a_sheet_that_holds_the_map_and_all_that_explains_it(visit: Visit, book: Path) -> None:
    found = sheets(visit, book / "uitgaven/rond-de-keukenkaart.html")
    assert len(found) <= 4
    for part in ("De kaart op tafel", "sterke band", "Ecomap van Mirjam en haar zoon", "Hartman, A. (1978)"):
        assert part in found[-1], part
