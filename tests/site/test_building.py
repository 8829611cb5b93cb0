"""A build that stops half-way, and one that points at the wrong place, lose nothing of what was there."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands import (
    BROKEN_CASE,
    CASE,
    MKDOCS_YML,
    contents,
    ctrl_c_is_heard,
    environment,
    run,
    run_here,
    said,
    write_book,
    write_case,
)

NO_SPACE = "import errno\ndef on_post_page(output, **_):\n    raise OSError(errno.ENOSPC, 'No space left on device')\n"
OUR_BUG = "def on_post_build(**_):\n    raise RuntimeError('a bug of ours')\n"
SLOW = "import pathlib, time\ndef on_post_build(config, **_):\n    pathlib.Path('begun').touch()\n    time.sleep(60)\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_book(tmp_path_factory.mktemp("gebouwd") / "boek")
    assert run_here("build", folder=folder).returncode == 0
    return folder


@pytest.fixture
def book(built: Path, tmp_path: Path) -> Path:
    """A book with a site from an earlier day."""
    return Path(shutil.copytree(built, tmp_path / "boek"))


def add_hook(book: Path, code: str) -> None:
    (book / "hook.py").write_text(code, encoding="utf-8")
    (book / "mkdocs.yml").write_text(MKDOCS_YML + "hooks: [hook.py]\n", encoding="utf-8")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name not in ("hook.py", "__pycache__", "begun")}


def test_a_build_replaces_the_old_site_and_leaves_no_folder_of_its_own(book: Path) -> None:
    (book / "site" / "casussen" / "weg.html").write_text("oud", encoding="utf-8")
    write_case(book, CASE.replace("titel: De bank", "titel: De brug"))
    assert run_here("build", folder=book).returncode == 0
    assert "De brug" in (book / "site" / "casussen" / "de-bank.html").read_text(encoding="utf-8")
    assert not (book / "site" / "casussen" / "weg.html").exists()
    assert names(book) == {"content", "mkdocs.yml", "site"}


@pytest.mark.parametrize("command", [["-m", "mensenwerk", "build"], ["-m", "mkdocs", "build"]], ids=["ours", "mkdocs"])
def test_a_case_that_has_to_be_mended_leaves_the_old_site_whole(book: Path, command: list[str]) -> None:
    before = contents(book / "site")
    write_case(book, BROKEN_CASE)
    done = subprocess.run(
        [sys.executable, *command], cwd=book, env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert "content/cases/de-bank.yaml:5:1: " in said(done)
    assert "Traceback" not in said(done)
    assert contents(book / "site") == before
    assert names(book) == {"content", "mkdocs.yml", "site"}


def test_a_full_disk_leaves_the_old_site_whole_and_is_told_without_a_traceback(book: Path) -> None:
    before = contents(book / "site")
    add_hook(book, NO_SPACE)
    done = run("build", folder=book)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(book / "site") == before
    assert names(book) == {"content", "mkdocs.yml", "site"}


def test_a_bug_of_ours_shows_its_traceback_and_leaves_the_old_site_whole(book: Path) -> None:
    before = contents(book / "site")
    add_hook(book, OUR_BUG)
    done = run("build", folder=book)
    assert done.returncode != 0
    assert "Traceback" in done.stderr
    assert contents(book / "site") == before
    assert names(book) == {"content", "mkdocs.yml", "site"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "shutdown"])
def test_a_build_that_is_stopped_leaves_the_old_site_whole(book: Path, stop: signal.Signals) -> None:
    before = contents(book / "site")
    add_hook(book, SLOW)
    command = [sys.executable, "-m", "mensenwerk", "build"]
    with (
        ctrl_c_is_heard(),
        subprocess.Popen(command, cwd=book, env=environment(), stderr=subprocess.PIPE) as process,
    ):
        deadline = time.monotonic() + 60
        while not (book / "begun").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(stop)
        _, told = process.communicate(timeout=60)
    assert process.returncode != 0
    assert b"Traceback" not in told
    assert contents(book / "site") == before
    assert names(book) == {"content", "mkdocs.yml", "site"}


def test_a_place_that_cannot_be_written_is_told_without_a_traceback(book: Path) -> None:
    (book / "bestand").write_text("bezet", encoding="utf-8")
    done = run_here("build", "--site-dir", Path("bestand") / "site", folder=book)
    assert done.returncode == 1
    assert "nothing can be written here" in done.stderr
    assert "Traceback" not in done.stderr
    assert (book / "bestand").read_text(encoding="utf-8") == "bezet"


@pytest.mark.parametrize("target", ["content/pages", "content", "notities", "notities/plan.txt", "."])
def test_a_build_never_replaces_something_that_is_no_site(book: Path, target: str) -> None:
    (book / "notities").mkdir()
    (book / "notities" / "plan.txt").write_text("van mij", encoding="utf-8")
    before = contents(book)
    done = run_here("build", "--site-dir", target, folder=book)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert contents(book) == before
    assert names(book) == {"content", "mkdocs.yml", "site", "notities"}


def test_an_empty_folder_may_become_the_site(book: Path) -> None:
    (book / "leeg").mkdir()
    assert run_here("build", "--site-dir", "leeg", folder=book).returncode == 0
    assert (book / "leeg" / "index.html").is_file()


def test_a_warning_stops_a_strict_build_and_only_that(book: Path) -> None:
    (book / "content" / "pages" / "los.md").write_text("# Los\n\n[weg](nergens.md)\n", encoding="utf-8")
    assert run_here("build", folder=book).returncode == 0
    before = contents(book / "site")
    done = run_here("build", "--strict", folder=book)
    assert done.returncode == 1
    assert "nergens.md" in done.stderr
    assert contents(book / "site") == before
