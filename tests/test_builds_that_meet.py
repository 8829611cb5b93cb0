"""Builds that meet each other or are killed: a right book or a clear word, never a wrong page."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import CASE, contents, environment, run, said, signed, write_book, write_case

COMMAND = [sys.executable, "-m", "mensenwerk", "--quiet", "build"]


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = write_book(tmp_path / "boek")
    for name in ("de-brug", "de-sluis", "de-kade"):
        text = CASE.replace("de-bank", name).replace("De bank", name.replace("de-", "De "))
        (folder / "content/cases" / f"{name}.yaml").write_text(signed(text), encoding="utf-8")
    return folder


def site(folder: Path) -> dict[str, bytes]:
    return {name: raw for name, raw in contents(folder).items() if not name.startswith("sitemap")}


def built(book: Path, *options: str) -> dict[str, bytes]:
    done = run("--quiet", "build", *options, folder=book)
    assert done.returncode == 0, said(done)
    return site(book / "site")


def begin(book: Path, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*COMMAND, *options], cwd=book, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def pieces(book: Path) -> bool:
    """Something was kept already."""
    return any(path.is_file() for path in (book.parent / "cache").rglob("*"))


def pages(book: Path) -> bool:
    """Pages are being written beside the site."""
    return any(book.glob(".site-new-*/casussen/*.html"))


@pytest.mark.parametrize("moment", [pieces, pages])
def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_one_is_right(
    book: Path, moment: Callable[[Path], bool]
) -> None:
    old = built(book, "--no-cache")
    write_case(book, CASE.replace("Hier groet hij de schepen.", "Hier groet hij de buren."))
    process = begin(book)
    deadline = time.monotonic() + 60
    while not moment(book) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)
    process.kill()
    process.communicate()
    assert moment(book), "it was killed too late to tell"
    assert site(book / "site") == old
    warm = built(book)
    assert "groet hij de buren" in warm["casussen/de-bank.html"].decode()
    assert warm == built(book, "--no-cache")


def test_two_builds_at_once_with_one_cache_both_make_the_right_book(book: Path) -> None:
    running = [begin(book, "--site-dir", str(book.parent / name)) for name in ("een", "twee")]
    told = [process.communicate(timeout=120)[0].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0], told
    assert site(book.parent / "een") == site(book.parent / "twee") == built(book, "--no-cache")


def test_two_builds_at_once_into_one_folder_leave_one_right_book(book: Path) -> None:
    wanted = built(book, "--no-cache")
    running = [begin(book) for _ in range(2)]
    told = [process.communicate(timeout=120)[0].decode() for process in running]
    assert 0 in [process.returncode for process in running], told
    assert "Traceback" not in "".join(told)
    assert site(book / "site") == wanted
    assert not list(book.glob(".site-old-*"))
