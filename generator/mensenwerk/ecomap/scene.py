"""One map as it will be drawn: figures in their places and lines with their look, in Hartman's notation.

Three dimensions of a tie stay apart (Hartman, 1978): strength is the line, stress lies across it, and
energy is an arrowhead at the one who receives it. A broken tie has a glyph of its own: a gap.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mensenwerk.ecomap.geometry import Box, Cubic, Point
from mensenwerk.ecomap.household import Symbol, member_label
from mensenwerk.ecomap.marks import Mark
from mensenwerk.ecomap.notation import Notation
from mensenwerk.ecomap.plan import Plan
from mensenwerk.ecomap.shapes import Line, Shape, figure_of
from mensenwerk.guards.cleared import ClearedLink, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model import words as w

ARROW = 11.0
"""Length of an arrowhead on a plain line."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a line says. `head_from` and `head_to`: arrowheads at its two ends; `lines`: how many run side by side."""

    width: float
    dash: str = ""
    ticks: float = 0.0
    broken: bool = False
    head_from: bool = False
    head_to: bool = False
    word: str = ""
    lines: int = 1

    def arrow(self, length: float) -> float:
        """Length of an arrowhead on a line of this length."""
        return min(ARROW + (4.0 if self.width > 3 else 0.0), length * 0.36)


@dataclass(frozen=True, slots=True)
class Node:
    """A figure to draw: `id` is made up here (no id of a person goes into a drawing)."""

    id: str
    shape: Shape | Symbol | None
    box: Box
    lines: tuple[Line, ...]
    double: bool = False
    dash: str = ""
    circle: w.Circle | None = None
    weight: float = 0.0
    """Width of the outline where it is not that of everyone."""
    person: int = 0
    """The place among the people around of this map, from 1: what a page can point at. No id of a person goes out."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line to draw, from `start` to `end` (ids of nodes), along a curve of the plan. `kind`: tie, inner or link, or
    still on a map of change."""

    id: str
    kind: str
    start: str
    end: str
    curve: Cubic
    look: Look


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything of one map. `core` is the circle in the middle, `members` stand in it."""

    core: Node
    members: tuple[Node, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    circles: tuple[w.Circle, ...]
    marks: tuple[tuple[Mark, Point], ...] = ()


def scene_of(map_: ClearedMap, plan: Plan, notation: Notation) -> Scene:
    """Fill a plan with the people and lines of one of its maps."""
    names: dict[str, str] = {}
    people = {person.id: person for person in map_.people}
    place = {person.id: number for number, person in enumerate(map_.people, start=1)}
    nodes: list[Node] = []
    for key, spot in plan.spots.items():
        if key not in people:
            continue
        names[key] = f"v{len(nodes)}"
        figure = figure_of(people[key], notation.circle_code(people[key].circle))
        box = Box(spot.box.x, spot.box.y, figure.half_width, figure.half_height)
        double = figure.shape is Shape.GROUP
        node = Node(names[key], figure.shape, box, figure.lines, double, figure.dash, people[key].circle)
        nodes.append(replace(node, person=place[key]))
    core, members = _centre(map_, plan, names)
    present = {person.circle for person in map_.people}
    edges = _edges(map_, plan, names, notation)
    circles = tuple(sector.circle for sector in plan.sectors if notation.sectors and sector.circle in present)
    return Scene(core, members, tuple(nodes), edges, circles)


def _centre(map_: ClearedMap, plan: Plan, names: dict[str, str]) -> tuple[Node, tuple[Node, ...]]:
    radius = plan.core.radius
    middle = Box(0.0, 0.0, radius, radius)
    here = {person.id: person for person in map_.centre}
    if not plan.core.household:
        lines = member_label(map_.centre[0], alone=True) if map_.centre else ()
        names.update(dict.fromkeys(here, "core"))
        return Node("core", Symbol.PLAIN, middle, lines), ()
    members: list[Node] = []
    for member in plan.core.members:
        if member.id not in here:
            continue
        names[member.id] = f"m{len(members)}"
        label = member_label(here[member.id], alone=False)
        dash = _member_dash(here[member.id])
        members.append(Node(names[member.id], member.symbol, member.box, label, member.first, dash))
    return Node("core", None, middle, ()), tuple(members)


def _member_dash(person: ClearedPerson) -> str:
    if person.present is w.Present.NO or person.missed:
        return "2 4"
    return "6 4" if person.present is w.Present.PARTLY or person.deceased else ""


def _edges(map_: ClearedMap, plan: Plan, names: dict[str, str], notation: Notation) -> tuple[Edge, ...]:
    edges: list[Edge] = []

    def add(kind: str, start: str, end: str, curve: Cubic, look: Look) -> None:
        edges.append(Edge(f"e{len(edges)}", kind, names.get(start, "core"), names.get(end, "core"), curve, look))

    for link in map_.links:
        known = link.a in names and link.b in names and (link.a, link.b) in plan.links
        if known and link.bond is not w.Bond.NONE:
            add("link", link.a, link.b, plan.links[link.a, link.b], link_look(link, notation))
    for person in map_.people:
        for tie in person.ties:
            if (person.id, tie.to) in plan.ties:
                add("tie", person.id, tie.to, plan.ties[person.id, tie.to], tie_look(tie, notation))
    for person in map_.centre:
        for tie in person.ties:
            if (person.id, tie.to) in plan.inner and tie.to in names:
                add("inner", person.id, tie.to, plan.inner[person.id, tie.to], tie_look(tie, notation))
    return tuple(edges)


def tie_look(tie: ClearedTie, notation: Notation) -> Look:
    """Strength unknown is drawn plain; energy unknown has no arrowhead; a broken tie carries nothing."""
    stroke = notation.ties[tie.strength or w.Strength.ORDINARY]
    ticks = _ticks(tie.tension, notation)
    word = " · ".join([" ".join(notation.support_codes(tie.support)), tie.word or ""]).strip(" ·")
    if tie.broken:
        return Look(notation.broken.width, "", ticks, True, word=word)
    to_alter = tie.energy in (w.Energy.COSTS, w.Energy.BOTH)
    to_centre = tie.energy in (w.Energy.GIVES, w.Energy.BOTH)
    return Look(stroke.width, stroke.dash, ticks, False, to_alter, to_centre, word, stroke.lines)


def link_look(link: ClearedLink, notation: Notation) -> Look:
    stroke = notation.links[link.bond]
    return Look(
        stroke.width,
        stroke.dash,
        _ticks(link.tension, notation),
        link.bond is w.Bond.BROKEN,
        lines=stroke.lines,
    )


def _ticks(tension: w.Tension | None, notation: Notation) -> float:
    """The distance between cross-ticks; 0 for none."""
    if tension is w.Tension.SOMETIMES:
        return notation.ticks.sometimes
    return notation.ticks.often if tension is w.Tension.OFTEN else 0.0
