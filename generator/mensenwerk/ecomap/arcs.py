"""Which arcs there are between two people around the centre: inwards, between others, or outside them.

All in the round of `compass`, clockwise from `start` to `end`; an arc knows what it costs at least before it is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from mensenwerk.ecomap.compass import STEP, TURN, Profile, Seen, profile_of, seen
from mensenwerk.ecomap.ellipse import ASPECT
from mensenwerk.ecomap.geometry import Box, Cubic, Point, polyline

AIR = 5.0
"""Between an arc and the label that it goes round."""
INWARDS = ((1.0, 0.0), (0.88, 0.2), (0.75, 0.4), (0.62, 0.5), (0.5, 0.7), (0.38, 0.9), (0.26, 1.1))
"""How far from the centre the middle of an arc lies, as a share of that of a slightly bent line, and its price."""
SAG = 0.16
STRAIGHT = 0.2
"""The price of a straight line: a bent one looks calmer."""
LIFTS = (2.0, 16.0, 32.0)
HIGHEST = 300.0
LONG_WAY = 0.2
"""The price of the angle (squared) under which an arc around others is seen."""
END = 0.12
"""Near its ends an arc cannot rise; whether somebody stands there is looked at when it is drawn."""
HALF_WAY = 2.6
"""From this angle on an arc may go round the centre on either side."""
CENTRE_AIR = 14.0
SHARPEST, SHARP = 0.45, 8.0
"""An arc higher than this share of its span becomes a loop; and the price of it."""
POINTS = 8


@dataclass(frozen=True, slots=True)
class Person:
    """Someone around the centre: where they are seen, the outer and inner points of their label, and whether a tie goes
    from them to the centre."""

    box: Box
    at: Seen
    outer: tuple[Seen, ...]
    inner: tuple[Seen, ...]
    tied: bool

    @property
    def ray(self) -> Seen:
        """Their tie, from the centre to their label: its direction in steps, and its length."""
        return self.at[0] / STEP, min((far for _, far in self.inner), default=self.at[1])


def person_of(box: Box, *, tied: bool) -> Person:
    wide, high = box.half_width + AIR, box.half_height + AIR
    corners = [seen((box.x + wide * i, box.y + high * j)) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    at = seen((box.x, box.y))
    outer = tuple(corner for corner in corners if corner[1] > at[1])
    return Person(box, at, outer, tuple(corner for corner in corners if corner[1] <= at[1]), tied)


@dataclass(slots=True)
class Arc:
    """One way from somebody to somebody else. `least` is what it costs at least; `ties` is how many ties it will cross,
    as far as can be told before it is drawn."""

    shape: Callable[[], Cubic]
    start: float
    price: float
    ties: int
    least: float = 0.0
    line: Sequence[Point] = ()
    profile: Profile | None = None

    @property
    def course(self) -> Cubic:
        return self.shape()

    def drawn(self) -> Profile:
        """Its profile and its points on the map, made when first asked for."""
        if self.profile is None:
            points = polyline(self.shape(), POINTS)
            self.profile = profile_of(points, self.start)
            self.line = [(x * ASPECT, y) for x, y in points]
        return self.profile


def arcs_between(one: Person, other: Person, others: Sequence[Person], core: float) -> list[Arc]:
    """All arcs worth looking at, the cheapest first."""
    size = (other.at[0] - one.at[0]) % TURN
    ways = [(one.at, other.at, size)] if size <= math.pi else [(other.at, one.at, TURN - size)]
    if HALF_WAY < size < TURN - HALF_WAY:
        ways = [(one.at, other.at, size), (other.at, one.at, TURN - size)]
    arcs = []
    for start, end, turn in ways:
        between = [person for person in others if 0 < (person.at[0] - start[0]) % TURN < turn]
        arcs += _inwards(start, end, turn, core, sum(person.tied for person in between))
        arcs += _outwards(start, end, turn, between)
    return arcs


def _inwards(start: Seen, end: Seen, turn: float, core: float, ties: int) -> list[Arc]:
    """Within everyone who stands between, but not through the circle in the middle."""
    middle = (start[1] + end[1]) / 2
    straight = middle * math.cos(turn / 2)
    bent = straight - SAG * middle * math.sin(turn / 2)
    way = start[0] + turn / 2
    least = (core + CENTRE_AIR) / math.hypot(math.cos(way) * ASPECT, math.sin(way))
    levels: dict[int, tuple[float, float]] = {}
    for level, price in ((bent * INWARDS[0][0], 0.0), (straight, STRAIGHT), *((bent * s, p) for s, p in INWARDS[1:])):
        level = max(level, least)
        levels.setdefault(round(level), (level, price))
    return [Arc(partial(_dipped, start, end, turn, level), start[0], price, ties) for level, price in levels.values()]


def _outwards(start: Seen, end: Seen, turn: float, between: Sequence[Person]) -> list[Arc]:
    """Outside everyone who stands between, or outside those on an inner ring and within those on an outer one."""
    price = LONG_WAY * turn * turn
    spans = sorted((_span(person, start, end, turn), person.tied) for person in between)
    if spans:
        top = max(0.0, spans[-1][0][0])
        lifts = {round(top + lift): (price + lift / 40, 0) for lift in LIFTS}
    else:
        middle = (start[1] + end[1]) / 2
        lifts = {round(middle * share): (price + share, 0) for share in (-0.1, 0.1, 0.25)}
    for index in range(1, len(spans)):
        roof = min(high for (_, high), _ in spans[index:])
        floor = spans[index - 1][0][0]
        if roof > floor + 2:
            lifts.setdefault(round((floor + roof) / 2), (price, sum(tied for _, tied in spans[index:])))
    found = []
    for lift, (price, ties) in lifts.items():
        if lift < HIGHEST:
            shape = partial(_lifted, start, end, turn, float(lift))
            found.append(Arc(shape, start[0], price + SHARP * max(0.0, _height(shape()) - SHARPEST), ties))
    return found


def _span(person: Person, start: Seen, end: Seen, turn: float) -> tuple[float, float]:
    """The lift that an arc needs to go round somebody on the outside, and the most that still passes within."""
    low = max((_lift_at(point, start, end, turn, -HIGHEST) for point in person.outer), default=-HIGHEST)
    high = min((_lift_at(point, start, end, turn, HIGHEST) for point in person.inner), default=HIGHEST)
    return low, high


def _lift_at(point: Seen, start: Seen, end: Seen, turn: float, free: float) -> float:
    """The lift with which an arc goes through a point; `free` for a point that is not between its ends."""
    share = (point[0] - start[0]) % TURN / turn
    if not END < share < 1 - END:
        return free
    rest = 1 - share
    gain = 3 * share * rest * (rest * math.cos(share * turn) + share * math.cos(rest * turn))
    return (point[1] - start[1] * rest - end[1] * share) / max(gain, 1e-3)


def _dipped(start: Seen, end: Seen, turn: float, level: float) -> Cubic:
    """An arc of which the middle lies at a distance of `level` from the centre."""
    lean = math.atan(4 / 3 * math.tan(turn / 4))
    reach = (8 * level - (start[1] + end[1]) * math.cos(turn / 2)) / (6 * math.cos(turn / 2 - lean))
    return _at(start), _at((start[0] + lean, reach)), _at((end[0] - lean, reach)), _at(end)


def _lifted(start: Seen, end: Seen, turn: float, lift: float) -> Cubic:
    """A piece of circle whose handles are lifted from the centre."""
    reach = 4 / 3 * math.tan(turn / 4)
    (ax, ay), (dx, dy) = _at(start), _at(end)
    up, down = 1 + lift / start[1], 1 + lift / end[1]
    return (
        (ax, ay),
        (ax * up - ay * reach, ay * up + ax * reach),
        (dx * down + dy * reach, dy * down - dx * reach),
        (dx, dy),
    )


def _at(place: Seen) -> Point:
    return place[1] * math.cos(place[0]), place[1] * math.sin(place[0])


def _height(course: Cubic) -> float:
    """How far the middle of an arc lies from the line between its ends, as a share of that line."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = course
    span = math.hypot(dx - ax, dy - ay) or 1.0
    return 3 / 8 * math.hypot(bx + cx - ax - dx, by + cy - ay - dy) / span
