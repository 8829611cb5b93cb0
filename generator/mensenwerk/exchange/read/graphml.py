"""GraphML: a graph of people as Gephi, igraph, NetworkX, yEd and we ourselves write it. Each graph becomes a network.

One point is the person it is about. It is the one that says so (a field or a label like `ego`), or else the only one
that has a line to all others; otherwise the author has to say. Lines to that point are ties, all others tell who knows
whom; that a pair has no line says nothing. Which way a line points has no place in a case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mensenwerk.exchange.read.columns import Said, is_empty, like_a_name, meaning, said_in, strength_of
from mensenwerk.exchange.read.graph_text import Graph, Line, Point, graphs_of
from mensenwerk.exchange.read.network import Left, Network, Someone, When
from mensenwerk.exchange.read.own_graph import household, is_ours, moment, said_by_us, tie_by_us
from mensenwerk.problems import Problems, Span

NOBODY = "none"
"""What an author says when the person it is about is no point of the graph."""

MOST = 150
"""People on a map."""

_EGO = {"ego", "ik", "i", "me", "myself", "self", "ich", "respondent", "zelf"}
_PART = {*_EGO, "alter"}
_YES = {"true", "yes", "ja", "1"}


def read_graphml(raw: bytes, shown: str, ego: str | None, problems: Problems) -> list[Network]:
    """The network in each graph of a file; none when anything is wrong, with the reasons noted. `ego`: the id or label
    of the point that is the person it is about, or `NOBODY`."""
    file = graphs_of(raw, shown, problems)
    if file is None:
        return []
    readers = [_Reader(graph, is_ours(file.remarks), shown, ego, problems) for graph in file.graphs]
    networks = [reader.network() for reader in readers]
    return [] if problems.errors() else [each for each in networks if each is not None]


@dataclass(slots=True)
class _Reader:
    graph: Graph
    ours: bool
    shown: str
    asked: str | None
    problems: Problems
    left: Left = field(default_factory=Left)

    def network(self) -> Network | None:
        people = self.people()
        if not people and not self.problems.errors():
            self.problems.add("import-nobody", Span(self.shown))
        if len(people) > MOST:
            self.problems.add("import-graph-many", Span(self.shown), limit=MOST)
        if self.problems.errors():
            return None
        ego = self.ego(people)
        if self.problems.errors():
            return None
        for what in self.graph.passed_over:
            self.left.note(what, "tool")
        return self.of(ego, [each for each in people if each is not ego])

    def people(self) -> list[Point]:
        """The points that are someone. A group of yEd is someone only when a line leads to it; the household that we
        draw as a point is nobody."""
        reached = {end for line in self.graph.lines for end in line.ends}
        points = self.graph.points.values()
        return [
            each
            for each in points
            if (not each.holds or each.key in reached) and not (self.ours and household(each.fields))
        ]

    def ego(self, people: list[Point]) -> Point | None:
        """The person it is about, as the author says, as the file says, or as the lines lie."""
        if self.asked is not None:
            return self.as_asked(people)
        said = [each for each in people if self.is_called_ego(each)]
        if len(said) > 1:
            self.problems.add("import-graph-egos", Span(self.shown, said[1].line, 1))
        if said:
            return said[0]
        met: dict[str, set[str]] = {each.key: set() for each in people}
        for line in self.graph.lines:
            for one, other in (line.ends, line.ends[::-1]):
                if one in met and other in met and one != other:
                    met[one].add(other)
        stars = [each for each in people if len(met[each.key]) == len(people) - 1]
        if len(stars) != 1 or len(people) < 3:
            self.problems.add("import-graph-no-ego", Span(self.shown))
            return None
        self.left.note("ego", "star")
        return stars[0]

    def as_asked(self, people: list[Point]) -> Point | None:
        if self.asked == NOBODY:
            return None
        by_id = [each for each in people if each.key == self.asked]
        wanted = (self.asked or "").strip().casefold()
        found = by_id or [
            each for each in people if wanted in {value.casefold() for _, value in self.own_fields(each, "name")}
        ]
        if len(found) != 1:
            self.problems.add("import-graph-unknown-ego", Span(self.shown))
            return None
        return found[0]

    def own_fields(self, point: Point, *what: str) -> Iterable[tuple[str, str]]:
        return ((name, value) for name, value in point.fields.items() if meaning(name) in what)

    def is_called_ego(self, point: Point) -> bool:
        if point.key.casefold() in _EGO:
            return True
        called = {value.strip().casefold() for _, value in self.own_fields(point, "name", "role", "type", "kind")}
        flags = (value for name, value in point.fields.items() if _bare(name) in ("ego", "isego"))
        return bool(called & _EGO) or any(value.casefold() in _YES for value in flags)

    def of(self, ego: Point | None, people: list[Point]) -> Network:
        key = ego.key if ego else ""
        ends = {key, *(each.key for each in self.graph.points.values() if self.ours and household(each.fields))}
        ties: dict[str, list[Line]] = {each.key: [] for each in people}
        links: dict[frozenset[str], frozenset[int]] = {}
        for line in self.graph.lines:
            one, other = line.ends
            if one == other:
                self.left.note("edge", "self")
            elif {one, other} <= ties.keys():
                if frozenset((one, other)) in links and not line.directed:
                    self.left.note("edge", "twice")
                links[frozenset((one, other))] = frozenset({0})
                self.of_a_link(line)
            elif not {one, other} <= ends and not (self.ours and line.fields.get("relation") == "household"):
                whose = one if one in ties else other
                if ties[whose] and not line.directed and not self.ours:  # with the household, and with one of it
                    self.left.note("edge", "twice")
                ties[whose].append(line)
            if line.directed:
                self.left.note("edge", "direction")
        someone = [self.someone(each, ties[each.key], ego is None) for each in people]
        for name, value in self.graph.fields.items():
            if not is_empty(value) and not (self.ours and name in ("moment", "links_complete")):
                self.left.note(name, "tool" if meaning(name) == "tool" or self.ours else "no-place")
        when = moment(self.graph.fields) if self.ours else When()
        complete = self.ours and self.graph.fields.get("links_complete") == "true"
        return Network(self.centre(ego), tuple(someone), links, (when,), complete, self.left)

    def centre(self, ego: Point | None) -> Someone:
        if ego is None:
            self.left.note("ego", "no-ego")
            return Someone("ego", (), None, {}, {0: {}})
        said = self.said(ego, [])
        if said.seen or (said.role and not self.ours):
            self.left.note("ego", "no-place")
        return Someone("ego", self.names(ego, said), None, said.fixed, {0: {}})

    def someone(self, point: Point, lines: list[Line], everyone: bool) -> Someone:
        said = self.said(point, lines)
        tie: dict[str, Any] = {}
        for line in lines:
            tie |= tie_by_us(line.fields, self.left) if self.ours else self.tie(line)
        tied = frozenset({0}) if lines or everyone else frozenset[int]()
        return Someone(
            point.key, self.names(point, said), said.role, said.fixed, {0: said.seen}, tied, tie=tie if tied else {}
        )

    def said(self, point: Point, lines: list[Line]) -> Said:
        """What the fields of a point say, and what those of its lines to the middle say of the same person."""
        if self.ours:
            return said_by_us(point.fields, self.left)
        row = {name: value for name, value in point.fields.items() if not self.says_which(name, value)}
        for line in lines:
            for name, value in line.fields.items():
                if meaning(name) in ("role", "type", "closeness", "frequency", "note"):
                    row.setdefault(name if name not in row else f"{name} 2", value)
                elif meaning(name) == "name":  # what stands beside a line is what people are to each other
                    row.setdefault("relation", value)
        group = self.graph.points[point.group].fields.get("label") if point.group else None
        if group:
            row.setdefault("group", group)
        said = said_in(row, self.left)
        if point.holds:
            said.fixed.setdefault("kind", "group")
        return said

    def says_which(self, name: str, value: str) -> bool:
        """Whether a field only tells who is the person it is about."""
        which = _bare(name) in ("ego", "isego")
        return which or (meaning(name) in ("role", "type", "kind") and value.strip().casefold() in _PART)

    def tie(self, line: Line) -> dict[str, Any]:
        """What a line to the middle says of the tie itself."""
        tie: dict[str, Any] = {}
        for name, value in line.fields.items():
            what = meaning(name)
            if what == "weight":
                strength = strength_of(value)
                if strength:
                    tie["strength"] = strength
                else:
                    self.of_a_weight(name, value)
            elif what not in ("role", "type", "closeness", "frequency", "note", "name"):
                self.left.note(name, "tool" if what in ("tool", "alter") else "no-place")
        return tie

    def of_a_link(self, line: Line) -> None:
        """What is said of two people around, but that they know each other, has no place."""
        for name, value in line.fields.items():
            if is_empty(value) or (self.ours and name in ("relation", "bond")):
                continue
            if meaning(name) == "weight":
                self.of_a_weight(name, value)
            else:
                self.left.note(name, "tool" if meaning(name) in ("tool", "alter") else "no-place")

    def of_a_weight(self, name: str, value: str) -> None:
        """A weight of one is what a program writes when nobody said anything."""
        if value not in ("1", "1.0"):
            self.left.note(name, "word" if strength_of(value) or not value.strip("-")[:1].isdigit() else "number")

    def names(self, point: Point, said: Said) -> tuple[str, ...]:
        """What someone is called; an id of letters alone may be a name too. What we wrote ourselves holds none."""
        if self.ours:
            return ()
        own = [point.key] if like_a_name(point.key) and point.key.casefold() not in _PART else []
        called = [each for each in said.names if each.casefold() not in _PART]
        return tuple(dict.fromkeys([*own, *called]))


def _bare(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
