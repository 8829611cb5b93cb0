"""Who knows whom, as a matrix: half of it, for knowing each other has no direction. Up to forty people."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.canvas import canvas, finished, write
from mensenwerk.ecomap.drawing import Drawing, LegendItem, LegendWords
from mensenwerk.ecomap.glyphs import number
from mensenwerk.ecomap.legend import picture_of
from mensenwerk.ecomap.measure import text_width, wrap
from mensenwerk.guards.cleared import ClearedMap
from mensenwerk.model import words as w

MOST = 40
CELL, SIZE, NAMES = 26.0, 14.0, 220.0
KNOW_KEYS = tuple(f"know-{bond.value}" for bond in w.Bond)
_INK = 'fill="#27343b"'
_STROKE = 'class="mw-eco-key-line" fill="none" stroke="#27343b" stroke-width="2"'
_SIGNS = {
    w.Bond.GOOD: f'<circle class="mw-eco-key-head" {_INK} cx="0" cy="0" r="6.5"/>',
    w.Bond.ORDINARY: f'<circle {_STROKE} cx="0" cy="0" r="5.5"/>',
    w.Bond.SUPERFICIAL: f'<circle class="mw-eco-key-head" {_INK} cx="0" cy="0" r="2.4"/>',
    w.Bond.BROKEN: f'<path {_STROKE} d="M-5 -5L5 5M-5 5L5 -5"/>',
    w.Bond.NONE: f'<path {_STROKE} d="M-5 0H5"/>',
}


def matrix_of(map_: ClearedMap, names: list[str], *, name: str, words: LegendWords) -> Drawing | None:
    """The people of a map (`names`, in its order) by rows; None without a link or with more than forty people."""
    count = len(map_.people)
    if not map_.links or not 2 <= count <= MOST:
        return None
    rows = [wrap(each, SIZE, NAMES, lines=1)[0] for each in names]
    left = max(text_width(row, SIZE) for row in rows) + 34
    width, height = left + count * CELL + 120, count * CELL + 20
    root, inner = canvas(name, width, height)
    place = {person.id: number for number, person in enumerate(map_.people)}
    grid = ET.SubElement(inner, "path", {"class": "mw-view-grid", "fill": "none", "stroke": "#c9c4ba"})
    lines = []
    for row, text in enumerate(rows):
        middle = 10 + row * CELL + CELL / 2
        write(inner, left - 8, middle + 5, f"{text} {row + 1}", anchor="end")
        write(inner, left + row * CELL + CELL / 2, middle + 5, str(row + 1), size=13, anchor="middle")
        lines.append(f"M{number(left)} {number(middle - CELL / 2)}h{number((row + 1) * CELL)}")
        lines.append(f"M{number(left + row * CELL)} {number(middle - CELL / 2)}V{number(10 + count * CELL)}")
    lines.append(f"M{number(left)} {number(10 + count * CELL)}h{number(count * CELL)}v{number(-CELL)}")
    grid.set("d", "".join(lines))
    found = set()
    for link in map_.links:
        if link.a in place and link.b in place and link.a != link.b:
            column, row = sorted((place[link.a], place[link.b]))
            x, y = left + column * CELL + CELL / 2, 10 + row * CELL + CELL / 2
            sign = ET.SubElement(inner, "g", {"transform": f"translate({number(x)} {number(y)})"})
            sign.append(ET.fromstring(_SIGNS[link.bond]))  # noqa: S314  # our own
            found.add(link.bond)
    legend = tuple(
        LegendItem(f"know-{b.value}", know_picture(b), words[f"know-{b.value}"]) for b in w.Bond if b in found
    )
    return Drawing(map_.id, finished(root), legend, width, height)


@cache
def know_picture(bond: w.Bond) -> str:
    """The sign of a cell in the legend."""
    return picture_of(f'<g transform="translate(24 10)">{_SIGNS[bond]}</g>')
