"""Where everything is, for all maps of a case at once: places, courses of lines, sectors and the frame."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mensenwerk.ecomap.curves import Spot, inner_curves, link_curves, tie_curves
from mensenwerk.ecomap.ellipse import ASPECT
from mensenwerk.ecomap.geometry import Box, Cubic, Point, polyline
from mensenwerk.ecomap.household import Core, core_of, turned_to
from mensenwerk.ecomap.notation import Notation
from mensenwerk.ecomap.order import sectors_of
from mensenwerk.ecomap.positions import place
from mensenwerk.ecomap.rings import Slot
from mensenwerk.ecomap.shapes import Figure, Outline, figure_of
from mensenwerk.ecomap.union import Pair, Union, union_of
from mensenwerk.guards.cleared import ClearedMap
from mensenwerk.model import words as w

RIM_ROOM, ARC_ROOM = 12.0, 6.0
CAPTION_ROOM = 22.0
MARGIN = 10.0
SMALLEST = (390.0, 240.0)
"""Half of the smallest frame: a small map stays as large on the page as a full one, with space around it."""


@dataclass(frozen=True, slots=True)
class Sector:
    """A circle of people on the map: from angle `start` to `end`, as seen from the centre."""

    circle: w.Circle
    start: float
    end: float
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """The layout of a case. `rim` holds the half axes of the ground; `frame` is left, top, width, height."""

    core: Core
    spots: dict[str, Spot]
    sectors: tuple[Sector, ...]
    ties: dict[Pair, Cubic]
    inner: dict[Pair, Cubic]
    links: dict[Pair, Cubic]
    rim: tuple[float, float]
    frame: tuple[float, float, float, float]


def plan_of(maps: Sequence[ClearedMap], notation: Notation) -> Plan:
    """Lay out the union of all maps: nobody moves between moments."""
    union = union_of(maps)
    core = core_of(union.centre, tied=bool(union.inner_ties))
    order = sectors_of(union)
    spots = _spots(union, order, core, notation)
    core = turned_to(core, [(to, spots[person].middle) for person, to in union.ties if person in spots])
    rim = _rim(spots, core)
    links = link_curves(spots, core, rim, union.links, union.ties)
    rim = _widened(rim, links)
    return Plan(
        core,
        spots,
        _sectors(order, spots),
        tie_curves(spots, core, union.ties),
        inner_curves(core, union.inner_ties),
        links,
        rim,
        _frame(rim, links),
    )


def _spots(
    union: Union, order: Sequence[tuple[w.Circle, Sequence[str]]], core: Core, notation: Notation
) -> dict[str, Spot]:
    keys = [key for _, group in order for key in group]
    sector = {key: index for index, (_, group) in enumerate(order) for key in group}
    figures = {
        key: _largest([figure_of(person, notation.circle_code(person.circle)) for person in union.people[key]])
        for key in keys
    }
    slots = [Slot(*figures[key].outer, sector[key], union.people[key][0].ring) for key in keys]
    boxes = place(slots, core.radius, roomy=union.words or bool(notation.support))
    return {
        key: Spot(key, figures[key], Box(round(box.x), round(box.y), box.half_width, box.half_height))
        for key, box in zip(keys, boxes, strict=True)
    }


def _largest(figures: Sequence[Figure]) -> Figure:
    """The first form of a label, with room for every other form it takes on later maps."""
    first = figures[0]
    rim = max(f.outer[0] - f.half_width for f in figures) - (first.outer[0] - first.half_width)
    width = max(f.half_width for f in figures) + (rim if rim else 0.0)
    height = max(f.half_height for f in figures) + (rim if rim else 0.0)
    return Figure(first.shape, first.lines, width, height, first.dash)


def _sectors(order: Sequence[tuple[w.Circle, Sequence[str]]], spots: dict[str, Spot]) -> tuple[Sector, ...]:
    """Borders half-way between the labels on either side, never wider than a person needs with some air."""
    spans: list[tuple[float, float]] = []
    for _, group in order:
        angles = [math.atan2(spots[key].box.y, spots[key].box.x) for key in group]
        base = angles[0]
        turned = [base + _onwards(angle - base) for angle in angles]
        halves = [_half_angle(spots[key]) for key in group]
        spans.append(
            (
                min(a - h for a, h in zip(turned, halves, strict=True)),
                max(a + h for a, h in zip(turned, halves, strict=True)),
            )
        )
    sectors = []
    for index, (circle, group) in enumerate(order):
        start, end = spans[index]
        before, after = spans[index - 1], spans[(index + 1) % len(spans)]
        if len(order) > 1:
            start -= _share(_onwards(start - before[1]))
            end += _share(_onwards(after[0] - end))
        else:
            start, end = start - 0.12, end + 0.12
        if end - start > 2 * math.pi - 0.04:
            start, end = -math.pi / 2 - math.pi + 0.02, -math.pi / 2 + math.pi - 0.02
        sectors.append(Sector(circle, start, end, frozenset(group)))
    return tuple(sectors)


def _share(gap: float) -> float:
    """Neighbours meet half-way in a small gap; in a wide one each keeps to itself."""
    return gap / 2 if gap < 0.6 else 0.12


def _onwards(angle: float) -> float:
    """The same turn, clockwise; a small step back stays one."""
    turn = angle % (2 * math.pi)
    return turn - 2 * math.pi if turn > 2 * math.pi - 0.7 else turn


def _half_angle(spot: Spot) -> float:
    """Half the angle under which a label is seen from the centre."""
    box = spot.box
    far = math.hypot(box.x, box.y) or 1.0
    across = box.half_width * abs(box.y) / far + box.half_height * abs(box.x) / far
    return math.atan2(across + 4, far)


def _rim(spots: dict[str, Spot], core: Core) -> tuple[float, float]:
    """Half axes of the ellipse around everyone; around an empty centre a calm circle's worth of space."""
    if not spots:
        return core.radius + 160.0, core.radius + 135.0
    wide = max(abs(spot.box.x) + spot.box.half_width for spot in spots.values())
    high = max(abs(spot.box.y) + spot.box.half_height for spot in spots.values())
    wide, high = max(wide, core.radius + 110), max(high, core.radius + 90)
    wide, high = max(wide, high * 1.12), max(high, wide / (ASPECT * 1.2))
    stretch = 1.0
    for spot in spots.values():
        outline, box = spot.outline
        for cos, sin in _around(1.0 if outline is Outline.ELLIPSE else 0.35):
            x, y = box.x + box.half_width * cos, box.y + box.half_height * sin
            stretch = max(stretch, math.hypot(x / wide, y / high))
    return wide * stretch + RIM_ROOM, high * stretch + RIM_ROOM


@cache
def _around(power: float) -> tuple[Point, ...]:
    """Points on the edge of a round figure, or with a low power of one with rounded corners."""
    turns = [(math.cos(math.pi * k / 8), math.sin(math.pi * k / 8)) for k in range(16)]
    return tuple((math.copysign(abs(cos) ** power, cos), math.copysign(abs(sin) ** power, sin)) for cos, sin in turns)


def _widened(rim: tuple[float, float], links: dict[Pair, Cubic]) -> tuple[float, float]:
    """The same ellipse with room for every arc: wider or higher, whichever asks least."""
    wide, high = rim
    for x, y in (point for arc in links.values() for point in polyline(arc, 12)):
        x, y = abs(x) + ARC_ROOM, abs(y) + ARC_ROOM
        if math.hypot(x / wide, y / high) > 1:
            wider = x / math.sqrt(1 - (y / high) ** 2) if y < high else math.inf
            higher = y / math.sqrt(1 - (x / wide) ** 2) if x < wide else math.inf
            if wider / wide < higher / high:
                wide = wider
            elif higher < math.inf:
                high = higher
            else:
                grown = math.hypot(x / wide, y / high)
                wide, high = wide * grown, high * grown
    return wide, high


def _frame(rim: tuple[float, float], links: dict[Pair, Cubic]) -> tuple[float, float, float, float]:
    """Left, top, width and height in whole units, around the rim, its captions and every arc."""
    wide, high = (max(half + CAPTION_ROOM + MARGIN, least) for half, least in zip(rim, SMALLEST, strict=True))
    for curve in links.values():
        for x, y in polyline(curve, 12):
            wide, high = max(wide, abs(x) + MARGIN), max(high, abs(y) + MARGIN)
    wide, high = math.ceil(wide), math.ceil(high)
    return -float(wide), -float(high), 2.0 * wide, 2.0 * high
