"""Maps to take along: a sheet that needs no page around it, as SVG, PNG and PDF, and only of cases one may see."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader

from commands import CASE, ROOT, contents, run_here, said, signed, write_book, write_case

SVG = "{http://www.w3.org/2000/svg}"


def drawn(folder: Path, *options: str, case: str = "de-kaart-in-de-keuken", book: Path = ROOT) -> dict[str, bytes]:
    done = run_here("draw", case, "-o", folder, *options, folder=book)
    assert done.returncode == 0, said(done)
    return contents(folder)


def words(sheet: bytes) -> str:
    return " ".join(element.text or "" for element in ET.fromstring(sheet).iter(f"{SVG}text"))  # noqa: S314  # our own


def test_every_map_of_a_case_becomes_a_sheet_with_title_date_and_legend(tmp_path: Path) -> None:
    sheets = drawn(tmp_path)
    assert list(sheets) == [f"de-kaart-in-de-keuken-{name}.svg" for name in ("begin", "later-zoon", "later")]
    text = words(sheets["de-kaart-in-de-keuken-begin.svg"])
    assert "Ecomap van Mirjam en haar zoon: eerste gesprek" in text
    assert "Voorjaar." in text
    assert "sterke band" in text
    assert "Uit de casus ‘De kaart in de keuken’, in Mensenwerk. Deze casus is verzonnen." in text


def test_a_sheet_needs_nothing_around_it(tmp_path: Path) -> None:
    """No class without a style sheet, no address of anything else; and the colours of the theme."""
    (sheet,) = drawn(tmp_path, "--moment", "begin").values()
    assert b"class=" not in sheet
    assert b"href" not in sheet
    assert b"url(" not in sheet
    css = (ROOT / "themes/mensenwerk/assets/mensenwerk/ecomap.css").read_text(encoding="utf-8")
    family = re.search(r"--mw-eco-family: (#\w+);", css)
    assert family
    assert f'fill="{family[1]}"'.encode() in sheet


def test_what_is_written_on_a_sheet_stays_on_it(tmp_path: Path) -> None:
    for sheet in drawn(tmp_path, case="alles-staat-klaar").values():
        root = ET.fromstring(sheet)  # noqa: S314  # our own
        for element in root.findall(f"{SVG}text"):
            assert 0 < float(element.get("x", "")) < 842
            assert 0 < float(element.get("y", "")) < 595


def test_who_is_important_and_the_grid_are_sheets_too(tmp_path: Path) -> None:
    (who,) = drawn(tmp_path / "who", "--view", "who", case="dinsdag-en-vrijdag").values()
    assert "Zijn broer" in words(who)
    assert "touw, hij als eerste." in words(who)
    (grid,) = drawn(tmp_path / "grid", "--view", "grid", case="dinsdag-en-vrijdag").values()
    assert "gezelschap" in words(grid)
    assert "gaat over en weer" in words(grid)


def test_the_map_of_change_can_be_taken_along_too(tmp_path: Path) -> None:
    sheets = drawn(tmp_path, "--view", "change")
    assert list(sheets) == ["de-kaart-in-de-keuken-later-change.svg"]
    text = words(next(iter(sheets.values())))
    assert "nieuw op de kaart" in text
    assert "Waardoor dit anders werd, is aan twee kaarten niet te zien." in text


@pytest.mark.parametrize(
    ("view", "map_id", "said"),
    [
        ("convoy", "later", "HEEL DICHTBIJ"),
        ("quarters", "later", "beroepskrachten"),
        ("know", "later", "kennen elkaar goed"),
        ("time", "later", "Twee maanden later"),
    ],
)
def test_the_other_ways_of_looking_can_be_taken_along(tmp_path: Path, view: str, map_id: str, said: str) -> None:
    sheets = drawn(tmp_path, "--view", view)
    assert list(sheets) == [f"de-kaart-in-de-keuken-{map_id}-{view}.svg"]
    text = words(next(iter(sheets.values())))
    assert said in text
    assert "(Mirjam en haar zoon)" in text


def test_a_map_of_many_people_can_be_taken_along_from_further_away(tmp_path: Path) -> None:
    singers = "".join(f"  - {{id: z{n}, wie: zanger {n}, kring: vereniging}}\n" for n in range(26))
    case = CASE.replace("kaarten:\n", f"{singers}kaarten:\n")
    book = write_book(tmp_path / "book", case=signed(case))
    sheets = drawn(tmp_path / "out", "--view", "groups", case="de-bank", book=book)
    assert list(sheets) == ["de-bank-nu-groups.svg"]
    text = words(sheets["de-bank-nu-groups.svg"])
    assert "De oude buurman, van verder af gezien: aan tafel" in text
    assert "Vereniging: 26 mensen" in text
    few = run_here("draw", "nachtdienst", "--view", "groups", "-o", tmp_path, folder=ROOT)
    assert few.returncode == 1


def test_a_picture_has_300_dots_to_the_inch_and_its_letters(tmp_path: Path) -> None:
    (raw,) = drawn(tmp_path, "--moment", "begin", "--format", "png").values()
    picture = Image.open(BytesIO(raw))
    assert picture.size == (3508, 2480)
    title = picture.convert("L").crop((140, 140, 2000, 220))
    assert title.getextrema()[0] < 80  # ink where the title stands


def test_a_pdf_can_be_read_aloud_and_has_real_letters_that_ship(tmp_path: Path) -> None:
    (raw,) = drawn(tmp_path, "--moment", "begin", "--format", "pdf").values()
    pdf = PdfReader(BytesIO(raw))
    (page,) = pdf.pages
    assert "Ecomap van Mirjam en haar zoon" in page.extract_text()
    assert pdf.metadata
    assert pdf.metadata.title == "Ecomap van Mirjam en haar zoon: eerste gesprek"
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/Lang"] == "nl"
    fonts = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert fonts
    assert all("LiberationSans" in font for font in fonts)
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_drawing_twice_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    options = ("--moment", "winter", "--format", form)
    first, second = (drawn(tmp_path / name, *options, case="nachtdienst") for name in "ab")
    assert first == second


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("nergens",), "Er is geen casus met deze id. De casussen zijn: de-bank."),
        (("de-bank", "--moment", "ooit"), "Deze casus heeft zo’n kaart niet. Te tekenen zijn: nu."),
        (("de-bank", "--view", "change"), "Deze casus heeft zo’n kaart niet. Te tekenen zijn: –."),
    ],
)
def test_what_is_not_there_is_told_with_what_is(tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    done = run_here("draw", *options, folder=write_book(tmp_path))
    assert (done.returncode, said(done).strip()) == (1, message)


def test_a_case_that_these_readers_may_not_see_is_not_drawn(tmp_path: Path) -> None:
    book = write_book(tmp_path)
    write_case(book, CASE.replace("bestemd_voor: publiek", "bestemd_voor: intern"))
    done = run_here("draw", "de-bank", "-o", "uit", folder=book)
    assert done.returncode == 1
    assert "Deze casus is niet voor deze lezers." in said(done)
    assert not (book / "uit").exists()
    assert drawn(book / "uit", "--audience", "internal", case="de-bank", book=book)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    book = write_book(tmp_path)
    (book / "uit").write_text("een bestand", encoding="utf-8")
    done = run_here("draw", "de-bank", "-o", "uit", folder=book)
    assert done.returncode == 1
    assert "nothing can be written here" in said(done)


@pytest.mark.parametrize(
    "place", ["content/pages", "content/pages/kaarten", "content/cases", "site", "site/assets", "los"]
)
def test_what_is_drawn_for_oneself_never_goes_where_it_would_be_published(tmp_path: Path, place: str) -> None:
    book = write_book(tmp_path)
    assert run_here("--quiet", "build", folder=book).returncode == 0
    assert run_here("--quiet", "write", "los", folder=book).returncode == 0
    done = run_here("draw", "de-bank", "--audience", "internal", "-o", place, folder=book)
    assert done.returncode == 1
    assert list(tmp_path.rglob("de-bank-nu.svg")) == []


def test_a_withdrawn_case_that_was_drawn_among_the_pages_stops_the_build(tmp_path: Path) -> None:
    book = write_book(tmp_path)
    drawn(tmp_path / "uit", case="de-bank", book=book)
    (tmp_path / "uit/de-bank-nu.svg").rename(book / "content/pages/de-bank-nu.svg")
    assert run_here("withdraw", "de-bank", folder=book).returncode == 0
    done = run_here("build", folder=book)
    assert done.returncode == 1
    assert "de-bank-nu.svg" in said(done)


def test_a_sign_that_no_font_has_is_told_and_svg_still_works(tmp_path: Path) -> None:
    book = write_book(tmp_path)
    write_case(book, CASE.replace("wie: de bank bij de brug", "wie: de bank \N{WOMAN}"))
    done = run_here("draw", "de-bank", "--format", "pdf", "-o", "uit", folder=book)
    assert (done.returncode, "een teken dat het lettertype niet heeft" in said(done)) == (1, True)
    assert not (book / "uit").exists()
    assert drawn(book / "uit", case="de-bank", book=book)
