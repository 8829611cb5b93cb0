"""Circles around the centre, by how close people are as the person sees it (the convoy of Kahn & Antonucci, 1980).

Who stands where on a circle says nothing: only the circle does. With quarters (the network circle) it also says where
someone comes from in a life; an animal or a place belongs to none of them. Those of whom no closeness was told are not
drawn; the text beside it names them.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.bands import SLOPE, Label, Quarter, drop, smallest
from mensenwerk.ecomap.canvas import SIZE, canvas, finished, write
from mensenwerk.ecomap.drawing import Drawing, LegendWords
from mensenwerk.ecomap.geometry import Point
from mensenwerk.ecomap.glyphs import number, pair
from mensenwerk.ecomap.legend import signs_of
from mensenwerk.ecomap.measure import text_width, wrap
from mensenwerk.ecomap.notation import hartman
from mensenwerk.ecomap.shapes import Shape, shape_of
from mensenwerk.guards.cleared import ClearedMap, ClearedPerson
from mensenwerk.model import words as w

LABEL, LEADING = 98.0, 16.0
TURN = 0.5
"""How far each circle is turned from the one inside it: labels do not stand in rows."""
FEWEST = 2
"""With fewer people of whom closeness was told there is nothing to see in a circle."""
ASIDE = 8.0
"""Between a circle and the name of a quarter beside it."""
FORMS = (Shape.ANIMAL, Shape.PLACE)
"""Who stands in a form of their own, as on the map: apart from people."""
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
        band, spots = smallest(here, a, b, place * TURN, quarters=quarters)
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
            centre_group, 0, -ry + drop(rx, ry) + 13, words[f"ring-{ring.value}"].upper(), size=13, anchor="middle"
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


def _label(person: ClearedPerson, text: str, *, quarters: bool) -> Label:
    shape = shape_of(person)
    rows = tuple(wrap(text, SIZE, LABEL, lines=3))
    form = shape if shape in FORMS else None
    wide, high = max(text_width(row, SIZE) for row in rows) / 2, len(rows) * LEADING / 2
    half = (wide + 11, high + 5) if form else (wide, high)
    return Label(rows, quarter_of(person) if quarters else None, form, half)


def _form(at: Point, label: Label) -> str:
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


def _rows(parent: ET.Element, at: tuple[float, float], rows: Sequence[str], *, bold: bool = False) -> None:
    first = at[1] - (len(rows) - 1) * LEADING / 2 + SIZE * 0.36
    for place, row in enumerate(rows):
        element = write(parent, at[0], first + place * LEADING, row, anchor="middle")
        if bold:
            element.set("font-weight", "700")
