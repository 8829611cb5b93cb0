"""A small map for a card: the ground of each circle of people, everyone as a spot, each line in its strength."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mensenwerk.ecomap.geometry import Point
from mensenwerk.ecomap.glyphs import number, pair
from mensenwerk.ecomap.household import Symbol, symbol_of
from mensenwerk.ecomap.notation import Notation, Stroke, hartman
from mensenwerk.ecomap.order import sectors_of
from mensenwerk.ecomap.shapes import ROUND, Shape, shape_of
from mensenwerk.ecomap.union import union_of
from mensenwerk.guards.cleared import ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model import words as w

MOST, MOST_TICKED = 40, 24
"""People beyond the first would only make the picture grey; marks across lines are left out beyond the second."""
WIDTH, HEIGHT = 120, 90
RIM, SPOTS = (58.0, 43.0), (47.5, 34.0)
"""Half axes of the ground, and of the ellipse on which people stand."""
CORE, GROUND, AIR = 14.0, 17.5, 0.42
SCALE = 0.45
"""A line is less than half as thick as on the map itself."""
GAP, SOMETIMES, OFTEN = (0.36, 0.64), (0.5,), (0.32, 0.5, 0.68)
"""Along a line: where it is broken, and where tension crosses it."""


def small_map(map_: ClearedMap, notation: Notation | None = None) -> str:
    """An SVG of 120 by 90 units and at most 5 kB, hidden from screen readers, without words; needs no engine."""
    notation = notation or hartman()
    # who knows whom does not show here, so it need not be weighed: a map of a hundred people would take seconds
    order = sectors_of(union_of([replace(map_, links=())]))
    by_id = {person.id: person for person in map_.people}
    groups = _placed([(circle, [by_id[key] for key in group]) for circle, group in order])
    spots = [spot for _, group in groups for spot in group]
    return (
        f'<svg class="mw-ecomap-small" viewBox="{-WIDTH // 2} {-HEIGHT // 2} {WIDTH} {HEIGHT}" aria-hidden="true"'
        f' focusable="false">{_ground(groups) if notation.sectors else ""}{_lines(spots, notation)}'
        f"{_people(groups)}{_centre(map_.centre)}</svg>"
    )


@dataclass(frozen=True, slots=True)
class _Spot:
    person: ClearedPerson
    angle: float
    at: Point


Groups = Sequence[tuple[w.Circle, Sequence[_Spot]]]


def _placed(order: Sequence[tuple[w.Circle, Sequence[ClearedPerson]]]) -> Groups:
    """Everyone at the same distance from the next, the first circle of people at the top; a crowd in two rings."""
    people = [(circle, person) for circle, group in order for person in group][:MOST]
    if not people:
        return ()
    step = 2 * math.pi / len(people)
    at_top = (sum(circle is order[0][0] for circle, _ in people) - 1) / 2
    found: dict[w.Circle, list[_Spot]] = {}
    for index, (circle, person) in enumerate(people):
        angle = -math.pi / 2 + step * (index - at_top)
        far = 0.76 if len(people) > 16 and index % 2 else 1.0
        place = (SPOTS[0] * far * math.cos(angle), SPOTS[1] * far * math.sin(angle))
        found.setdefault(circle, []).append(_Spot(person, angle, place))
    return tuple(found.items())


def _ground(groups: Groups) -> str:
    """The ellipse of the map, and on it a wedge for each circle of people: never wider than they need with some air."""
    step = 2 * math.pi / max(1, sum(len(group) for _, group in groups))
    half = min(step / 2, AIR)
    wedges = "".join(
        f'<path class="mw-eco-{circle.value}" d="{_wedge(group[0].angle - half, group[-1].angle + half)}"/>'
        for circle, group in groups
    )
    ground = f'<ellipse class="mw-eco-ground" fill="#f7f5f0" rx="{number(RIM[0])}" ry="{number(RIM[1])}"/>'
    return ground + (f'<g class="mw-eco-sectors" fill="#eeebe5">{wedges}</g>' if wedges else "")


def _wedge(start: float, end: float) -> str:
    end = min(end, start + 2 * math.pi - 0.02)
    large = int(end - start > math.pi)
    outer = [(RIM[0] * math.cos(angle), RIM[1] * math.sin(angle)) for angle in (start, end)]
    inner = [(x * GROUND / math.hypot(x, y), y * GROUND / math.hypot(x, y)) for x, y in outer]
    rim = f"{number(RIM[0])} {number(RIM[1])}"
    return (
        f"M{pair(inner[0])}L{pair(outer[0])}A{rim} 0 {large} 1 {pair(outer[1])}"
        f"L{pair(inner[1])}A{number(GROUND)} {number(GROUND)} 0 {large} 0 {pair(inner[0])}Z"
    )


def _lines(spots: Sequence[_Spot], notation: Notation) -> str:
    """One line for each person: their strongest tie, as the notation draws it, with what crosses it."""
    courses: dict[Stroke, list[str]] = {}
    across = []
    for spot in spots:
        tie = _strongest(spot.person)
        if tie is None:
            continue
        size = math.hypot(*spot.at)
        start, end = ((spot.at[0] * at / size, spot.at[1] * at / size) for at in (size - 6.5, CORE + 2))
        parts = [(start, end)]
        if tie.broken:  # a gap, with a bar on either side
            near, far = (_between(start, end, share) for share in GAP)
            parts = [(start, near), (far, end)]
            across += [_bar(middle, start, end, 0.0) for middle in (near, far)]
        elif tie.stressful and len(spots) <= MOST_TICKED:
            shares = OFTEN if tie.tension is w.Tension.OFTEN else SOMETIMES
            across += [_bar(_between(start, end, share), start, end, 0.35) for share in shares]
        stroke = notation.broken if tie.broken else notation.ties[tie.strength or w.Strength.ORDINARY]
        courses.setdefault(stroke, []).extend(f"M{pair(a)}L{pair(b)}" for a, b in parts)
    drawn = "".join(
        f'<path stroke-width="{number(stroke.width * SCALE + 0.1)}"{_dash(stroke)} d="{"".join(rows)}"/>'
        for stroke, rows in courses.items()
    )
    if across:
        drawn += f'<path stroke-width="0.9" d="{"".join(across)}"/>'
    return f'<g class="mw-eco-ties" fill="none" stroke="#27343b">{drawn}</g>' if drawn else ""


def _strongest(person: ClearedPerson) -> ClearedTie | None:
    """The strongest tie that is not broken; else a broken one; None without any."""
    order = list(w.Strength)
    rank = {tie: (tie.broken, order.index(tie.strength or w.Strength.ORDINARY)) for tie in person.ties}
    return min(rank, key=lambda tie: rank[tie], default=None)


def _dash(stroke: Stroke) -> str:
    dash = " ".join(number(float(each) * SCALE) for each in stroke.dash.split())
    return f' stroke-dasharray="{dash}"' if dash else ""


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _bar(middle: Point, start: Point, end: Point, slant: float) -> str:
    """A short stroke across a line, leaning over by `slant` radians."""
    angle = math.atan2(end[1] - start[1], end[0] - start[0]) + math.pi / 2 + slant
    dx, dy = 2.4 * math.cos(angle), 2.4 * math.sin(angle)
    return f"M{pair((middle[0] - dx, middle[1] - dy))}l{pair((2 * dx, 2 * dy))}"


def _people(groups: Groups) -> str:
    """People, groups and animals round, places and services with corners, in the colour of their circle."""
    drawn = "".join(
        f'<path class="mw-eco-{circle.value}" d="{"".join(_figure(spot) for spot in group)}"/>'
        for circle, group in groups
    )
    return f'<g class="mw-eco-people" fill="#fff" stroke="#5d7480" stroke-width="1.1">{drawn}</g>' if drawn else ""


def _figure(spot: _Spot) -> str:
    x, y = spot.at
    if shape_of(spot.person) in _SQUARE:
        return f"M{pair((x - 4.5, y - 3))}h9v6h-9z"
    return f"M{pair((x - 4.5, y))}a4.5 3 0 1 0 9 0a4.5 3 0 1 0-9 0z"


_SQUARE = frozenset(Shape) - ROUND - {Shape.ANIMAL, Shape.PROFESSIONAL}


def _centre(members: Sequence[ClearedPerson]) -> str:
    """The circle in the middle; in it, for a household, the sign of each member."""
    signs = ""
    if len(members) > 1:
        here = members[:8]
        half = 3.4 if len(here) < 5 else 2.4
        for index, member in enumerate(here):
            angle = (math.pi if len(here) == 2 else -math.pi / 2) + 2 * math.pi * index / len(here)
            x, y = 7.2 * math.cos(angle), 7.2 * math.sin(angle)
            signs += _sign(symbol_of(member), x, y, half)
    return (
        '<g class="mw-eco-core" fill="#fff" stroke="#27343b" stroke-width="1.2">'
        f'<circle r="{number(CORE)}"/>{f"<path d={chr(34)}{signs}{chr(34)}/>" if signs else ""}</g>'
    )


def _sign(symbol: Symbol, x: float, y: float, half: float) -> str:
    both = number(2 * half)
    if symbol is Symbol.MAN:
        return f"M{pair((x - half, y - half))}h{both}v{both}h-{both}z"
    if symbol is Symbol.OTHER:
        step = number(half)
        return f"M{pair((x, y - half))}l{step} {step} -{step} {step} -{step} -{step}z"
    radius = number(half)
    return f"M{pair((x - half, y))}a{radius} {radius} 0 1 0 {both} 0a{radius} {radius} 0 1 0 -{both} 0z"
