"""Markers in a page that an author writes by hand: where a part of a case goes, what is cited, what is a note.

On a line of its own: `[[kaart CASUS KAART]]`, `[[kenmerk CASUS KENMERK]]`, `[[drempel CASUS SOORT]]`,
`[[casus CASUS]]`, `[[literatuur]]`; in English `map`, `characteristic`, `dilemma`, `case`, `literature`. In a sentence:
`[@key]`, `[@key, p. 12]` or `[@one; @other]` is (Author, year), and `@key` is Author (year); `\\@key` is what it says.

What is code, a link or a note is not guessed here. Each place that could be a marker gets a word of its own, the page
is made into HTML as the site does it, and where the words come out tells what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from mensenwerk.pages.dialect import Dialect
from mensenwerk.pages.nesting import Nesting

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

_KEY = r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+"
_CANDIDATE = re.compile(
    rf"""(?P<note><!--(?!-?>))
    | (?P<end>--!?>)
    | ^[ ]{{0,3}}\[(?P<line>(?i://|comment|_|note|notitie))\](?=:)
    | \[\[(?P<marker>[^\[\]]{{0,200}})\]\]
    | \\@(?={_KEY})
    | (?<!\])(?P<group>\[@[^\[\]\\<]+?\])(?!\(|:[ ]*(?:https?:|\S+\.md))
    | (?<![A-Za-z0-9@/.])@(?P<bare>{_KEY})""",
    re.MULTILINE | re.VERBOSE,
)
_NOTE = re.compile(r"<!--.*?--!?>")
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")

_AS_IT_IS = {"code", "pre", "kbd", "samp", "script", "style", "textarea", "svg", "template"}
_NO_LINK = {"a", "button", "label", "summary", "h1", "h2", "h3", "h4", "h5", "h6"}


class Place(IntEnum):
    """Where something came out. `PLAIN`: in a heading or a link, which hold no link; `TOP`: in a paragraph between
    the other parts of the page."""

    PLAIN = 1
    TEXT = 2
    TOP = 3


@dataclass(frozen=True, slots=True)
class Found:
    """Something at `start` up to `end` of a page, which is on line `line` from column `column` (both from 1)."""

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Marker(Found):
    """`kind`: map, characteristic, dilemma, case or literature, or None where the word is not known or the number of
    names is not right; `case` and `name`: what it asks for. `placed`: whether it stands where a part can go."""

    kind: str | None = None
    case: str = ""
    name: str = ""
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Cited(Found):
    """Works that are cited together: for each its key, and where in it (`p. 12`; mostly empty). `alone`: in the running
    text, without brackets. `plain`: where no link can be."""

    works: tuple[tuple[str, str], ...] = ()
    alone: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Shown(Found):
    """Where a note begins that readers would see: nothing says where it ends, or a blank line stands in it and it
    begins in the middle of a line, or it became part of a link or a picture. Other notes no page shows."""


@dataclass(frozen=True, slots=True)
class Escaped(Found):
    """`\\@word-word`: an @ that cites nothing."""


Part = Marker | Cited | Shown | Escaped


def asks(text: str) -> bool:
    """Whether a page could have something to find: fast, and sometimes wrongly true."""
    return _CANDIDATE.search(text) is not None


def find(text: str, dialect: Dialect) -> tuple[Part, ...]:
    """All that means something on a page (without its front matter), in order; what is code is not among it."""
    candidates = list(_CANDIDATE.finditer(text))
    if not candidates:
        return ()
    word = "zqm"
    while word in text.casefold():
        word += "q"
    marked, at = [], 0
    for number, match in enumerate(candidates):
        kept = next((name for name in ("note", "line", "end") if match[name]), None)
        begin = match.start() if kept in (None, "end") else match.end(kept)
        marked.append(f"{text[at:begin]}{word}{number}x")
        at = begin if kept else match.end()
    page = _Page(word)
    page.feed(dialect.html("".join([*marked, text[at:]])))
    page.close()
    return tuple(_parts(text, candidates, page))


def filled(text: str, parts: tuple[Part, ...], words: Callable[[Part], str]) -> str:
    """A page with `words` for each part in its place."""
    said, at = [], 0
    for part in parts:
        said += [text[at : part.start], words(part)]
        at = part.end
    return "".join([*said, text[at:]])


def _parts(text: str, candidates: list[re.Match[str]], page: _Page) -> Iterator[Part]:
    noted = False
    for number, match in enumerate(candidates):
        start, end = match.span()
        line_start = text.rfind("\n", 0, start) + 1
        where = (start, end, text.count("\n", 0, start) + 1, start - line_start + 1)
        place = page.places.get(number)
        if match["note"] or match["line"]:
            noted = noted or match["note"] is not None
            if place or number in page.hidden:
                yield Shown(*where)
        elif match["end"]:
            if place and noted:  # what stands before it is shown: a note ended sooner than its author thought
                yield Shown(*where)
        elif number in page.hidden:
            continue  # in an attribute nothing can be put in its place
        elif not place:
            continue
        elif match["marker"] is not None:
            line = text[line_start : (text + "\n").index("\n", end)]
            alone = re.fullmatch(r" {0,3}\[\[[^\[\]]*\]\]\s*", _NOTE.sub("", line)) is not None
            marker = _marker(match["marker"], where, placed=alone and place is Place.TOP)
            if marker.kind or alone or _word(match["marker"]) in WORDS:
                yield marker
        elif match["bare"]:
            yield Cited(*where, works=((match["bare"], ""),), alone=True, plain=place is Place.PLAIN)
        elif match["group"]:
            if not _BLANK_LINE.search(match["group"]):
                yield Cited(*where, works=_works(match["group"][1:-1]), plain=place is Place.PLAIN)
        else:
            yield Escaped(*where)


def _marker(inside: str, where: tuple[int, int, int, int], *, placed: bool) -> Marker:
    names = inside.split()[1:4]
    kind = WORDS.get(_word(inside))
    if kind is None or len(names) != ARGUMENTS[kind]:
        return Marker(*where, placed=placed)
    case, name = [*names, "", ""][:2]
    return Marker(*where, kind=kind, case=case, name=name, placed=placed)


def _word(inside: str) -> str:
    return next(iter(inside.casefold().split()), "")


def _works(inside: str) -> tuple[tuple[str, str], ...]:
    """`@one, p. 12; @other` as keys with their places."""
    said = [" ".join(each.replace("\n>", "\n").split()) for each in inside.split(";")]
    cut = [each.removeprefix("@").partition(",") for each in said]
    return tuple((key.strip(), place.strip()) for key, _, place in cut)


class _Page(Nesting):
    """Where the words of a page came out: `places`, by number, in text; `hidden`: those in attributes."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.places: dict[int, Place] = {}
        self.hidden: set[int] = set()
        self._word = re.compile(rf"{word}(\d+)x", re.IGNORECASE)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        self.handle_startendtag(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:  # a heading gets an id of its words, and a table of contents leads there
            if value and name != "id" and not value.startswith("#"):
                self.hidden.update(self._numbers(value))

    def handle_data(self, data: str) -> None:
        numbers = self._numbers(data)
        around = [tag for tag, _ in self.open]
        if not _AS_IT_IS.isdisjoint(around):
            return
        place = Place.TOP if around == ["p"] else Place.TEXT
        if not _NO_LINK.isdisjoint(around):
            place = Place.PLAIN
        for number in numbers:
            self.places[number] = max(place, self.places.get(number, place))

    def _numbers(self, text: str) -> list[int]:
        return [int(match[1]) for match in self._word.finditer(text)]
