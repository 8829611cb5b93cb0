"""Points, boxes and curves. Units are those of the SVG; y grows downwards; angles are in radians."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

Point = tuple[float, float]
Cubic = tuple[Point, Point, Point, Point]
"""A Bézier curve: start, two handles, end."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle around a middle, by half its width and height."""

    x: float
    y: float
    half_width: float
    half_height: float

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        return (
            abs(self.x - other.x) < self.half_width + other.half_width + gap
            and abs(self.y - other.y) < self.half_height + other.half_height + gap
        )

    def holds(self, point: Point, gap: float = 0.0) -> bool:
        x, y = point
        return abs(x - self.x) < self.half_width + gap and abs(y - self.y) < self.half_height + gap

    def crossed_by(self, start: Point, end: Point, gap: float = 0.0) -> bool:
        """Whether a straight piece of line enters the box (the slab method)."""
        near, far = 0.0, 1.0
        for origin, step, middle, half in (
            (start[0], end[0] - start[0], self.x, self.half_width + gap),
            (start[1], end[1] - start[1], self.y, self.half_height + gap),
        ):
            low, high = middle - half - origin, middle + half - origin
            if abs(step) < 1e-9:
                if low >= 0 or high <= 0:
                    return False
                continue
            first, last = sorted((low / step, high / step))
            near, far = max(near, first), min(far, last)
            if near >= far:
                return False
        return True

    def entered_by(self, line: Sequence[Point], gap: float = 0.0) -> bool:
        """Whether any piece of a line enters the box; pieces that lie beside it altogether are told at a glance."""
        wide, high = self.half_width + gap, self.half_height + gap
        left, right, top, bottom = self.x - wide, self.x + wide, self.y - high, self.y + high
        ax, ay = line[0]
        for x, y in line:
            if (
                (ax > left or x > left)
                and (ax < right or x < right)
                and (ay > top or y > top)
                and (ay < bottom or y < bottom)
                and self.crossed_by((ax, ay), (x, y), gap)
            ):
                return True
            ax, ay = x, y
        return False


def distance(a: Point, b: Point) -> float:
    return math.hypot(b[0] - a[0], b[1] - a[1])


def towards(a: Point, b: Point, share: float) -> Point:
    """The point at a share of the way from `a` to `b`."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def straight(a: Point, b: Point) -> Cubic:
    return a, towards(a, b, 1 / 3), towards(a, b, 2 / 3), b


def bent(a: Point, through: Point, b: Point) -> Cubic:
    """The quadratic curve with handle `through`, as a cubic."""
    return a, towards(a, through, 2 / 3), towards(b, through, 2 / 3), b


def at(curve: Cubic, t: float) -> Point:
    """The point of a curve at `t` from 0 to 1."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    u = 1 - t
    k0, k1, k2, k3 = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return k0 * ax + k1 * bx + k2 * cx + k3 * dx, k0 * ay + k1 * by + k2 * cy + k3 * dy


def part(curve: Cubic, start: float, end: float) -> Cubic:
    """The piece of a curve between two values of `t` (de Casteljau)."""
    return _first(_last(curve, start), (end - start) / (1 - start) if start < 1 else 0.0)


def _first(curve: Cubic, t: float) -> Cubic:
    a, b, c, d = curve
    ab, bc, cd = towards(a, b, t), towards(b, c, t), towards(c, d, t)
    abc, bcd = towards(ab, bc, t), towards(bc, cd, t)
    return a, ab, abc, towards(abc, bcd, t)


def _last(curve: Cubic, t: float) -> Cubic:
    a, b, c, d = _first(curve[::-1], 1 - t)
    return d, c, b, a


def polyline(curve: Cubic, steps: int) -> list[Point]:
    """Points at equal steps of `t`, both ends included."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    return [
        (k0 * ax + k1 * bx + k2 * cx + k3 * dx, k0 * ay + k1 * by + k2 * cy + k3 * dy)
        for k0, k1, k2, k3 in _shares(steps)
    ]


@cache
def _shares(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """How much of a point at every step comes from the start, the two handles and the end."""
    found = []
    for index in range(steps + 1):
        t = index / steps
        u = 1 - t
        found.append((u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t))
    return tuple(found)


def is_straight(curve: Cubic) -> bool:
    """Whether both handles lie on the line between the ends (within a third of a unit)."""
    (ax, ay), *handles, (dx, dy) = curve
    span = math.hypot(dx - ax, dy - ay) or 1.0
    return all(abs((dx - ax) * (y - ay) - (dy - ay) * (x - ax)) / span < 0.35 for x, y in handles)


def at_length(curve: Cubic, lengths: list[float], steps: int = 24) -> tuple[float, list[float]]:
    """The length of a curve, and the values of `t` at each of the given distances along it."""
    if is_straight(curve):  # our straight curves have their handles at the thirds, so t is the share
        span = distance(curve[0], curve[3]) or 1.0
        return span, [min(1.0, max(0.0, length / span)) for length in lengths]
    points = polyline(curve, steps)
    run = [0.0]
    for one, other in pairwise(points):
        run.append(run[-1] + distance(one, other))
    values, index = [], 0
    for length in lengths:
        while index < steps - 1 and run[index + 1] < length:
            index += 1
        piece = run[index + 1] - run[index] or 1.0
        values.append(min(1.0, max(0.0, (index + (length - run[index]) / piece) / steps)))
    return run[-1], values


def length_of(curve: Cubic) -> float:
    return at_length(curve, [])[0]
