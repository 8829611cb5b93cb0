"""Which sheet is which and which column is which, by what stands above them; the language of a file is that of most of
its sheets. What is not known is told and never passed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from mensenwerk.exchange.sheet.cells import Raw
from mensenwerk.exchange.sheet.grid import Grid
from mensenwerk.exchange.sheet.plan import TABLES, Column, Key, Name, columns, folded, sheet_name
from mensenwerk.model.suggest import closest
from mensenwerk.problems import Language, Problems, Span

_LANGUAGES: tuple[Language, ...] = get_args(Language)
_NAMES: tuple[Name, ...] = get_args(Name)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number, and its filled cells by column."""

    sheet: Sheet
    number: int
    cells: Mapping[Key, Raw]

    def __contains__(self, key: Key) -> bool:
        return key in self.cells

    def said(self, key: Key) -> str:
        """The text of a cell, empty when the cell is."""
        return self.cells[key].text.strip() if key in self.cells else ""

    def at(self, key: Key | None = None) -> Span:
        """The place of a cell, or of the beginning of the row."""
        return Span(self.sheet.place, self.number, self.sheet.numbers.get(key, 1) if key else 1)


@dataclass(slots=True)
class Sheet:
    """A sheet that was understood. `place`: how messages name it; `numbers`: where each column stands."""

    name: Name
    place: str
    numbers: Mapping[Key, int] = field(default_factory=dict)
    rows: Sequence[Row] = ()

    def column(self, key: Key) -> Column:
        return next(each for each in columns(self.name) if each.key == key)


def sheets_in(grids: Sequence[Grid], file: str, problems: Problems) -> dict[Name, Sheet]:
    """Every sheet that holds a part of a case, those that are not there without rows; nothing when none is known."""
    problems.language = _language(grids, problems.language)
    found: dict[Name, Sheet] = {}
    known = _known(problems.language)
    for grid in grids:
        name = known.get(folded(grid.title))
        place = grid.place(name, problems.language)
        if name is None and grid.rows:
            close = closest(folded(grid.title), known, 0.7, problems)
            title = sheet_name(known[close], problems.language) if close else ", ".join(_titles(problems.language))
            problems.add("sheet-unknown-close" if close else "sheet-unknown", Span(place), sheets=title)
        elif name in found:
            problems.add("sheet-same-twice", Span(place))
        elif name in TABLES:
            found[name] = _sheet(name, place, grid, problems)
    if not found:
        problems.found.clear()
        problems.add("sheet-none", Span(file))
        return {}
    return {name: found.get(name) or Sheet(name, file) for name in TABLES}


def _language(grids: Sequence[Grid], otherwise: Language) -> Language:
    counts = {each: sum(folded(grid.title) in _known(each) for grid in grids) for each in _LANGUAGES}
    return otherwise if len(set(counts.values())) == 1 else max(_LANGUAGES, key=counts.__getitem__)


def _known(language: Language) -> dict[str, Name]:
    return {folded(sheet_name(name, language)): name for name in _NAMES}


def _titles(language: Language) -> list[str]:
    return [sheet_name(name, language) for name in TABLES]


def _sheet(name: Name, place: str, grid: Grid, problems: Problems) -> Sheet:
    rows = grid.read_rows()
    if not rows:
        return Sheet(name, place)
    number, head = rows[0]
    numbers = _numbers(name, place, (number, head), problems)
    if not numbers:
        return Sheet(name, place)
    sheet = Sheet(name, place, numbers)
    told = set(head)
    for where, row in rows[1:]:
        for column in sorted(row.keys() - told):
            told.add(column)
            problems.add("sheet-no-heading", Span(place, where, column))
    keys = {column: key for key, column in numbers.items()}
    made = (Row(sheet, where, {keys[c]: raw for c, raw in row.items() if c in keys}) for where, row in rows[1:])
    sheet.rows = tuple(row for row in made if row.cells)
    return sheet


def _numbers(name: Name, place: str, head: tuple[int, Mapping[int, Raw]], problems: Problems) -> dict[Key, int]:
    """Where each column stands; nothing, and one message, when the first row has no heading that is known."""
    row, cells = head
    language = problems.language
    known = {folded(each.label(language)): each for each in columns(name)}
    numbers: dict[Key, int] = {}
    faults = Problems(language)
    for column, raw in sorted(cells.items()):
        found = known.get(folded(raw.text))
        if found is None:
            close = closest(folded(raw.text), known, 0.7, problems)
            label = known[close].label(language) if close else ""
            faults.add("sheet-heading-close" if close else "sheet-heading", Span(place, row, column), field=label)
        elif found.key in numbers:
            faults.add("import-column-twice", Span(place, row, column))
        else:
            numbers[found.key] = column
    if numbers:
        problems.found += faults.found
    else:
        problems.add("sheet-no-headings", Span(place, row, 1), field=next(iter(columns(name))).label(language))
    return numbers
