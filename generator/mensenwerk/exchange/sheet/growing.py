"""A document as it grows out of cells: values at paths of the model in the author's words, each with its place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from mensenwerk.exchange.sheet.cells import read_cell
from mensenwerk.exchange.sheet.headings import Row
from mensenwerk.exchange.sheet.plan import Column, Key, columns, in_words
from mensenwerk.problems import Language, Problems, Span
from mensenwerk.source import Path, Plain, Scalar


@dataclass(slots=True)
class Growing:
    """The values and their places. `rows`: by what each is about; `wrong`: what was told already, as author's paths."""

    problems: Problems
    tree: dict[str, Plain] = field(default_factory=dict)
    spans: dict[Path, Span] = field(default_factory=dict)
    rows: dict[Path, int] = field(default_factory=dict)
    wrong: set[Path] = field(default_factory=set)

    @property
    def language(self) -> Language:
        return self.problems.language

    def put(self, path: Path, value: Plain, span: Span) -> bool:
        """Put a value at a path of the model; False where something stands there, or a list has no such place."""
        spoken = in_words(path, self.language)
        here: Any = self.tree
        for place, part in enumerate(spoken):
            last = place == len(spoken) - 1
            there = part < len(here) if isinstance(part, int) else part in here
            if (last and there) or (isinstance(part, int) and part > len(here)):
                return False
            if not there:
                made: Plain = value if last else [] if isinstance(spoken[place + 1], int) else {}
                self.spans[spoken[: place + 1]] = span
                if isinstance(part, int):
                    here.append(made)
                else:
                    here[part] = made
            here = here[part]
            if not last and not isinstance(here, dict | list):
                return False
        return True

    def put_cell(self, path: Path, value: Scalar | list[Scalar], span: Span) -> bool:
        """The same for what a cell holds; each of several has its place too."""
        spoken = in_words(path, self.language)
        if isinstance(value, Scalar):
            return self.put(path, value, span)
        if not self.put(path, list(value), span):
            return False
        self.spans.update({(*spoken, place): span for place, _ in enumerate(value)})
        return True

    def begin(self, row: Row, path: Path, key: Key | None = None) -> bool:
        """Begin what a row is about, with its place at a cell; False, and told, where an earlier row was about it."""
        if path in self.rows:
            self.problems.add("sheet-row-twice", row.at(key), line=self.rows[path])
            return False
        self.rows[path] = row.number
        if not self.put(path, {}, row.at(key)):  # there already, because of a row of another sheet
            self.spans[in_words(path, self.language)] = row.at(key)
        return True

    def fill(self, row: Row, path: Path, without: Collection[Key] = ()) -> None:
        """The cells of a row that are fields of what it is about."""
        for column in columns(row.sheet.name):
            if column.key in row and column.models and column.key not in without:
                value = self.cell(row, column, (*path, *column.key))
                if value is not None:
                    self.put_cell((*path, *column.key), value, row.at(column.key))

    def cell(self, row: Row, column: Column, path: Path, key: Key | None = None) -> Scalar | list[Scalar] | None:
        """What a cell says; when it is wrong, nothing more is told of its path."""
        key = key or column.key
        told = len(self.problems.found)
        value = read_cell(row.cells[key], column, row.at(key), self.problems)
        if len(self.problems.found) > told:
            self.wrong.add(in_words(path, self.language))
        return value

    def text(self, row: Row, key: Key) -> str:
        """One of the cells that say what a row is about; empty when the cell is, or when it is wrong."""
        if key not in row:
            return ""
        value = read_cell(row.cells[key], row.sheet.column(key), row.at(key), self.problems)
        return value.text if isinstance(value, Scalar) else ""

    def needed(self, row: Row, key: Key) -> str:
        """The same for a cell that has to be filled in."""
        if key not in row:
            self.problems.add("sheet-missing", row.at(key), field=row.sheet.column(key).label(self.language))
        return self.text(row, key)
