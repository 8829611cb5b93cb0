"""Who is important, as a picture: the name, and around it a card for everyone with what they mean.

No lines, no places that say something, no figures: people first. Cards stand in the order of the map.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.canvas import SIZE, canvas, finished, write
from mensenwerk.ecomap.drawing import Drawing
from mensenwerk.ecomap.glyphs import number
from mensenwerk.ecomap.measure import text_width, wrap
from mensenwerk.model import words as w

CARD, GAP, PAD, MARGIN = 286.0, 22.0, 18.0, 18.0
NAME, TITLE, LEADING = 15.0, 20.0, 19.5
MOST_LINES = 16
"""Of what is said of one person; the page has all of it."""


@dataclass(frozen=True, slots=True)
class WhoCard:
    """Someone: who they are, to which circle they belong, what they mean and what they say themselves."""

    who: str
    circle: w.Circle
    meaning: str = ""
    voice: str = ""


def who_of(cards: Sequence[WhoCard], centre: str, *, map_id: str, name: str) -> Drawing | None:
    """None where nobody is on the map, or of nobody a meaning was told."""
    if not any(card.meaning or card.voice for card in cards):
        return None
    columns = min(len(cards), 3 if len(cards) > 4 else 2)
    title = wrap(centre, TITLE, 2 * CARD, bold=True, lines=2)
    oval = (max(text_width(row, TITLE, bold=True) for row in title) / 2 + 38, len(title) * 13.0 + 22)
    width = 2 * MARGIN + max(columns * CARD + (columns - 1) * GAP, 2 * oval[0])
    top = MARGIN + 2 * oval[1] + 30
    lines = [_lines(card) for card in cards]
    places, bottom = _placed([_height(each) for each in lines], columns, top)
    left = (width - columns * CARD - (columns - 1) * GAP) / 2
    root, inner = canvas(name, width, bottom + MARGIN)
    core = {"class": "mw-eco-core", "fill": "#fffefb", "stroke": "#27343b", "stroke-width": "2"}
    middle = (width / 2, MARGIN + oval[1])
    at = {"cx": number(middle[0]), "cy": number(middle[1]), "rx": number(oval[0]), "ry": number(oval[1])}
    ET.SubElement(inner, "ellipse", {**core, **at})
    for line, row in enumerate(title):
        y = middle[1] + (line - (len(title) - 1) / 2) * 26 + TITLE * 0.36
        write(inner, middle[0], y, row, size=TITLE, anchor="middle").set("font-weight", "700")
    ground = ET.SubElement(inner, "g", {"class": "mw-eco-people", "fill": "#fff", "stroke": "#27343b"})
    for card, said, (column, y) in zip(cards, lines, places, strict=True):
        x = left + column * (CARD + GAP)
        box = {"x": number(x), "y": number(y), "width": number(CARD), "height": number(_height(said)), "rx": "8"}
        ET.SubElement(ground, "rect", {"class": f"mw-eco-{card.circle.value}", "stroke-width": "1.2", **box})
        for line, (row, look) in enumerate(said):
            size = NAME if look == "name" else SIZE
            text = write(inner, x + PAD, y + PAD + 12 + line * LEADING, row, size=size)
            if look == "name":
                text.set("font-weight", "700")
            elif look == "voice":
                text.set("font-style", "italic")
    return Drawing(map_id, finished(root), (), width, bottom + MARGIN)


def _lines(card: WhoCard) -> list[tuple[str, str]]:
    """What stands on a card, line by line, and how it looks."""
    room = CARD - 2 * PAD
    found = [(row, "name") for row in wrap(card.who, NAME, room, bold=True, lines=3)]
    found += [(row, "meaning") for row in _filled(card.meaning, room)]
    return found + [(row, "voice") for row in _filled(card.voice, room)]


def _filled(text: str, room: float) -> list[str]:
    """Running text: every line as full as it gets, for a card is read as a paragraph."""
    rows: list[str] = []
    for word in text.split():
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and text_width(longer, SIZE) <= room:
            rows[-1] = longer
        else:
            rows += wrap(word, SIZE, room / 1.25, lines=9)
    return rows if len(rows) <= MOST_LINES else [*rows[: MOST_LINES - 1], f"{rows[MOST_LINES - 1]} …"]


def _height(lines: Sequence[tuple[str, str]]) -> float:
    return len(lines) * LEADING + 2 * PAD - 3


def _placed(heights: Sequence[float], columns: int, top: float) -> tuple[list[tuple[int, float]], float]:
    """For every card its column and top: the next one goes where there is most room; and where the last one ends."""
    ends = [top] * columns
    places = []
    for height in heights:
        column = min(range(columns), key=lambda each: (ends[each], each))
        places.append((column, ends[column]))
        ends[column] += height + GAP
    return places, max(ends) - GAP
