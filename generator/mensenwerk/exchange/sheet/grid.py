"""The filled cells of a sheet, whatever file it is in; and how a place is told: `casus.xlsx, blad «mensen», cel F4`.

A problem about a cell has the row as its line. A message never repeats what stands in a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mensenwerk.exchange.sheet.cells import Raw
from mensenwerk.exchange.sheet.plan import NOT_READ, Name, sheet_name
from mensenwerk.exchange.sheet.wording import say
from mensenwerk.problems import Language, Problem, Span

MAX_ROWS = 5000
MAX_COLUMNS = 120


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its title, its file, its number in a file with several (0: it is a file of its own), and its cells by
    row and column, both from 1."""

    title: str
    file: str
    number: int
    rows: Mapping[int, Mapping[int, Raw]]

    def place(self, name: Name | None, language: Language) -> str:
        """How messages name this sheet: by our name for it, never by one that we do not know."""
        if not self.number:
            return self.file
        if name is None:
            return say("a_sheet", language, file=self.file, number=self.number)
        return say("at_sheet", language, file=self.file, sheet=sheet_name(name, language))

    def read_rows(self) -> list[tuple[int, Mapping[int, Raw]]]:
        """The rows that are not for people alone."""
        return [
            (number, row)
            for number, row in sorted(self.rows.items())
            if not row[min(row)].text.lstrip().startswith(NOT_READ) or min(row) > 1
        ]


def told(problem: Problem) -> str:
    """A problem with its place as people find it in a spreadsheet."""
    span: Span = problem.span
    said = f"{problem.message()} {problem.hint()}".strip()
    if not span.line:
        return say("at_whole", problem.language, place=span.file, said=said)
    cell = f"{letters(span.column)}{span.line}"
    return say("at_cell", problem.language, place=span.file, cell=cell, said=said)


def letters(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    made = ""
    while column:
        column, rest = divmod(column - 1, 26)
        made = chr(ord("A") + rest) + made
    return made or "A"
