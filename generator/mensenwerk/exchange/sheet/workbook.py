"""Tables ↔ an xlsx workbook. The only importer of openpyxl.

Every cell is text, so that a spreadsheet makes no date of 10-14, no number of an id and no formula of a text. What
comes in is looked at before it is unpacked: how much it is, and that no part defines entities of its own.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any, cast

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from mensenwerk.exchange.sheet.cells import Kind, Raw, Value
from mensenwerk.exchange.sheet.grid import MAX_COLUMNS, MAX_ROWS, Grid
from mensenwerk.exchange.sheet.lay_out import Table
from mensenwerk.exchange.sheet.plan import ABOUT, MAP, MEMBERS, OTHER, VALUE, WHO, Column, case_rows, sheet_name, shown
from mensenwerk.exchange.sheet.wording import explanation, say
from mensenwerk.model import vocabulary
from mensenwerk.model.shape import definitions
from mensenwerk.problems import Language, Problems, Span

MAX_BYTES = 8 * 1024 * 1024
MAX_UNPACKED = 64 * 1024 * 1024
_MAX_PARTS = 500
_MAX_MARKS = 1_000_000
"""Elements of all parts together, begins and ends: openpyxl takes some microseconds for each, also for an empty one."""
_LAST_ROW = 500
"""How far the lists to choose from go down."""

_TEXT = "@"
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPES = re.compile(r"_x(005F|000D|000A|0009)_", re.IGNORECASE)
_HEAD = PatternFill("solid", fgColor="E6E1D6")
_LONG, _WIDE, _NARROW = 60, 34, 18
_OLD = b"\xd0\xcf\x11\xe0"
_OWN_ENTITIES = [
    f"<!{word}".encode(code) for word in ("DOCTYPE", "ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
]
"""By which a part of a workbook that is made to harm is known; no spreadsheet writes them."""
_KINDS: dict[str, Kind] = {"n": "number", "d": "date", "b": "truth", "f": "formula", "e": "error"}


def write_workbook(tables: Sequence[Table], language: Language, first_lines: Iterable[str] = ()) -> bytes:
    """The bytes of a workbook. `first_lines`: what is said before the explanation."""
    book = Workbook()
    book.properties.creator = "Mensenwerk"
    book.remove(book.worksheets[0])
    _explain(book.create_sheet(sheet_name("explanation", language)), [*first_lines, *explanation(language)])
    for table in tables:
        _table(book.create_sheet(table.title), table)
    lists = _words(book.create_sheet(sheet_name("words", language)), language)
    for table in tables:
        _choices(book[table.title], table, lists, {each.name: each for each in tables}, language)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _explain(sheet: Worksheet, lines: Sequence[str]) -> None:
    sheet.column_dimensions["A"].width = 110
    for number, line in enumerate(lines, start=1):
        cell = _put(sheet, number, 1, line)
        cell.font = Font(bold=number == 1, size=14 if number == 1 else 11)


def _table(sheet: Worksheet, table: Table) -> None:
    for place, column in enumerate(table.columns, start=1):
        width = _LONG if column.long else _WIDE if column.several or column.key == VALUE else _NARROW
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = width
        dimension.number_format = _TEXT
    above = 1 + len(table.told)
    for number, row in enumerate([table.head, *table.told, *table.rows], start=1):
        for place, value in enumerate(row, start=1):
            if value is not None:
                cell = _put(sheet, number, place, value)
                if number == 1:
                    cell.font, cell.fill = Font(bold=True), _HEAD
                elif number <= above:
                    cell.font = Font(italic=True, color="595959")
    sheet.freeze_panes = f"B{min(above, 2) + 1}"


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> Cell:
    """A cell with a number, or with a text that stays one, whatever it begins with."""
    cell = cast(Cell, sheet.cell(row, column))
    if isinstance(value, int):
        cell.value = value
    else:
        cell.value = _ESCAPED.sub("_x005F_", value)
        cell.data_type = "s"
        cell.number_format = _TEXT
        if value.startswith(("=", "+", "-", "@")):
            cell.quotePrefix = True  # also after someone has edited it
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _words(sheet: Worksheet, language: Language) -> dict[str, str]:
    """The words to choose from, a column for each list; gives the cells of each list by its name."""
    names = sorted({"Yes", *(name for name, node in definitions().items() if "enum" in node and _of_a_case(name))})
    lists: dict[str, str] = {}
    for place, name in enumerate([*names, "@about"], start=1):
        words = [shown(word) for word in _list(name, language)]
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = 30
        for number, word in enumerate(words, start=1):
            _put(sheet, number, place, word)
        lists[name] = f"{quote_sheetname(sheet.title)}!${letter}$1:${letter}${len(words)}"
    return lists


def _of_a_case(name: str) -> bool:
    return name not in ("EditionKind", "ConversationForm", "CouncilRole")


def _list(name: str, language: Language) -> list[str]:
    if name == "@about":
        fields = definitions()["Characteristics"]["properties"]
        return [vocabulary.field_word("Characteristics", each).word(language) for each in fields]
    return list(vocabulary.values(name, language))


def _choices(
    sheet: Worksheet, table: Table, lists: dict[str, str], tables: dict[str, Table], language: Language
) -> None:
    """Lists to choose from: words of the program, and the ids of people and maps that the author gave."""
    begin = 2 + len(table.told)
    if table.name == "case":
        for number, each in enumerate(case_rows(), start=2):
            if each.words:
                _choose(sheet, lists[each.words], f"B{number}", language, strict=True)
        return
    for place, column in enumerate(table.columns, start=1):
        letter = get_column_letter(place)
        cells = f"{letter}{begin}:{letter}{_LAST_ROW}"
        words = "@about" if column.key == ABOUT else column.words
        refers = _refers(column)
        if words:
            _choose(sheet, lists[words], cells, language, strict=not column.several and not column.numeric)
        elif refers:
            title = quote_sheetname(tables[refers].title)
            first = 2 + len(tables[refers].told)
            _choose(sheet, f"{title}!$A${first}:$A${_LAST_ROW}", cells, language, strict=False)


def _refers(column: Column) -> str | None:
    """The sheet of whose ids a column holds one."""
    if column.key in (MAP, ("map",), ("beside",)):
        return "maps"
    is_ref = column.item.get("description") == "ref" and column.key != MEMBERS
    return "people" if is_ref or column.key in (WHO, OTHER) else None


def _choose(sheet: Worksheet, source: str, cells: str, language: Language, *, strict: bool) -> None:
    rule = DataValidation(type="list", formula1=source, allow_blank=True)
    rule.showErrorMessage = strict
    if strict:
        rule.errorTitle, rule.error = say("choose_title", language), say("choose", language)
    rule.add(cells)
    sheet.add_data_validation(rule)


def read_workbook(raw: bytes, file: str, problems: Problems) -> list[Grid]:
    """The sheets of a workbook; none, with the reason noted, when it cannot be read or is not to be trusted."""
    if not _is_fit(raw, file, problems):
        return []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of drawings, styles and rules that openpyxl leaves aside
            book: Any = load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
            grids = [_grid(sheet, file, number, problems) for number, sheet in enumerate(book.worksheets, start=1)]
            book.close()
    except Exception:  # a file that was made to be wrong makes openpyxl raise anything
        problems.add("sheet-unreadable", Span(file))
        return []
    return grids


def _is_fit(raw: bytes, file: str, problems: Problems) -> bool:
    if raw.startswith(_OLD):
        problems.add("sheet-old", Span(file))
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            left, marks = MAX_UNPACKED, 0
            if len(parts) > _MAX_PARTS:
                problems.add("sheet-unreadable", Span(file))
                return False
            for part in parts:
                with archive.open(part) as stream:
                    inside = stream.read(left + 1)
                left -= len(inside)
                if left < 0:
                    problems.add("sheet-large", Span(file), limit=MAX_UNPACKED // 1024 // 1024)
                    return False
                marks += inside.count(b"<")
                if marks > _MAX_MARKS:
                    problems.add("sheet-many", Span(file))
                    return False
                if any(sign in inside for sign in _OWN_ENTITIES):
                    problems.add("sheet-unreadable", Span(file))
                    return False
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        problems.add("sheet-unreadable", Span(file))
        return False
    return True


def _grid(sheet: Any, file: str, number: int, problems: Problems) -> Grid:
    sheet.reset_dimensions()  # what a file says of its own size is not always so
    rows: dict[int, dict[int, Raw]] = {}
    grid = Grid(sheet.title, file, number, rows)
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
                continue
            if cell.row > MAX_ROWS or cell.column > MAX_COLUMNS:
                place = Span(
                    grid.place(None, problems.language), min(cell.row, MAX_ROWS), min(cell.column, MAX_COLUMNS)
                )
                problems.add("sheet-far", place)
                return grid
            rows.setdefault(cell.row, {})[cell.column] = _raw(cell)
    return grid


def _raw(cell: Any) -> Raw:
    value = cell.value
    if isinstance(value, bool):
        return Raw(str(int(value)), "truth")
    if isinstance(value, str) and cell.data_type not in ("f", "e"):
        return Raw(_ESCAPES.sub(lambda found: chr(int(found[1], 16)), value).replace("\r\n", "\n").replace("\r", "\n"))
    kind: Kind = "date" if cell.is_date else _KINDS.get(cell.data_type, "error")
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
    return Raw(str(int(value)) if whole else str(value), kind)
