"""A quiet thumbnail of a map: a dot per person, the centre, and each line in its strength. No text."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

from mensenwerk.ecomap.glyphs import number
from mensenwerk.ecomap.order import sectors_of
from mensenwerk.ecomap.union import union_of
from mensenwerk.guards.cleared import ClearedMap, ClearedPerson
from mensenwerk.model import words as w

MOST = 40
"""People beyond this many would only make the picture grey."""
WIDTH, HEIGHT = 120, 90


@lru_cache(maxsize=4096)
def small_map(map_: ClearedMap) -> str:
    """An SVG of 120 by 90 units and at most 3 kB, hidden from screen readers; needs no engine."""
    # who knows whom does not show here, so it need not be weighed: a map of a hundred people would take seconds
    order = sectors_of(union_of([replace(map_, links=())]))
    by_id = {person.id: person for person in map_.people}
    people = [by_id[key] for _, group in order for key in group][:MOST]
    lines: dict[str, list[str]] = {}
    dots = []
    for index, person in enumerate(people):
        angle = -math.pi / 2 + 2 * math.pi * index / len(people)
        far = 0.78 if len(people) > 16 and index % 2 else 1.0
        x, y = 52 * far * math.cos(angle), 37 * far * math.sin(angle)
        dots.append(f"M{number(x)} {number(y)}h0")
        kind = _kind(person)
        if kind:
            size = math.hypot(x, y)
            start, end = 16 / size, (size - 5) / size
            lines.setdefault(kind, []).append(
                f"M{number(x * start)} {number(y * start)}L{number(x * end)} {number(y * end)}"
            )
    drawn = "".join(
        f'<path class="mw-eco-small-line" stroke="#27343b" {style} d="{"".join(lines[kind])}"/>'
        for kind, style in _STYLES.items()
        if kind in lines
    )
    points = (
        '<path class="mw-eco-small-dots" stroke="#5d7480" stroke-width="6.5" stroke-linecap="round"'
        f' d="{"".join(dots)}"/>'
        if dots
        else ""
    )
    return (
        f'<svg class="mw-ecomap-small" viewBox="{-WIDTH // 2} {-HEIGHT // 2} {WIDTH} {HEIGHT}" aria-hidden="true"'
        f' focusable="false"><g fill="none">{drawn}{points}</g>{_centre(len(map_.centre))}</svg>'
    )


_STYLES = {
    w.Strength.STRONG: 'stroke-width="2.4"',
    w.Strength.ORDINARY: 'stroke-width="1"',
    w.Strength.WEAK: 'stroke-width="1" stroke-dasharray="3 2.5"',
}


def _kind(person: ClearedPerson) -> w.Strength | None:
    """The strongest tie that is not broken; None without any."""
    found = {tie.strength or w.Strength.ORDINARY for tie in person.ties if not tie.broken}
    return next((strength for strength in w.Strength if strength in found), None)


def _centre(members: int) -> str:
    circle = '<circle class="mw-eco-small-core" fill="#fff" stroke="#27343b" stroke-width="1.5" r="13"/>'
    if members < 2:
        return circle
    spots = "".join(
        f"M{number(6 * math.cos(angle))} {number(6 * math.sin(angle))}h0"
        for angle in (math.pi + 2 * math.pi * index / members for index in range(min(members, 8)))
    )
    return circle + (
        '<path class="mw-eco-small-members" stroke="#27343b" stroke-width="4" stroke-linecap="round"'
        f' fill="none" d="{spots}"/>'
    )
