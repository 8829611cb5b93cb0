"""What lies on a line: ticks across it for stress, and the gap with two bars of a broken tie."""

from __future__ import annotations

import math

from mensenwerk.ecomap.geometry import Cubic, Point, at, at_length, is_straight, length_of, part

GAP = 13.0
BAR = 7.0
TICK = 5.0
FREE = 9.0
"""Space without ticks at either end of a line."""


def number(value: float) -> str:
    """One decimal, no trailing zero, no minus before nothing."""
    text = f"{value:.1f}"
    if text[-1] == "0":
        text = text[:-2]
    return "0" if text == "-0" else text


def pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def course(curve: Cubic) -> str:
    """A curve as path data; a straight one as a line."""
    a, b, c, d = curve
    if is_straight(curve):
        return f"M{pair(a)}L{pair(d)}"
    return f"M{pair(a)}C{pair(b)} {pair(c)} {pair(d)}"


def side_by_side(curve: Cubic, lines: int, width: float) -> list[Cubic]:
    """As many lines beside each other as asked, with a gap between them as wide as a line, at least two units."""
    if lines == 1:
        return [curve]
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    found = []
    for index in range(lines):
        away = (index - (lines - 1) / 2) * (width + max(2.0, width))
        (mx, my), (nx, ny) = _normal((ax, ay), (bx, by)), _normal((cx, cy), (dx, dy))
        found.append(
            (
                (ax + mx * away, ay + my * away),
                (bx + mx * away, by + my * away),
                (cx + nx * away, cy + ny * away),
                (dx + nx * away, dy + ny * away),
            )
        )
    return found


def _normal(start: Point, end: Point) -> Point:
    size = math.hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return -(end[1] - start[1]) / size, (end[0] - start[0]) / size


def gapped(curve: Cubic) -> tuple[str, str]:
    """A broken line: what is left on both sides of a gap in its middle, and the bars at the gap."""
    length, (before, after) = _middle(curve)
    half = min(BAR, length / 4)
    bars = "".join(_across(curve, t, half, 0.0) for t in (before, after))
    return course(part(curve, 0.0, before)) + course(part(curve, after, 1.0)), bars


def _middle(curve: Cubic) -> tuple[float, list[float]]:
    length = length_of(curve)
    gap = min(GAP, length / 3)
    return at_length(curve, [(length - gap) / 2, (length + gap) / 2])


def ticks(curve: Cubic, spacing: float, *, size: float = TICK, gap: bool = False) -> str:
    """Oblique ticks, `spacing` apart and centred on the line; none in a gap or against the ends."""
    length = length_of(curve)
    room = max(0.0, length - 2 * FREE)
    count = max(1, int(room / spacing) + (1 if spacing < 12 else 0))
    first = length / 2 - (count - 1) * spacing / 2
    places = [first + index * spacing for index in range(count)]
    if gap:
        clear = min(GAP, length / 3) / 2 + 11
        places = [place for place in places if abs(place - length / 2) > clear]
    _, values = at_length(curve, places)
    return "".join(_across(curve, t, size, 0.35) for t in values)


def _across(curve: Cubic, t: float, half: float, slant: float) -> str:
    """A short stroke across the curve at `t`, leaning over by `slant` radians."""
    x, y = at(curve, t)
    (ax, ay), (bx, by) = at(curve, max(0.0, t - 0.02)), at(curve, min(1.0, t + 0.02))
    angle = math.atan2(by - ay, bx - ax) + math.pi / 2 + slant
    dx, dy = half * math.cos(angle), half * math.sin(angle)
    return f"M{pair((x - dx, y - dy))}L{pair((x + dx, y + dy))}"
