"""Cases that were taken back: a tombstone for each, so that nothing of them comes back by accident.

`withdrawn.yaml` holds, per id, the month, whether the taking down is done, and traces: hashes of runs of words
of the case, by which a quotation on another page is found without keeping the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from mensenwerk.guards.detect.lexicon import fold
from mensenwerk.problems import Problems
from mensenwerk.source import Document, Plain, Scalar

_ID = re.compile(r"[a-z0-9-]{1,64}")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_TRACE = re.compile(r"[0-9a-f]{12}")
_WORD = re.compile(r"[^\W_]+")
_KEYS = {"maand": "month", "month": "month", "klaar": "done", "done": "done", "sporen": "traces", "traces": "traces"}
_YES = {"ja", "yes"}
_WINDOW = 4
WORDS_OF_A_TRACE = 6
"""A run of this many words is a quotation; fewer are anyone's."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A case that was taken back. `done`: everything on the takedown list was seen to."""

    id: str
    month: str
    done: bool = False
    traces: frozenset[str] = field(default=frozenset())


def read_withdrawn(document: Document, problems: Problems) -> dict[str, Tombstone]:
    """The tombstones in a file, by id. One that cannot be read is noted: it must not be lost in silence."""
    found = {}
    for key, value in document.data.items():
        stone = _tombstone(key, value)
        if stone is None:
            problems.add("withdrawn-form", document.span((key,)))
        else:
            found[stone.id] = stone
    return found


def _tombstone(key: str, value: Plain) -> Tombstone | None:
    if not _ID.fullmatch(key) or not isinstance(value, dict):
        return None
    said = {_KEYS.get(name): each for name, each in value.items()}
    month, done, marks = said.get("month"), said.get("done"), said.get("traces") or []
    if None in said or not isinstance(month, Scalar) or not _MONTH.fullmatch(month.text.strip()):
        return None
    if not isinstance(marks, list) or not all(
        isinstance(each, Scalar) and _TRACE.fullmatch(each.text) for each in marks
    ):
        return None
    traces = frozenset(each.text for each in marks if isinstance(each, Scalar))
    return Tombstone(key, month.text.strip(), isinstance(done, Scalar) and done.text.strip().lower() in _YES, traces)


def with_tombstones(stones: Mapping[str, Tombstone]) -> str:
    """The text of `withdrawn.yaml`."""
    lines = [
        "# Ingetrokken casussen. Laat dit bestand staan: zo komt er niets van terug. / Cases that were withdrawn.",
        "# Zet «klaar: ja» zodra alles van de lijst is weggehaald. / Write “klaar: ja” once all of the list is gone.",
    ]
    for stone in sorted(stones.values(), key=lambda each: each.id):
        lines += [f"{stone.id}:", f"  maand: {stone.month}", f"  klaar: {'ja' if stone.done else 'nee'}"]
        if stone.traces:
            lines += ["  sporen:", *(f"    - {trace!r}" for trace in sorted(stone.traces))]
    return "\n".join([*lines, ""])


def traces_of(texts: Iterable[str]) -> frozenset[str]:
    """Marks of texts by which a quotation of nine words or more is always found again: of every four runs of six words
    the least hash is kept (winnowing; Schleimer, Wilkerson and Aiken, 2003). The text cannot be read from them."""
    found: set[str] = set()
    for text in texts:
        marks = list(marks_in(text))
        found.update(min(marks[begin : begin + _WINDOW]) for begin in range(max(len(marks) - _WINDOW + 1, bool(marks))))
    return frozenset(found)


def marks_in(text: str) -> Iterator[str]:
    """The hash of every run of six words in a text, whatever signs, line ends and capitals it has."""
    words = _WORD.findall(fold(text))
    for begin in range(len(words) - WORDS_OF_A_TRACE + 1):
        yield sha256(" ".join(words[begin : begin + WORDS_OF_A_TRACE]).encode()).hexdigest()[:12]
