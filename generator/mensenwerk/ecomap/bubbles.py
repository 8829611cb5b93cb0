"""A map seen from further away: every circle of people a bubble, as large as there are people in it.

In a bubble each person is a dot, and a line joins two who know each other: how close-knit a circle is can be seen, and
no figure says it. Between bubbles a line says that people of both know each other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.canvas import SIZE, canvas, finished, write
from mensenwerk.ecomap.drawing import Drawing, LegendItem, LegendWords
from mensenwerk.ecomap.geometry import Point, distance
from mensenwerk.ecomap.glyphs import number, pair
from mensenwerk.ecomap.legend import picture_of
from mensenwerk.ecomap.measure import text_width, wrap
from mensenwerk.ecomap.positions import place
from mensenwerk.ecomap.rings import Slot
from mensenwerk.guards.cleared import ClearedMap, ClearedPerson
from mensenwerk.model import words as w

ABOVE = 25
"""With more people around than this a map is first shown from further away."""
DOT, STEP = 4.5, 13.0
"""The radius of a dot, and how far dots stand apart."""
CORE, LABEL, LEADING, MARGIN = 62.0, 150.0, 16.0, 14.0
BUBBLE_KEYS = ("bubble-person", "bubble-within", "bubble-between")
_DOTS = '<circle class="mw-eco-key-head" fill="#27343b" cx="16" cy="10" r="4.5"/>'
_PICTURES = {
    "bubble-person": '<circle class="mw-eco-key-head" fill="#27343b" cx="24" cy="10" r="4.5"/>',
    "bubble-within": '<path class="mw-eco-key-link" stroke="#5d7480" stroke-width="1.4" d="M16 10H32"/>'
    + _DOTS
    + _DOTS.replace('"16"', '"32"'),
    "bubble-between": '<path class="mw-eco-key-link" fill="none" stroke="#5d7480" stroke-width="1.4"'
    ' stroke-dasharray="5 4" d="M9 14Q24 2 39 14"/>'
    '<circle class="mw-eco-key-shape" fill="#fff" stroke="#27343b" stroke-width="1.6" cx="8" cy="14" r="5"/>'
    '<circle class="mw-eco-key-shape" fill="#fff" stroke="#27343b" stroke-width="1.6" cx="40" cy="14" r="5"/>',
}


def groups_of(map_: ClearedMap) -> list[tuple[w.Circle, list[ClearedPerson]]]:
    """The circles of a map in their fixed order, each with its people in the order of the map."""
    return [(c, found) for c in w.Circle if (found := [person for person in map_.people if person.circle is c])]


def bubbles_of(
    map_: ClearedMap, labels: Sequence[str], centre: str, *, name: str, words: LegendWords
) -> Drawing | None:
    """A picture of a map with many people; `labels`: what each of `groups_of` is called. None for a map of which
    everyone is seen well enough as it is."""
    if len(map_.people) <= ABOVE:
        return None
    groups = groups_of(map_)
    texts = [wrap(label, SIZE, LABEL, bold=True, lines=2) for label in labels]
    radii = [_radius(len(people)) for _, people in groups]
    slots = [
        Slot(max(radius, *(text_width(row, SIZE, bold=True) / 2 for row in rows)), radius + len(rows) * LEADING / 2, at)
        for at, (radius, rows) in enumerate(zip(radii, texts, strict=True))
    ]
    boxes = place(slots, CORE)
    wide = max(abs(box.x) + box.half_width for box in boxes) + MARGIN
    high = max(abs(box.y) + box.half_height for box in boxes) + MARGIN
    root, inner = canvas(name, 2 * wide, 2 * high)
    ground = ET.SubElement(inner, "g", {"transform": f"translate({number(wide)} {number(high)})"})
    outward = [-1.0 if box.y < 0 else 1.0 for box in boxes]  # names stand where no line comes in
    middles = [
        (box.x, box.y - side * len(rows) * LEADING / 2) for box, side, rows in zip(boxes, outward, texts, strict=True)
    ]
    found = {"bubble-person"}
    home = {person.id: at for at, (_, people) in enumerate(groups) for person in people}
    known = [(link.a, link.b) for link in map_.links if link.bond not in (w.Bond.NONE, w.Bond.BROKEN)]
    between = {tuple(sorted((home[a], home[b]))) for a, b in known if a in home and b in home and home[a] != home[b]}
    _lines(ground, middles, radii)
    for one, other in sorted(between):
        found.add("bubble-between")
        _arc(ground, middles[one], middles[other], radii[one], radii[other])
    core = {"class": "mw-eco-core", "fill": "#fffefb", "stroke": "#27343b", "stroke-width": "2", "r": number(CORE)}
    ET.SubElement(ground, "circle", core)
    _rows(ground, (0.0, 0.0), wrap(centre, SIZE, 2 * CORE - 18, bold=True, lines=3))
    for (circle, people), middle, radius, rows, side in zip(groups, middles, radii, texts, outward, strict=True):
        shape = {"class": f"mw-view-bubble mw-eco-{circle.value}", "fill": "#fffefb", "stroke": "#27343b"}
        x, y = (number(value) for value in middle)
        ET.SubElement(ground, "circle", {**shape, "stroke-width": "1.8", "cx": x, "cy": y, "r": number(radius)})
        dots = dict(zip((person.id for person in people), _dots(middle, len(people)), strict=True))
        inside = [(dots[a], dots[b]) for a, b in known if a in dots and b in dots]
        if inside:
            found.add("bubble-within")
            course = "".join(f"M{pair(a)}L{pair(b)}" for a, b in inside)
            line = {"class": "mw-eco-key-link", "fill": "none", "stroke": "#5d7480", "stroke-width": "1.2", "d": course}
            ET.SubElement(ground, "path", line)
        spots = "".join(f"M{pair(dot)}h0" for dot in dots.values())
        style = {"class": "mw-eco-key-line", "stroke": "#27343b", "stroke-linecap": "round", "fill": "none"}
        ET.SubElement(ground, "path", {**style, "stroke-width": number(2 * DOT), "d": spots})
        _rows(ground, (middle[0], middle[1] + side * (radius + 1 + len(rows) * LEADING / 2)), rows)
    legend = tuple(LegendItem(key, picture_of(_PICTURES[key]), words[key]) for key in BUBBLE_KEYS if key in found)
    return Drawing(map_.id, finished(root), legend, 2 * wide, 2 * high)


def _radius(people: int) -> float:
    """A bubble whose surface grows with the people in it."""
    return 12.0 + STEP * math.sqrt(people) * 0.75


def _dots(middle: Point, people: int) -> list[Point]:
    """Places in a bubble, spread as the seeds of a sunflower (Vogel, 1979)."""
    if people == 1:
        return [middle]
    turn, step = math.pi * (3 - math.sqrt(5)), (_radius(people) - 10.0) / math.sqrt(people)
    seeds = [(step * math.sqrt(k + 0.5), k * turn) for k in range(people)]
    return [(middle[0] + far * math.cos(angle), middle[1] + far * math.sin(angle)) for far, angle in seeds]


def _lines(parent: ET.Element, middles: Sequence[Point], radii: Sequence[float]) -> None:
    course = ""
    for middle, radius in zip(middles, radii, strict=True):
        far = math.hypot(*middle)
        start, end = CORE / far, (far - radius) / far
        course += f"M{pair((middle[0] * start, middle[1] * start))}L{pair((middle[0] * end, middle[1] * end))}"
    ET.SubElement(parent, "path", {"class": "mw-eco-key-line", "stroke": "#27343b", "stroke-width": "1.4", "d": course})


def _arc(parent: ET.Element, a: Point, b: Point, ra: float, rb: float) -> None:
    """A calm arc between two bubbles, bent away from the centre so that it does not run through it."""
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    far = math.hypot(*middle)
    least = CORE + 26.0
    way = (middle[0] / far, middle[1] / far) if far > 1 else (0.0, -1.0)
    reach = max(far, least)
    handle = (way[0] * (2 * reach - far), way[1] * (2 * reach - far)) if reach > far else middle
    start, end = _rim(a, handle, ra), _rim(b, handle, rb)
    look = {"class": "mw-eco-key-link", "fill": "none", "stroke": "#5d7480", "stroke-width": "1.4"}
    ET.SubElement(
        parent, "path", {**look, "stroke-dasharray": "5 4", "d": f"M{pair(start)}Q{pair(handle)} {pair(end)}"}
    )


def _rim(middle: Point, to: Point, radius: float) -> Point:
    span = distance(middle, to) or 1.0
    return middle[0] + (to[0] - middle[0]) * radius / span, middle[1] + (to[1] - middle[1]) * radius / span


def _rows(parent: ET.Element, at: Point, rows: Sequence[str]) -> None:
    first = at[1] - (len(rows) - 1) * LEADING / 2 + SIZE * 0.36
    for line, row in enumerate(rows):
        write(parent, at[0], first + line * LEADING, row, anchor="middle").set("font-weight", "700")
