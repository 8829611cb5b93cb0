"""Tables as EgoNet and the R package egor keep them: egos, alters and the edges among alters, in three files, in two
(the edges in columns `X1.to.2` beside the egos) or in one. A matrix of who knows whom, with the ids of alters along
both sides, may stand in place of edges.

Of every pair it was asked whether they know each other; what is no edge, or has weight 0, is a no.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from mensenwerk.exchange.read.columns import Said, is_empty, like_a_name, meaning, said_in
from mensenwerk.exchange.read.network import Left, Network, Someone, When
from mensenwerk.exchange.read.tables import Row, Table
from mensenwerk.problems import Problems, Span

_Part = Literal["egos", "alters", "edges", "matrix"]
_WIDE_EDGE = re.compile(r"[Xx]?(\d{1,3})[._ ]to[._ ](\d{1,3})")
_WIDE_ALTER = re.compile(r"(alter[._].+?)[._](\d{1,3})", re.IGNORECASE)
_MAX_WIDE = 400


def read_egor(tables: list[Table], problems: Problems) -> list[Network]:
    """A network for each ego; none when anything is wrong, with the reasons noted."""
    parts: dict[_Part, Table] = {}
    for table in tables:
        part = _part(table)
        if part is None:
            problems.add("import-table", Span(table.shown))
        elif part in parts:
            problems.add("import-table-twice", Span(table.shown), file=parts[part].shown)
        else:
            parts[part] = table
    if problems.errors():
        return []
    reader = _Reader(problems, parts)
    reader.read()
    return [] if problems.errors() else reader.networks()


def looks_like_egor(table: Table) -> bool:
    return _part(table) is not None


def _part(table: Table) -> _Part | None:
    """What a table holds, by its columns."""
    meanings = {meaning(column) for column in table.columns}
    if {"source", "target"} <= meanings:
        return "edges"
    if table.columns[0] == "" and [row.values[""] for row in table.rows] == list(table.columns[1:]):
        return "matrix"
    if "alter" in meanings:
        return "alters"
    return "egos" if "ego" in meanings else None


@dataclass(slots=True)
class _Ego:
    """What is gathered of one ego."""

    said: Said = field(default_factory=Said)
    left: Left = field(default_factory=Left)
    alters: dict[str, list[tuple[str, Said]]] = field(default_factory=lambda: defaultdict(list))
    links: dict[frozenset[str], set[str]] = field(default_factory=lambda: defaultdict(set))


@dataclass(slots=True)
class _Reader:
    problems: Problems
    parts: dict[_Part, Table]
    egos: dict[str, _Ego] = field(default_factory=dict)
    waves: dict[str, None] = field(default_factory=dict)

    def read(self) -> None:
        if "egos" in self.parts:
            for row in self.parts["egos"].rows:
                self.ego(self.parts["egos"], row)
        if "alters" in self.parts:
            for row in self.parts["alters"].rows:
                self.alter(self.parts["alters"], row)
        if "egos" in self.parts:
            for row in self.parts["egos"].rows:
                self.wide(self.parts["egos"], row)
        if "edges" in self.parts:
            for row in self.parts["edges"].rows:
                self.edge(self.parts["edges"], row)
        if "matrix" in self.parts:
            self.matrix(self.parts["matrix"])
        if not self.egos and not self.problems.errors():
            self.problems.add("import-nobody", Span(next(iter(self.parts.values())).shown))

    def ego(self, table: Table, row: Row) -> None:
        key = _value(row, "ego")
        if not key:
            self.problems.add("import-no-id", table.at(row))
        elif key in self.egos:
            self.problems.add("import-row-twice", table.at(row))
        else:
            one = self.egos.setdefault(key, _Ego())
            own = {name: value for name, value in row.values.items() if not _is_wide(name)}
            one.said = said_in(own, one.left)
            if one.said.role or one.said.seen:  # said of someone around; in the centre it has no meaning
                one.left.note("ego", "no-place")

    def alter(self, table: Table, row: Row) -> None:
        ego, key = self.ego_of(row), _value(row, "alter")
        if not ego or not key:
            self.problems.add("import-no-id", table.at(row))
            return
        if ego not in self.egos:
            self.egos[ego] = _Ego()
            if "egos" in self.parts:
                self.egos[ego].left.note("ego", "no-ego")
        one, wave = self.egos[ego], _value(row, "wave")
        self.waves.setdefault(wave)
        if any(wave == when for when, _ in one.alters[key]):
            self.problems.add("import-row-twice", table.at(row))
        one.alters[key].append((wave, said_in(row.values, one.left)))

    def ego_of(self, row: Row) -> str:
        """Whose row this is; where no column says so there has to be one ego alone, or an alter that is known."""
        said = _value(row, "ego")
        if said or any(meaning(column) == "ego" for column in row.values):
            return said
        if len(self.egos) <= 1:
            return next(iter(self.egos), "ego")
        owners = [key for key, one in self.egos.items() if _value(row, "source") in one.alters]
        return owners[0] if len(owners) == 1 else ""

    def wide(self, table: Table, row: Row) -> None:
        """The columns beside an ego that are about alters: their attributes, and the edges among them."""
        one = self.egos.get(_value(row, "ego"))
        numbered: dict[str, dict[str, str]] = defaultdict(dict)
        for column, value in row.values.items():
            edge, attribute = _WIDE_EDGE.fullmatch(column), _WIDE_ALTER.fullmatch(column)
            if attribute and not is_empty(value) and int(attribute[2]) <= _MAX_WIDE:
                numbered[attribute[2]][attribute[1]] = value
            elif edge and one is not None and "edges" in self.parts and not is_empty(value):
                one.left.note("X1.to.2", "twice")
        if one is None:
            return
        if "alters" in self.parts:
            if numbered:
                one.left.note("alter 1", "twice", sum(map(len, numbered.values())))
        else:
            size = next((value for column, value in row.values.items() if column.casefold() == "netsize"), "")
            most = int(size) if size.isascii() and size.isdigit() else _MAX_WIDE
            self.waves.setdefault("")
            for number, values in numbered.items():
                if int(number) <= most:
                    one.alters[number].append(("", said_in(values, one.left)))
        if "edges" not in self.parts:
            self.wide_edges(table, row, one)

    def wide_edges(self, table: Table, row: Row, one: _Ego) -> None:
        order = list(one.alters)
        for column, value in row.values.items():
            edge = _WIDE_EDGE.fullmatch(column)
            if edge and not is_empty(value):
                ends = [each if each in one.alters else _at(order, int(each)) for each in edge.groups()]
                if all(ends):
                    self.link(one, ends, value, {""})
                elif value != "0":
                    self.problems.add("import-edge", table.at(row))

    def edge(self, table: Table, row: Row) -> None:
        owner = self.ego_of(row)
        one = self.egos.get(owner)
        if one is None and owner and self.egos:  # of someone who is not in these tables
            next(iter(self.egos.values())).left.note("edges", "stray")
            return
        ends = [_value(row, "source"), _value(row, "target")]
        if one is None or ends[0] == ends[1] or any(end not in one.alters for end in ends):
            self.problems.add("import-edge", table.at(row))
            return
        wave = _value(row, "wave")
        weight = next((value for column, value in row.values.items() if meaning(column) == "weight"), "1")
        self.link(one, ends, weight, {wave} if wave else set(self.waves))
        for column, value in row.values.items():
            if meaning(column) not in ("ego", "source", "target", "wave", "weight") and not is_empty(value):
                one.left.note(column, "tool" if meaning(column) == "tool" else "no-place")

    def matrix(self, table: Table) -> None:
        if "edges" in self.parts:
            for one in self.egos.values():
                one.left.note("matrix", "twice")
            return
        for row in table.rows:
            owners = [one for one in self.egos.values() if row.values[""] in one.alters]
            for other in table.columns[1:]:
                value, ends = row.values[other], [row.values[""], other]
                if is_empty(value) or ends[0] == ends[1]:
                    continue
                if len(owners) != 1 or other not in owners[0].alters:
                    self.problems.add("import-edge", table.at(row))
                    break
                self.link(owners[0], ends, value, set(self.waves))

    def link(self, one: _Ego, ends: Iterable[str], weight: str, at: set[str]) -> None:
        if weight not in ("", "0", "1"):
            one.left.note("weight", "number")
        pair = frozenset(ends)
        if weight != "0" and not is_empty(weight):
            one.links[pair] |= at or {""}

    def networks(self) -> list[Network]:
        waves = sorted(self.waves, key=lambda each: (len(each), each) if each.isdigit() else (0, each)) or [""]
        return [self.network(key, one, waves) for key, one in self.egos.items()]

    def network(self, key: str, one: _Ego, waves: list[str]) -> Network:
        people = []
        for alter, rows in one.alters.items():
            seen = {waves.index(wave): said.seen for wave, said in rows}
            fixed = {name: value for _, said in reversed(rows) for name, value in said.fixed.items()}
            names = [name for _, said in rows for name in said.names]
            role = next((said.role for _, said in rows if said.role), None)
            people.append(Someone(alter, _names(alter, names), role, fixed, seen, frozenset(seen)))
        links = {pair: frozenset(waves.index(wave) for wave in at) for pair, at in one.links.items()}
        if len(people) > 1:
            one.left.note("edges", "complete")
        moments = tuple(When(wave if like_a_name(wave) else "") for wave in waves)
        ego = Someone(f"ego {key}", _names(key, one.said.names), None, one.said.fixed, {0: {}})
        return Network(ego, tuple(people), links, moments, complete=True, left=one.left)


def _names(key: str, names: list[str]) -> tuple[str, ...]:
    """The names of someone; an id of letters alone is one too."""
    return tuple(dict.fromkeys([*([key] if like_a_name(key) else []), *names]))


def _value(row: Row, what: str) -> str:
    return next((value for column, value in row.values.items() if meaning(column) == what and value), "")


def _is_wide(column: str) -> bool:
    return bool(_WIDE_EDGE.fullmatch(column) or _WIDE_ALTER.fullmatch(column))


def _at(order: list[str], number: int) -> str:
    return order[number - 1] if 1 <= number <= len(order) else ""
