"""Where names stand in circles: the space between two ellipses, as small as it can be for everyone to fit.

Who stands where in a circle says nothing; only the circle does, and with quarters the quarter.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, islice

from mensenwerk.ecomap.geometry import Box, Point
from mensenwerk.ecomap.shapes import Shape

AIR = 6.0
BAND = 58.0
"""How high a circle is at least."""
GROWTHS = ((1.0, 12.0, 8.0), (0.62, 5.0, 11.0), (0.45, 3.0, 14.0), (1.0, 14.0, 3.0))
"""Ways in which a circle grows until everyone fits: the share of a label's width that it starts with, and its steps
across and down."""
PAGE = (420.0, 330.0)
"""Half of what a page has room for."""
SLOPE = 0.75
"""Of the two lines between quarters: circles are wider than high."""
STRIDE = 3
"""How many sizes of a circle are passed at once on the way to one that is large enough."""
_SHARES = (0.5, 0.3, 0.7)
"""A name stands in the middle of a circle, or nearer to one of its edges."""
_TURNS = (0.0, *(way * step * math.pi / 90 for step in range(1, 46) for way in (1, -1)))
"""Where a label is tried beside its own place (radians), the nearest first."""


class Quarter(StrEnum):
    """The quarters of the network circle, clockwise from above."""

    FAMILY = "family"
    PEERS = "peers"
    PROFESSIONALS = "professionals"
    SOCIETY = "society"


def quarter_at(point: Point) -> Quarter:
    """In which quarter a point of the picture lies."""
    x, y = point
    if abs(y) > SLOPE * abs(x):
        return Quarter.FAMILY if y < 0 else Quarter.PROFESSIONALS
    return Quarter.PEERS if x > 0 else Quarter.SOCIETY


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its rows, the quarter it belongs to, and its form where it is no person. `half`: half its width and
    half its height."""

    rows: tuple[str, ...]
    quarter: Quarter | None
    form: Shape | None
    half: tuple[float, float]


Placed = list[tuple[Point, Label]]


@dataclass(frozen=True, slots=True)
class Band:
    """The space between two ellipses, by their half axes: the inner one and then the outer one."""

    inner_a: float
    inner_b: float
    a: float
    b: float

    def at(self, angle: float, share: float) -> Point:
        """The point at a parameter of the ellipse, at a share of the way from the inner to the outer edge."""
        a, b = self.inner_a + (self.a - self.inner_a) * share, self.inner_b + (self.b - self.inner_b) * share
        return a * math.cos(angle), b * math.sin(angle)

    @property
    def caption(self) -> Box:
        """Where the name of the circle stands: at its top, inside."""
        high = (18.0 + drop(self.a, self.b)) / 2
        return Box(0.0, -self.b + high, 70.0, high)

    @property
    def extent(self) -> float:
        """How much of a page a circle takes, in the direction that is scarcest; a little for the other one."""
        across, down = self.a / PAGE[0], self.b / PAGE[1]
        return max(across, down) + 0.2 * min(across, down)


@dataclass(frozen=True, slots=True)
class _Wedge:
    """The part of a circle in which labels stand: its middle, half its width (radians), and which quarter it is."""

    middle: float
    half: float
    quarter: Quarter | None = None


def drop(a: float, b: float) -> float:
    """How far a circle has come down at the ends of its name, which stands under its top."""
    return b * (1 - math.sqrt(1 - (54.0 / a) ** 2))


def smallest(labels: Sequence[Label], a: float, b: float, turned: float, *, quarters: bool) -> tuple[Band, Placed]:
    """The smallest band round an ellipse (half axes `a` and `b`) in which all labels fit, and their places. It may
    grow sideways, up and down, or both: a picture that fits a page can be read without making its letters smaller."""
    wide = max(label.half[0] for label in labels) * 2 + 2 * AIR
    high = max(BAND, max(label.half[1] for label in labels) * 2 + 2 * AIR)
    wedges = _quarters(labels, turned) if quarters else [(_Wedge(-math.pi / 2 + turned + math.pi, math.pi), labels)]
    best: tuple[Band, Placed] | None = None
    for share, across, down in GROWTHS:
        bands = (Band(a, b, a + wide * share + across * step, b + high + down * step) for step in count())
        best = _first_that_fits(bands, wedges, best[0].extent if best else math.inf) or best
    assert best is not None  # noqa: S101  # the first way to grow never ends without a place for everyone
    return best


def _first_that_fits(
    bands: Iterator[Band], wedges: Sequence[tuple[_Wedge, Sequence[Label]]], limit: float
) -> tuple[Band, Placed] | None:
    """The first of ever larger bands in which all fit, below the extent `limit`. Strides over a few, and looks back at
    those when one fits: to find that a band is too small takes longest of all."""
    found: tuple[Band, Placed] | None = None
    while found is None:
        stride = [band for band in islice(bands, STRIDE) if band.extent < limit]
        if not stride:
            return None
        while stride and (spots := _spread(wedges, stride[-1])) is not None:
            found = stride.pop(), spots
    return found


def _quarters(labels: Sequence[Label], turned: float) -> list[tuple[_Wedge, Sequence[Label]]]:
    """The quarters, each with the labels that belong there."""
    nudge = (turned % 0.3) - 0.15
    return [
        (
            _Wedge(-math.pi / 2 + place * math.pi / 2 + nudge, math.pi / 4, quarter),
            [label for label in labels if label.quarter is quarter],
        )
        for place, quarter in enumerate(Quarter)
    ]


def _spread(wedges: Sequence[tuple[_Wedge, Sequence[Label]]], band: Band) -> Placed | None:
    """All labels, spread over the part of a circle where they belong so that none lies over another or over the name of
    the circle; None when they do not fit."""
    found: Placed = []
    boxes = [band.caption]
    for wedge, labels in wedges:
        if len(labels) == 1 and wedge.quarter is None:
            return [(band.at(math.pi / 2, _SHARES[0]), labels[0])]
        for place, label in enumerate(labels):
            start = wedge.middle - wedge.half + (place + 0.5) * 2 * wedge.half / len(labels)
            box = _free(label, band, wedge, start, boxes)
            if box is None:
                return None
            boxes.append(box)
            found.append(((box.x, box.y), label))
    return found


def _free(label: Label, band: Band, wedge: _Wedge, start: float, boxes: Sequence[Box]) -> Box | None:
    """Where a label can stand, as near as can be to its own place: between the two ellipses, in its quarter, and over
    no other. Tried more often than anything else in a book, hence all in one loop and without roots."""
    wide, high = label.half
    a, b, inner_a, inner_b = band.a, band.b, band.inner_a, band.inner_b
    reach = [(inner_a + (a - inner_a) * share, inner_b + (b - inner_b) * share) for share in _SHARES]
    taken = [(box.x, box.y, wide + box.half_width + AIR, high + box.half_height + AIR) for box in boxes]
    for turn in _TURNS:
        if wedge.quarter and abs(start + turn - wedge.middle) > wedge.half * 1.3:
            continue
        cos, sin = math.cos(start + turn), math.sin(start + turn)
        for far_a, far_b in reach:
            x, y = far_a * cos, far_b * sin
            off_x, off_y = abs(x), abs(y)
            across, down = (off_x + wide) / a, (off_y + high) / b
            if across * across + down * down >= 1:
                continue
            across, down = max(0.0, off_x - wide) / inner_a, max(0.0, off_y - high) / inner_b
            if across * across + down * down <= 1:
                continue
            for other_x, other_y, apart_x, apart_y in taken:
                if abs(x - other_x) < apart_x and abs(y - other_y) < apart_y:
                    break
            else:
                if wedge.quarter is None or _lies_in(wedge.quarter, x, y, wide + AIR / 2, high + AIR / 2):
                    return Box(x, y, wide, high)
    return None


def _lies_in(quarter: Quarter, x: float, y: float, wide: float, high: float) -> bool:
    """Whether all corners around a point lie in a quarter."""
    corners = ((x + way * wide, y + up * high) for way in (1, -1) for up in (1, -1))
    return all(quarter_at(corner) is quarter for corner in corners)
