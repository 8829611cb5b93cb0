"""What goes to and fro, as a picture: a row a person (Social Network Map and Grid, Tracy & Whittaker 1990).

An arrow has its head at the one who receives, as on an ecomap; the centre is the ring at its right. An empty place says
nothing: it was not told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.canvas import SIZE, canvas, finished, write
from mensenwerk.ecomap.drawing import Drawing, LegendItem, LegendWords
from mensenwerk.ecomap.glyphs import number
from mensenwerk.ecomap.legend import picture_of
from mensenwerk.ecomap.measure import wrap
from mensenwerk.model import words as w

KINDS = ("emotional", "company", "practical", "advice")
"""What may go to and fro, from the heart outwards: tasks do not come first."""
GRID_KEYS = tuple(f"grid-{way.value}" for way in w.Exchange)
SMALL, LEADING, AIR, MARGIN = 13.0, 17.0, 11.0, 14.0
NAME, KIND, WORDS = 178.0, 88.0, 112.0
"""How wide columns are: names, a kind of support, and words."""
_LINE = 'class="mw-eco-key-line" fill="none" stroke="#27343b" stroke-width="1.7"'
_HEAD = 'class="mw-eco-key-head" fill="#27343b"'
_CENTRE = f'<circle {_LINE} cx="41" cy="10" r="4"/>'
_PICTURES = {
    w.Exchange.RECEIVES: f'<path {_LINE} d="M6 10H28"/><path {_HEAD} d="M35 10L26 5.5V14.5Z"/>{_CENTRE}',
    w.Exchange.GIVES: f'<path {_LINE} d="M13 10H35"/><path {_HEAD} d="M6 10L15 5.5V14.5Z"/>{_CENTRE}',
    w.Exchange.BOTH: f'<path {_LINE} d="M13 10H28"/><path {_HEAD} d="M35 10L26 5.5V14.5Z"/>'
    f'<path {_HEAD} d="M6 10L15 5.5V14.5Z"/>{_CENTRE}',
}


@dataclass(frozen=True, slots=True)
class GridRow:
    """Someone around, or one of their ties where there are several people in the centre: then `whom` says with whom.
    `support`: by kind, the way it goes; `words`: how close, contact and since when, as the heads have it."""

    who: str
    about: str
    whom: str
    support: Mapping[str, w.Exchange]
    words: tuple[str, ...]


def grid_of(
    rows: Sequence[GridRow],
    heads: Sequence[str],
    *,
    map_id: str,
    name: str,
    words: LegendWords,
) -> Drawing | None:
    """`heads`: above the four kinds of support and the words of a row. None where no support was told."""
    if not any(row.support for row in rows):
        return None
    several = any(row.whom for row in rows)
    left = MARGIN + NAME + (WORDS if several else 0.0)
    columns = [left + place * KIND for place in range(len(KINDS))]
    columns += [left + len(KINDS) * KIND + 14 + place * WORDS for place in range(len(heads) - len(KINDS))]
    width = columns[-1] + WORDS + MARGIN
    tops = [wrap(head, SMALL, (KIND if place < len(KINDS) else WORDS) - 12) for place, head in enumerate(heads)]
    top = MARGIN + max(len(each) for each in tops) * LEADING + 12
    body = [_cells(row) for row in rows]
    heights = [max(len(cell) for cell in cells) * LEADING + 2 * AIR for cells in body]
    height = top + sum(heights) + MARGIN
    root, inner = canvas(name, width, height)
    for place, (x, head) in enumerate(zip(columns, tops, strict=True)):
        middle = place < len(KINDS)
        for line, text in enumerate(head):
            y = top - 12 - (len(head) - 1 - line) * LEADING
            write(inner, x + (KIND / 2 if middle else 0), y, text, size=SMALL, anchor="middle" if middle else "start")
    y, found = top, set()
    for row, cells, high in zip(rows, body, heights, strict=True):
        x = MARGIN if row.who else MARGIN + NAME  # a second tie of the same person is no new row
        rule = {"class": "mw-view-grid", "stroke": "#c9c4ba", "d": f"M{number(x)} {number(y)}H{number(width - MARGIN)}"}
        ET.SubElement(inner, "path", rule)
        starts = [MARGIN, *([MARGIN + NAME] if several else []), *columns[len(KINDS) :]]
        shown = cells if several else [cells[0], *cells[2:]]
        for place, (start, lines) in enumerate(zip(starts, shown, strict=True)):
            for line, text in enumerate(lines):
                told = write(inner, start, y + AIR + 12 + line * LEADING, text, size=SIZE if place == 0 else SMALL)
                if place == 0 and line < len(cells[0]) - len(_about(row)):
                    told.set("font-weight", "700")
        for kind, x in zip(KINDS, columns, strict=False):
            if kind in row.support:
                found.add(row.support[kind])
                at = f"translate({number(x + KIND / 2 - 24)} {number(y + AIR - 2)})"
                sign = ET.SubElement(inner, "g", {"transform": at})
                sign.extend(ET.fromstring(f"<g>{_PICTURES[row.support[kind]]}</g>"))  # noqa: S314  # our own
        y += high
    legend = tuple(
        LegendItem(f"grid-{way.value}", way_picture(way), words[f"grid-{way.value}"])
        for way in w.Exchange
        if way in found
    )
    return Drawing(map_id, finished(root), legend, width, height)


def _about(row: GridRow) -> tuple[str, ...]:
    return wrap(row.about, SMALL, NAME - 16, lines=2) if row.about else ()


def _cells(row: GridRow) -> list[tuple[str, ...]]:
    """The lines of a row: who with what they are, with whom, and its words."""
    who = wrap(row.who, SIZE, NAME - 20, bold=True, lines=3) if row.who else ()
    whom = wrap(row.whom, SMALL, WORDS - 12, lines=2) if row.whom else ()
    return [(*who, *_about(row)), whom, *(wrap(said, SMALL, WORDS - 14, lines=5) for said in row.words)]


@cache
def way_picture(way: w.Exchange) -> str:
    """The arrow in the legend."""
    return picture_of(_PICTURES[way])
