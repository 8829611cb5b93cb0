"""CSV files, alone, in a folder or in a zip → tables. Nothing is unpacked onto the disk, and all sizes have a limit."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mensenwerk.exchange.read.text import MAX_BYTES, bytes_of, text_of
from mensenwerk.problems import Problems, Span

_MAX_FILES = 1000
_MAX_TOGETHER = 8 * MAX_BYTES
_MAX_ROWS = 200_000
_SEPARATORS = ";,\t"
_ENDINGS = (".csv", ".tsv", ".txt")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BEGINS_WITH_CASE = re.compile(r"^.+_(?=(?:ego|(?:attributeList|edgeList|adjacencyMatrix)_.+)\.csv$)", re.IGNORECASE)
_OF_SYSTEMS = ("__MACOSX/", "desktop.ini", ".DS_Store")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file, and its values by column."""

    line: int
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file. `shown`: how messages name it."""

    shown: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def at(self, row: Row) -> Span:
        return Span(self.shown, row.line, 1)


def _shown(name: str) -> str:
    """How messages name a file: Network Canvas begins its names with that of a case, which may be someone's."""
    return _BEGINS_WITH_CASE.sub("…_", name)


def tables_in(path: Path, problems: Problems) -> list[Table]:
    """Every table in a file, a folder or a zip, in the order of their names."""
    tables: list[Table] = []
    together = 0
    for name, raw in _contents(path, problems):
        shown = _shown(name)
        together += len(raw)
        if together > _MAX_TOGETHER:
            problems.add("import-too-large", Span(path.name), limit=_MAX_TOGETHER // 1024 // 1024)
            return []
        text = text_of(raw, shown, problems)
        table = _table(text, shown, problems) if text is not None else None
        tables += [table] if table is not None else []
    if not tables and not problems.errors():
        problems.add("import-no-tables", Span(path.name))
    return tables


def _contents(path: Path, problems: Problems) -> Iterator[tuple[str, bytes]]:
    if path.is_symlink() or not path.is_dir():
        raw = bytes_of(path, path.name, problems, MAX_BYTES if path.suffix.lower() != ".zip" else _MAX_TOGETHER)
        if raw is not None and raw.startswith(_ZIP):
            yield from _unzipped(raw, path.name, problems)
        elif raw is not None:
            yield path.name, raw
        return
    files = sorted(each for each in path.iterdir() if _is_table(each.name))
    if len(files) > _MAX_FILES:
        problems.add("import-many-files", Span(path.name), limit=_MAX_FILES)
        return
    for file in files:
        raw = bytes_of(file, _shown(file.name), problems)
        if raw is not None:
            yield file.name, raw


def _unzipped(raw: bytes, shown: str, problems: Problems) -> Iterator[tuple[str, bytes]]:
    """What is in a zip, by the last part of each name: paths lead nowhere. No more is unpacked than is allowed,
    whatever the zip says of itself."""
    left = _MAX_TOGETHER
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            files = [each for each in archive.infolist() if not each.is_dir() and _is_table(each.filename)]
            if len(files) > _MAX_FILES:
                problems.add("import-many-files", Span(shown), limit=_MAX_FILES)
                return
            for each in sorted(files, key=lambda one: one.filename):
                with archive.open(each) as stream:
                    inside = stream.read(min(MAX_BYTES, left) + 1)
                left -= len(inside)
                if len(inside) > MAX_BYTES or left < 0:
                    problems.add("import-too-large", Span(shown), limit=MAX_BYTES // 1024 // 1024)
                    return
                yield each.filename.replace("\\", "/").rsplit("/", 1)[-1], inside
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):  # also: a password
        problems.add("import-zip", Span(shown))


def _is_table(name: str) -> bool:
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    hidden = last.startswith((".", "~")) or any(part in name for part in _OF_SYSTEMS)
    return last.lower().endswith(_ENDINGS) and not hidden


def _table(text: str, shown: str, problems: Problems) -> Table | None:
    first = text.lstrip("\n").split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    try:
        columns: tuple[str, ...] = ()
        rows: list[Row] = []
        for values in reader:
            if not any(each.strip() for each in values):
                continue
            if not columns:
                columns = tuple(each.strip() for each in values)
                if len(set(columns)) < len(columns):
                    problems.add("import-column-twice", Span(shown, reader.line_num, 1))
                    return None
            elif len(values) != len(columns):
                problems.add("import-row", Span(shown, reader.line_num, 1), columns=len(columns), found=len(values))
            elif len(rows) >= _MAX_ROWS:
                problems.add("import-rows", Span(shown, reader.line_num, 1), limit=_MAX_ROWS)
                return None
            else:
                rows.append(Row(reader.line_num, {c: v.strip() for c, v in zip(columns, values, strict=True)}))
    except csv.Error:
        problems.add("import-csv", Span(shown, reader.line_num, 1))
        return None
    if not columns:  # separators and nothing between them
        problems.add("import-empty", Span(shown))
        return None
    return Table(shown, columns, tuple(rows))
