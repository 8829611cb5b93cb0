"""The words around a drawing that is taken along: the same as on the page of its case."""

from __future__ import annotations

from collections.abc import Sequence

from mensenwerk.ecomap import Drawing
from mensenwerk.ecomap.sheet import SheetText
from mensenwerk.network import CaseFacts
from mensenwerk.pages.changes import step_views
from mensenwerk.pages.maps import foot_of, map_views
from mensenwerk.pages.wording import Wording


def map_sheets(facts: CaseFacts, drawings: Sequence[Drawing], words: Wording, book: str) -> tuple[SheetText, ...]:
    """A sheet for each map of a case, in their order. `book`: what the casebook is called."""
    foot = foot_of(facts.case, words, book)
    return tuple(
        SheetText(view.title, " ".join(view.caption), foot, " ".join(view.summary))
        for view in map_views(facts.case, drawings, words, alone=True)
    )


def change_sheets(facts: CaseFacts, drawings: Sequence[Drawing], words: Wording, book: str) -> tuple[SheetText, ...]:
    """A sheet for each map of change."""
    foot = foot_of(facts.case, words, book)
    return tuple(
        SheetText(step.called, words.case["change"]["cannot_tell"], foot, " ".join(step.lines))
        for step in step_views(facts, words, drawings)
    )
