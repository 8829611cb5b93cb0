"""Every mistake that an author makes is told with its place, in plain words, with what to do. What is told stands in
golden/mistakes.nl.txt and mistakes.en.txt; accept a change with MENSENWERK_ACCEPT=1."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from author.mistakes import MISTAKES, NO_MISTAKES, PRIVATE, english
from mensenwerk.model import read_case
from mensenwerk.problems import Language, Problem, Problems, ordered
from mensenwerk.source import read_text

GOLDEN = Path(__file__).parents[1] / "golden"
WHOLE_FILE = {"an empty file", "only remarks", "a document of a word processor"}
"""What is wrong with a file as a whole has no line."""


def in_language(text: str | bytes, language: Language) -> str | bytes:
    if language == "nl":
        return text
    return english(text) if isinstance(text, str) else english(text.decode("cp1252")).encode("cp1252")


def told(text: str | bytes, language: Language) -> tuple[list[Problem], tuple[int, int] | None]:
    """What is told of a text, and the place of its mark."""
    mark = "§" if isinstance(text, str) else "§".encode("cp1252")
    before, found, after = text.partition(mark)  # type: ignore[arg-type]
    raw = before + after
    place = (
        (before.count("\n" if isinstance(before, str) else b"\n") + 1, len(before) - _line_start(before) + 1)
        if found
        else None
    )
    problems = Problems(language)
    document = read_text(raw if isinstance(raw, bytes) else raw.encode(), "casus.yaml", problems)
    if document is not None:
        read_case(document, problems)
    assert {problem.language for problem in problems.found} <= {language}
    return ordered(problems.found), place


def _line_start(before: str | bytes) -> int:
    return before.rfind("\n" if isinstance(before, str) else b"\n") + 1  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_at_its_place_and_nothing_private_is_repeated(name: str, language: Language) -> None:
    found, place = told(in_language(MISTAKES[name], language), language)
    first = found[0]
    assert first.severity == "error"
    assert (first.span.line, first.span.column) == ((0, 0) if name in WHOLE_FILE else place)
    for problem in found:
        assert PRIVATE not in str(problem).lower()


@pytest.mark.parametrize("name", NO_MISTAKES)
def test_what_is_no_mistake_is_not_told(name: str) -> None:
    for language in ("nl", "en"):
        assert told(in_language(NO_MISTAKES[name], language), language)[0] == []  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_told_of_every_mistake_is_as_it_was_accepted(language: Language) -> None:
    lines = []
    for name, text in MISTAKES.items():
        lines += [f"# {name}", *map(str, told(in_language(text, language), language)[0]), ""]
    golden, found = GOLDEN / f"mistakes.{language}.txt", "\n".join(lines)
    if os.environ.get("MENSENWERK_ACCEPT") == "1":
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")
