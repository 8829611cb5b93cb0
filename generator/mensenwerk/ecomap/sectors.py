"""The tinted wedge behind the people of one circle."""

from __future__ import annotations

import math

from mensenwerk.ecomap.geometry import Point
from mensenwerk.ecomap.glyphs import number, pair
from mensenwerk.ecomap.plan import Plan, Sector

CENTRE_ROOM = 16.0


def wedge(sector: Sector, plan: Plan) -> str:
    """Path data: from the circle in the middle to the rim, along it, and back."""
    a, b = plan.rim
    radius = plan.core.radius + CENTRE_ROOM
    large = int(sector.end - sector.start > math.pi)
    inner = [(radius * math.cos(angle), radius * math.sin(angle)) for angle in (sector.start, sector.end)]
    outer = [on_rim(angle, a, b) for angle in (sector.start, sector.end)]
    return (
        f"M{pair(inner[0])}L{pair(outer[0])}A{number(a)} {number(b)} 0 {large} 1 {pair(outer[1])}"
        f"L{pair(inner[1])}A{number(radius)} {number(radius)} 0 {large} 0 {pair(inner[0])}Z"
    )


def on_rim(angle: float, a: float, b: float) -> Point:
    """The point of the rim in a direction seen from the centre."""
    cos, sin = math.cos(angle), math.sin(angle)
    far = 1 / math.hypot(cos / a, sin / b)
    return cos * far, sin * far
