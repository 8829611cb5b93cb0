"""The words around a drawing that is taken along: the same as on the page of its case."""

from __future__ import annotations

from collections.abc import Sequence

from mensenwerk.ecomap import Drawing
from mensenwerk.ecomap.sheet import SheetText
from mensenwerk.network import CaseFacts
from mensenwerk.pages.changes import step_views
from mensenwerk.pages.maps import centre_of, foot_of, map_views, zoom_views
from mensenwerk.pages.views import other_views
from mensenwerk.pages.wording import Wording


def map_sheets(facts: CaseFacts, drawings: Sequence[Drawing], words: Wording, book: str) -> tuple[SheetText, ...]:
    """A sheet for each map of a case, in their order. `book`: what the casebook is called."""
    return tuple(
        SheetText(view.title, " ".join(view.caption), view.foot.replace("{book}", book), " ".join(view.summary))
        for view in map_views(facts.case, drawings, words, alone=True)
    )


def change_sheets(facts: CaseFacts, drawings: Sequence[Drawing], words: Wording, book: str) -> tuple[SheetText, ...]:
    """A sheet for each map of change."""
    return tuple(
        SheetText(
            step.called, words.case["change"]["cannot_tell"], step.foot.replace("{book}", book), " ".join(step.lines)
        )
        for step in step_views(facts, words, drawings)
    )


def group_sheets(facts: CaseFacts, words: Wording, book: str) -> list[tuple[Drawing, SheetText]]:
    """A sheet for each map with many people, seen from further away."""
    zooms, drawings = zoom_views(facts.case, words, 0)
    views = [view for view in map_views(facts.case, (), words, alone=True) if view.id in zooms]
    return [
        (
            drawings[zooms[view.id].number],
            SheetText(
                zooms[view.id].title,
                " ".join(view.caption),
                foot_of(facts.case, words, book),
                zooms[view.id].summary,
            ),
        )
        for view in views
    ]


def view_sheets(facts: CaseFacts, words: Wording, book: str) -> dict[str, tuple[Drawing, SheetText]]:
    """A sheet for each other way of looking that has a picture, by its key: `who`, `convoy`, `support`, `know` or
    `time`."""
    foot = foot_of(facts.case, words, book)
    views, drawings = other_views(facts, words, 0, {})
    centre = centre_of(facts.now.map, words)
    return {
        view.key: (
            drawings[view.number],
            SheetText(f"{view.title} ({centre})", view.lead, foot, view.sheet or " ".join(view.lines) or view.lead),
        )
        for view in views
        if view.number is not None
    }
