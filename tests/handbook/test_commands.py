"""Every command in the handbook does what the page says, in the order in which a reader types them."""

from __future__ import annotations

import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import click
import pytest

from commands import ROOT, ctrl_c_is_heard, environment
from handbook.reading import BOOKS, Block, blocks, lines, pages
from mensenwerk.cli import cli

BASH = shutil.which("bash")
EVERY = [(language, page) for language, book in BOOKS.items() for page in pages(book)]
PAGES = [page for _, page in EVERY]
KINDS = {"sh", "powershell", "text", "yaml", "csv", "markdown"}
IN_THE_PROGRAM = "in the program"
SECONDS = 60

needs_bash = pytest.mark.skipif(BASH is None, reason="no bash on this machine: a reader types these lines in one")


@dataclass(slots=True)
class Reader:
    """Someone who follows the handbook from its first page on, in a folder of their own."""

    here: Path
    home: Path
    done: list[Path] = field(default_factory=list)
    said: str = ""

    def follow(self, page: Path, before: list[Path]) -> None:
        """Do what the page asks, after the pages before it."""
        for each in [*before, page]:
            if each not in self.done:
                self.done.append(each)
                for block in blocks(each):
                    self._do(block)

    def _do(self, block: Block) -> None:
        if block.file:
            file = self.here / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
        elif block.kind == "sh" and block.mark != "installeren":
            self.said, book = "", self.here
            if block.mark == IN_THE_PROGRAM:
                self.here = self._program()
            for line in lines(block):
                self._type(line, block)
            if block.mark == IN_THE_PROGRAM:
                self.here = book
        elif block.kind == "text":
            assert seen(block.text, self.said), f"{block.place}: this is not what came:\n{self.said}"

    def _program(self) -> Path:
        """The folder of the program: a copy, for a reader may write in it."""
        copy = self.home / "program"
        if not copy.exists():
            made = (".*", "site", "site.en", "build", "dist", "__pycache__", "*.egg-info")
            leave_out = _but(made, {"generator/mensenwerk/site", "tests/site"})
            for part in ("benchmarks", "content", "generator", "tests", "themes"):
                shutil.copytree(ROOT / part, copy / part, ignore=leave_out)
            for file in ROOT.glob("*.*"):
                if file.is_file():
                    shutil.copy(file, copy)
        return copy

    def _type(self, line: str, block: Block) -> None:
        if line.startswith("mensenwerk serve"):
            self._look_along(line, block)
            return
        typed = block.mark.removeprefix("u typt: ").replace(" / ", "\n") if block.mark.startswith("u typt: ") else ""
        asked = subprocess.run(
            [str(BASH), "-c", f'{line}\nended=$?; pwd > "$HOME/here"; exit $ended'],
            cwd=self.here,
            env=self._environment(),
            input=typed,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=240,
            check=False,
        )
        self.said += asked.stdout
        assert asked.returncode == (block.mark == "stopt"), f"{block.place}: {line}\n{asked.stdout}"
        self.here = Path((self.home / "here").read_text(encoding="utf-8").strip())

    def _look_along(self, line: str, block: Block) -> None:
        """`serve` runs until it is stopped; another port than the usual, for that may be taken here."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        log = self.home / "serve.log"
        with ctrl_c_is_heard(), log.open("wb") as out:
            serving = subprocess.Popen(
                [*shlex.split(line), "-a", address],
                cwd=self.here,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        try:
            until = time.monotonic() + SECONDS
            while not self._answers(address):
                assert serving.poll() is None, f"{block.place}: {line}\n{log.read_text(encoding='utf-8')}"
                assert time.monotonic() < until, f"{block.place}: nothing was shown"
                time.sleep(0.1)
        finally:
            serving.send_signal(signal.SIGINT)
            serving.wait(SECONDS)

    @staticmethod
    def _answers(address: str) -> bool:
        try:
            with urlopen(f"http://{address}/index.html", timeout=5) as answer:
                return b"<h1" in answer.read()
        except OSError:
            return False

    def _environment(self) -> dict[str, str]:
        """That of someone who activated the environment in which the program is, with a home of their own."""
        own = {"HOME": self.home, "XDG_CONFIG_HOME": self.home / "config", "XDG_CACHE_HOME": self.home / "cache"}
        said = environment({name: str(path) for name, path in own.items()})
        for name in [name for name in said if name == "MENSENWERK_REGISTRY" or name.startswith("PYTEST_")]:
            del said[name]  # what runs these tests does not run theirs
        return {**said, "PATH": f"{Path(sys.executable).parent}:{said['PATH']}"}


def _but(names: tuple[str, ...], kept: set[str]) -> Callable[[str, list[str]], set[str]]:
    """What is not copied: what has these names, but for what is `kept`, from the folder of the program."""
    leave_out = shutil.ignore_patterns(*names)

    def choose(folder: str, found: list[str]) -> set[str]:
        here = Path(folder).relative_to(ROOT).as_posix()
        return {name for name in leave_out(folder, found) if f"{here}/{name}" not in kept}

    return choose


def seen(wanted: str, said: str) -> bool:
    """Whether all lines of `wanted` stand in `said`, in this order; … stands for anything."""
    parts = [".*?".join(map(re.escape, line.strip().split("…"))) for line in wanted.splitlines() if line.strip()]
    return re.search(r"[\s\S]*?".join(parts), said) is not None


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reader]:
    """A reader for each language; each begins in the folder of the program."""
    found = {}
    for language in BOOKS:
        folder = tmp_path_factory.mktemp(f"reader-{language}")
        for name in ("home", "mensenwerk"):
            (folder / name).mkdir()
        found[language] = Reader(folder / "mensenwerk", folder / "home")
    return found


@needs_bash
@pytest.mark.parametrize(("language", "page"), EVERY, ids=lambda each: getattr(each, "stem", each))
def test_what_a_page_asks_to_type_works_and_says_what_the_page_shows(
    readers: dict[str, Reader], language: str, page: Path
) -> None:
    order = pages(BOOKS[language])
    readers[language].follow(page, order[: order.index(page)])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_command_stands_where_it_is_not_tried(page: Path) -> None:
    for block in blocks(page):
        assert block.kind in KINDS, block.place
        if block.kind not in ("sh", "powershell"):
            assert "\nmensenwerk " not in f"\n{block.text}", block.place
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for block in blocks(page):
        if block.mark == "installeren":
            install, *more = lines(block)
            assert f"\n{install} && " in readme
            assert more == [". .venv/bin/activate"]
        elif block.kind == "powershell":
            assert [line for line in lines(block) if f"`{line}`" not in readme] == [r".venv\Scripts\activate"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_in_a_sentence_exists_with_its_options(page: Path) -> None:
    for said in re.findall(r"`mensenwerk ([a-z][^`]*)`", page.read_text(encoding="utf-8")):
        name, *words = shlex.split(said)
        command = cli.commands.get(name)
        assert command is not None, said
        if isinstance(command, click.Group) and words:
            command = command.commands[words.pop(0)]
        known = {option for each in command.params for option in each.opts}
        assert {word for word in words if word.startswith("-")} <= known, said


def test_what_did_not_come_is_seen() -> None:
    assert seen("Gemaakt: …tuin.yaml\nKlaar", "x\nGemaakt: /a/tuin.yaml\ny\nKlaar.\n")
    assert not seen("Gemaakt: …tuin.yaml", "Gemaakt: huis.yaml")
    assert not seen("Een\nTwee", "Twee\nEen")
