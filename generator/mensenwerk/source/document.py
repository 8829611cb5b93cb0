"""What a YAML file says, without any meaning yet: text, lists and mappings, and where each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mensenwerk.problems import Language, Span

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and places in lists, as the author wrote them."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as text. YAML's guesses (`no` → False, 2026-05-01 → a date) are never made:
    what a value means is decided by the field it stands in. `plain` tells that it was not quoted."""

    text: str
    plain: bool


Plain = Scalar | list["Plain"] | dict[str, "Plain"] | None
"""A value: a scalar, a list, a mapping with unique keys, or None where nothing was written."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read. `data` is its top mapping; `spans` knows where each key or list item begins."""

    file: str
    language: Language
    data: dict[str, Plain]
    spans: Mapping[Path, Span]
    lines: tuple[str, ...] = ()
    """The lines of the file, to point at a word inside a text of several lines."""

    def span_of(self, path: Path, words: str) -> Span:
        """The place of `words` in the text at `path`; of the text itself where they cannot be told apart."""
        begin = self.span(path)
        first = (words.split() or [""])[0]
        later = [each.line for each in self.spans.values() if each.line > begin.line]
        for number in range(begin.line, min(later, default=len(self.lines) + 1)):
            start = begin.column - 1 if number == begin.line else 0
            place = self.lines[number - 1].find(first, start) if number <= len(self.lines) else -1
            if first and place >= 0:
                return Span(self.file, number, place + 1)
        return begin

    def span(self, path: Path) -> Span:
        """The place of `path`, or of the nearest thing around it that stands in the file."""
        while path and path not in self.spans:
            path = path[:-1]
        return self.spans.get(path, Span(self.file))
