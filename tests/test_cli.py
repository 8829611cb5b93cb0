"""The commands, as an author runs them: what they say, what they leave behind, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest

from commands import (
    BROKEN_CASE,
    BROKEN_LINE,
    CASE,
    MKDOCS_YML,
    ROOT,
    contents,
    environment,
    run,
    run_here,
    run_python,
    said,
    write_book,
    write_case,
)
from mensenwerk.exchange.write.json_case import SCHEMA_FILE
from mensenwerk.model.schema import FILE_NAMES


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_book(tmp_path / "boek")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small book that has been built; tests only read it."""
    folder = write_book(tmp_path_factory.mktemp("gebouwd") / "boek")
    assert run("--quiet", "build", folder=folder).returncode == 0
    return folder


def test_build_ends_with_what_was_made_and_the_page_to_open(book: Path) -> None:
    done = run("build", folder=book)
    assert (done.returncode, done.stderr) == (0, "")
    summary, path = done.stdout.splitlines()
    assert summary.startswith("1 case, ")
    assert ", 1 drawing in " in summary
    assert summary.endswith(" seconds.")
    assert path == f"Open: {book / 'site' / 'index.html'}"
    assert "De bank" in (book / "site" / "casussen" / "de-bank.html").read_text(encoding="utf-8")
    assert "█" not in said(done)


def test_plain_mkdocs_build_makes_the_same_site(built: Path, tmp_path: Path) -> None:
    done = run_python("-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "plain", folder=built)
    assert done.returncode == 0, said(done)
    assert contents(tmp_path / "plain") == contents(built / "site")


def test_building_twice_gives_the_same_files(tmp_path: Path) -> None:
    for seed in ("1", "2"):  # the order in which Python keeps sets differs from run to run
        done = run("build", "--site-dir", tmp_path / seed, folder=ROOT, env={"PYTHONHASHSEED": seed})
        assert done.returncode == 0, said(done)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_quiet_says_nothing_when_all_is_well(book: Path) -> None:
    for command in (["build"], ["check"], ["write", "map"], ["schema", "schema"]):
        done = run_here("--quiet", *command, folder=book)
        assert (done.returncode, said(done)) == (0, ""), command


def test_how_much_is_said_may_stand_after_the_command_too(book: Path) -> None:
    done = run_here("build", "--quiet", folder=book)
    assert (done.returncode, said(done)) == (0, "")
    done = run_here("check", "-q", "-v", folder=book)
    assert done.returncode == 2
    assert "Choose --quiet or --verbose." in said(done)


def test_quiet_still_says_what_is_wrong(book: Path) -> None:
    write_case(book, BROKEN_CASE)
    for command in ("build", "check"):
        done = run_here("--quiet", command, folder=book)
        assert done.returncode == 1
        assert f"content/cases/de-bank.yaml:{BROKEN_LINE}:1: " in said(done)


def test_verbose_says_what_mkdocs_does(book: Path) -> None:
    assert "INFO: " not in said(run_here("build", folder=book))
    assert "INFO: Building documentation" in said(run_here("--verbose", "build", folder=book))


def test_the_command_and_the_module_tell_the_version_of_the_package(tmp_path: Path) -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    done = run("--version", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"mensenwerk, version {declared}\n")
    script = run_python("-c", "from mensenwerk.cli import main; main()", "--version", folder=tmp_path)
    assert script.stdout == done.stdout


def test_help_names_every_command(tmp_path: Path) -> None:
    done = run_here("--help", folder=tmp_path)
    assert done.returncode == 0
    for command in ("build", "serve", "check", "write", "schema"):
        assert f"\n  {command} " in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["bouwen"],
        ["build", "--onzin"],
        ["build", "--audience", "iedereen"],
        ["check", "--format", "xml"],
        ["write"],
        ["--quiet", "--verbose", "build"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_how_to_ask_for_help(book: Path, arguments: list[str]) -> None:
    done = run_here(*arguments, folder=book)
    assert done.returncode == 2
    assert "Usage: mensenwerk" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (book / "site").exists()


@pytest.mark.parametrize(
    "config",
    [
        None,
        b"site_name: [",
        "site_name: Één boek\n".encode("latin-1"),
        MKDOCS_YML.replace("  - mensenwerk\n", "  []\n").encode(),
        MKDOCS_YML.replace("material", "readthedocs").encode(),
        MKDOCS_YML.replace("- mensenwerk", "- mensenwerk: {audience: iedereen}").encode(),
        MKDOCS_YML.replace("- mensenwerk", "- mensenwerk: {onzin: 3}").encode(),
        MKDOCS_YML.replace("content/pages", "content/bladen").encode(),
    ],
    ids=["missing", "not YAML", "not UTF-8", "no plugin", "other theme", "bad value", "bad option", "no pages"],
)
def test_a_configuration_that_cannot_work_ends_with_1_and_names_the_file(book: Path, config: bytes | None) -> None:
    file = book / "mkdocs.yml"
    file.unlink()
    if config is not None:
        file.write_bytes(config)
    done = run_here("build", "--strict", folder=book)
    assert done.returncode == 1, said(done)
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in said(done)
    assert not (book / "site").exists()


def test_another_mkdocs_yml_can_be_named(book: Path) -> None:
    done = run_here("check", "-f", book / "mkdocs.yml", folder=book.parent)
    assert (done.returncode, done.stdout) == (0, "1 case read; nothing to mend.\n")


def test_check_tells_every_problem_with_its_place_and_no_traceback(book: Path) -> None:
    write_case(book, BROKEN_CASE + "ook_onzin: 4\n")
    done = run_here("check", folder=book)
    assert done.returncode == 1
    assert done.stderr == "Houdt het boek tegen: 2. Casussen in het boek: 0.\n"
    places = [line.partition(": ")[0] for line in done.stdout.splitlines()]
    last = len((BROKEN_CASE + "ook_onzin: 4\n").splitlines())
    assert places == [f"content/cases/de-bank.yaml:{line}:1" for line in (BROKEN_LINE, last)]
    assert not (book / "site").exists()


def test_check_speaks_json(book: Path) -> None:
    assert json.loads(run_here("check", "--format", "json", folder=book).stdout) == []
    write_case(book, BROKEN_CASE)
    done = run_here("check", "--format", "json", folder=book)
    assert done.returncode == 1
    (row,) = json.loads(done.stdout)
    assert (row["file"], row["line"], row["column"]) == ("content/cases/de-bank.yaml", BROKEN_LINE, 1)
    assert (row["code"], row["severity"]) == ("unknown-key", "error")
    assert row["message"]
    assert row["hint"]


def test_check_speaks_annotations_for_github(book: Path) -> None:
    assert run_here("check", "--format", "github", folder=book).stdout == ""
    write_case(book, BROKEN_CASE)
    done = run_here("check", "--format", "github", folder=book)
    assert done.returncode == 1
    assert done.stdout.startswith(
        f"::error file=content/cases/de-bank.yaml,line={BROKEN_LINE},col=1,title=unknown-key::"
    )
    assert done.stdout.count("\n") == 1


def test_a_message_is_told_where_the_output_cannot_hold_all_letters(book: Path) -> None:
    write_case(book, BROKEN_CASE)
    for encoding in ("ascii", "cp437"):
        done = run("check", folder=book, env={"PYTHONIOENCODING": f"{encoding}:strict"})
        assert done.returncode == 1
        assert f"de-bank.yaml:{BROKEN_LINE}:1: " in said(done)
        assert "Traceback" not in said(done)


def test_schema_writes_the_schemas_of_both_languages_and_of_an_export(tmp_path: Path) -> None:
    assert run_here("schema", "here", folder=tmp_path).returncode == 0
    assert contents(tmp_path / "here") == {
        name: (ROOT / "content" / "schema" / name).read_bytes() for name in (*FILE_NAMES.values(), SCHEMA_FILE)
    }


def test_schema_says_so_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("taken", encoding="utf-8")
    done = run_here("schema", Path("file") / "below", folder=tmp_path)
    assert done.returncode == 1
    assert "nothing can be written here" in done.stderr
    assert "Traceback" not in done.stderr


def test_write_refuses_a_folder_that_holds_something_else(book: Path) -> None:
    other = book / "vakantie"
    other.mkdir()
    (other / "foto.txt").write_text("zee", encoding="utf-8")
    done = run_here("write", "vakantie", folder=book)
    assert done.returncode == 1
    assert "vakantie: this folder holds something that is not ours" in done.stderr
    assert contents(other) == {"foto.txt": b"zee"}


def test_write_writes_again_what_it_wrote_itself(book: Path) -> None:
    assert run_here("write", "boot", folder=book).returncode == 0
    (book / "boot" / "docs" / "casussen" / "weg.md").write_text("# Oud\n", encoding="utf-8")
    write_case(book, CASE.replace("titel: De bank", "titel: De brug"))
    assert run_here("write", "boot", folder=book).returncode == 0
    assert "# De brug" in (book / "boot" / "docs" / "casussen" / "de-bank.md").read_text(encoding="utf-8")
    assert not (book / "boot" / "docs" / "casussen" / "weg.md").exists()


def test_write_writes_nothing_of_a_case_that_has_to_be_mended(book: Path) -> None:
    write_case(book, BROKEN_CASE)
    done = run_here("write", "boot", folder=book)
    assert done.returncode == 1
    assert f"de-bank.yaml:{BROKEN_LINE}:1: " in done.stderr
    assert not (book / "boot").exists()


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)], ids=["unset", "set"])
def test_a_terminal_gets_a_bar_and_colours_unless_no_color_is_set(book: Path, no_color: str, coloured: bool) -> None:
    told = _on_a_terminal(book, ["build"], no_color)
    assert "█ 1/1" in told
    assert ("\x1b[" in told) is coloured
    write_case(book, BROKEN_CASE)
    told = _on_a_terminal(book, ["build"], no_color)
    assert f"de-bank.yaml:{BROKEN_LINE}:1: " in told
    assert ("\x1b[" in told) is coloured


def test_quiet_shows_no_bar_on_a_terminal(book: Path) -> None:
    assert _on_a_terminal(book, ["--quiet", "build"]) == ""


def _on_a_terminal(folder: Path, arguments: list[str], no_color: str = "") -> str:
    """What a command says to a terminal of its own."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "mensenwerk", *arguments],
        cwd=folder,
        env=environment({"TERM": "xterm", "NO_COLOR": no_color}),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        told = b""
        with suppress(OSError):  # how Linux tells that the other end is closed
            while part := os.read(ours, 4096):
                told += part
        process.wait(timeout=60)
    os.close(ours)
    return told.decode("utf-8")
