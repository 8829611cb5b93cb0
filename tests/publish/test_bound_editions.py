"""Editions as they are bound: a guide with its chapters and cases in one booklet, a conversation on a few sheets."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from commands import ROOT, run_here, said


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    folder = tmp_path_factory.mktemp("uit")
    names = [
        "praktijkgids",
        "rond-de-keukenkaart",
        "mag-ik-erover-beginnen",
        "ruimte-voor-een-tweede-kaart",
        "alles-staat-klaar-in-de-les",
    ]
    options = [each for name in names for each in ("--edition", name)]
    done = run_here("pdf", *options, "-o", folder, folder=ROOT)
    assert done.returncode == 0, said(done)
    return {name: PdfReader(BytesIO((folder / f"{name}.pdf").read_bytes())) for name in names}


def titles(pdf: PdfReader) -> list[str]:
    return [str(each.title) for each in pdf.outline if not isinstance(each, list)]


def test_a_guide_is_one_booklet_with_its_chapters_its_cases_and_its_literature_once(
    bound: dict[str, PdfReader],
) -> None:
    found = titles(bound["praktijkgids"])
    assert found[:2] == ["Vooraf", "1. Wie is belangrijk voor u?"]
    assert found[-2:] == ["Iedereen weet het al", "Literatuur"]
    assert found.count("Literatuur") == 1
    assert "Bronnen" not in "".join(page.extract_text() for page in bound["praktijkgids"].pages)


def test_what_led_to_the_chapters_gives_way_to_the_contents(bound: dict[str, PdfReader]) -> None:
    first, contents, before = (page.extract_text() for page in bound["praktijkgids"].pages[:3])
    assert "Over praten met mensen over wie er belangrijk voor hen is" in " ".join(first.split())
    assert "1. Wie is belangrijk voor u?" in contents
    assert "Wie is belangrijk" not in before.replace("Wie is belangrijk voor u? En", "")


def test_a_case_study_has_its_case_with_it(bound: dict[str, PdfReader]) -> None:
    assert titles(bound["alles-staat-klaar-in-de-les"])[1] == "Alles staat klaar"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("rond-de-keukenkaart", "Ecomap van Mirjam en haar zoon: eerste gesprek"),
        ("mag-ik-erover-beginnen", "Ecomap van de oude brugwachter: aan tafel, na de koffie"),
    ],
)
def test_a_conversation_is_three_pages_at_the_most_and_its_map_has_the_last(
    bound: dict[str, PdfReader], name: str, shown: str
) -> None:
    pages = [page.extract_text() for page in bound[name].pages]
    assert len(pages) <= 3
    assert "10 minuten" in pages[0]
    assert shown in pages[-1]
    assert "tabel" not in " ".join(pages)


def test_a_briefing_can_be_read_before_a_meeting(bound: dict[str, PdfReader]) -> None:
    """Nine pages hold the sample briefing with its three maps; a page more is a sign that something grew."""
    assert len(bound["ruimte-voor-een-tweede-kaart"].pages) <= 9


def test_a_map_without_its_table_leads_to_none(bound: dict[str, PdfReader]) -> None:
    words = " ".join(page.extract_text() for page in bound["ruimte-voor-een-tweede-kaart"].pages)
    assert "tabel" not in words


def test_the_signs_on_a_map_are_explained_on_the_page_of_the_map(bound: dict[str, PdfReader]) -> None:
    pages = [page.extract_text() for page in bound["ruimte-voor-een-tweede-kaart"].pages]
    maps = [words for words in pages if "Ecomap van" in words]
    assert len(maps) == 4
    assert all("sterke band" in words for words in maps)
