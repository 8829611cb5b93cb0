"""How much the detectors find, and how seldom they cry wolf: bounds that a change may not cross unseen.

What they do exactly is measured by `python benchmarks/detection.py`.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from guards.marked import PROSE, SETS, fill, frames, names, read_set
from mensenwerk.guards.detect import detect
from mensenwerk.problems import Language

RECALL: dict[Language, float] = {"nl": 0.97, "en": 0.95}
FLAGGED: dict[Language, float] = {"nl": 5 / 60, "en": 2 / 25}
OF_AN_ORIGIN = 0.98
PER_THOUSAND_WORDS = 3


@pytest.mark.parametrize("path", sorted(SETS.glob("*.*.tsv")), ids=lambda path: path.name)
def test_a_set_is_found_and_its_clean_sentences_are_left_alone(path: object) -> None:
    rows = read_set(path)  # type: ignore[arg-type]
    language = rows[0].language
    marked = [row for row in rows if row.category != "clean"]
    clean = [row for row in rows if row.category == "clean"]
    missed = [row.text for row in marked if not row.found()]
    flagged = [row.text for row in clean if row.hits()]
    assert len(marked) >= 100
    assert len(clean) >= 25
    assert len(missed) / len(marked) <= 1 - RECALL[language], missed
    assert len(flagged) / len(clean) <= FLAGGED[language], flagged


@pytest.mark.parametrize("language", ["nl", "en"])
def test_names_of_every_origin_are_found_alike(language: Language) -> None:
    lines = frames(language)
    total, found = Counter[str](), Counter[str]()
    for number, (origin, given, surname) in enumerate(names()):
        for step in range(3):
            row = fill(lines[(number * 3 + step) % len(lines)], given, surname, language)
            total[origin] += 1
            found[origin] += row.found()
    assert len(total) >= 12
    assert {origin for origin in total if found[origin] / total[origin] < OF_AN_ORIGIN} == set()


@pytest.mark.parametrize("path", sorted(PROSE.glob("*.md")), ids=lambda path: path.name)
def test_ordinary_prose_gives_few_findings(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    language: Language = "en" if ".en." in path.name else "nl"  # type: ignore[attr-defined]
    words = len(re.findall(r"\w+", text))
    assert words > (5000 if language == "nl" else 2000)
    hits = [paragraph[hit.start : hit.end] for paragraph in text.split("\n\n") for hit in detect(paragraph, language)]
    assert 1000 * len(hits) / words <= PER_THOUSAND_WORDS, hits


def test_a_detector_that_finds_nothing_would_be_noticed() -> None:
    assert not any(row.found() for row in read_set(SETS / "second.nl.tsv") if row.spans and not row.hits())


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "…", "“", "a" * 5000, "A" * 3000, "1" * 3000, "@" * 500, "(" * 500, "'s " * 400]
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_odd_texts_are_survived(language: Language, text: str) -> None:
    for hit in detect(text, language):
        assert 0 <= hit.start < hit.end <= len(text)


def test_a_pseudonym_of_the_case_is_no_place() -> None:
    text = "Op vrijdag verhuist Isa naar haar vader."
    assert [hit.category for hit in detect(text, "nl")] != []
    assert detect(text, "nl", frozenset({"Isa"})) == ()
