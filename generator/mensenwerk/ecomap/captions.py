"""Names of circles in small letters along the rim, each letter set on the ellipse by itself.

A text path would need a reference inside the picture; letters with places of their own need none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from mensenwerk.ecomap.glyphs import number
from mensenwerk.ecomap.measure import advance
from mensenwerk.ecomap.plan import Plan, Sector

SIZE = 13.0
SPACING = 0.9
RIM_GAP = 7.0


def captions(named: Sequence[tuple[str, Sector]], plan: Plan) -> list[Element]:
    """A text element per sector, in its middle or, where names would meet, a little aside."""
    a, b = plan.rim
    middles = [(sector.start + sector.end) / 2 for _, sector in named]
    halves = []
    for (text, _), middle in zip(named, middles, strict=True):
        far = 1 / math.hypot(math.cos(middle) / a, math.sin(middle) / b)
        # the rim runs askew to the direction from the centre, so a letter takes a smaller angle there
        askew = _along(middle, a, b)
        halves.append((sum(_widths(text.upper())) / 2 + 7) * askew / far)
    for _ in range(30):
        for one in range(len(named)):
            other = (one + 1) % len(named)
            apart = (middles[other] - middles[one]) % (2 * math.pi)
            short = halves[one] + halves[other] - apart
            if one != other and short > 0:
                middles[one] -= short / 2
                middles[other] += short / 2
    return [_caption(text.upper(), middle, plan) for (text, _), middle in zip(named, middles, strict=True)]


def _along(angle: float, a: float, b: float) -> float:
    """How much of a step along the rim goes round (the rest goes outwards or inwards)."""
    t = _parameter(angle, a, b)
    tx, ty = -a * math.sin(t), b * math.cos(t)
    return abs(-math.sin(angle) * tx + math.cos(angle) * ty) / math.hypot(tx, ty)


def _widths(text: str) -> list[float]:
    return [advance(letter, bold=False) * SIZE / 1000 + SPACING for letter in text]


def _caption(text: str, middle: float, plan: Plan) -> Element:
    """Letters with places and turns of their own."""
    a, b = plan.rim
    a, b = a + RIM_GAP, b + RIM_GAP
    below = math.sin(middle) > 0.15
    if below:  # read from left to right: against the clock, and a letter's height further out
        a, b = a + SIZE * 0.72, b + SIZE * 0.72
    widths = _widths(text)
    way = -1.0 if below else 1.0
    angle = _parameter(middle, a, b)
    angle = _moved(angle, -way * (sum(widths) - SPACING) / 2, a, b)
    xs, ys, turns = [], [], []
    for width in widths:
        centre = _moved(angle, way * (width - SPACING) / 2, a, b)
        tx, ty = -a * math.sin(centre) * way, b * math.cos(centre) * way
        turn = math.atan2(ty, tx)
        half = (width - SPACING) / 2
        xs.append(number(a * math.cos(centre) - half * math.cos(turn)))
        ys.append(number(b * math.sin(centre) - half * math.sin(turn)))
        turns.append(f"{math.degrees(turn):.0f}")
        angle = _moved(angle, way * width, a, b)
    element = Element("text", {"x": " ".join(xs), "y": " ".join(ys), "rotate": " ".join(turns)})
    element.text = text
    return element


def _parameter(angle: float, a: float, b: float) -> float:
    """The ellipse's parameter in a direction seen from the centre."""
    return math.atan2(math.sin(angle) * a, math.cos(angle) * b)


def _moved(parameter: float, length: float, a: float, b: float) -> float:
    """The parameter after a short way along the ellipse (two half steps)."""
    half = parameter + length / 2 / math.hypot(a * math.sin(parameter), b * math.cos(parameter))
    return parameter + length / math.hypot(a * math.sin(half), b * math.cos(half))
