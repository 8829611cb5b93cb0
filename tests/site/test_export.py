"""Export as a command: only what these readers may see, said aloud when it is more, and nothing of others replaced."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import CASE, ROOT, contents, run_here, said, write_book

UNREVIEWED = CASE.replace("titel: De bank", "titel: De andere bank").replace("id: de-bank", "id: de-andere-bank")
READABLE = {".csv", ".json", ".graphml", ".txt"}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of two cases, of which one was read by nobody since it changed."""
    folder = write_book(tmp_path / "book")
    (folder / "content/cases/de-andere-bank.yaml").write_text(UNREVIEWED, encoding="utf-8")
    return folder


def test_without_a_name_every_case_that_may_be_seen_is_written_and_the_others_are_told_with_the_reason(
    book: Path,
) -> None:
    done = run_here("export", "-o", "uit", folder=book)
    assert done.returncode == 0, said(done)
    assert "de-bank" in done.stdout
    assert done.stderr.startswith("Niet meegenomen:\n  content/cases/de-andere-bank.yaml:")
    names = set(contents(book / "uit"))
    assert {"de-bank.json", "de-bank.nu.graphml", "egos.csv", "alters.csv", "aaties.csv", "README.txt"} <= names
    assert not any("andere" in name for name in names)
    assert not any(b"de-andere-bank" in raw for raw in contents(book / "uit").values())


@pytest.mark.parametrize(("form", "endings"), [("graphml", {".graphml"}), ("csv", {".csv"}), ("json", {".json"})])
def test_one_format_alone_can_be_asked_for(book: Path, form: str, endings: set[str]) -> None:
    assert run_here("export", "de-bank", "--format", form, "-o", "uit", folder=book).returncode == 0
    assert {Path(name).suffix for name in contents(book / "uit")} == endings | {".txt"}


def test_a_case_that_was_asked_for_and_may_not_be_seen_is_refused_and_nothing_is_written(book: Path) -> None:
    done = run_here("export", "de-bank", "de-andere-bank", "-o", "uit", folder=book)
    assert done.returncode == 1
    assert "de-andere-bank.yaml:" in said(done)
    assert not (book / "uit").exists()


def test_what_was_not_cleared_comes_with_private_and_says_so_in_every_file(book: Path) -> None:
    done = run_here("export", "--private", "-o", "uit", folder=book)
    assert done.returncode == 0, said(done)
    assert "niet om te publiceren" in done.stderr
    files = contents(book / "uit")
    assert {"de-bank.json", "de-andere-bank.json"} <= files.keys()
    silent = [name for name, raw in files.items() if b"NOT FOR PUBLICATION" not in raw]
    assert silent == ["aaties.csv", "apart.csv", "codebook.csv"]  # nobody is in them
    assert json.loads(files["de-bank.json"])["private"]["n1"]["own_id"] == "bank"
    assert "niet om te publiceren" in run_here("-q", "export", "--private", "-o", "uit", folder=book).stderr


def test_a_case_that_was_taken_back_does_not_come_with_private_either(book: Path) -> None:
    assert run_here("withdraw", "de-bank", folder=book).returncode == 0
    done = run_here("export", "--private", "-o", "uit", folder=book)
    assert done.returncode == 0, said(done)
    assert "de-bank.json" not in contents(book / "uit")
    assert "de-bank.yaml" in done.stderr


def _about_real_people(book: Path, block: str) -> None:
    file = book / "content/cases/de-andere-bank.yaml"
    begin, _, rest = file.read_text(encoding="utf-8").partition("publicatie:")
    lines = rest.splitlines()[1:]
    after = next(number for number, line in enumerate(lines) if line and not line.startswith(" "))
    file.write_text("\n".join([f"{begin}publicatie: {block}", *lines[after:], ""]), encoding="utf-8")


def test_a_case_of_real_people_without_consent_comes_with_private_alone(book: Path) -> None:
    _about_real_people(book, "{bestemd_voor: intern, herkomst: echt}")
    done = run_here("export", "--audience", "internal", "-o", "uit", folder=book)
    assert done.returncode == 0, said(done)
    assert "toestemming" in done.stderr
    assert not any(b"de-andere-bank" in raw or "andere" in name for name, raw in contents(book / "uit").items())
    done = run_here("export", "--audience", "internal", "--private", "-o", "uit", folder=book)
    assert "de-andere-bank.json" in contents(book / "uit"), said(done)


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_consent_that_was_taken_back_keeps_a_case_out_of_every_export(book: Path, audience: str) -> None:
    _about_real_people(book, "{bestemd_voor: intern, herkomst: echt, toestemming: {door: client, ingetrokken: ja}}")
    done = run_here("export", "--audience", audience, "--private", "-o", "uit", folder=book)
    assert done.returncode == 0, said(done)
    assert "de-andere-bank.json" not in contents(book / "uit")


def test_a_case_that_was_taken_back_stays_out_also_when_its_file_is_called_after_someone(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = tmp_path / "registry.txt"
    registry.write_text("Ottokar\n", encoding="utf-8")
    registry.chmod(0o600)
    monkeypatch.setenv("MENSENWERK_REGISTRY", str(registry))
    assert run_here("withdraw", "de-bank", folder=book).returncode == 0
    (book / "content/cases/de-bank.yaml").rename(book / "content/cases/ottokar.yaml")
    done = run_here("export", "--private", "-o", "uit", folder=book)
    assert done.returncode == 0, said(done)
    assert "de-bank.json" not in contents(book / "uit")


def test_an_earlier_export_is_replaced_as_a_whole(book: Path) -> None:
    assert run_here("export", "--private", "-o", "uit", folder=book).returncode == 0
    assert run_here("export", "--format", "csv", "-o", "uit", folder=book).returncode == 0
    assert {Path(name).suffix for name in contents(book / "uit")} == {".csv", ".txt"}
    assert not any(b"NOT FOR PUBLICATION" in raw for raw in contents(book / "uit").values())


@pytest.mark.parametrize("name", ["analysis.R", "egos.xlsx", "own.json", "own.graphml", "own.csv"])
def test_a_folder_with_something_of_someone_else_is_left_alone(book: Path, name: str) -> None:
    assert run_here("export", "-o", "uit", folder=book).returncode == 0
    (book / "uit" / name).write_text("mine", encoding="utf-8")
    before = contents(book / "uit")
    done = run_here("export", "-o", "uit", folder=book)
    assert (done.returncode, "not ours" in said(done)) == (1, True)
    assert contents(book / "uit") == before


@pytest.mark.parametrize("place", ["content/pages/uit", "content/cases", "site/data"])
def test_what_is_exported_never_goes_where_it_would_be_published(book: Path, place: str) -> None:
    done = run_here("export", "--private", "-o", place, folder=book)
    assert done.returncode == 1
    assert list(book.rglob("egos.csv")) == []


def test_a_file_that_cannot_be_read_is_mended_first(book: Path) -> None:
    (book / "content/cases/fout.yaml").write_text("taal: nl\nid: fout\ntitel: Fout\n", encoding="utf-8")
    for options in ([], ["--private"]):
        done = run_here("export", *options, "-o", "uit", folder=book)
        assert done.returncode == 1
        assert "content/cases/fout.yaml:" in said(done)
        assert not (book / "uit").exists()
    assert run_here("export", "de-bank", "-o", "uit", folder=book).returncode == 0


def test_what_nobody_may_read_is_not_exported(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    registry = tmp_path / "names.txt"
    registry.write_text("schepen\n", encoding="utf-8")
    registry.chmod(0o600)
    monkeypatch.setenv("MENSENWERK_REGISTRY", str(registry))
    done = run_here("export", "de-bank", "-o", "uit", folder=book)
    assert done.returncode == 1
    assert not (book / "uit").exists()


def test_a_case_that_is_not_there_is_told_with_those_that_are(book: Path) -> None:
    done = run_here("export", "nergens", "-o", "uit", folder=book)
    assert (done.returncode, "de-bank" in said(done)) == (1, True)


def test_the_sample_casebook_is_exported_twice_to_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        assert run_here("-q", "export", "-o", tmp_path / name, folder=ROOT).returncode == 0
    first = contents(tmp_path / "a")
    assert first == contents(tmp_path / "b")
    assert {Path(name).suffix for name in first} == READABLE
