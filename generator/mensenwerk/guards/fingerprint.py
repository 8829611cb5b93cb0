"""A short hash of what a reader would see: a review holds for this text, and for no other."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any

from mensenwerk.guards.project import clear
from mensenwerk.model import Case

_NOT_READ = {"reviewer", "reviewed"}
"""What the review itself writes down is no part of the text that it is about."""


def fingerprint(case: Case) -> str:
    """Sixteen hexadecimal digits that change with anything a reader can see of the case, and with whom it is meant
    for. Needs a publication block (ValueError).

    What is left out or stands at its default is skipped, so that a new version of the program, which knows more
    fields, does not make every review expire."""
    seen = _told(clear(case))
    meant = case.publication.intended_for.value if case.publication else None
    return _short(json.dumps([meant, seen], ensure_ascii=False, sort_keys=True))


def finding_fingerprint(case: str, category: str, value: str, texts: Iterable[str]) -> str:
    """The same for one finding: it changes when one of the texts in which it stands changes, and is of no use in
    another case (`case`: which one, and where it comes from)."""
    return _short(json.dumps([case, category, value, sorted({_same(text) for text in texts})], ensure_ascii=False))


def _told(value: Any) -> Any:
    if is_dataclass(value):
        found = {}
        kind: Any = type(value)
        for name, default in _read_of(kind):
            said = getattr(value, name)
            if said != default and said not in (None, (), False):
                found[name] = _told(said)
        return found
    if isinstance(value, tuple):
        return [_told(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return _same(value) if isinstance(value, str) else value


@cache
def _read_of(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """The fields of a kind of thing that a reader reads, each with what it is unless it is said."""
    return tuple((field.name, field.default) for field in fields(kind) if field.name not in _NOT_READ)


def _same(text: str) -> str:
    """Line breaks of the file mean nothing to a reader."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
