"""Sentences with what identifies someone between ⟦ and ⟧: reading them, and what the detectors make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mensenwerk.guards.detect import Hit, detect
from mensenwerk.problems import Language

SETS = Path(__file__).parent / "sets"
PROSE = Path(__file__).parent / "prose"


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence of a set: what it holds (`clean`: nothing), its text without marks, and where they stood."""

    category: str
    text: str
    spans: tuple[tuple[int, int], ...]
    language: Language

    def hits(self) -> tuple[Hit, ...]:
        return detect(self.text, self.language)

    def found(self) -> bool:
        """Whether something was found in every place that identifies someone."""
        hits = self.hits()
        return all(any(hit.start < end and begin < hit.end for hit in hits) for begin, end in self.spans)


def read_set(path: Path) -> list[Marked]:
    """The sentences of `<name>.<language>.tsv`: a category, a tab and a sentence a line."""
    language: Language = "en" if path.name.split(".")[-2] == "en" else "nl"
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            category, sentence = line.split("\t", 1)
            found.append(marked(category, sentence, language))
    return found


def marked(category: str, sentence: str, language: Language) -> Marked:
    """Take the marks out of a sentence."""
    text, spans = "", []
    for part in re.split(r"(⟦.*?⟧)", sentence):
        if part.startswith("⟦"):
            spans.append((len(text), len(text) + len(part) - 2))
            part = part[1:-1]
        text += part
    return Marked(category, text, tuple(spans), language)


def names() -> Iterator[tuple[str, str, str]]:
    """Origin, given name and surname (empty where there is none)."""
    for line in (SETS / "names.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            origin, given, surname = [*line.split("\t"), ""][:3]
            yield origin, given, surname


def frames(language: Language) -> list[str]:
    """Sentences with a gap: {given}, {surname} or {full}."""
    lines = (SETS / f"frames.{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def fill(frame: str, given: str, surname: str, language: Language) -> Marked:
    """A frame with a name in its gap, marked."""
    full = f"{given} {surname}".strip()
    values = {"given": given, "surname": surname or given, "full": full}
    return marked("name", re.sub(r"\{(\w+)\}", lambda gap: f"⟦{values[gap[1]]}⟧", frame), language)
