"""An edition: what is made of cases for readers of its own. A practice guide, a case study, a conversation, a briefing.

What each field means to an author, in both languages, stands in vocabulary.toml, as for a case.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from mensenwerk.model import words as w
from mensenwerk.model.case import Id, Label, Line, Model, Month, Prose


class Series(Model):
    """The series in which a guide appears, as its box tells it."""

    name: Line
    part: Label | None = None
    about: Prose | None = None


class Edition(Model):
    """One file of an edition. Which of its fields a kind needs, and which mean nothing to it, say `NEEDED` and
    `OF_KIND`; `chapters` are pages of the author's own, by where they stand among the pages."""

    language: Literal["nl", "en"] = "nl"
    version: Annotated[StrictInt, Field(ge=1, le=1)] = 1
    id: Id
    translation_of: Id | None = None
    kind: w.EditionKind
    title: Annotated[str, Field(min_length=1, max_length=120)]
    lead: Prose | None = None
    by: tuple[Line, ...] = ()
    month: Month | None = None
    introduction: Prose | None = None
    cases: Annotated[tuple[Id, ...], Field(max_length=60)] = ()
    series: Series | None = None
    chapters: Annotated[tuple[Line, ...], Field(max_length=60)] = ()
    form: w.ConversationForm | None = None
    map: Id | None = None
    question: Prose | None = None
    minutes: Annotated[StrictInt, Field(ge=40, le=240, multiple_of=5)] | None = None
    vision: Prose | None = None
    occasion: Prose | None = None
    choice: Prose | None = None
    roles: tuple[w.CouncilRole, ...] = ()
    portfolio_holder: Line | None = None
    follow_up: Prose | None = None
    questions: tuple[Line, ...] = ()
    sources: tuple[Id, ...] = ()


OF_KIND = {
    w.EditionKind.GUIDE: {"series", "chapters"},
    w.EditionKind.CASE_STUDY: set[str](),
    w.EditionKind.CONVERSATION: {"form", "map", "question", "minutes"},
    w.EditionKind.BRIEFING: {"vision", "occasion", "choice", "roles", "portfolio_holder", "follow_up"},
}
"""The fields that mean something to one kind only."""

NEEDED = {
    w.EditionKind.GUIDE: ("chapters",),
    w.EditionKind.CASE_STUDY: ("cases",),
    w.EditionKind.CONVERSATION: ("cases", "form"),
    w.EditionKind.BRIEFING: ("vision", "occasion", "choice", "roles", "cases"),
}
"""What a kind cannot do without."""

ONE_CASE = {w.EditionKind.CASE_STUDY, w.EditionKind.CONVERSATION}
"""Kinds that are about one case."""
