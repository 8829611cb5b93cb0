"""One case that was saved again: its page as a whole build makes it, or a whole build."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import CASE, run_here, signed, write_book
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
        signed(CASE.replace("herkomst: gefingeerd", "herkomst: samengesteld")),
        signed(CASE.replace("id: nu", "id: later")),
        signed(CASE + "drempels: [{soort: niet-tot-last, volgens: ik, verhaal: Hij vraagt niets.}]\n"),
        CASE.replace("titel: De bank", "titel: De sluis"),
        CASE + "onzin: 3\n",
        "titel: [",
        "",
    ],
    ids=[
        "id",
        "pseudonym",
        "translation",
        "notation",
        "source",
        "withheld",
        "origin",
        "map",
        "threshold",
        "unread",
        "unknown",
        "broken",
        "empty",
    ],
)
def test_what_others_have_to_know_or_be_told_takes_a_whole_build(book: Path, text: str) -> None:
    assert again(book, text)[2] is None


def test_a_file_that_was_not_there_takes_a_whole_build(book: Path) -> None:
    settings = load(book / "mkdocs.yml").settings
    new = signed(CASE.replace("de-bank", "de-sluis"))
    assert made_again(settings, check(settings), "content/cases/de-sluis.yaml", new.encode(), Kept()) is None


@pytest.mark.parametrize("change", ["withdrawn", "registry", "named"])
def test_what_the_guard_goes_by_is_looked_at_each_time(
    book: Path, change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = load(book / "mkdocs.yml").settings
    before = check(settings)
    text = signed(CASE.replace("De bank", "De sluis"))
    assert made_again(settings, before, SHOWN, text.encode(), Kept()) is not None
    if change == "withdrawn":
        assert run_here("withdraw", "de-bank", folder=book).returncode == 0
    else:
        registry = tmp_path / "registry.txt"
        registry.write_text("Ottokar\n" if change == "registry" else "de-bank\n", encoding="utf-8")
        registry.chmod(0o600)
        monkeypatch.setenv("MENSENWERK_REGISTRY", str(registry))
        before = check(settings) if change == "named" else before
    assert made_again(settings, before, SHOWN, text.encode(), Kept()) is None


def test_a_pseudonym_that_two_stories_share_is_told_each_time(book: Path) -> None:
    shared = [("wie: de oude buurman", "wie: de oude buurman, schuilnaam: Mirjam")]
    for name, text in (("de-bank", CASE), ("de-brug", OTHER)):
        (book / f"content/cases/{name}.yaml").write_text(signed(text.replace(*shared[0])), encoding="utf-8")
    changed = signed(CASE.replace(*shared[0]).replace("De bank", "De sluis"))
    assert again(book, changed)[2] is None
