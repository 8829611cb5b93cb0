"""Everyone who is on any map of a case, once: what is laid out together stays in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mensenwerk.guards.cleared import ClearedMap, ClearedPerson
from mensenwerk.model import words as w

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Union:
    """The people of all maps in order of first appearance, with every form their label takes."""

    centre: dict[str, tuple[ClearedPerson, ...]]
    people: dict[str, tuple[ClearedPerson, ...]]
    ties: tuple[Pair, ...]
    inner_ties: tuple[Pair, ...]
    links: tuple[Pair, ...]
    words: bool
    """Whether words stand on ties, which then need to be longer."""


def union_of(maps: Sequence[ClearedMap]) -> Union:
    """Lay several maps over each other."""
    centre: dict[str, list[ClearedPerson]] = {}
    people: dict[str, list[ClearedPerson]] = {}
    for one in maps:
        for person in one.centre:
            centre.setdefault(person.id, []).append(person)
        for person in one.people:
            people.setdefault(person.id, []).append(person)
    ties = {(p.id, tie.to): None for versions in people.values() for p in versions for tie in p.ties}
    inner = {(p.id, tie.to): None for versions in centre.values() for p in versions for tie in p.ties}
    links = {
        (link.a, link.b): None
        for one in maps
        for link in one.links
        if link.bond is not w.Bond.NONE and link.a in people and link.b in people and link.a != link.b
    }
    return Union(
        {key: tuple(versions) for key, versions in centre.items()},
        {key: tuple(versions) for key, versions in people.items()},
        tuple(ties),
        tuple((a, b) for a, b in inner if b in centre and a != b),
        tuple(links),
        any(tie.word for versions in people.values() for p in versions for tie in p.ties),
    )
