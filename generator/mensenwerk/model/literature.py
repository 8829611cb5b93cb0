"""Literature by key: `references.yaml` → `Reference`s."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from mensenwerk.problems import Problems
from mensenwerk.source import Document, Plain, Scalar

_FIELDS = {
    *("authors", "year", "title", "language", "container", "volume", "issue", "pages", "publisher", "url", "accessed"),
    *("note", "note_en"),
}
KEY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+")
"""How a key is written, so that a page can cite it."""
_YEAR = re.compile(r"[^\W\d_][^,<>&]*|\d{4}[a-z]?")
_NUMBERS = re.compile(r"[\w .:–-]+")
_URL = re.compile(r"https?://[^\s\"'<>]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """One work. `authors` as "Family, I.", or the name of an organisation; an author may end in ", et al.". `year` is
    text: "2014", "2014a", or "z.d." where there is none. `container`: the journal or book in which it stands.
    `accessed`: the day on which `url` was looked at, as 2026-11-25; a list says it of a work without a year.
    `language`: that of the title. `note_en`: what an English book says where others say `note`."""

    key: str
    authors: tuple[str, ...]
    year: str
    title: str
    language: str | None = None
    container: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    publisher: str | None = None
    url: str | None = None
    accessed: str | None = None
    note: str | None = None
    note_en: str | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is public by being literature."""
        parts = (self.title, self.container, self.publisher, self.url, self.note, self.note_en)
        return (*self.authors, *(part for part in parts if part))


def read_references(document: Document, problems: Problems) -> dict[str, Reference]:
    """The works in a file, by key; what is wrong with one is noted and the others stay."""
    found = {}
    for key, value in document.data.items():
        reference = _reference(key, value)
        if not KEY.fullmatch(key):
            problems.add("reference-key", document.span((key,)))
        elif reference is None:
            problems.add("reference-form", document.span((key,)))
        else:
            found[key] = reference
    return found


def _reference(key: str, value: Plain) -> Reference | None:
    if not isinstance(value, dict) or not value.keys() <= _FIELDS:
        return None
    authors = value.get("authors")
    names = [one.text.strip() for one in authors if isinstance(one, Scalar)] if isinstance(authors, list) else []
    texts = {name: one.text.strip() for name, one in value.items() if isinstance(one, Scalar) and one.text.strip()}
    url = texts.get("url")
    if not all(any(map(str.isalpha, name)) for name in names) or not _YEAR.fullmatch(texts.get("year", "")):
        return None
    if not all(_NUMBERS.fullmatch(texts[name]) for name in ("volume", "issue", "pages") if name in texts):
        return None
    if not names or "year" not in texts or "title" not in texts or (url and not _URL.fullmatch(url)):
        return None
    if texts.get("language", "nl") not in ("nl", "en"):
        return None
    if "accessed" in texts and not _is_day(texts["accessed"]):
        return None
    return Reference(key, tuple(names), **texts)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
