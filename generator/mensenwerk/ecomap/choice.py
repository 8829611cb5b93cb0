"""Which arc each line among people takes: the one that crosses least, without a detour that is larger than it is worth.

Everything has its price in crossings. An arc is only drawn and looked at when it could still be the cheapest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from mensenwerk.ecomap.arcs import Arc, Person, arcs_between, person_of
from mensenwerk.ecomap.compass import crossings, rays_crossed
from mensenwerk.ecomap.ellipse import ASPECT
from mensenwerk.ecomap.geometry import Box, Cubic, Point
from mensenwerk.ecomap.union import Pair

ROUNDS = 2
THROUGH, IN_CENTRE = 8.0, 8.0
"""The price of a line through somebody's label, and of each point of it in the circle in the middle."""
WIDER = 0.15
"""The price of every unit that the ground has to grow."""
EDGE = 6.0
"""An arc keeps this much within the edge of the ground."""
LABEL_AIR, CENTRE_AIR = 4.0, 9.0


def chosen_arcs(
    boxes: Mapping[str, Box], core: float, rim: Point, links: Sequence[Pair], tied: frozenset[str]
) -> dict[Pair, Cubic]:
    """A curve from middle to middle for each of `links`; `tied` are those with a tie to the centre."""
    if not links:
        return {}
    people = {key: person_of(box, tied=key in tied) for key, box in boxes.items()}
    judge = _Judge(people, core, rim)
    order = sorted(links, key=lambda link: round(math.dist(*(_middle(boxes[key]) for key in link)), 3))
    ways = {link: judge.ways(link) for link in order}
    taken: dict[Pair, Arc] = {}
    for _ in range(ROUNDS):
        for link in order:
            a, b = link
            others = [arc for pair, arc in taken.items() if a not in pair and b not in pair]
            taken[link] = judge.cheapest(link, ways[link], others)
    return {link: _from(_middle(boxes[link[0]]), _middle(boxes[link[1]]), taken[link].course) for link in links}


class _Judge:
    """What arcs cost among these people."""

    def __init__(self, people: Mapping[str, Person], core: float, rim: Point) -> None:
        self._people, self._core, self._rim = people, core, rim
        self._free = min(rim[0] / ASPECT, rim[1]) - EDGE * 2
        self._rays = {key: person.ray for key, person in people.items() if person.tied}

    def ways(self, link: Pair) -> list[Arc]:
        a, b = link
        others = [person for key, person in self._people.items() if key not in link]
        arcs = arcs_between(self._people[a], self._people[b], others, self._core)
        for arc in arcs:
            arc.least = arc.price + arc.ties
        return sorted(arcs, key=_least)

    def cheapest(self, link: Pair, ways: list[Arc], others: Sequence[Arc]) -> Arc:
        """The cheapest of `ways`, given where the other lines run; puts `ways` in the order of what they turned out to
        cost."""
        best, lowest = ways[0], math.inf
        for arc in ways:
            if arc.least >= lowest:
                break
            if arc.profile is None:
                self._look_at(arc, link)
            cost = arc.least
            profile = arc.drawn()
            for other in others:
                if cost >= lowest:
                    break
                cost += crossings(profile, other.drawn())
            if cost < lowest:
                best, lowest = arc, cost
        ways.sort(key=_least)
        return best

    def _look_at(self, arc: Arc, link: Pair) -> None:
        """What an arc costs by itself, now that it is drawn."""
        profile = arc.drawn()
        ties = rays_crossed(profile, (ray for key, ray in self._rays.items() if key not in link))
        price = arc.price + ties + self._in_the_way(arc.line, link)
        if max(profile.far, default=0.0) > self._free:
            wide, high = self._rim
            beyond = max([math.hypot(x / wide, y / high) for x, y in arc.line]) - 1
            price += max(0.0, beyond * high + EDGE) * WIDER
        arc.least = round(price, 3)

    def _in_the_way(self, line: Sequence[Point], link: Pair) -> float:
        room = (self._core + CENTRE_AIR) ** 2
        price = IN_CENTRE * sum(x * x + y * y < room for x, y in line)
        xs, ys = zip(*line, strict=True)
        left, right, above, below = min(xs), max(xs), min(ys), max(ys)
        for key, person in self._people.items():
            box = person.box
            near = (
                box.x - box.half_width < right
                and box.x + box.half_width > left
                and box.y - box.half_height < below
                and box.y + box.half_height > above
            )
            if near and key not in link and box.entered_by(line, LABEL_AIR):
                price += THROUGH
        return price


def _least(arc: Arc) -> float:
    return arc.least


def _middle(box: Box) -> Point:
    return box.x, box.y


def _from(start: Point, end: Point, course: Cubic) -> Cubic:
    """A course of the round as it lies on the map, from `start` to `end`."""
    _, one, two, last = [(x * ASPECT, y) for x, y in course]
    return (start, one, two, end) if math.dist(last, end) < math.dist(last, start) else (start, two, one, end)
