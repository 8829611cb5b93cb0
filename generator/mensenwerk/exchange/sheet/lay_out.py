"""A case in the model's words → the tables of a spreadsheet. Each value goes to its place; what has none, or would not
come back the same from a cell, goes to the sheet `rest`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mensenwerk.exchange.sheet.cells import Value, cell_of
from mensenwerk.exchange.sheet.plan import (
    ABOUT,
    CENTRE,
    EXAMPLE,
    MAP,
    NOT_READ,
    OTHER,
    TABLES,
    VALUE,
    WHO,
    Column,
    Key,
    Name,
    case_rows,
    columns,
    place_of,
    sheet_name,
    shown,
)
from mensenwerk.exchange.sheet.rest import rest_row
from mensenwerk.exchange.sheet.wording import example, say
from mensenwerk.model import vocabulary
from mensenwerk.problems import Language
from mensenwerk.source import Path

Row = tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its headings, what is explained below them, and its rows. `columns`: what each holds, for the lists
    to choose from."""

    name: Name
    title: str
    head: Row
    told: tuple[Row, ...] = ()
    rows: tuple[Row, ...] = ()
    columns: tuple[Column, ...] = ()


def lay_out(case: dict[str, Any], language: Language) -> tuple[Table, ...]:
    """The sheets of a case, headings and explanations in `language`."""
    made = _Rows(case, language)
    for where in ("centre", "people"):
        for number, _ in enumerate(case.get(where, [])):
            made.row("people", (where, number))
    for path, value in _leaves(case, ()):
        made.add(path, value)
    return tuple(made.table(name) for name in TABLES)


def template(language: Language) -> tuple[Table, ...]:
    """The same sheets to begin with: nothing in them but the language, and a row to see how it is done."""
    case: dict[str, Any] = {"language": language, "version": 1}
    tables = lay_out(case, language)
    return tuple(_with_example(table, language) for table in tables if table.name != "rest")


@dataclass(slots=True)
class _Rows:
    case: dict[str, Any]
    language: Language
    rows: dict[Name, dict[Path, dict[Key, Value]]] = field(default_factory=dict)
    rest: list[Row] = field(default_factory=list)

    def add(self, path: Path, value: Any) -> None:
        place = place_of(path)
        if place is None:
            self.rest += rest_row(self.case, path, value, self.language)
            return
        if place.column is None:  # that there is a row says it all
            self.row(place.sheet, place.row)
            return
        if place.sheet == "pairs" and place.column == WHO:
            self.row("pairs", place.row)
            return
        column = next(each for each in _of(place.sheet) if each.key in (place.column, path))
        made = cell_of(value, column, self.language)
        if made is None:
            self.rest += rest_row(self.case, path, value, self.language)
        else:
            self.row(place.sheet, place.row)[place.column] = made

    def row(self, sheet: Name, about: Path) -> dict[Key, Value]:
        rows = self.rows.setdefault(sheet, {})
        if about not in rows:
            rows[about] = self.identity(sheet, about)
        return rows[about]

    def identity(self, sheet: Name, about: Path) -> dict[Key, Value]:
        """The cells that say what a row is about."""
        match sheet, about:
            case "people", (str(where), int(number), *later):
                own: dict[Key, Value] = {("id",): self.case[where][number]["id"]}
                if later:
                    return {**own, MAP: str(later[1])}
                yes = next(iter(vocabulary.yes_no(self.language)))
                return {**own, CENTRE: yes} if where == "centre" else own
            case "ties", (str(where), int(number), _, str(key), _, str(to)):
                everyone = vocabulary.everyone(self.language)
                whom = everyone if to == "all" else to
                return {WHO: self.case[where][number]["id"], ("to",): whom, MAP: key}
            case "ties", (str(where), int(number), *_):
                return {WHO: self.case[where][number]["id"]}
            case "pairs", (_, _, int(number), *later):
                one, other = self.case["who_knows_who"]["pairs"][number]["between"]
                pair: dict[Key, Value] = {WHO: one, OTHER: other}
                return {**pair, MAP: str(later[1])} if later else pair
            case "characteristics", (_, str(name)):
                return {ABOUT: shown(vocabulary.field_word("Characteristics", name).word(self.language))}
        return {}

    def table(self, name: Name) -> Table:
        language, held = self.language, columns(name)
        title = sheet_name(name, language)
        head = tuple(each.label(language) for each in held)
        told = tuple(each.help(language) for each in held)
        if name == "case":
            return Table(name, title, head[:-1], (), tuple(self.case_rows()), held[:-1])
        explained = (f"{NOT_READ} {told[0]}", *told[1:])
        if name == "rest":
            return Table(name, title, head, (explained,), tuple(self.rest), held)
        rows = sorted(self.rows.get(name, {}).values(), key=self.moment)
        return Table(name, title, head, (explained,), tuple(tuple(map(row.get, _keys(held))) for row in rows), held)

    def moment(self, row: dict[Key, Value]) -> int:
        """First how things were, then what changed, in the order of the maps."""
        order = [each["id"] for each in self.case.get("maps", [])]
        return order.index(row[MAP]) if row.get(MAP) in order else -1

    def case_rows(self) -> Iterator[Row]:
        """A row for each field of the case itself, the empty ones too."""
        said = self.rows.get("case", {})
        for each in case_rows():
            value = said.get(each.key, {}).get(VALUE)
            yield each.label(self.language), value, each.help(self.language)


def _keys(held: tuple[Column, ...]) -> tuple[Key, ...]:
    return tuple(each.key for each in held)


def _of(sheet: Name) -> tuple[Column, ...]:
    return case_rows() if sheet == "case" else columns(sheet)


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Every value of a case with its path: a list of texts or words is one, and so is what is empty."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    plain = isinstance(value, list) and not any(isinstance(each, dict | list) for each in value)
    if not inner or plain or not value:
        yield path, value
        return
    for key, each in inner:
        yield from _leaves(each, (*path, key))


def _with_example(table: Table, language: Language) -> Table:
    """A table with one row of the shortest case that means something, which nothing reads."""
    if table.name == "case":
        last = Column(EXAMPLE)
        rows = tuple(
            (*row, example("case", each.key, language)) for row, each in zip(table.rows, case_rows(), strict=True)
        )
        return Table("case", table.title, (*table.head, last.label(language)), (), rows, (*table.columns, last))
    cells = [example(table.name, each.key, language) for each in table.columns]
    if not any(cells):
        return table
    first = f"{NOT_READ} {say('example', language)}: {cells[0]}"
    return Table(table.name, table.title, table.head, (*table.told, (first, *cells[1:])), table.rows, table.columns)
