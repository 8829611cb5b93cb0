"""Tables ↔ a folder of CSV files, one for each sheet. Written as spreadsheets here expect them (UTF-8 with its mark;
semicolons in Dutch, commas in English); read with either, and with or without the mark.

A text that a spreadsheet would take for a formula gets an apostrophe in front, which is taken away again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from mensenwerk.exchange.read.text import bytes_of, text_of
from mensenwerk.exchange.sheet.cells import Raw
from mensenwerk.exchange.sheet.grid import MAX_COLUMNS, MAX_ROWS, Grid
from mensenwerk.exchange.sheet.lay_out import Table
from mensenwerk.exchange.sheet.plan import sheet_name
from mensenwerk.exchange.sheet.wording import explanation
from mensenwerk.problems import Language, Problems, Span

_MAX_FILES = 100
_BETWEEN: dict[Language, str] = {"nl": ";", "en": ","}
_SEPARATORS = ";,\t"
_SAID_FIRST = re.compile(r"sep=(.)\n", re.IGNORECASE)
"""How a CSV file tells a spreadsheet what stands between its values."""

_RUN_BY_A_SPREADSHEET = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def write_commas(tables: Sequence[Table], language: Language, first_lines: Iterable[str] = ()) -> dict[str, bytes]:
    """The files of a folder by their names."""
    told = [[line] for line in (*first_lines, *explanation(language))]
    files = {_file(sheet_name("explanation", language)): _csv(told, language)}
    for table in tables:
        files[_file(table.title)] = _csv([table.head, *table.told, *table.rows], language)
    return files


def _file(title: str) -> str:
    return f"{title.replace(' ', '-')}.csv"


def _csv(rows: Iterable[Sequence[object]], language: Language) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=_BETWEEN[language], lineterminator="\r\n")
    writer.writerows([_kept("" if value is None else str(value)) for value in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _kept(text: str) -> str:
    return f"'{text}" if _RUN_BY_A_SPREADSHEET.match(text) else text


def _given(text: str) -> str:
    return text[1:] if text.startswith("'") and _RUN_BY_A_SPREADSHEET.match(text) else text


def read_commas(folder: Path, problems: Problems) -> list[Grid]:
    """The sheets in a folder: each file in it that ends in .csv."""
    try:
        files = sorted(each for each in folder.iterdir() if each.suffix.lower() == ".csv" and each.name[0] not in ".~")
    except OSError:
        problems.add("unreadable", Span(folder.name))
        return []
    if len(files) > _MAX_FILES:
        problems.add("import-many-files", Span(folder.name), limit=_MAX_FILES)
        return []
    if not files:
        problems.add("sheet-no-csv", Span(folder.name))
    found = (_read(file, f"{folder.name}/{file.name}", problems) for file in files)
    return [grid for grid in found if grid is not None]


def _read(file: Path, shown: str, problems: Problems) -> Grid | None:
    raw = bytes_of(file, shown, problems)
    text = text_of(raw, shown, problems) if raw is not None else None
    if text is None:
        return None
    said = _SAID_FIRST.match(text)
    first = text.lstrip("\n").split("\n", 1)[0]
    separator = said[1] if said else max(_SEPARATORS, key=first.count)
    rows: dict[int, Mapping[int, Raw]] = {}
    reader = csv.reader(io.StringIO(text[said.end() :] if said else text), delimiter=separator, strict=True)
    number = 0
    try:
        for number, values in enumerate(reader, start=1):
            cells = {place: Raw(_given(value)) for place, value in enumerate(values, start=1) if value.strip()}
            if number > MAX_ROWS or len(values) > MAX_COLUMNS:
                problems.add("sheet-far", Span(shown, min(number, MAX_ROWS), 1))
                return None
            if cells:
                rows[number] = cells
    except csv.Error:
        problems.add("import-csv", Span(shown, number + 1, 1))
        return None
    return Grid(file.stem.replace("-", " "), shown, 0, rows)
