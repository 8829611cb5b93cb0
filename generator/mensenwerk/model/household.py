"""Whom a tie is with: what "everyone in the centre" comes down to for one person."""

from __future__ import annotations

from collections.abc import Iterable

ALL = "all"


def met(centre: Iterable[str], person: str, to: str) -> str:
    """The end of a tie of `person`: "everyone" is the one other person in the centre where there is just
    one, so that one tie never counts as two. Ids throughout."""
    if to != ALL:
        return to
    others = [one for one in centre if one != person]
    return others[0] if len(others) == 1 else ALL
