"""What lies in the repository can be used on every system, and its papers say what is true."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from fnmatch import fnmatchcase
from importlib.metadata import distribution
from pathlib import Path

import pytest

from commands import MKDOCS_YML, ROOT, run_python, said, write_book
from mensenwerk.cli import cli
from mensenwerk.guards.detect.second_opinion import installed

BINARY = {".png", ".ttf", ".woff2"}
WINDOWS_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def tracked() -> list[tuple[str, str]]:
    """Mode and name of every file that git keeps; a wheel or an archive has no git to ask."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is not a git checkout")
    # `safe.directory`: a checkout may belong to someone else, as in a container
    command = ["git", "-c", f"safe.directory={ROOT.as_posix()}", "ls-files", "--stage", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode("utf-8")
    rows = [row.split("\t", 1) for row in listing.split("\0") if row]
    return [(info.split()[0], name) for info, name in rows]


def texts() -> list[Path]:
    files = [ROOT / name for _, name in tracked()]
    return [file for file in files if file.suffix not in BINARY and file.is_file()]


def test_no_symbolic_link_is_kept() -> None:
    assert [name for mode, name in tracked() if mode == "120000"] == []


def test_every_name_can_exist_on_windows() -> None:
    names = [name for _, name in tracked()]
    assert [name for name in names if re.search(r'[<>:"\\|?*\x00-\x1f]|[ .](/|$)', name)] == []
    parts = {part for name in names for part in name.casefold().split("/")}
    assert {part for part in parts if part.split(".")[0] in WINDOWS_NAMES} == set()
    assert len({name.casefold() for name in names}) == len(names)


def test_every_text_is_utf_8_with_unix_line_ends() -> None:
    wrong = []
    for file in texts():
        raw = file.read_bytes()
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            wrong.append(f"{file.relative_to(ROOT)}: not UTF-8")
        if raw.startswith(b"\xef\xbb\xbf") or b"\r" in raw:
            wrong.append(f"{file.relative_to(ROOT)}: byte order mark or CR")
    assert wrong == []


@pytest.mark.skipif(installed(), reason="deduce, an extra that is installed here, opens files without saying it")
@pytest.mark.parametrize("command", [["check"], ["build", "--site-dir"], ["write"]], ids=" ".join)
def test_no_file_is_opened_without_saying_its_encoding(command: list[str], tmp_path: Path) -> None:
    target = [] if command == ["check"] else [tmp_path / "made"]
    done = run_python(
        *("-X", "warn_default_encoding", "-W", "error::EncodingWarning", "-m", "mensenwerk"),
        *command,
        *target,
        folder=ROOT,
    )
    assert done.returncode == 0, said(done)
    assert "EncodingWarning" not in said(done)


def readme_command(mark: str) -> str:
    """The command in the fenced block that README marks for the continuous integration."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (found,) = re.findall(rf"<!-- ci: {mark} -->\n```sh\n(.+)\n```\n", text)
    return str(found)


def test_readme_gives_its_two_commands_near_the_top_each_on_one_line() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    for mark, last in (("build", "mensenwerk build"), ("test", "pytest")):
        command = readme_command(mark)
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
        assert command.endswith(f".venv/bin/{last}")
        assert lines.index(command) < 40


def test_the_continuous_integration_runs_the_commands_of_readme_and_has_none_of_its_own() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for mark in ("build", "test"):
        assert f"readme {mark}" in script
        assert readme_command(mark) not in script


def test_every_path_and_command_that_readme_names_exists() -> None:
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
    named = set(re.findall(r"mensenwerk ([a-z]+)\b", text))
    assert named >= {"build", "review", "registry", "withdraw"}
    assert named <= cli.commands.keys()


def test_the_case_in_readme_can_be_read(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (case,) = re.findall(r"```yaml\n(.+?)```", text, re.DOTALL)
    book = write_book(tmp_path / "book", mkdocs_yml=MKDOCS_YML.replace("language: nl", "language: en"), case=case)
    read = run_python("-m", "mensenwerk", "review", "the-bench", "--role", "lecturer", "--read", folder=book)
    assert read.returncode == 0, said(read)
    done = run_python("-m", "mensenwerk", "build", "--strict", folder=book)
    assert done.returncode == 0, said(done)
    assert done.stderr == ""
    assert "1 case, " in done.stdout


def test_the_pictures_of_readme_are_small() -> None:
    pictures = list((ROOT / "content" / "pictures").glob("*.png"))
    assert {picture.stem for picture in pictures} == {"ecomap", "case-page"}
    assert [picture.name for picture in pictures if picture.stat().st_size > 200_000] == []


def test_licences_are_whole_and_the_package_names_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    code = (ROOT / "LICENSE").read_text(encoding="utf-8")
    texts_ = (ROOT / "content" / "LICENSE").read_text(encoding="utf-8")
    assert project["license"] == "EUPL-1.2"
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in code
    assert all(re.search(rf"^{number}\. ", code, re.MULTILINE) for number in range(1, 16))
    assert "Appendix" in code
    assert texts_.startswith("Attribution 4.0 International")
    assert all(f"Section {number} --" in texts_ for number in range(1, 9))


def test_third_party_names_every_file_that_a_built_site_publishes(tmp_path: Path) -> None:
    done = run_python("-m", "mensenwerk", "-q", "build", "--site-dir", tmp_path / "site", folder=ROOT)
    assert done.returncode == 0, said(done)
    text = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    table = text.partition("\n## In a book that was built\n")[2].partition("\n## ")[0]
    patterns = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)
    # the book in the other language lies inside, with the same files
    published = [
        file.relative_to(tmp_path / "site").as_posix().removeprefix("en/") for file in (tmp_path / "site").rglob("*.*")
    ]
    unnamed = [name for name in published if not any(fnmatchcase(name, pattern) for pattern in patterns)]
    assert unnamed == []
    assert [pattern for pattern in patterns if not any(fnmatchcase(name, pattern) for name in published)] == []


def test_third_party_carries_the_notice_of_the_theme_as_it_stands_there() -> None:
    files = distribution("mkdocs-material").files or []
    own = next(file for file in files if file.name == "LICENSE" and "dist-info" in file.parts[0])
    _, _, notice = own.read_text(encoding="utf-8").partition("Martin Donath")  # the years change
    table = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    assert "Permission is hereby granted" in notice
    assert " ".join(notice.split()) in " ".join(table.split())
