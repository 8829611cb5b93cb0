"""The whole book, a case or an edition to take along: what these readers may see, searched before it is written."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from commands import CASE, ROOT, contents, run, run_here, said, write_book, write_case
from pdfs import check_readable, read_out


def bound(folder: Path, *options: str, book: Path) -> dict[str, bytes]:
    done = run_here("pdf", *options, "-o", folder, folder=book)
    assert done.returncode == 0, said(done)
    return contents(folder)


def titles(pdf: bytes) -> list[str]:
    """The titles of the bookmarks at the top."""
    return [str(each.title) for each in PdfReader(BytesIO(pdf)).outline if not isinstance(each, list)]


def test_a_case_becomes_a_pdf_that_can_be_read_aloud(tmp_path: Path) -> None:
    made = bound(tmp_path, "--case", "nachtdienst", book=ROOT)
    assert list(made) == ["nachtdienst.pdf"]
    check_readable(made["nachtdienst.pdf"], tmp_path, language="nl", title="Om drie uur eten we")
    found = read_out(made["nachtdienst.pdf"])
    assert "Deze casus is verzonnen." in found
    assert "Meer over omvang" not in found


def test_an_edition_becomes_a_pdf(tmp_path: Path) -> None:
    made = bound(tmp_path, "--edition", "rond-de-keukenkaart", book=ROOT)
    check_readable(made["rond-de-keukenkaart.pdf"], tmp_path, language="nl", title="Rond de kaart in de keuken")


def test_the_whole_sample_book_is_one_booklet_in_the_order_of_its_navigation(tmp_path: Path) -> None:
    made = bound(tmp_path, book=ROOT)["mensenwerk.pdf"]
    check_readable(made, tmp_path, language="nl", title="Mensenwerk")
    found = titles(made)
    assert found[:5] == [
        "Vooraf",
        "Casussen",
        "Mensen om iemand heen",
        "Zes kenmerken",
        "Drempels en dilemma’s",
    ]
    assert found[-2:] == ["Iets laten weghalen", "Literatuur"]
    first = PdfReader(BytesIO(made)).pages[0].extract_text()
    assert "Alle casussen in dit boek zijn verzonnen." in first


def test_binding_in_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing hangs on the time, or on the order in which a process happens to keep things."""
    book = write_book(tmp_path)
    for seed in "12":
        for form in ("pdf", "html"):
            done = run("pdf", "--format", form, "-o", seed, folder=book, env={"PYTHONHASHSEED": seed})
            assert done.returncode == 0, said(done)
    assert contents(book / "1") == contents(book / "2")
    assert contents(book / "1").keys() == {"een-klein-boek.pdf", "een-klein-boek.html"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--case", "nergens"), "Er is geen casus met deze id. De casussen zijn: de-bank."),
        (("--edition", "nergens"), "Er is geen uitgave met deze id. De uitgaven zijn: –."),
        (("--guide", "de-bank"), "Er is geen uitgave van deze soort met deze id. Wel: –."),
    ],
)
def test_what_is_not_there_is_told_with_what_is(tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    done = run_here("pdf", *options, folder=write_book(tmp_path))
    assert (done.returncode, said(done).strip()) == (1, message)


def test_an_edition_of_another_kind_is_told_with_those_of_the_kind(tmp_path: Path) -> None:
    done = run_here("pdf", "--guide", "rond-de-keukenkaart", "-o", tmp_path, folder=ROOT)
    message = "Er is geen uitgave van deze soort met deze id. Wel: praktijkgids."
    assert (done.returncode, said(done).strip()) == (1, message)
    assert bound(tmp_path, "--conversation", "rond-de-keukenkaart", book=ROOT).keys() == {"rond-de-keukenkaart.pdf"}


def test_a_case_that_these_readers_may_not_see_is_in_nothing(tmp_path: Path) -> None:
    book = write_book(tmp_path)
    write_case(book, CASE.replace("bestemd_voor: publiek", "bestemd_voor: intern"))
    done = run_here("pdf", "--case", "de-bank", "-o", "uit", folder=book)
    assert (done.returncode, "Deze casus is niet voor deze lezers." in said(done)) == (1, True)
    assert not (book / "uit").exists()
    assert "groet hij de schepen" not in read_out(bound(book / "uit", book=book)["een-klein-boek.pdf"])
    for_oneself = read_out(bound(book / "mij", "--audience", "internal", book=book)["een-klein-boek.pdf"])
    assert "groet hij de schepen" in for_oneself
    assert "alleen voor de schrijver" in for_oneself


def test_what_would_tell_too_much_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The author's own page names someone of their registry."""
    monkeypatch.setenv("MENSENWERK_REGISTRY", str(tmp_path / "names.txt"))
    assert run_here("registry", "add", "Zwaantje Wolkenveld", folder=tmp_path).returncode == 0
    book = write_book(tmp_path / "boek")
    (book / "content/pages/index.md").write_text("# Boek\n\nMet dank aan **Zwaantje** Wolkenveld.\n", encoding="utf-8")
    done = run_here("pdf", "-o", "uit", folder=book)
    assert done.returncode == 1, said(done)
    assert "Wolkenveld" not in said(done)
    assert not (book / "uit").exists()


@pytest.mark.parametrize("place", ["content/pages", "site", "los"])
def test_what_is_bound_never_goes_where_it_would_be_published(tmp_path: Path, place: str) -> None:
    book = write_book(tmp_path)
    assert run_here("--quiet", "build", folder=book).returncode == 0
    assert run_here("--quiet", "write", "los", folder=book).returncode == 0
    done = run_here("pdf", "--case", "de-bank", "-o", place, folder=book)
    assert done.returncode == 1
    assert not list(tmp_path.rglob("de-bank.pdf"))


def test_a_sign_that_no_font_has_is_told(tmp_path: Path) -> None:
    book = write_book(tmp_path)
    write_case(book, CASE.replace("Hier groet hij", "Hier \N{WOMAN} groet hij"))
    done = run_here("pdf", "--case", "de-bank", "-o", "uit", folder=book)
    assert (done.returncode, "tekens die het lettertype niet heeft: \N{WOMAN}" in said(done)) == (1, True)
    assert not (book / "uit").exists()


def test_an_own_picture_goes_along_with_its_words(tmp_path: Path) -> None:
    from PIL import Image

    book = write_book(tmp_path)
    Image.new("RGB", (40, 30), "teal").save(book / "content/pages/brug.png")
    (book / "content/pages/index.md").write_text("# Boek\n\nBegin.\n\n![Een brug](brug.png)\n", encoding="utf-8")
    made = bound(tmp_path / "uit", book=book)["een-klein-boek.pdf"]
    check_readable(made, tmp_path, language="nl", title="Een klein boek")
    assert len([each for page in PdfReader(BytesIO(made)).pages for each in page.images]) == 1
