"""What comes out of a file of another tool: one person, the people around, who knows whom, and at which moments.

Everything is in the model's words already, except for names. Names stay apart from the rest: they go to the registry
and to nothing else. What a case has no place for is not dropped silently: it is counted in `Left`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Done = Literal[
    "age",
    "season",
    "text",
    "word",
    "no-place",
    "tool",
    "number",
    "broken",
    "animal",
    "complete",
    "not-a-name",
    "twice",
    "no-ego",
    "stray",
    "star",
    "self",
    "direction",
]
"""What was done with something that did not go into a case as it was; the words stand in wording.toml."""

Traits = Mapping[str, Any]
"""Fields of a person in the model's words, such as `{"circle": ["family"]}`."""


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is, in both languages, and the circle and kind that come with it."""

    nl: str
    en: str
    circle: str | None = None
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Someone:
    """A person (or an animal, a group) in the data. `fixed` holds at every moment; `seen` says per moment what was
    said then, and someone who was not on a map is not in it. `tied`: the moments with a tie to the centre; `tie`: what
    is said of it."""

    key: str
    names: tuple[str, ...] = ()
    role: Role | str | None = None
    fixed: Traits = field(default_factory=dict)
    seen: Mapping[int, Traits] = field(default_factory=lambda: {0: {}})
    tied: frozenset[int] = frozenset({0})
    tie: Traits = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class When:
    """A moment: what it was called (may hold names) and the model's season, where the data has them."""

    title: str = ""
    season: str | None = None


@dataclass(slots=True)
class Left:
    """What did not go along, or not as it was: how often, by the field of the data and what was done with it."""

    counts: dict[tuple[str, Done], int] = field(default_factory=dict)

    def note(self, name: str, done: Done, times: int = 1) -> None:
        self.counts[name, done] = self.counts.get((name, done), 0) + times

    def __add__(self, other: Left) -> Left:
        """Both together, as for a file with several networks in it."""
        both = Left(dict(self.counts))
        for (name, done), times in other.counts.items():
            both.note(name, done, times)
        return both


@dataclass(frozen=True, slots=True)
class Network:
    """One person and their network. `links`: two keys → the moments at which they know each other. `complete`: of
    every pair it was asked, so that the others do not."""

    ego: Someone
    people: tuple[Someone, ...]
    links: Mapping[frozenset[str], frozenset[int]] = field(default_factory=dict)
    moments: tuple[When, ...] = (When(),)
    complete: bool = False
    left: Left = field(default_factory=Left)
