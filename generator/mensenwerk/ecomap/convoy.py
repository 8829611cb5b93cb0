"""Circles around the centre, by how close people are as the person sees it (the convoy of Kahn & Antonucci, 1980).

Who stands where on a circle says nothing: only the circle does. With quarters (the network circle) it also says where
someone comes from in a life; an animal or a place belongs to none of them. Those of whom no closeness was told are not
drawn; the text beside it names them.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.canvas import SIZE, canvas, finished, write
from mensenwerk.ecomap.drawing import Drawing, LegendWords
from mensenwerk.ecomap.geometry import Box, Point
from mensenwerk.ecomap.glyphs import number, pair
from mensenwerk.ecomap.legend import signs_of
from mensenwerk.ecomap.measure import text_width, wrap
from mensenwerk.ecomap.notation import hartman
from mensenwerk.ecomap.shapes import Shape, shape_of
from mensenwerk.guards.cleared import ClearedMap, ClearedPerson
from mensenwerk.model import words as w

LABEL, LEADING, AIR = 98.0, 16.0, 6.0
BAND, TURN = 58.0, 0.5
"""How high a circle is at least, and how far each is turned from the one inside it: labels do not stand in rows."""
FEWEST = 2
"""With fewer people of whom closeness was told there is nothing to see in a circle."""
GROWTHS = ((1.0, 12.0, 8.0), (0.62, 5.0, 11.0), (0.45, 3.0, 14.0), (1.0, 14.0, 3.0))
"""Ways in which a circle grows until everyone fits: the share of a label's width that it starts with, and its steps
across and down."""
PAGE = (420.0, 330.0)
"""Half of what a page has room for."""
ASIDE = 8.0
"""Between a circle and the name of a quarter beside it."""
SLOPE = 0.75
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


def quarter_of(person: ClearedPerson) -> Quarter | None:
    """Where someone belongs, by the first of their circles that has a quarter of its own: a mentor at school is a
    professional too. Everyone who is none of these belongs to society; an animal or a place belongs nowhere here."""
    if shape_of(person) in FORMS:
        return None
    return next((_QUARTERS[circle] for circle in person.circles if circle in _QUARTERS), Quarter.SOCIETY)


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

    def at(self, angle: float, share: float = 0.5) -> Point:
        """The point at a parameter of the ellipse, at a share of the way from the inner to the outer edge."""
        a, b = self.inner_a + (self.a - self.inner_a) * share, self.inner_b + (self.b - self.inner_b) * share
        return a * math.cos(angle), b * math.sin(angle)

    def holds(self, x: float, y: float, half_width: float, half_height: float) -> bool:
        """Whether all of a label around a point lies between the two ellipses; without roots, the outer edge first."""
        x, y = abs(x), abs(y)
        across, down = (x + half_width) / self.a, (y + half_height) / self.b
        if across * across + down * down >= 1:
            return False
        across, down = max(0.0, x - half_width) / self.inner_a, max(0.0, y - half_height) / self.inner_b
        return across * across + down * down > 1


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


@dataclass(frozen=True, slots=True)
class _Label:
    """A name in its rows, the quarter it belongs to, and its form where it is no person."""

    rows: tuple[str, ...]
    quarter: Quarter | None = None
    form: Shape | None = None
    half: tuple[float, float] = (0.0, 0.0)
    """Half its width and half its height."""


FORMS = (Shape.ANIMAL, Shape.PLACE)
"""Who stands in a form of their own, as on the map: apart from people."""
Placed = list[tuple[Point, _Label]]


def convoy_of(
    map_: ClearedMap, names: Sequence[str], centre: str, *, name: str, words: LegendWords, quarters: bool = False
) -> Drawing | None:
    """The people of a map (`names`, in its order); None where closeness was hardly told, or where with `quarters` all
    would stand in one of them."""
    told = [
        (person.ring, _label(person, text, quarters=quarters))
        for person, text in zip(map_.people, names, strict=True)
        if person.ring and not (quarters and quarter_of(person) is None)
    ]
    used = {label.quarter for _, label in told}
    if len(told) < FEWEST or (quarters and len(used) < FEWEST):
        return None
    rings = [ring for ring in w.Ring if any(each is ring for each, _ in told)]
    middle = wrap(centre, SIZE, LABEL, bold=True, lines=3)
    a, b = 90.0, 52.0
    ovals, placed = [], []
    for place, ring in enumerate(rings):
        here = [label for each, label in told if each is ring]
        band, spots = _smallest(here, a, b, place * TURN, quarters=quarters)
        placed += spots
        a, b = band.a, band.b
        ovals.append((ring, a, b))
    half_width, half_height = a + 12, b + 12 + len(ovals) * 2
    if quarters:
        half_width, half_height = max(half_width, _beside(a, b, words) + 6), half_height + 26
    width, height = 2 * half_width, 2 * half_height
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
        _quarters(centre_group, a, b, words, used)
    for ring, rx, ry in reversed(ovals):
        caption = write(
            centre_group, 0, -ry + _drop(rx, ry) + 13, words[f"ring-{ring.value}"].upper(), size=13, anchor="middle"
        )
        caption.set("class", "mw-eco-captions")
        caption.set("letter-spacing", "1")
    core = {"class": "mw-eco-core", "fill": "#fffefb", "stroke": "#27343b", "stroke-width": "2", "rx": "82", "ry": "40"}
    ET.SubElement(centre_group, "ellipse", core)
    _rows(centre_group, (0.0, 0.0), middle, bold=True)
    forms = [(at, label) for at, label in placed if label.form]
    if forms:
        layer = ET.SubElement(centre_group, "g", {"class": "mw-view-forms", "fill": "#fffefb", "stroke": "#5d7480"})
        for at, label in forms:
            ET.SubElement(layer, "path", {"d": _form(at, label)})
    for at, label in placed:
        _rows(centre_group, at, label.rows)
    keys = [form.value for form in FORMS if any(label.form is form for _, label in placed)]
    return Drawing(map_.id, finished(root), signs_of(keys, words, hartman()), width, height)


def _label(person: ClearedPerson, text: str, *, quarters: bool) -> _Label:
    shape = shape_of(person)
    rows = tuple(wrap(text, SIZE, LABEL, lines=3))
    form = shape if shape in FORMS else None
    wide, high = max(text_width(row, SIZE) for row in rows) / 2, len(rows) * LEADING / 2
    half = (wide + 11, high + 5) if form else (wide, high)
    return _Label(rows, quarter_of(person) if quarters else None, form, half)


def _form(at: Point, label: _Label) -> str:
    """The outline of an animal (six corners) or a place (a roof), as on the map."""
    (x, y), (wide, high) = at, label.half
    if label.form is Shape.ANIMAL:
        corners = [
            (-wide, 0.0),
            (10 - wide, -high),
            (wide - 10, -high),
            (wide, 0.0),
            (wide - 10, high),
            (10 - wide, high),
        ]
    else:
        corners = [(-wide, high), (-wide, 3 - high), (0.0, -high - 5), (wide, 3 - high), (wide, high)]
    return "M" + "L".join(pair((x + right, y + down)) for right, down in corners) + "Z"


def _quarters(parent: ET.Element, a: float, b: float, words: LegendWords, used: Collection[Quarter | None]) -> None:
    """Two lines through the centre, and outside the circles what each quarter is called: softly where nobody is."""
    x_, y_ = _ends(a, b)
    x, y = number(x_), number(y_)
    line = {"class": "mw-view-grid", "stroke": "#c9c4ba", "d": f"M-{x} -{y}L{x} {y}M{x} -{y}L-{x} {y}"}
    ET.SubElement(parent, "path", line)
    side_x, side_y = _corner(a, b)
    places = {
        Quarter.FAMILY: (0.0, -b - 12, "middle"),
        Quarter.PEERS: (side_x, side_y, "start"),
        Quarter.PROFESSIONALS: (0.0, b + 22, "middle"),
        Quarter.SOCIETY: (-side_x, side_y, "end"),
    }
    for quarter, (at_x, at_y, anchor) in places.items():
        name = write(parent, at_x, at_y, words[f"quarter-{quarter.value}"], anchor=anchor)
        if quarter in used:
            name.set("font-weight", "700")
        else:
            name.set("class", "mw-eco-captions")
            name.set("font-style", "italic")


def _ends(a: float, b: float) -> Point:
    """Where the lines between quarters meet the outermost circle, at the lower right."""
    across = 1 / math.hypot(1 / a, SLOPE / b)
    return across, across * SLOPE


def _corner(a: float, b: float) -> Point:
    """Where the name of a quarter at a side stands: in the corner that a circle leaves open, under the line where that
    quarter begins."""
    y = -_ends(a, b)[1] + LEADING
    return a * math.sqrt(1 - ((y + 4) / b) ** 2) + ASIDE, y


def _beside(a: float, b: float, words: LegendWords) -> float:
    """How far the names reach of the quarters at the sides."""
    names = [words[f"quarter-{each.value}"] for each in (Quarter.PEERS, Quarter.SOCIETY)]
    return _corner(a, b)[0] + max(text_width(each, SIZE, bold=True) for each in names)


def _smallest(here: Sequence[_Label], a: float, b: float, turned: float, *, quarters: bool) -> tuple[_Band, Placed]:
    """The smallest band round an ellipse (half axes `a` and `b`) in which all labels fit, and their places. It may
    grow sideways, up and down, or both: a picture that fits a page can be read without making its letters smaller."""
    wide = max(label.half[0] for label in here) * 2 + 2 * AIR
    high = max(BAND, max(label.half[1] for label in here) * 2 + 2 * AIR)
    best: tuple[float, _Band, Placed] | None = None
    for share, across, down in GROWTHS:
        band = _Band(a, b, a + wide * share, b + high)
        while best is None or _extent(band) < best[0]:
            spots = _in_wedges(here, band, turned) if quarters else _around(here, band, _whole(turned))
            if spots is not None:
                best = _extent(band), band, spots
                break
            band = _Band(a, b, band.a + across, band.b + down)
    assert best is not None  # noqa: S101  # the first way to grow never ends without a place for everyone
    return best[1], best[2]


def _extent(band: _Band) -> float:
    """How much of a page a circle takes, in the direction that is scarcest; a little for the other one."""
    across, down = band.a / PAGE[0], band.b / PAGE[1]
    return max(across, down) + 0.2 * min(across, down)


def _whole(turned: float) -> _Wedge:
    return _Wedge(-math.pi / 2 + turned + math.pi, math.pi)


def _in_wedges(labels: Sequence[_Label], band: _Band, turned: float) -> Placed | None:
    """Labels in the quarter where they belong; None when one of the quarters is too small for them."""
    found: Placed = []
    taken: list[Box] = [_caption_box(band)]
    for place, quarter in enumerate(Quarter):
        here = [label for label in labels if label.quarter is quarter]
        nudge = (turned % 0.3) - 0.15
        wedge = _Wedge(-math.pi / 2 + place * math.pi / 2 + nudge, math.pi / 4, quarter)
        spots = _around(here, band, wedge, taken)
        if spots is None:
            return None
        found += spots
    return found


def _drop(a: float, b: float) -> float:
    """How far a circle has come down at the ends of its name, which stands under its top."""
    return b * (1 - math.sqrt(1 - (54.0 / a) ** 2))


def _caption_box(band: _Band) -> Box:
    """Where the name of a circle stands: at its top, inside."""
    high = (18.0 + _drop(band.a, band.b)) / 2
    return Box(0.0, -band.b + high, 70.0, high)


def _around(labels: Sequence[_Label], band: _Band, wedge: _Wedge, taken: list[Box] | None = None) -> Placed | None:
    """Labels spread over (a part of) a circle so that none lies over another, over what was `taken` before or over
    the name of the circle at the top; None when they do not fit."""
    if len(labels) == 1 and wedge.quarter is None:
        return [(band.at(math.pi / 2), labels[0])]
    found: Placed = []
    boxes = taken if taken is not None else [_caption_box(band)]
    for place, label in enumerate(labels):
        start = wedge.middle - wedge.half + (place + 0.5) * 2 * wedge.half / len(labels)
        for turn in _TURNS:
            if wedge.quarter and abs(start + turn - wedge.middle) > wedge.half * 1.3:
                continue
            box = _free(label, band, wedge, start + turn, boxes)
            if box is not None:
                boxes.append(box)
                found.append(((box.x, box.y), label))
                break
        else:
            return None
    return found


_TURNS = (0.0, *(way * step * math.pi / 90 for step in range(1, 46) for way in (1, -1)))
"""Where a label is tried beside its own place (radians), the nearest first."""


def _free(label: _Label, band: _Band, wedge: _Wedge, angle: float, boxes: Sequence[Box]) -> Box | None:
    """Where a label can stand in this direction: in the middle of the circle, or nearer to one of its edges. Tried more
    often than anything else in a book: hence no box before there is a place for it."""
    half_width, half_height = label.half
    across, down = math.cos(angle), math.sin(angle)
    for share in (0.5, 0.3, 0.7):
        x = (band.inner_a + (band.a - band.inner_a) * share) * across
        y = (band.inner_b + (band.b - band.inner_b) * share) * down
        if not band.holds(x, y, half_width, half_height):
            continue
        for other in boxes:
            if (
                abs(x - other.x) < half_width + other.half_width + AIR
                and abs(y - other.y) < half_height + other.half_height + AIR
            ):
                break
        else:
            box = Box(x, y, half_width, half_height)
            if wedge.holds(box):
                return box
    return None


def _rows(parent: ET.Element, at: tuple[float, float], rows: Sequence[str], *, bold: bool = False) -> None:
    first = at[1] - (len(rows) - 1) * LEADING / 2 + SIZE * 0.36
    for place, row in enumerate(rows):
        element = write(parent, at[0], first + place * LEADING, row, anchor="middle")
        if bold:
            element.set("font-weight", "700")
