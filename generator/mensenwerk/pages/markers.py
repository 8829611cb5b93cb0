"""Markers in a page that an author writes by hand: where a part of a case goes, and what is cited.

On a line of its own: `[[kaart CASUS KAART]]`, `[[kenmerk CASUS KENMERK]]`, `[[drempel CASUS SOORT]]`,
`[[casus CASUS]]`, `[[literatuur]]`; in English `map`, `characteristic`, `dilemma`, `case`, `literature`. In a sentence:
`[@key]` or `[@one; @other]` is (Author, year), and `@key` is Author (year). What stands in code is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORDS = {
    "kaart": "map",
    "map": "map",
    "kenmerk": "characteristic",
    "characteristic": "characteristic",
    "drempel": "dilemma",
    "dilemma": "dilemma",
    "casus": "case",
    "case": "case",
    "literatuur": "literature",
    "literature": "literature",
}
ARGUMENTS = {"map": 2, "characteristic": 2, "dilemma": 2, "case": 1, "literature": 0}

_MARKER = re.compile(r"^ {0,3}\[\[(?P<inside>[^\[\]]*)\]\][ \t]*$")
_CITED = re.compile(r"(?P<group>\[@[^\[\]]+\](?!\())|(?<![\w@/.\[`])@(?P<bare>[a-z][a-z0-9]*(?:-[a-z0-9]+)+)")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+).+?\1")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker on line `line` (from 1). `kind`: map, characteristic, dilemma, case or literature, or None where the
    word is not known or the number of names is not right; `case` and `name`: what it asks for."""

    line: int
    column: int
    kind: str | None
    case: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """Works that are cited together, at a place in a line. `alone`: in the running text, without brackets."""

    line: int
    column: int
    end: int
    keys: tuple[str, ...]
    alone: bool


def markers(text: str) -> Iterator[Marker]:
    """Every marker of a page, in order."""
    for number, line in _lines(text):
        match = _MARKER.match(line)
        if match:
            yield _marker(match["inside"], number, line.index("[") + 1)


def citations(text: str) -> Iterator[Cited]:
    """Every citation of a page, in order."""
    for number, line in _lines(text):
        hidden = _CODE.sub(lambda code: " " * len(code[0]), line)
        for match in _CITED.finditer(hidden):
            if match["bare"]:
                yield Cited(number, match.start() + 1, match.end(), (match["bare"],), alone=True)
            else:
                keys = tuple(key.strip().lstrip("@") for key in match["group"][1:-1].split(";"))
                yield Cited(number, match.start() + 1, match.end(), keys, alone=False)


def _marker(inside: str, line: int, column: int) -> Marker:
    word, *names = inside.split()[:4] or [""]
    kind = WORDS.get(word.casefold())
    if kind is None or len(names) != ARGUMENTS[kind]:
        return Marker(line, column, None)
    case, name = [*names, "", ""][:2]
    return Marker(line, column, kind, case, name)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a page that are no code."""
    fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        match = _FENCE.match(line)
        if fence:
            if match and match[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            continue
        if match:
            fence = match[1]
            continue
        yield number, line
