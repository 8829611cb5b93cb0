"""Which shape says what someone is, how large a label makes it, and where lines meet its edge."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mensenwerk.ecomap.geometry import Box, Cubic, Point, at, is_straight, part
from mensenwerk.ecomap.measure import text_width, wrap
from mensenwerk.guards.cleared import ClearedPerson
from mensenwerk.model import words as w

NAME_SIZE, WHO_SIZE, CODE_SIZE, LEADING = 15.0, 13.0, 13.0, 1.2
RIM = 4.0
"""How far the second outline of a group lies outside the first (fixed by Graphviz)."""


class Shape(StrEnum):
    """What someone is, told by shape: never by colour alone."""

    PERSON = "person"
    GROUP = "group"
    PROFESSIONAL = "professional"
    ORGANISATION = "organisation"
    ANIMAL = "animal"
    PLACE = "place"


ROUND = frozenset({Shape.PERSON, Shape.GROUP})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label; `y` is the baseline, counted from the middle of the shape."""

    text: str
    size: float
    bold: bool
    y: float = 0.0

    @property
    def width(self) -> float:
        return text_width(self.text, self.size, bold=self.bold)


@dataclass(frozen=True, slots=True)
class Figure:
    """A shape with its label. Half sizes are whole numbers, so that every Graphviz draws the same."""

    shape: Shape
    lines: tuple[Line, ...]
    half_width: float
    half_height: float
    dash: str = ""

    @property
    def outer(self) -> tuple[float, float]:
        rim = RIM if self.shape is Shape.GROUP else 0.0
        return self.half_width + rim, self.half_height + rim


def shape_of(person: ClearedPerson) -> Shape:
    """Kind first; a person in a paid circle is a professional."""
    by_kind = {
        w.Kind.GROUP: Shape.GROUP,
        w.Kind.ORGANISATION: Shape.ORGANISATION,
        w.Kind.ANIMAL: Shape.ANIMAL,
        w.Kind.PLACE: Shape.PLACE,
    }
    if person.kind in by_kind:
        return by_kind[person.kind]
    return Shape.PROFESSIONAL if person.professional else Shape.PERSON


def figure_of(person: ClearedPerson, code: str = "") -> Figure:
    """The shape of someone around the centre, just large enough for their label, with a code above it where the
    notation has one."""
    shape = shape_of(person)
    lines = label_lines(person, 132.0, 124.0, code)
    half_width, half_height = _size(shape, lines)
    dash = "2 4" if person.missed else "6 4" if person.deceased else ""
    return Figure(shape, lines, half_width, half_height, dash)


def label_lines(person: ClearedPerson, name_limit: float, who_limit: float, code: str = "") -> tuple[Line, ...]:
    """The pseudonym bold with who it is under it, or who it is alone; † after someone who has died."""
    mark = " †" if person.deceased else ""
    if person.pseudonym:
        name = wrap(person.pseudonym + mark, NAME_SIZE, name_limit, bold=True, lines=2)
        who = wrap(person.who, WHO_SIZE, who_limit, lines=3)
        rows = [Line(text, NAME_SIZE, True) for text in name] + [Line(text, WHO_SIZE, False) for text in who]
    else:
        rows = [Line(text, 14.0, True) for text in wrap(person.who + mark, 14.0, name_limit, bold=True, lines=4)]
    return stacked([Line(code, CODE_SIZE, False), *rows] if code else rows)


def stacked(rows: list[Line]) -> tuple[Line, ...]:
    """Give every line its baseline, the whole block centred on 0."""
    total = sum(row.size * LEADING for row in rows)
    y = -total / 2
    placed = []
    for row in rows:
        placed.append(Line(row.text, row.size, row.bold, y + row.size * (LEADING / 2 + 0.36)))
        y += row.size * LEADING
    return tuple(placed)


def block_size(lines: tuple[Line, ...]) -> tuple[float, float]:
    """Width and height of a label."""
    return max((line.width for line in lines), default=0.0), sum(line.size * LEADING for line in lines)


def _size(shape: Shape, lines: tuple[Line, ...]) -> tuple[float, float]:
    width, height = block_size(lines)
    if shape in ROUND:
        half_height = height / 2 + 10.0
        half_width = max((_reach(line, half_height) for line in lines), default=24.0) + 9.0
        half_width = max(half_width, half_height * 1.25)
    elif shape is Shape.PLACE:
        half_height, half_width = height / 2 + 13.0, width / 2 + 13.0
    elif shape is Shape.ANIMAL:
        half_height = height / 2 + 10.0
        half_width = max((_leaning(line, half_height) for line in lines), default=24.0) + 8.0
    else:
        half_height, half_width = height / 2 + 8.0, width / 2 + 12.0
    return float(math.ceil(half_width)), float(math.ceil(half_height))


def _reach(line: Line, half_height: float) -> float:
    """How wide an ellipse of this height must be to hold the corners of a line."""
    share = min(0.94, _corner(line) / half_height)
    return float(line.width / 2 / math.sqrt(1 - share * share))


def _leaning(line: Line, half_height: float) -> float:
    """The same for the sides of a hexagon, which lean over a quarter of its width."""
    return line.width / 2 / (1 - min(1.0, _corner(line) / half_height) / 2)


def _corner(line: Line) -> float:
    """How far a line of text reaches up or down from the middle of its figure."""
    return max(abs(line.y + line.size * 0.1), abs(line.y - line.size * 0.72))


class Outline(StrEnum):
    """The forms that Graphviz draws, for finding where a line meets an edge."""

    ELLIPSE = "ellipse"
    BOX = "box"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"
    HOUSE = "house"


OUTLINES = {
    Shape.PERSON: Outline.ELLIPSE,
    Shape.GROUP: Outline.ELLIPSE,
    Shape.PROFESSIONAL: Outline.BOX,
    Shape.ORGANISATION: Outline.BOX,
    Shape.ANIMAL: Outline.HEXAGON,
    Shape.PLACE: Outline.HOUSE,
}
Edge = tuple[Outline, Box]


def inside(outline: Outline, box: Box, point: Point, gap: float = 0.0) -> bool:
    """Whether a point lies in a form that fills this box (or within `gap` of it)."""
    x = abs(point[0] - box.x) / (box.half_width + gap)
    y = (point[1] - box.y) / (box.half_height + gap)
    if outline is Outline.ELLIPSE:
        return x * x + y * y < 1
    if outline is Outline.DIAMOND:
        return x + abs(y) < 1
    if x >= 1 or abs(y) >= 1:
        return False
    if outline is Outline.HEXAGON:  # sides lean over the outer quarter of its width
        return x < 1 - abs(y) / 2
    return outline is Outline.BOX or y > -1 + 0.73 * x  # a roof over the upper part


def clipped(curve: Cubic, start: Edge, end: Edge, gap: float) -> Cubic:
    """What is left of a curve between the edges of two figures, `gap` short of each."""
    begin = _leaves(curve, *start, gap)
    close = 1 - _leaves(curve[::-1], *end, gap)
    return part(curve, begin, max(begin, close))


def _leaves(curve: Cubic, outline: Outline, box: Box, gap: float) -> float:
    """The value of `t` at which a curve first leaves a form; 0 when it begins outside it, 1 when it never does."""
    (ax, ay), *_, (dx, dy) = curve
    if outline in _RAYS and (ax, ay) == (box.x, box.y):
        reach, wide, high = _RAYS[outline], box.half_width + gap, box.half_height + gap
        if is_straight(curve):
            return min(1.0, 1 / max(reach(abs(dx - ax) / wide, abs(dy - ay) / high), 1e-9))
        return _leaves_middle(curve, lambda x, y: reach(abs(x - ax) / wide, abs(y - ay) / high) - 1)
    last = 0
    while last < 32 and inside(outline, box, at(curve, last / 32), gap):
        last += 1
    low, high = max(0, last - 1) / 32, last / 32
    for _ in range(6):
        middle = (low + high) / 2
        low, high = (middle, high) if inside(outline, box, at(curve, middle), gap) else (low, middle)
    return high


def _leaves_middle(curve: Cubic, beyond: Callable[[float, float], float]) -> float:
    """The same for a curve that begins in the middle; `beyond`: how far a point lies outside, less than nothing within.

    Between a point within and one outside, the next guess lies where a straight line would leave.
    """
    low, within = 0.0, -1.0
    for high in (0.125, 0.25, 0.5, 1.0):
        outside = beyond(*at(curve, high))
        if outside > 0:
            break
        low, within = high, outside
    else:
        return 1.0
    for _ in range(4):
        guess = low + (high - low) * within / (within - outside)
        found = beyond(*at(curve, guess))
        if abs(found) < 0.002:
            return guess
        if found > 0:
            high, outside, within = guess, found, within / 2  # Illinois: the end that stays counts half
        else:
            low, within, outside = guess, found, outside / 2
    return high


_RAYS: Mapping[Outline, Callable[[float, float], float]] = {
    Outline.ELLIPSE: math.hypot,
    Outline.BOX: max,
    Outline.DIAMOND: lambda x, y: x + y,
}
"""How far a point lies from the middle of a form, where its edge is at 1."""
