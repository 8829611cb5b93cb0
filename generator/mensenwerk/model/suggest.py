"""The "did you mean" of every message: one way to look for the nearest known word."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from mensenwerk.problems import Problems

ENOUGH = 100
"""Findings after which no more suggestions are looked for: each costs time, and a file with so many
faults needs another look first."""


def closest(word: str, among: Iterable[str], cutoff: float, problems: Problems) -> str | None:
    """The known word nearest to `word`, or None. `cutoff` runs from 0 (anything) to 1 (only itself)."""
    if len(problems.found) >= ENOUGH:
        return None
    return next(iter(get_close_matches(word, list(among), n=1, cutoff=cutoff)), None)
