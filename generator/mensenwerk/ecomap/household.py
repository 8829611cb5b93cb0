"""The centre: one person in a circle with their own name, or a household with its members in it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mensenwerk.ecomap.geometry import Box, Point, distance
from mensenwerk.ecomap.measure import wrap
from mensenwerk.ecomap.shapes import Line, block_size, stacked
from mensenwerk.guards.cleared import ClearedPerson
from mensenwerk.model import words as w

ROOM = 16.0
APART, TIED = 30.0, 58.0
"""Between two members: enough for quiet, and enough for a tie to be seen."""
SMALLEST = 30.0


class Symbol(StrEnum):
    """Signs of the genogram; `PLAIN` is the circle of somebody who is alone in the centre."""

    PLAIN = "plain"
    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Member:
    """Someone in the centre: their symbol, its half size and middle, and their label."""

    id: str
    symbol: Symbol
    half: float
    at: Point
    first: bool

    @property
    def box(self) -> Box:
        return Box(*self.at, self.half, self.half)


@dataclass(frozen=True, slots=True)
class Core:
    """The circle in the middle of the map, at (0, 0)."""

    radius: float
    members: tuple[Member, ...]

    @property
    def household(self) -> bool:
        return len(self.members) > 1


def symbol_of(person: ClearedPerson) -> Symbol:
    if person.sign is w.Sign.WOMAN:
        return Symbol.WOMAN
    return Symbol.MAN if person.sign is w.Sign.MAN else Symbol.OTHER


def member_label(person: ClearedPerson, *, alone: bool) -> tuple[Line, ...]:
    """Name bold with who it is under it; larger when they are the only one."""
    big, small, limit = (17.0, 13.5, 104.0) if alone else (14.0, 13.0, 82.0)
    mark = " †" if person.deceased else ""
    if not person.pseudonym:
        size = 15.5 if alone else 13.0
        who = wrap(person.who + mark, size, limit, bold=True, lines=3)
        return stacked([Line(text, size, True) for text in who])
    rows = [Line(t, big, True) for t in wrap(person.pseudonym + mark, big, limit, bold=True, lines=2)]
    rows += [Line(t, small, False) for t in wrap(person.who, small, limit, lines=2)]
    return stacked(rows)


def core_of(centre: Mapping[str, Sequence[ClearedPerson]], *, tied: bool = False) -> Core:
    """Lay out the centre; `centre` holds the forms that each member takes on the maps of a case.

    `tied` says that there are ties between members, which need room.
    """
    if not centre:
        return Core(48.0, ())
    if len(centre) == 1:
        ((key, versions),) = centre.items()
        radius = max(_half(Symbol.PLAIN, member_label(person, alone=True)) for person in versions)
        radius = float(max(50, math.ceil(radius) + 6))
        return Core(radius, (Member(key, Symbol.PLAIN, radius, (0.0, 0.0), True),))
    members = []
    for index, (key, versions) in enumerate(centre.items()):
        symbol = symbol_of(versions[0])
        half = max(_half(symbol, member_label(person, alone=False)) for person in versions)
        members.append(Member(key, symbol, float(math.ceil(max(half, SMALLEST))), (0.0, 0.0), index == 0))
    return _arranged(members, TIED if tied else APART)


def _half(symbol: Symbol, lines: tuple[Line, ...]) -> float:
    """Half the size that a symbol needs for its label."""
    width, height = block_size(lines)
    corners = [(line.width / 2, max(abs(line.y), abs(line.y - line.size * 0.72))) for line in lines]
    if symbol is Symbol.MAN:
        return max(width, height) / 2 + 7
    if symbol is Symbol.OTHER:
        return max((x + y for x, y in corners), default=20.0) + 4
    return max((math.hypot(x, y) for x, y in corners), default=20.0) + 6


def _arranged(members: list[Member], apart: float) -> Core:
    """Members on a ring, the first one left (of two) or above."""
    size = len(members)
    start = math.pi if size == 2 else -math.pi * 3 / 4 if size == 4 else -math.pi / 2
    widest = sorted((m.half * (1.12 if m.symbol is Symbol.MAN else 1.0) for m in members), reverse=True)
    reach = (widest[0] + widest[1] + apart) / 2 / math.sin(math.pi / size)
    placed = []
    for index, member in enumerate(members):
        angle = start + 2 * math.pi * index / size
        middle = (reach * math.cos(angle), reach * math.sin(angle))
        placed.append(Member(member.id, member.symbol, member.half, middle, member.first))
    radius = max(_far(member, other.at) for member in placed for other in placed) + ROOM
    return Core(float(math.ceil(radius)), tuple(placed))


def _far(member: Member, place: Point) -> float:
    """How far a member reaches from the middle when they stand at `place`."""
    x, y = abs(place[0]), abs(place[1])
    rim = member.half + (4 if member.first else 0)
    if member.symbol is Symbol.MAN:
        return math.hypot(x + rim, y + rim)
    return math.hypot(x, y) + rim


def turned_to(core: Core, pulls: Sequence[tuple[str, Point]]) -> Core:
    """Give members the places that make the lines to them shortest (`pulls`: member and origin)."""
    size = len(core.members)
    if size < 2 or not pulls:
        return core
    places = [member.at for member in core.members]
    index = {member.id: i for i, member in enumerate(core.members)}

    def cost(order: Sequence[int]) -> float:
        return sum(distance(places[order[index[key]]], origin) for key, origin in pulls if key in index)

    best = list(range(size))
    for _ in range(size):
        tried = [_swapped(best, i, j) for i in range(size) for j in range(i)]
        better = min(tried, key=cost)
        if cost(better) > cost(best) - 0.1:
            break
        best = better
    members = tuple(Member(m.id, m.symbol, m.half, places[best[i]], m.first) for i, m in enumerate(core.members))
    return Core(core.radius, members)


def _swapped(order: Sequence[int], i: int, j: int) -> list[int]:
    changed = list(order)
    changed[i], changed[j] = changed[j], changed[i]
    return changed
