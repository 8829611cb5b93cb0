"""Commands run as an author runs them, and a casebook that is small enough to run them on."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner

from mensenwerk.guards.fingerprint import fingerprint
from mensenwerk.model import read_case, vocabulary
from mensenwerk.problems import Problems
from mensenwerk.source import put, read_text

ROOT = Path(__file__).parents[1]

MKDOCS_YML = """\
site_name: Een klein boek
docs_dir: content/pages
theme:
  name: material
  language: nl
plugins:
  - mensenwerk
"""


def signed(text: str) -> str:
    """A case as `mensenwerk review` leaves it: its review says which text was read. Other texts stay as they are."""
    document = read_text(text.encode(), "casus.yaml", Problems())
    read = read_case(document, Problems()) if document else None
    if read is None or read.case.publication is None or read.case.publication.review is None:
        return text
    path = [vocabulary.field_word(*each).word(read.case.language) for each in _REVIEW]
    return put(text.encode(), tuple(path), [f"'{fingerprint(read.case)}'"]).decode()


_REVIEW = (("Case", "publication"), ("Publication", "review"), ("Review", "text"))

CASE = signed("""\
taal: nl
versie: 1
id: de-bank
titel: De bank
publicatie:
  bestemd_voor: publiek
  herkomst: gefingeerd
  beoordeling: {rol: docent, maand: 2026-05}
middelpunt: {id: ik, wie: de oude buurman}
mensen:
  - {id: bank, wie: de bank bij de brug, soort: plek, betekenis: Hier groet hij de schepen., banden: {sterkte: sterk}}
kaarten:
  - {id: nu, moment: aan tafel, wanneer: najaar, gezien_door: ik}
""")

BROKEN_CASE = CASE.replace("titel: De bank", "titel: De bank\nonzin: 3")
BROKEN_LINE = 5


def run(*arguments: str | Path, folder: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """`mensenwerk …` in `folder`: what it said, and its exit code. `env` comes on top of our environment."""
    return run_python("-m", "mensenwerk", *arguments, folder=folder, env=env)


def run_here(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """The same in our own process: dictionaries and the drawing engine are loaded once for many commands."""
    from mensenwerk.cli import cli
    from mensenwerk.site.run import Refused

    before = Path.cwd()
    os.chdir(folder)
    try:
        done = CliRunner().invoke(cli, [str(each) for each in arguments], prog_name="mensenwerk")
    finally:
        os.chdir(before)
        logging.getLogger("mkdocs").handlers.clear()  # they speak to a screen that is gone
    if done.exception is not None and not isinstance(done.exception, SystemExit | Refused):
        raise done.exception
    refused = str(done.exception) if isinstance(done.exception, Refused) else ""
    return subprocess.CompletedProcess(list(map(str, arguments)), done.exit_code, done.stdout, done.stderr + refused)


def run_python(
    *arguments: str | Path, folder: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Python itself, with the same care: no input, and output read as UTF-8."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=folder,
        env=environment(env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Our environment without what would colour the answer, and with Material's banner off."""
    plain = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    return {**plain, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8", **(more or {})}


def write_book(folder: Path, *, mkdocs_yml: str = MKDOCS_YML, case: str = CASE) -> Path:
    """A casebook of one case and one page of its own in `folder`."""
    (folder / "content" / "cases").mkdir(parents=True)
    (folder / "content" / "pages").mkdir()
    (folder / "mkdocs.yml").write_text(mkdocs_yml, encoding="utf-8")
    (folder / "content" / "pages" / "index.md").write_text("# Een klein boek\n\nEen begin.\n", encoding="utf-8")
    write_case(folder, case)
    return folder


def write_case(book: Path, text: str) -> None:
    """Let the one case of a small book say something else, as it would be after a review."""
    (book / "content" / "cases" / "de-bank.yaml").write_text(signed(text), encoding="utf-8")


@contextmanager
def ctrl_c_is_heard() -> Iterator[None]:
    """Programs started from here listen to Ctrl-C. They would not where we run in the background of a
    shell: that makes us ignore it, and what is ignored is inherited."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` by its name, without archives that hold the time they were made."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix != ".gz"
    }


def said(done: subprocess.CompletedProcess[str]) -> str:
    """Everything that a command said."""
    return done.stdout + done.stderr
