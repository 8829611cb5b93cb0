"""Network Canvas (Interviewer and Fresco): CSV files for egos, each kind of alter (`…_attributeList_Person.csv`) and
each kind of edge (`…_edgeList_Knows.csv`), of one session or of many together.

The tie with the person interviewed is told in the row of the alter. Of a question with several answers each answer has
a column, with true or false. Edges were drawn, not asked of every pair: what was not drawn stays unknown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from mensenwerk.exchange.read.columns import Said, is_empty, kind_of, like_a_name, said_in
from mensenwerk.exchange.read.network import Left, Network, Someone, When
from mensenwerk.exchange.read.tables import Row, Table
from mensenwerk.exchange.read.values import season_of
from mensenwerk.problems import Problems, Span

_EGO, _SELF = "networkCanvasEgoUUID", "networkCanvasUUID"
_ENDS = ("networkCanvasSourceUUID", "networkCanvasTargetUUID")
_CASE, _START = "networkCanvasCaseID", "sessionStart"
_OWN = {_EGO, _SELF, *_ENDS, _CASE, _START, "nodeID", "edgeID", "from", "to"}
_BOOKKEEPING = {
    "networkCanvasSessionID", "networkCanvasProtocolName", "networkCanvasType", "sessionFinish", "sessionExported",
    "APP_VERSION", "COMMIT_HASH", "codebookHash",
}  # fmt: skip
_TYPE = re.compile(r"attributeList_(.+?)\.csv$", re.IGNORECASE)

_Part = Literal["egos", "alters", "edges", "matrix"]


def looks_like_network_canvas(tables: list[Table]) -> bool:
    return any(_EGO in table.columns for table in tables)


def read_network_canvas(tables: list[Table], problems: Problems) -> list[Network]:
    """A network for each ego; none when anything is wrong, with the reasons noted."""
    parts: dict[_Part, list[Table]] = defaultdict(list)
    for table in tables:
        part = _part(table)
        if part is None:
            problems.add("import-nc-table", Span(table.shown))
        else:
            parts[part].append(table)
    reader = _Reader(problems)
    for table in parts["egos"]:
        for row in table.rows:
            reader.ego(table, row)
    for table in parts["alters"]:
        for row in table.rows:
            reader.alter(table, row)
    for table in parts["edges"]:
        for row in table.rows:
            reader.edge(table, row)
    for one in reader.egos.values():
        if parts["matrix"]:
            one.left.note("adjacencyMatrix", "twice" if parts["edges"] else "no-place", len(parts["matrix"]))
    if not reader.egos and not problems.errors():
        problems.add("import-nobody", Span(tables[0].shown))
    return [] if problems.errors() else [_network(key, one) for key, one in reader.egos.items()]


def _part(table: Table) -> _Part | None:
    columns = set(table.columns)
    if table.columns[0] == "":
        return "matrix"
    if {_EGO, *_ENDS} <= columns:
        return "edges"
    if {_EGO, _SELF} <= columns:
        return "alters"
    return "egos" if _EGO in columns else None


@dataclass(slots=True)
class _Ego:
    """What is gathered of one person who was interviewed."""

    case: str = ""
    start: str = ""
    said: Said = field(default_factory=Said)
    left: Left = field(default_factory=Left)
    alters: dict[str, Said] = field(default_factory=dict)
    links: set[frozenset[str]] = field(default_factory=set)


@dataclass(slots=True)
class _Reader:
    problems: Problems
    egos: dict[str, _Ego] = field(default_factory=dict)

    def ego(self, table: Table, row: Row) -> None:
        key = row.values[_EGO]
        if not key:
            self.problems.add("import-no-id", table.at(row))
        elif key in self.egos:
            self.problems.add("import-row-twice", table.at(row))
        else:
            one = self.egos[key] = _Ego(row.values.get(_CASE, ""), row.values.get(_START, ""))
            one.said = self.said(row, one)
            if one.said.role or one.said.seen:
                one.left.note("ego", "no-place")

    def alter(self, table: Table, row: Row) -> None:
        ego, key = row.values[_EGO], row.values[_SELF]
        if not ego or not key:
            self.problems.add("import-no-id", table.at(row))
            return
        if ego not in self.egos:
            self.egos[ego] = _Ego()
            self.egos[ego].left.note("ego", "no-ego")
        one = self.egos[ego]
        if key in one.alters:
            self.problems.add("import-row-twice", table.at(row))
            return
        one.alters[key] = self.said(row, one)
        kind = _TYPE.search(table.shown)
        known = kind_of(kind[1]) if kind else None
        if known:
            one.alters[key].fixed.setdefault("kind", known)

    def edge(self, table: Table, row: Row) -> None:
        one = self.egos.get(row.values[_EGO])
        ends = frozenset(row.values[end] for end in _ENDS)
        if one is None or len(ends) < 2 or not ends <= one.alters.keys():
            self.problems.add("import-edge", table.at(row))
            return
        if ends in one.links:
            one.left.note("edgeList", "twice")
        one.links.add(ends)
        for column, value in row.values.items():
            if column not in _OWN and not is_empty(value):
                one.left.note(column, "tool" if column in _BOOKKEEPING else "no-place")

    def said(self, row: Row, one: _Ego) -> Said:
        for column in _BOOKKEEPING & row.values.keys():
            if not is_empty(row.values[column]):
                one.left.note(column, "tool")
        own = {name: value for name, value in row.values.items() if name not in _OWN | _BOOKKEEPING}
        return said_in(own, one.left)


def _network(key: str, one: _Ego) -> Network:
    season = season_of(one.start)
    if one.start:
        one.left.note(_START, "season" if season else "word")
    case = [one.case] if like_a_name(one.case) else []
    if one.case and not case:
        one.left.note(_CASE, "tool")
    people = [
        Someone(alter, tuple(said.names), said.role, said.fixed, {0: said.seen}) for alter, said in one.alters.items()
    ]
    ego = Someone(f"ego {key}", (*case, *one.said.names), None, one.said.fixed, {0: {}})
    links = {pair: frozenset({0}) for pair in one.links}
    return Network(ego, tuple(people), links, (When(season=season),), left=one.left)
