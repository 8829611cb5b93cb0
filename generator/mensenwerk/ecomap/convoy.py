"""Circles around the centre, by how close people are as the person sees it (the convoy of Kahn & Antonucci, 1980).

Who stands where on a circle says nothing: only the circle does. With quarters (the network circle) it also says where
someone comes from in a life. People of whom no closeness was told are not drawn; the text beside it names them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.canvas import SIZE, canvas, finished, write
from mensenwerk.ecomap.drawing import Drawing, LegendWords
from mensenwerk.ecomap.geometry import Box, Point
from mensenwerk.ecomap.glyphs import number
from mensenwerk.ecomap.measure import text_width, wrap
from mensenwerk.guards.cleared import ClearedMap, ClearedPerson
from mensenwerk.model import words as w

LABEL, LEADING, AIR = 98.0, 16.0, 6.0
BAND, TURN = 58.0, 0.5
"""How high a circle is at least, and how far each is turned from the one inside it: labels do not stand in rows."""
FEWEST = 2
"""With fewer people of whom closeness was told there is nothing to see in a circle."""
SLOPE = 0.62
"""Of the two lines between quarters: circles are wider than high."""


class Quarter(StrEnum):
    """The quarters of the network circle, clockwise from above."""

    FAMILY = "family"
    PEERS = "peers"
    PROFESSIONALS = "professionals"
    SOCIETY = "society"


_QUARTERS = {
    w.Circle.FAMILY: Quarter.FAMILY,
    w.Circle.PEERS: Quarter.PEERS,
    w.Circle.PROFESSIONAL: Quarter.PROFESSIONALS,
    w.Circle.SERVICES: Quarter.PROFESSIONALS,
}


def quarter_of(person: ClearedPerson) -> Quarter:
    """Where someone belongs; everyone who is none of the others belongs to society."""
    return _QUARTERS.get(person.circle, Quarter.SOCIETY)


def quarter_at(point: Point) -> Quarter:
    """In which quarter a point of the picture lies."""
    x, y = point
    if abs(y) > SLOPE * abs(x):
        return Quarter.FAMILY if y < 0 else Quarter.PROFESSIONALS
    return Quarter.PEERS if x > 0 else Quarter.SOCIETY


@dataclass(frozen=True, slots=True)
class _Band:
    """The space between two ellipses, by their half axes: the inner one and then the outer one."""

    inner_a: float
    inner_b: float
    a: float
    b: float

    def at(self, angle: float) -> Point:
        """The point in the middle of the band at a parameter of the ellipse."""
        return (self.inner_a + self.a) / 2 * math.cos(angle), (self.inner_b + self.b) / 2 * math.sin(angle)

    def holds(self, box: Box) -> bool:
        """Whether all of a label lies between the two ellipses."""
        x, y, wide, high = abs(box.x), abs(box.y), box.half_width, box.half_height
        near = (max(0.0, x - wide), max(0.0, y - high))
        far = math.hypot((x + wide) / self.a, (y + high) / self.b)
        return far < 1 and math.hypot(near[0] / self.inner_a, near[1] / self.inner_b) > 1


@dataclass(frozen=True, slots=True)
class _Wedge:
    """The part of a circle in which labels stand: its middle, half its width (radians), and which quarter it is."""

    middle: float
    half: float
    quarter: Quarter | None = None

    def holds(self, box: Box) -> bool:
        """Whether all of a label lies in the quarter, with some room."""
        if self.quarter is None:
            return True
        wide, high = box.half_width + AIR / 2, box.half_height + AIR / 2
        corners = [(box.x + x * wide, box.y + y * high) for x in (1, -1) for y in (1, -1)]
        return all(quarter_at(corner) is self.quarter for corner in corners)


def convoy_of(
    map_: ClearedMap, names: Sequence[str], centre: str, *, name: str, words: LegendWords, quarters: bool = False
) -> Drawing | None:
    """The people of a map (`names`, in its order); None where closeness was hardly told, or where with `quarters` all
    would stand in one of them."""
    told = [
        (person.ring, text, quarter_of(person) if quarters else None)
        for person, text in zip(map_.people, names, strict=True)
        if person.ring
    ]
    if len(told) < FEWEST or (quarters and len({quarter for _, _, quarter in told}) < FEWEST):
        return None
    rings = [ring for ring in w.Ring if any(each is ring for each, _, _ in told)]
    middle = wrap(centre, SIZE, LABEL, bold=True, lines=3)
    a, b = 90.0, 52.0
    ovals, placed = [], []
    for place, ring in enumerate(rings):
        here = [(wrap(text, SIZE, LABEL, lines=3), quarter) for each, text, quarter in told if each is ring]
        wide = max(_half(rows)[0] for rows, _ in here) * 2 + 2 * AIR
        high = max(BAND, max(_half(rows)[1] for rows, _ in here) * 2 + 2 * AIR)
        spots, band = None, _Band(a, b, a + wide, b + high)
        while spots is None:  # a wider circle holds more people
            spots = _in_wedges(here, band, place * TURN) if quarters else _around(here, band, _whole(place * TURN))
            if spots is None:
                band = _Band(a, b, band.a + 12.0, band.b + 8.0)
        placed += spots
        a, b = band.a, band.b
        ovals.append((ring, a, b))
    names_wide, names_high = 0.0, 0.0
    if quarters:
        names_wide = max(text_width(words[f"quarter-{each.value}"], SIZE, bold=True) for each in Quarter) + 14
        names_high = 26.0
    width, height = 2 * (a + 12 + names_wide), 2 * (b + 12 + names_high) + len(ovals) * 4
    root, inner = canvas(name, width, height)
    centre_group = ET.SubElement(inner, "g", {"transform": f"translate({number(width / 2)} {number(height / 2)})"})
    for number_, (_, rx, ry) in enumerate(reversed(ovals)):
        ET.SubElement(
            centre_group,
            "ellipse",
            {
                "class": f"mw-view-ring mw-view-ring-{(len(ovals) - number_) % 2}",
                "fill": "#f3f0e9" if (len(ovals) - number_) % 2 else "#fffefb",
                "stroke": "#5d7480",
                "rx": number(rx),
                "ry": number(ry),
            },
        )
    if quarters:
        _quarters(centre_group, a, b, words)
    for ring, _, ry in reversed(ovals):
        caption = write(centre_group, 0, -ry + 13, words[f"ring-{ring.value}"].upper(), size=10.5, anchor="middle")
        caption.set("class", "mw-eco-captions")
        caption.set("letter-spacing", "1")
    core = {"class": "mw-eco-core", "fill": "#fffefb", "stroke": "#27343b", "stroke-width": "2", "rx": "82", "ry": "40"}
    ET.SubElement(centre_group, "ellipse", core)
    _rows(centre_group, (0.0, 0.0), middle, bold=True)
    for at, rows in placed:
        _rows(centre_group, at, rows)
    return Drawing(map_.id, finished(root), (), width, height)


def _quarters(parent: ET.Element, a: float, b: float, words: LegendWords) -> None:
    """Two lines through the centre, and outside the circles what each quarter is called."""
    across = 1 / math.hypot(1 / a, SLOPE / b)  # where the lines meet the outermost circle
    x, y = number(across), number(across * SLOPE)
    line = {"class": "mw-view-grid", "stroke": "#c9c4ba", "d": f"M-{x} -{y}L{x} {y}M{x} -{y}L-{x} {y}"}
    ET.SubElement(parent, "path", line)
    places = {
        Quarter.FAMILY: (0.0, -b - 12, "middle"),
        Quarter.PEERS: (a + 10, 5.0, "start"),
        Quarter.PROFESSIONALS: (0.0, b + 22, "middle"),
        Quarter.SOCIETY: (-a - 10, 5.0, "end"),
    }
    for quarter, (x_, y_, anchor) in places.items():
        write(parent, x_, y_, words[f"quarter-{quarter.value}"], anchor=anchor).set("font-weight", "700")


Label = tuple[Sequence[str], Quarter | None]
Placed = list[tuple[Point, Sequence[str]]]


def _whole(turned: float) -> _Wedge:
    return _Wedge(-math.pi / 2 + turned + math.pi, math.pi)


def _in_wedges(labels: Sequence[Label], band: _Band, turned: float) -> Placed | None:
    """Labels in the quarter where they belong; None when one of the quarters is too small for them."""
    found: Placed = []
    taken: list[Box] = [_caption_box(band)]
    for place, quarter in enumerate(Quarter):
        here = [label for label in labels if label[1] is quarter]
        nudge = (turned % 0.3) - 0.15
        wedge = _Wedge(-math.pi / 2 + place * math.pi / 2 + nudge, math.pi / 4, quarter)
        spots = _around(here, band, wedge, taken)
        if spots is None:
            return None
        found += spots
    return found


def _half(rows: Sequence[str]) -> tuple[float, float]:
    return max(text_width(row, SIZE) for row in rows) / 2, len(rows) * LEADING / 2


def _caption_box(band: _Band) -> Box:
    """Where the name of a circle stands: at its top, inside."""
    return Box(0.0, -band.b + 9.0, 70.0, 9.0)


def _around(labels: Sequence[Label], band: _Band, wedge: _Wedge, taken: list[Box] | None = None) -> Placed | None:
    """Labels spread over (a part of) a circle so that none lies over another, over what was `taken` before or over
    the name of the circle at the top; None when they do not fit."""
    if len(labels) == 1 and wedge.quarter is None:
        return [(band.at(math.pi / 2), labels[0][0])]
    found: Placed = []
    boxes = taken if taken is not None else [_caption_box(band)]
    for place, (rows, _) in enumerate(labels):
        start = wedge.middle - wedge.half + (place + 0.5) * 2 * wedge.half / len(labels)
        for turn in (0.0, *(way * step * math.pi / 90 for step in range(1, 46) for way in (1, -1))):
            if wedge.quarter and abs(start + turn - wedge.middle) > wedge.half * 1.3:
                continue
            x, y = band.at(start + turn)
            box = Box(x, y, *_half(rows))
            if band.holds(box) and wedge.holds(box) and not any(box.overlaps(other, AIR) for other in boxes):
                boxes.append(box)
                found.append(((x, y), rows))
                break
        else:
            return None
    return found


def _rows(parent: ET.Element, at: tuple[float, float], rows: Sequence[str], *, bold: bool = False) -> None:
    first = at[1] - (len(rows) - 1) * LEADING / 2 + SIZE * 0.36
    for place, row in enumerate(rows):
        element = write(parent, at[0], first + place * LEADING, row, anchor="middle")
        if bold:
            element.set("font-weight", "700")
