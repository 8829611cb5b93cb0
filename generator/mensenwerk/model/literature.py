"""Literature by key: `references.yaml` → `Reference`s."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mensenwerk.problems import Language, Problems
from mensenwerk.source import Document, Plain, Scalar

_FIELDS = {"authors", "year", "title", "container", "publisher", "url", "note"}
_URL = re.compile(r"https?://[^\s\"'<>]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """One work. `authors` as "Family, I."; `year` is text ("z.j." where there is none)."""

    key: str
    authors: tuple[str, ...]
    year: str
    title: str
    container: str | None = None
    publisher: str | None = None
    url: str | None = None
    note: str | None = None

    @property
    def anchor(self) -> str:
        """The place of this work in a list on a page."""
        return f"bron-{self.key}"

    def called(self, language: Language, *, in_brackets: bool) -> str:
        """How a text calls this work, after the manual of the American Psychological Association (2020): one author,
        two with "&" in brackets and "en" outside, more with "et al."; `(Hartman, 1978)` or `Hartman (1978)`."""
        families = [author.partition(",")[0].strip() for author in self.authors]
        several = len(families) > 2 or any("et al" in author for author in self.authors)
        between = " & " if in_brackets else {"nl": " en ", "en": " and "}[language]
        who = f"{families[0]} et al." if several else between.join(families)
        return f"{who}, {self.year}" if in_brackets else f"{who} ({self.year})"

    def entry(self) -> str:
        """Author (year). Title. Where it appeared."""
        where = [part.rstrip(".") for part in (self.container, self.publisher, self.note) if part]
        where = [part for part in where if part]
        parts = [f"{'; '.join(self.authors)} ({self.year})", self.title, *where]
        return " ".join(f"{part}{'' if part[-1] in '.?!' else '.'}" for part in parts)


def read_references(document: Document, problems: Problems) -> dict[str, Reference]:
    """The works in a file, by key; what is wrong with one is noted and the others stay."""
    found = {}
    for key, value in document.data.items():
        reference = _reference(key, value)
        if reference is None:
            problems.add("reference-form", document.span((key,)))
        else:
            found[key] = reference
    return found


def _reference(key: str, value: Plain) -> Reference | None:
    if not isinstance(value, dict) or not value.keys() <= _FIELDS:
        return None
    authors = value.get("authors")
    names = [one.text for one in authors if isinstance(one, Scalar)] if isinstance(authors, list) else []
    texts = {name: one.text.strip() for name, one in value.items() if isinstance(one, Scalar) and one.text.strip()}
    url = texts.get("url")
    if not names or "year" not in texts or "title" not in texts or (url and not _URL.fullmatch(url)):
        return None
    return Reference(key, tuple(names), **texts)
