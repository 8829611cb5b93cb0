"""What the chapters have to know of a case: little enough to keep it with the page of that case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mensenwerk.network import CaseFacts
from mensenwerk.pages.figures import shows, tells
from mensenwerk.pages.situations import CHARACTERISTICS, situation


@dataclass(frozen=True, slots=True)
class Glance:
    """`situations`: of each characteristic that has a figure in this case, the key of its situation; `tells`: those
    that have something to show, beyond that it was not told."""

    situations: Mapping[str, str]
    tells: tuple[str, ...]


def glance(facts: CaseFacts) -> Glance:
    """The six characteristics of a case as it is now, at a glance."""
    now = facts.now
    return Glance(
        {name: situation(name, now).key for name in CHARACTERISTICS if shows(now, name)},
        tuple(name for name in CHARACTERISTICS if tells(now, name)),
    )
