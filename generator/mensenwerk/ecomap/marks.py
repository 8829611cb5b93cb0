"""The marks of the map of change: a dark one says more or new, a light one less or gone. They read in grey."""

from __future__ import annotations

from enum import StrEnum
from xml.etree.ElementTree import Element, SubElement

from mensenwerk.ecomap.geometry import Point
from mensenwerk.ecomap.glyphs import number

RADIUS = 8.5
INK, PAPER = "#27343b", "#ffffff"


class Mark(StrEnum):
    """What is different, by its key in the legend."""

    NEW = "change-new"
    GONE = "change-gone"
    AGAIN = "change-again"
    BROKE = "change-broke"
    STRONGER = "change-stronger"
    WEAKER = "change-weaker"
    TENSION_MORE = "change-tension-more"
    TENSION_LESS = "change-tension-less"


DARK = frozenset({Mark.NEW, Mark.AGAIN, Mark.STRONGER, Mark.TENSION_MORE})
_PLUS, _MINUS = "M-4.5 0H4.5M0 -4.5V4.5", "M-4.5 0H4.5"
_UP, _DOWN = "M0 -4.8L4.6 3.2H-4.6Z", "M0 4.8L4.6 -3.2H-4.6Z"
_TICKS = "M-4 4L0 -4M0 4L4 -4"
_SIGNS = {
    Mark.NEW: _PLUS,
    Mark.GONE: _MINUS,
    Mark.AGAIN: _PLUS,
    Mark.BROKE: _MINUS,
    Mark.STRONGER: _UP,
    Mark.WEAKER: _DOWN,
    Mark.TENSION_MORE: _TICKS,
    Mark.TENSION_LESS: _TICKS,
}
"""Strokes around (0, 0). What happens to someone is a round mark, to a line a square one."""
_OF_SOMEONE = frozenset({Mark.NEW, Mark.GONE})


def draw_mark(parent: Element, mark: Mark, at: Point) -> None:
    """A mark in its place."""
    dark = mark in DARK
    group = SubElement(
        parent,
        "g",
        {
            "class": "mw-eco-more" if dark else "mw-eco-less",
            "transform": f"translate({number(at[0])} {number(at[1])})",
            "fill": INK if dark else PAPER,
            "stroke": INK,
            "stroke-width": "1.4",
        },
    )
    if mark in _OF_SOMEONE:
        SubElement(group, "circle", {"r": number(RADIUS)})
    else:
        SubElement(
            group,
            "rect",
            {"x": "-7.5", "y": "-7.5", "width": "15", "height": "15", "rx": "2"},
        )
    filled = mark in (Mark.STRONGER, Mark.WEAKER)
    sign = {"class": "mw-eco-sign", "d": _SIGNS[mark], "stroke": PAPER if dark else INK, "stroke-width": "1.8"}
    SubElement(group, "path", {**sign, "fill": (PAPER if dark else INK) if filled else "none"})
