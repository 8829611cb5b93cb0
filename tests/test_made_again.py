"""One case that was saved again: its page as a whole build makes it, or a whole build."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import CASE, signed, write_book
from mensenwerk.casebook import check, made_again, make
from mensenwerk.kept import Kept
from mensenwerk.site.run import load

SHOWN = "content/cases/de-bank.yaml"
OTHER = CASE.replace("de-bank", "de-brug").replace("De bank", "De brug")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    folder = write_book(tmp_path / "boek")
    (folder / "content/cases/de-brug.yaml").write_text(signed(OTHER), encoding="utf-8")
    return folder


def again(folder: Path, text: str):  # type: ignore[no-untyped-def]
    """What comes of the case when it is saved as `text`, in the book as it was."""
    settings = load(folder / "mkdocs.yml").settings
    before, kept = check(settings), Kept()
    (folder / SHOWN).write_text(text, encoding="utf-8")
    return settings, kept, made_again(settings, before, SHOWN, text.encode(), kept)


@pytest.mark.parametrize(
    "change",
    [
        ("titel: De bank", "titel: De sluis"),
        ("sterkte: sterk", "sterkte: zwak"),
        ("wie: de oude buurman", "wie: zijn zus"),
    ],
)
def test_its_page_is_the_one_that_a_whole_build_makes(book: Path, change: tuple[str, str]) -> None:
    settings, kept, one = again(book, signed(CASE.replace(*change)))
    whole = check(settings)
    assert one is not None
    assert one.checked.cleared == whole.cleared
    assert [str(each) for each in one.checked.problems] == [str(each) for each in whole.problems]
    made = {page.uri: page for page in make(settings, whole).pages}
    assert one.made.page == made["casussen/de-bank.md"]
    pieces = len(kept._here)
    make(settings, whole, kept=kept)
    assert len(kept._here) == pieces + 1, "the other case alone had to be made"


@pytest.mark.parametrize(
    "text",
    [
        signed(CASE.replace("de-bank", "de-sluis")),
        signed(CASE.replace("wie: de oude buurman", "wie: de oude buurman, schuilnaam: Mirjam")),
        signed(CASE.replace("titel:", "vertaling_van: the-bench\ntitel:")),
        signed(CASE + "notatie: ecogram\n"),
        signed(CASE + "bronnen: [hartman-1978]\n"),
        signed(CASE).replace("bestemd_voor: publiek", "bestemd_voor: intern"),
        CASE.replace("titel: De bank", "titel: De sluis"),
        CASE + "onzin: 3\n",
        "titel: [",
        "",
    ],
    ids=["id", "pseudonym", "translation", "notation", "source", "withheld", "unread", "unknown", "broken", "empty"],
)
def test_what_others_have_to_know_or_be_told_takes_a_whole_build(book: Path, text: str) -> None:
    assert again(book, text)[2] is None


def test_a_file_that_was_not_there_takes_a_whole_build(book: Path) -> None:
    settings = load(book / "mkdocs.yml").settings
    new = signed(CASE.replace("de-bank", "de-sluis"))
    assert made_again(settings, check(settings), "content/cases/de-sluis.yaml", new.encode(), Kept()) is None
