"""Another's map of the same moment takes over what they did not draw in another way, but not the words of someone else:
a line bears a word only where it is theirs. The table below says whose the other words are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mensenwerk.guards.cleared import ClearedMap


def kept_words(each: ClearedMap, beside: ClearedMap | None) -> frozenset[tuple[str, str]]:
    """The ties, by person and end, whose word stands on the map beside this one too."""
    if beside is None:
        return frozenset()
    before = {(one.id, tie.to): tie.word for one in (*beside.centre, *beside.people) for tie in one.ties}
    return frozenset(
        (one.id, tie.to)
        for one in (*each.centre, *each.people)
        for tie in one.ties
        if tie.word and before.get((one.id, tie.to)) == tie.word
    )


def in_own_words(each: ClearedMap, maps: Sequence[ClearedMap]) -> ClearedMap:
    """A map of these with only the words of whoever saw it like this."""
    kept = kept_words(each, next((one for one in maps if one.id == each.beside), None))
    if not kept:
        return each
    centre, people = (
        tuple(
            replace(one, ties=tuple(replace(tie, word=None) if (one.id, tie.to) in kept else tie for tie in one.ties))
            for one in part
        )
        for part in (each.centre, each.people)
    )
    return replace(each, centre=centre, people=people)
