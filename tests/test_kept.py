"""What was made before: the same book as one made anew, whatever happened to what was kept."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from commands import CASE, contents, run_here, said, write_book, write_case
from mensenwerk.kept import Kept, key_of

KEY = key_of("a", "b")


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write_book(tmp_path / "boek")


def site(book: Path, *options: str) -> dict[str, bytes]:
    done = run_here("--quiet", "build", *options, folder=book)
    assert done.returncode == 0, said(done)
    return {name: raw for name, raw in contents(book / "site").items() if not name.startswith("sitemap")}


def kept_files(book: Path) -> list[Path]:
    return [path for path in (book.parent / "cache/mensenwerk/made").glob("*/*") if path.is_file()]


def test_a_book_built_again_is_the_same_as_one_made_anew(book: Path) -> None:
    cold = site(book)
    assert kept_files(book)
    assert site(book) == cold
    assert site(book, "--no-cache") == cold


def test_a_case_that_changed_is_made_anew(book: Path) -> None:
    site(book)
    write_case(book, CASE.replace("titel: De bank", "titel: De brug"))
    warm = site(book)
    assert "De brug" in warm["casussen/de-bank.html"].decode()
    assert warm == site(book, "--no-cache")


def test_without_cache_nothing_is_kept(book: Path) -> None:
    site(book, "--no-cache")
    assert kept_files(book) == []


def test_what_only_the_author_may_see_is_not_kept_on_disk(book: Path) -> None:
    site(book, "--audience", "internal")
    assert kept_files(book) == []


@pytest.mark.parametrize("harm", [b"", b"x" * 100, b"\0" * 5000])
def test_pieces_that_were_spoilt_cost_time_and_nothing_else(book: Path, harm: bytes) -> None:
    cold = site(book)
    for path in kept_files(book):
        path.write_bytes(harm)
    assert site(book) == cold


def test_a_piece_under_the_name_of_another_is_not_believed(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "made")
    kept.put(KEY, "words")
    other = key_of("c")
    place = tmp_path / "made" / other[:2] / other[2:]
    place.parent.mkdir(exist_ok=True)
    place.write_bytes((tmp_path / "made" / KEY[:2] / KEY[2:]).read_bytes())
    assert (kept.get(KEY), kept.get(other)) == ("words", None)


def test_a_case_that_is_taken_back_takes_all_that_was_kept_with_it(book: Path) -> None:
    site(book)
    assert run_here("withdraw", "de-bank", folder=book).returncode == 0
    assert kept_files(book) == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such modes")
def test_nobody_else_may_look_into_it(book: Path) -> None:
    site(book)
    folder = book.parent / "cache/mensenwerk/made"
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())} == {0o700}
    folder.chmod(0o777)
    Kept(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_is_a_link_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "made").symlink_to(tmp_path / "elsewhere")
    kept = Kept(tmp_path / "made")
    kept.put(KEY, 1)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert kept.get(KEY) == 1  # in this process


def test_a_disk_that_is_full_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept(tmp_path / "made")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    kept.put(KEY, "words")
    assert kept.get(KEY) is None


def test_what_was_longest_not_used_goes_first(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "made", limit=2000)
    keys = [key_of(str(number)) for number in range(10)]
    for number, key in enumerate(keys):
        kept.put(key, os.urandom(200).hex())
        os.utime(tmp_path / "made" / key[:2] / key[2:], (number, number))
    kept.get(keys[0])
    kept.trim()
    left = [key for key in keys if kept.get(key)]
    assert keys[0] in left
    assert keys[1] not in left
    assert 1 < len(left) < 10


def test_another_language_another_name_or_another_cut_of_the_same_words_is_another_piece() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", "")}) == 4
