"""A casebook of one's own and what is begun in it: it builds at once, can be read, and never takes the place of
something else."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import get_args

import pytest
import yaml
from jsonschema import Draft202012Validator

from commands import contents, environment, run, run_here, said, write_book
from mensenwerk.author.scaffold import Kind, id_and_title
from mensenwerk.guards.fingerprint import fingerprint
from mensenwerk.model import read_case
from mensenwerk.problems import Language, Problems
from mensenwerk.source import read_file

KINDS: tuple[Kind, ...] = get_args(Kind)
TITLE = "Daar is ’t: café “Het Anker”, # één"
FIRST = {"nl": "de-geleende-ladder", "en": "the-borrowed-ladder"}


@pytest.fixture(scope="module", params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def begun(language: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook as `init` leaves it; tests only read it."""
    folder = tmp_path_factory.mktemp(f"begun-{language}") / "onze-straat"
    done = run_here("init", folder, "--language", language, folder=folder.parent)
    assert done.returncode == 0, said(done)
    return folder


@pytest.fixture
def book(begun: Path, tmp_path: Path) -> Path:
    """One to write in."""
    for name, raw in contents(begun).items():
        (tmp_path / "boek" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "boek" / name).write_bytes(raw)
    return tmp_path / "boek"


def test_a_casebook_builds_strictly_at_once_and_shows_its_case(book: Path, language: Language) -> None:
    done = run_here("build", "--strict", folder=book)
    assert (done.returncode, done.stderr) == (0, ""), said(done)
    assert done.stdout.startswith("1 case, ")
    folder = "casussen" if language == "nl" else "cases"
    assert (book / "site" / folder / f"{FIRST[language]}.html").is_file()


def test_the_case_to_begin_with_is_the_text_that_was_reviewed(begun: Path, language: Language) -> None:
    problems = Problems()
    document = read_file(begun / "content" / "cases" / f"{FIRST[language]}.yaml", "a.yaml", problems)
    read = read_case(document, problems) if document else None
    assert problems.found == []
    assert read is not None
    assert read.case.publication is not None
    assert read.case.publication.review is not None
    assert read.case.publication.review.text == fingerprint(read.case)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_begun_can_be_read_and_keeps_the_book_whole(kind: Kind, book: Path, language: Language) -> None:
    before = contents(book)
    done = run_here("new", kind, TITLE, folder=book)
    assert done.returncode == 0, said(done)
    after = contents(book)
    assert {name: raw for name, raw in after.items() if name in before} == before
    new = sorted(after.keys() - before.keys())
    folder = "cases" if kind == "case" else "editions"
    assert new[0] == f"content/{folder}/daar-is-t-cafe-het-anker-een.yaml"
    assert new[1:] == ([name for name in new[1:] if name.startswith("content/pages/")] if kind == "guide" else [])
    written = yaml.load(after[new[0]], Loader=yaml.BaseLoader)  # noqa: S506 (texts only)
    assert written["titel" if language == "nl" else "title"] == TITLE
    checked = run_here("check", folder=book)
    assert checked.returncode == 0, said(checked)
    assert said(run_here("build", "--strict", folder=book)).startswith("1 case, ") or kind == "case"


@pytest.mark.parametrize("kind", KINDS)
def test_the_modeline_leads_an_editor_to_a_schema_that_fits(kind: Kind, book: Path) -> None:
    assert run_here("new", kind, "iets", folder=book).returncode == 0
    file = next((book / "content" / ("cases" if kind == "case" else "editions")).glob("iets.yaml"))
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text(encoding="utf-8"))
    assert found
    schema = json.loads((file.parent / found[1]).read_text(encoding="utf-8"))
    said_there = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (texts only)
    for number in ("version", "versie"):
        if number in said_there:
            said_there[number] = int(said_there[number])
    Draft202012Validator(schema).validate(said_there)


def test_a_schema_that_is_not_there_comes_along(tmp_path: Path) -> None:
    book = write_book(tmp_path / "boek")
    assert run_here("new", "case", "de brug", folder=book).returncode == 0
    assert (book / "content" / "schema" / "casus.schema.json").is_file()


def test_a_new_case_is_in_no_book_and_its_author_can_draw_it(book: Path) -> None:
    run_here("new", "case", "een-nieuwe", folder=book)
    for audience in ("public", "professional", "internal"):
        assert run_here("build", "--audience", audience, folder=book).stdout.startswith("1 case, "), audience
    assert run_here("draw", "een-nieuwe", "--audience", "internal", folder=book).returncode == 0
    assert run_here("draw", "een-nieuwe", folder=book).returncode == 1


def test_what_is_begun_is_in_the_language_of_the_book_unless_asked(book: Path, language: Language) -> None:
    run_here("new", "case", "een", folder=book)
    run_here("new", "case", "twee", "--language", "nl", folder=book)
    cases = book / "content" / "cases"
    assert ("taal: nl" in (cases / "een.yaml").read_text(encoding="utf-8")) == (language == "nl")
    assert "taal: nl" in (cases / "twee.yaml").read_text(encoding="utf-8")


def test_an_id_is_its_own_name_and_becomes_a_title() -> None:
    assert id_and_title("de-brug") == ("de-brug", "De brug")
    assert id_and_title("De  brug over’s Heerenland") == ("de-brug-overs-heerenland", "De brug over’s Heerenland")
    assert id_and_title("Ώ") == ("", "Ώ")
    assert len(id_and_title("a " * 80)[0]) <= 64


def test_nothing_is_written_over(book: Path) -> None:
    assert run_here("new", "guide", "de brug", folder=book).returncode == 0
    assert run_here("new", "case", "de brug", folder=book).returncode == 0
    before = contents(book)
    for kind in ("guide", "case"):
        done = run_here("new", kind, "De Brug", folder=book)
        assert done.returncode == 1
        assert "de-brug" in said(done)
    assert run_here("init", book, folder=book).returncode == 1
    assert contents(book) == before


def test_a_chapter_that_is_there_already_keeps_the_whole_guide_from_being_written(book: Path) -> None:
    run_here("new", "guide", "een", folder=book)
    for file in (book / "content" / "editions").iterdir():
        file.unlink()
    before = contents(book)
    done = run_here("new", "guide", "een", folder=book)
    assert done.returncode == 1
    assert ".md" in said(done)
    assert contents(book) == before


def test_an_id_of_another_file_or_of_a_case_that_was_taken_back_is_refused(book: Path, language: Language) -> None:
    first = book / "content" / "cases" / f"{FIRST[language]}.yaml"
    first.rename(first.with_name("anders.yaml"))
    assert FIRST[language] in said(run_here("new", "case", FIRST[language], folder=book))
    assert run_here("withdraw", FIRST[language], folder=book).returncode == 0
    (first.with_name("anders.yaml")).unlink()
    done = run_here("new", "case", FIRST[language], folder=book)
    assert done.returncode == 1
    assert list((book / "content" / "cases").iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "title", "part"),
    [
        ("case", "Ώ", "id"),
        ("case", "x" * 200, ""),
        ("case", "index", "index.yaml"),
        ("briefing", "con", "con.yaml"),
        ("conversation", "een \u202e verhaal", "een-verhaal.yaml"),
    ],
)
def test_a_title_that_cannot_be_is_refused_before_anything_is_written(
    book: Path, kind: str, title: str, part: str
) -> None:
    before = contents(book)
    done = run_here("new", kind, title, folder=book)
    assert done.returncode == 1
    assert part in said(done)
    assert contents(book) == before


def test_what_is_made_of_cases_takes_those_that_were_named_and_refuses_one_that_is_not_there(
    book: Path, language: Language
) -> None:
    done = run_here("new", "briefing", "een", "--case", FIRST[language], folder=book)
    assert done.returncode == 0
    assert f"[{FIRST[language]}]" in (book / "content/editions/een.yaml").read_text(encoding="utf-8")
    done = run_here("new", "briefing", "twee", "--case", "nergens", folder=book)
    assert done.returncode == 1
    assert FIRST[language] in said(done)
    for each in (book / "content" / "cases").iterdir():
        each.unlink()
    (book / "content/editions/een.yaml").unlink()
    for kind in ("briefing", "conversation", "case-study"):
        done = run_here("new", kind, "drie", folder=book)
        assert done.returncode == 1
        assert "mensenwerk new case" in said(done)
    assert run_here("new", "guide", "drie", folder=book).returncode == 0


def test_a_title_with_a_name_from_the_registry_is_refused_and_not_repeated(book: Path, tmp_path: Path) -> None:
    registry = tmp_path / "namen.txt"
    registry.write_text("Zebraxqa\n", encoding="utf-8")
    registry.chmod(0o600)
    done = run("new", "case", "De tafel van Zebraxqa", folder=book, env={"MENSENWERK_REGISTRY": str(registry)})
    assert done.returncode == 1
    assert "zebraxqa" not in said(done).lower()
    assert len(list((book / "content" / "cases").iterdir())) == 1


def test_a_folder_with_something_in_it_is_left_alone_and_hidden_files_are_no_hindrance(tmp_path: Path) -> None:
    taken = tmp_path / "vol"
    taken.mkdir()
    (taken / "foto.txt").write_text("zee", encoding="utf-8")
    done = run_here("init", taken, folder=tmp_path)
    assert done.returncode == 1
    assert contents(taken) == {"foto.txt": b"zee"}
    (taken / "foto.txt").rename(taken / ".gitignore")
    assert run_here("init", taken, folder=tmp_path).returncode == 0
    assert (taken / ".gitignore").read_text(encoding="utf-8") == "zee"
    assert (taken / "mkdocs.yml").is_file()
    done = run_here("init", taken / "mkdocs.yml", folder=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in said(done)


@pytest.mark.parametrize("name", ["Een: # \"boek\" 'van ons'", "null", "2026-05-01"])
def test_a_book_can_have_any_name_that_readers_may_see(name: str, tmp_path: Path) -> None:
    assert run_here("init", tmp_path / "b", "--name", name, folder=tmp_path).returncode == 0
    assert yaml.safe_load((tmp_path / "b" / "mkdocs.yml").read_text(encoding="utf-8"))["site_name"] == name
    assert run_here("check", folder=tmp_path / "b").returncode == 0


def test_a_name_that_no_book_can_have_leaves_nothing_behind(tmp_path: Path) -> None:
    done = run_here("init", tmp_path / "b", "--name", "<!-- geheim -->", folder=tmp_path)
    assert done.returncode == 1
    assert "site_name" in said(done)
    assert not (tmp_path / "b").exists()


def test_without_a_book_new_says_where_to_go(tmp_path: Path) -> None:
    done = run_here("new", "case", "iets", folder=tmp_path)
    assert done.returncode == 1
    assert "mensenwerk init" in said(done)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_on_a_terminal_init_asks_for_language_and_name(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    pid, ours = pty.fork()
    if pid == 0:
        os.chdir(tmp_path)
        os.execve(sys.executable, [sys.executable, "-m", "mensenwerk", "init", "boek"], environment())
    os.write(ours, b"en\nOur street\n")
    told = b""
    with suppress(OSError):  # how Linux tells that the other end is closed
        while part := os.read(ours, 4096):
            told += part
    os.waitpid(pid, 0)
    os.close(ours)
    assert "What is the book called?" in told.decode()
    assert 'site_name: "Our street"' in (tmp_path / "boek" / "mkdocs.yml").read_text(encoding="utf-8")
