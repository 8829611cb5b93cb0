"""A drawing to take along: a sheet of A4, lying, with its title, legend and date, that needs no page around it."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.drawing import Drawing
from mensenwerk.ecomap.glyphs import number
from mensenwerk.ecomap.measure import text_width, wrap
from mensenwerk.ecomap.painted import SVG, painted, sign
from mensenwerk.ecomap.svg import FONT, INK, PAPER

WIDTH, HEIGHT = 842.0, 595.0
"""A4, lying, in points."""
MARGIN, GAP = 34.0, 12.0
TITLE, SMALL = 17.0, 9.5
KEY = 0.72
"""How large the signs of the legend are, of 48 by 20 units."""


@dataclass(frozen=True, slots=True)
class SheetText:
    """What is written around a drawing: what it is, when and by whom it was seen, where it comes from, and what it
    shows for who cannot see it."""

    title: str
    notes: str
    foot: str
    summary: str


def sheet_of(drawing: Drawing, text: SheetText) -> str:
    """A whole SVG document. Colours are those of the theme in light; they stand in it, for there is no style sheet."""
    ET.register_namespace("", SVG)
    root = ET.Element(
        f"{{{SVG}}}svg",
        {
            "width": "297mm",
            "height": "210mm",
            "viewBox": f"0 0 {number(WIDTH)} {number(HEIGHT)}",
            "role": "img",
            "aria-labelledby": "title desc",
            "font-family": FONT,
        },
    )
    _element("title", root, id="title").text = text.title
    _element("desc", root, id="desc").text = text.summary
    _element("rect", root, width=number(WIDTH), height=number(HEIGHT), fill=PAPER)
    room = WIDTH - 2 * MARGIN
    y = MARGIN
    for row in wrap(text.title, TITLE, room, bold=True, lines=2):
        y += TITLE
        _text(root, MARGIN, y, row, TITLE, bold=True)
        y += 4
    for row in wrap(text.notes, SMALL, room, lines=2):
        y += SMALL + 3
        _text(root, MARGIN, y, row, SMALL)
    bottom = HEIGHT - MARGIN
    _text(root, MARGIN, bottom, wrap(text.foot, SMALL, room, lines=1)[0], SMALL)
    top_of_legend = bottom - SMALL - GAP - _legend_height(drawing, room)
    _legend(root, drawing, room, top_of_legend)
    _map(root, drawing, (MARGIN, y + GAP, room, top_of_legend - y - 2 * GAP))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _map(root: ET.Element, drawing: Drawing, place: tuple[float, float, float, float]) -> None:
    x, y, width, height = (number(value) for value in place)
    picture = painted(drawing)
    frame = _element("svg", root, x=x, y=y, width=width, height=height, viewBox=picture.get("viewBox", ""))
    frame.extend(picture)


def _columns(drawing: Drawing, room: float) -> int:
    widest = max((text_width(item.words, SMALL) for item in drawing.legend), default=0.0)
    return max(1, min(5, int(room / (48 * KEY + 8 + widest + 14))))


def _legend_height(drawing: Drawing, room: float) -> float:
    columns = _columns(drawing, room)
    return -(-len(drawing.legend) // columns) * 20 * KEY * 1.15


def _legend(root: ET.Element, drawing: Drawing, room: float, top: float) -> None:
    columns = _columns(drawing, room)
    step, height = room / columns, 20 * KEY * 1.15
    for place, item in enumerate(drawing.legend):
        x, y = MARGIN + place % columns * step, top + place // columns * height
        frame = _element(
            "svg", root, x=number(x), y=number(y), width=number(48 * KEY), height=number(20 * KEY), viewBox="0 0 48 20"
        )
        frame.extend(sign(item))
        _text(root, x + 48 * KEY + 8, y + 20 * KEY / 2 + SMALL * 0.36, item.words, SMALL)


def _text(root: ET.Element, x: float, y: float, text: str, size: float, *, bold: bool = False) -> None:
    element = _element("text", root, x=number(x), y=number(y), fill=INK)
    element.set("font-size", number(size))
    if bold:
        element.set("font-weight", "700")
    element.text = text


def _element(tag: str, parent: ET.Element, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{SVG}}}{tag}", attributes)
