"""The course of every line: straight where it can be, a calm arc where somebody is in the way."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mensenwerk.ecomap.choice import chosen_arcs
from mensenwerk.ecomap.geometry import Box, Cubic, Point, bent, distance, polyline, straight
from mensenwerk.ecomap.household import Core, Member, Symbol
from mensenwerk.ecomap.shapes import OUTLINES, Edge, Figure, Outline, clipped
from mensenwerk.ecomap.union import Pair
from mensenwerk.guards.cleared import ALL

END_GAP = 2.0
SPOKE_BENDS = (0.0, 0.12, -0.12, 0.24, -0.24, 0.4, -0.4)
"""Height of the arc's handle as a share of its span, in the order of trying; positive is towards the centre."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Someone around the centre in their place."""

    id: str
    figure: Figure
    box: Box

    @property
    def outline(self) -> Edge:
        """For clipping: its form, and its outermost box."""
        return OUTLINES[self.figure.shape], Box(self.box.x, self.box.y, *self.figure.outer)

    @property
    def middle(self) -> Point:
        return self.box.x, self.box.y


_SYMBOLS = {Symbol.MAN: Outline.BOX, Symbol.OTHER: Outline.DIAMOND}


def member_outline(member: Member) -> Edge:
    rim = 4.0 if member.first and member.symbol is not Symbol.PLAIN else 0.0
    return _SYMBOLS.get(member.symbol, Outline.ELLIPSE), Box(*member.at, member.half + rim, member.half + rim)


def tie_curves(spots: Mapping[str, Spot], core: Core, ties: Sequence[Pair]) -> dict[Pair, Cubic]:
    """Lines from people around to the household (its circle) or to one member (their symbol)."""
    members = {member.id: member for member in core.members}
    several: dict[str, int] = {}
    for person, _ in ties:
        several[person] = several.get(person, 0) + 1
    edges = {key: _edges_of(spot.box, 3.0) for key, spot in spots.items()}
    drawn: dict[Pair, Cubic] = {}
    for person, to in ties:
        if person not in spots:
            continue
        spot = spots[person]
        others = [edge for key, edge in edges.items() if key != person]
        if to in members and core.household:
            member = members[to]
            others += [_edges_of(other.box, 3.0) for other in core.members if other.id != to]
            curve = _first_clear(spot.middle, member.at, SPOKE_BENDS, _in_the_way(others))
            drawn[person, to] = clipped(curve, spot.outline, member_outline(member), END_GAP)
        elif to == ALL or to in members:
            end = _on_circle(spot.middle, core, [members[t] for p, t in ties if p == person and t in members])
            curve = _first_clear(spot.middle, end, SPOKE_BENDS, _in_the_way(others))
            circle = (Outline.ELLIPSE, Box(0.0, 0.0, core.radius, core.radius))
            drawn[person, to] = clipped(curve, spot.outline, circle, END_GAP)
    return drawn


def inner_curves(core: Core, ties: Sequence[Pair]) -> dict[Pair, Cubic]:
    """Lines between members of the household."""
    members = {member.id: member for member in core.members}
    drawn: dict[Pair, Cubic] = {}
    for a, b in ties:
        others = [_edges_of(member.box, 2.0) for member in core.members if member.id not in (a, b)]
        bends = SPOKE_BENDS if (b, a) not in drawn else SPOKE_BENDS[3:]
        curve = _first_clear(members[a].at, members[b].at, bends, _in_the_way(others))
        drawn[a, b] = clipped(curve, member_outline(members[a]), member_outline(members[b]), END_GAP)
    return drawn


def link_curves(
    spots: Mapping[str, Spot], core: Core, rim: Point, links: Sequence[Pair], ties: Sequence[Pair]
) -> dict[Pair, Cubic]:
    """Arcs among people around, round the centre and everyone's label, that cross each other and the ties little.

    `rim`: the half axes of the ground, within which they are at home.
    """
    boxes = {key: spot.box for key, spot in spots.items()}
    arcs = chosen_arcs(boxes, core.radius, rim, links, frozenset(person for person, _ in ties))
    return {(a, b): clipped(arc, spots[a].outline, spots[b].outline, END_GAP) for (a, b), arc in arcs.items()}


def _first_clear(start: Point, end: Point, bends: Sequence[float], cost: Callable[[Sequence[Point]], int]) -> Cubic:
    """The first curve of `bends` that costs nothing, or else the cheapest: a bounded search."""
    span = distance(start, end) or 1.0
    nx, ny = -(end[1] - start[1]) / span, (end[0] - start[0]) / span
    mx, my = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    if mx * nx + my * ny > 0:  # the normal points away from the centre
        nx, ny = -nx, -ny
    steps = max(8, min(30, int(span / 26)))
    best: tuple[float, Cubic] | None = None
    for bend in bends:
        handle = (mx + nx * bend * span, my + ny * bend * span)
        curve = straight(start, end) if bend == 0 else bent(start, handle, end)
        in_the_way = cost(polyline(curve, steps))
        if in_the_way == 0:
            return curve
        price = in_the_way + abs(bend) * 20
        if best is None or price < best[0]:
            best = price, curve
    return best[1] if best else straight(start, end)


Edges = tuple[float, float, float, float]


def _edges_of(box: Box, gap: float) -> Edges:
    """Left, right, top and bottom, with room around."""
    wide, high = box.half_width + gap, box.half_height + gap
    return box.x - wide, box.x + wide, box.y - high, box.y + high


def _in_the_way(edges: Sequence[Edges]) -> Callable[[Sequence[Point]], int]:
    """Counts the points of a line that lie in somebody's box."""

    def count(points: Sequence[Point]) -> int:
        xs, ys = zip(*points, strict=True)
        left, right, above, below = min(xs), max(xs), min(ys), max(ys)
        return sum(
            1
            for a, b, c, d in edges
            if a < right and b > left and c < below and d > above
            for x, y in points
            if a < x < b and c < y < d
        )

    return count


def _on_circle(origin: Point, core: Core, also: Sequence[Member]) -> Point:
    """Where a tie to the whole household ends: beside the line to a member, if there is one too."""
    angle = math.atan2(origin[1], origin[0])
    if also and core.household:
        x, y = also[0].at
        left = x * origin[1] - y * origin[0] > 0
        angle += 0.3 if left else -0.3
        return core.radius * math.cos(angle), core.radius * math.sin(angle)
    return 0.0, 0.0
