"""Question cards: what the chapters ask, a question or two on each, and a first card that asks who is important."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from mensenwerk.pages.paper.sheet import Sheet
from mensenwerk.pages.safe import words_of
from mensenwerk.pages.wording import Wording

About = Literal["characteristics", "thresholds", "all"]
ON_A_SHEET = 4
ON_A_CARD = 2


@dataclass(frozen=True, slots=True)
class Card:
    """`kind`: of what it is a card, in a word; `theme`: its heading; `lead`: the theme in a sentence; `questions` in
    large letters, or `lines` in small ones; without either there is room to write. `foot`: whom it may be about."""

    kind: str
    theme: str
    lead: str = ""
    questions: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    foot: str = ""


@dataclass(frozen=True, slots=True)
class CardsView:
    cards: tuple[Card, ...]


def cards_sheet(words: Wording, about: About = "all") -> Sheet:
    """All cards on a subject, in the order of the chapters; the last sheet is filled with cards for one's own question,
    of which there is at least one."""
    said = words.paper["cards"]
    cards = [
        Card("", said["first"], questions=tuple(said["first_questions"])),
        Card("", said["use"], lines=tuple(said["use_lines"])),
    ]
    if about in ("characteristics", "all"):
        for chapter in words.characteristics.values():
            cards += _of(chapter, words.site["site"]["chapter"])
    if about in ("thresholds", "all"):
        for chapter in words.dilemmas.values():
            cards += _of(
                chapter, words.site["site"]["dilemma"], words_of(chapter["sentence"]), _holders(chapter, words)
            )
    own = Card("", said["own"])
    cards += [own] * (ON_A_SHEET - len(cards) % ON_A_SHEET)
    name = words.paper["files"]["cards"] + ("" if about == "all" else f"-{said[f'{about}_file']}")
    return Sheet(name, "cards", said[about], words.language, "a4", CardsView(tuple(cards)))


def _of(chapter: Mapping[str, Any], kind: str, lead: str = "", foot: str = "") -> Iterator[Card]:
    for questions in _shared(chapter["questions"]):
        yield Card(kind, chapter["name"], lead, tuple(words_of(question) for question in questions), foot=foot)


def _shared(questions: Sequence[str]) -> Iterator[Sequence[str]]:
    """Two on a card; the first card has one where they are odd."""
    first = len(questions) % ON_A_CARD
    if first:
        yield questions[:first]
    for begin in range(first, len(questions), ON_A_CARD):
        yield questions[begin : begin + ON_A_CARD]


def _holders(chapter: Mapping[str, Any], words: Wording) -> str:
    """With whom a threshold may lie, in a sentence; nothing where that is not told."""
    holders = [words.site["holder"][holder] for holder in chapter["holder"]]
    return words.site["chapter"]["holder"].format(holders=words.names(holders)) if holders else ""
