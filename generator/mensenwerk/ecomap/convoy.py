"""Circles around the centre, by how close people are as the person sees it (the convoy of Kahn & Antonucci, 1980).

Who stands where on a circle says nothing: only the circle does. People of whom no closeness was told are not drawn;
the text beside it names them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.canvas import SIZE, canvas, finished, write
from mensenwerk.ecomap.drawing import Drawing, LegendWords
from mensenwerk.ecomap.geometry import Box
from mensenwerk.ecomap.glyphs import number
from mensenwerk.ecomap.measure import text_width, wrap
from mensenwerk.guards.cleared import ClearedMap
from mensenwerk.model import words as w

LABEL, LEADING, AIR = 98.0, 16.0, 6.0
BAND, TURN = 58.0, 0.5
"""How high a circle is at least, and how far each is turned from the one inside it: labels do not stand in rows."""
FEWEST = 2
"""With fewer people of whom closeness was told there is nothing to see in a circle."""


def convoy_of(map_: ClearedMap, names: Sequence[str], centre: str, *, name: str, words: LegendWords) -> Drawing | None:
    """The people of a map (`names`, in its order); None where closeness was hardly told."""
    told = [(person.ring, text) for person, text in zip(map_.people, names, strict=True) if person.ring]
    if len(told) < FEWEST:
        return None
    rings = [ring for ring in w.Ring if any(each is ring for each, _ in told)]
    labels = {ring: [wrap(text, SIZE, LABEL, lines=3) for each, text in told if each is ring] for ring in rings}
    middle = wrap(centre, SIZE, LABEL, bold=True, lines=3)
    a, b = 90.0, 52.0
    ovals, placed = [], []
    for place, ring in enumerate(rings):
        wide = max(_half(rows)[0] for rows in labels[ring]) * 2 + 2 * AIR
        high = max(BAND, max(_half(rows)[1] for rows in labels[ring]) * 2 + 2 * AIR)
        spots = None
        grow = 0.0
        while spots is None:  # a wider circle holds more people
            spots = _around(labels[ring], a + wide / 2 + grow * 1.5, b + high / 2 + grow, place * TURN)
            grow += 8.0
        placed += spots
        a, b = a + wide + (grow - 8.0) * 1.5, b + high + grow - 8.0
        ovals.append((ring, a, b))
    width, height = 2 * a + 24, 2 * b + 24 + len(ovals) * 4
    root, inner = canvas(name, width, height)
    centre_group = ET.SubElement(inner, "g", {"transform": f"translate({number(width / 2)} {number(height / 2)})"})
    for number_, (ring, rx, ry) in enumerate(reversed(ovals)):
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
        caption = write(centre_group, 0, -ry + 13, words[f"ring-{ring.value}"].upper(), size=10.5, anchor="middle")
        caption.set("class", "mw-eco-captions")
        caption.set("letter-spacing", "1")
    core = {"class": "mw-eco-core", "fill": "#fffefb", "stroke": "#27343b", "stroke-width": "2", "rx": "82", "ry": "40"}
    ET.SubElement(centre_group, "ellipse", core)
    _rows(centre_group, (0.0, 0.0), middle, bold=True)
    for at, rows in placed:
        _rows(centre_group, at, rows)
    return Drawing(map_.id, finished(root), (), width, height)


def _half(rows: Sequence[str]) -> tuple[float, float]:
    return max(text_width(row, SIZE) for row in rows) / 2, len(rows) * LEADING / 2


def _around(
    labels: Sequence[tuple[str, ...]], a: float, b: float, turned: float
) -> list[tuple[tuple[float, float], tuple[str, ...]]] | None:
    """Labels spread over an ellipse so that none lies over another or over the name of the circle at the top; None
    when they do not fit."""
    if len(labels) == 1:
        return [((0.0, b), labels[0])]
    found: list[tuple[tuple[float, float], tuple[str, ...]]] = []
    boxes: list[Box] = [Box(0.0, -b, 70.0, 12.0)]
    for place, rows in enumerate(labels):
        start = -math.pi / 2 + turned + (place + 0.5) * 2 * math.pi / len(labels)
        for turn in (0.0, *(way * step * math.pi / 90 for step in range(1, 46) for way in (1, -1))):
            x, y = a * math.cos(start + turn), b * math.sin(start + turn)
            box = Box(x, y, *_half(rows))
            if not any(box.overlaps(other, AIR) for other in boxes):
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
