"""Who stands beside whom: circles in their fixed order, people who know each other close together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from mensenwerk.ecomap.union import Pair, Union
from mensenwerk.model import words as w

SWEEPS = 6


def sectors_of(union: Union) -> list[tuple[w.Circle, list[str]]]:
    """The circles that occur, in the order of `w.Circle`, each with its people in drawing order."""
    members: dict[w.Circle, list[str]] = {}
    for key, versions in union.people.items():
        members.setdefault(versions[0].circle, []).append(key)
    groups = [members[circle] for circle in w.Circle if circle in members]
    _settle(groups, union.links)
    return list(zip((circle for circle in w.Circle if circle in members), groups, strict=True))


def _settle(groups: Sequence[list[str]], links: Sequence[Pair]) -> None:
    """Swap people within their circle as long as the links become shorter (in places around the ring)."""
    row = [key for group in groups for key in group]
    place = {key: index for index, key in enumerate(row)}
    known: dict[str, list[str]] = {key: [] for key in row}
    for a, b in links:
        known[a].append(b)
        known[b].append(a)
    for _ in range(SWEEPS):
        swapped = False
        for group in groups:
            for i, j in combinations(range(len(group)), 2):
                one, other = group[i], group[j]
                before = _cost(one, place, known) + _cost(other, place, known)
                place[one], place[other] = place[other], place[one]
                if _cost(one, place, known) + _cost(other, place, known) < before:
                    group[i], group[j] = other, one
                    swapped = True
                else:
                    place[one], place[other] = place[other], place[one]
        if not swapped:
            return


def _cost(key: str, place: Mapping[str, int], known: Mapping[str, Sequence[str]]) -> int:
    size = len(place)
    total = 0
    for other in known[key]:
        step = abs(place[key] - place[other])
        total += min(step, size - step)
    return total
