"""The handbook as a reader follows it: what its pages ask to type, which file they ask to make, what they say comes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from commands import ROOT

HANDBOOK = ROOT / "content" / "handboek"
BOOKS = {"nl": HANDBOOK / "mkdocs.yml", "en": HANDBOOK / "mkdocs.en.yml"}

_BLOCK = re.compile(r"(?m)^(?:<!-- (?P<mark>[^\n]*) -->\n)?```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: what it holds (`sh`, `yaml`, `text` …), its text, and what the remark above it says to this test:
    `installeren`, `bestand: NAME` (the text is that file), `stopt` (the command ends with 1), `u typt: …` (an
    answer), `in the program` (it is typed in the folder of the program)."""

    place: str
    kind: str
    text: str
    mark: str

    @property
    def file(self) -> str | None:
        """The file that this block is, from the folder of the reader's book."""
        return self.mark.removeprefix("bestand: ") if self.mark.startswith("bestand: ") else None


def pages(book: Path) -> list[Path]:
    """The pages of a book in the order of its menu, as far as someone wrote them."""
    settings = yaml.safe_load(book.read_text(encoding="utf-8"))
    folder = book.parent / settings["docs_dir"]
    return [folder / uri for uri in _uris(settings["nav"]) if (folder / uri).exists()]


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            f"{page.name}:{text.count(chr(10), 0, found.start()) + 1}",
            *found.group("kind", "text"),
            found["mark"] or "",
        )
        for found in _BLOCK.finditer(text)
    ]


def lines(block: Block) -> list[str]:
    """What a reader types, a command a line."""
    return [line for line in block.text.replace("\\\n", " ").splitlines() if line.strip()]


def _uris(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for each in nav.values():
            yield from _uris(each)
    elif isinstance(nav, list):
        for each in nav:
            yield from _uris(each)
