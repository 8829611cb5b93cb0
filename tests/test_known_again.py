"""A case file that passed before is not read again; what has to be told is told all the same."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from commands import CASE, signed, write_book
from mensenwerk.casebook import Checked, before, check, reading
from mensenwerk.guards import ClearedCase
from mensenwerk.kept import Kept
from mensenwerk.site.run import load

ROOT = Path(__file__).resolve().parents[1]
OTHER = CASE.replace("de-bank", "de-brug").replace("De bank", "De brug")
ENGLISH = """language: en
id: the-quay-of-mirjam
title: The quay
publication: {intended_for: internal, origin: fictional}
centre: {id: a, who: the keeper, pseudonym: Zoraya}
people: [{id: b, who: the nurse, circle: family}]
maps: [{id: now, moment: here, when: autumn, seen_by: a}]
"""


class Book:
    """A small book, and how many of its case files were read at the last check."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = write_book(folder)
        self.write("de-brug", OTHER)
        self.kept = Kept()
        self.read = 0
        for module in (before, reading):
            monkeypatch.setattr(module, "read_case", self._counting(module.read_case))

    def _counting(self, read_case):  # type: ignore[no-untyped-def]
        def counted(*args):  # type: ignore[no-untyped-def]
            self.read += 1
            return read_case(*args)

        return counted

    def write(self, name: str, text: str) -> None:
        (self.folder / "content/cases" / f"{name}.yaml").write_text(signed(text), encoding="utf-8")

    def check(self) -> Checked:
        self.read = 0
        settings = load(self.folder / "mkdocs.yml").settings
        found = check(settings, self.kept, whole=False)
        read, self.read = self.read, 0
        whole = check(settings)
        assert [str(each) for each in found.problems] == [str(each) for each in whole.problems]
        assert [str(each) for each in found.asides] == [str(each) for each in whole.asides]
        assert found.refused or found.cleared == whole.cleared
        assert found.notations == whole.notations
        self.read = read
        return found


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Book:
    made = Book(tmp_path / "boek", monkeypatch)
    made.check()
    return made


def codes(checked: Checked) -> set[str]:
    return {problem.code for problem in checked.problems}


def test_what_did_not_change_is_not_read_again(book: Book) -> None:
    assert [case.id for case in book.check().cleared] == ["de-bank", "de-brug"]
    assert book.read == 0
    book.write("de-brug", OTHER.replace("De brug", "De sluis"))
    assert [case.title for case in book.check().cleared] == ["De bank", "De sluis"]
    assert book.read == 1


def test_a_case_that_is_withheld_is_read_each_time_and_told(book: Book) -> None:
    book.write("de-brug", OTHER.replace("bestemd_voor: publiek", "bestemd_voor: intern"))
    for _ in range(2):
        assert "withheld-audience" in codes(book.check())
        assert book.read == 1


def test_a_mistake_in_one_file_is_told_with_all_others(book: Book) -> None:
    book.write("de-brug", OTHER + "onzin: 3\n")
    assert book.check().refused


def test_two_cases_with_one_id_are_told(book: Book) -> None:
    book.write("de-sluis", OTHER)
    assert "case-twice" in codes(book.check())


def test_a_translation_of_a_case_that_went_is_told(book: Book) -> None:
    book.write("de-brug", OTHER.replace("titel:", "vertaling_van: de-gracht\ntitel:"))
    assert codes(book.check()) & {"unknown-case", "unknown-case-close"}


def test_a_source_that_went_out_of_the_literature_is_told(book: Book) -> None:
    references = book.folder / "content/references.yaml"
    text = (ROOT / "content/references.yaml").read_text(encoding="utf-8")
    references.write_text(text, encoding="utf-8")
    book.write("de-brug", OTHER + "bronnen: [hartman-1978]\n")
    assert codes(book.check()) == set()
    references.write_text("{}\n", encoding="utf-8")
    assert codes(book.check()) & {"unknown-source", "unknown-source-close"}


def test_a_name_that_came_into_the_registry_is_found_in_what_passed(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = tmp_path / "registry.txt"
    registry.write_text("schepen\n", encoding="utf-8")
    registry.chmod(0o600)
    monkeypatch.setenv("MENSENWERK_REGISTRY", str(registry))
    assert "guard-registry" in codes(book.check())


def test_two_stories_may_not_share_a_pseudonym_however_long_ago_they_passed(book: Book) -> None:
    for name, text in (("de-bank", CASE), ("de-brug", OTHER)):
        book.write(name, text.replace("wie: de oude buurman", "wie: de oude buurman, schuilnaam: Mirjam"))
        found = book.check()
    assert "guard-pseudonym-twice" in {each.code for each in (*found.problems, *found.asides)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_two_files_that_messages_call_the_same_are_both_read(book: Book) -> None:
    for sign, name in (("\x01", "de-sluis"), ("\x02", "de-kade")):
        book.write(f"x{sign}", OTHER.replace("de-brug", name))
    assert len(book.check().cleared) == 4


def test_of_a_case_for_the_other_book_no_word_is_kept_here(tmp_path: Path) -> None:
    """It was not judged here, so nobody knows what may be seen of it."""
    folder = write_book(tmp_path / "boek")
    (folder / "content/cases/the-quay.yaml").write_text(ENGLISH, encoding="utf-8")
    settings = replace(load(folder / "mkdocs.yml").settings, translated=True)
    kept = _Noting()
    for _ in range(2):
        assert not check(settings, kept, whole=False).refused
    assert len(kept.pieces) == 2, "each file was kept once"
    assert "de-bank" in "".join(kept.pieces)
    assert not any(word in piece.lower() for piece in kept.pieces for word in ("quay", "mirjam", "zoraya", "keeper"))


class _Noting(Kept):
    """What is kept, as one can read it."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def put(self, key: str, piece: object) -> None:
        self.pieces.append(str(piece))
        super().put(key, piece)


@pytest.mark.parametrize("config", ["mkdocs.yml", "mkdocs.en.yml"])
def test_a_cleared_case_comes_back_from_what_was_kept_as_it_was(config: str) -> None:
    json = TypeAdapter(ClearedCase)
    cleared = load(ROOT / config).check().cleared
    assert len(cleared) > 5
    for case in cleared:
        assert json.validate_python(json.dump_python(case, mode="json")) == case
