"""A case goes out to a spreadsheet and comes in again the same, whatever stands in it, in both languages and kinds."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from commands import ROOT
from exchange.cases import EVERY_FIELD
from exchange.sheets import data_of, from_commas, from_workbook, through_commas, through_workbook, workbook
from mensenwerk.exchange.read import spell
from mensenwerk.exchange.sheet import in_order, lay_out, write_commas
from mensenwerk.exchange.sheet.rest import node_at
from mensenwerk.model import read_case
from mensenwerk.problems import Language, Problems
from mensenwerk.source import read_text

_WHOLE, _ = data_of(EVERY_FIELD.read_text(encoding="utf-8"))
_CASES = sorted((ROOT / "content" / "cases").glob("*.yaml"))


def in_dutch() -> dict[str, Any]:
    """The case with every field, written in Dutch and read again."""
    return data_of(spell({**_WHOLE, "language": "nl"}, "nl"))[0]


def test_every_field_in_dutch_is_every_field() -> None:
    assert {**in_dutch(), "language": "en"} == _WHOLE


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_survives_a_workbook(language: Language) -> None:
    data = _WHOLE if language == "en" else in_dutch()
    found, told = through_workbook(data, language)
    assert told == []
    assert found is not None
    assert found.translation.data == data
    assert found.case == found.case.model_validate(data)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_survives_a_folder_of_csv_files(language: Language, tmp_path: Path) -> None:
    data = _WHOLE if language == "en" else in_dutch()
    found, told = through_commas(data, language, tmp_path)
    assert told == []
    assert found is not None
    assert found.translation.data == data


@pytest.mark.parametrize("file", _CASES, ids=lambda file: file.stem)
def test_a_sample_case_survives_both_and_its_new_case_file(file: Path, tmp_path: Path) -> None:
    data, language = data_of(file.read_text(encoding="utf-8"))
    for found, told in (through_workbook(data, language), through_commas(data, language, tmp_path)):
        assert told == []
        assert found is not None
        assert found.translation.data == data
    assert data_of(spell(in_order(data), language))[0] == data


def test_only_what_the_program_itself_writes_down_has_no_place_in_a_table() -> None:
    rest = next(table for table in lay_out(_WHOLE, "en") if table.name == "rest")
    assert {str(row[0]).rsplit(" / ", 1)[0] for row in rest.rows} == {"publication / let pass / 1"}


_NASTY = [
    *("=1+1", "+31", "-zij belt", "@huis", "'t is goed", "'=x", "''", "# geen uitleg", "(niets)", "(nothing)"),
    *("a; b", "a, b", "a\nb", "a\n\nb", "koken;", "2026-05-01", "10-14", "0123", "1e5", "TRUE", "null", "no"),
    *(
        "a,b;c\td",
        "<b>&amp;</b>",
        "=cmd|' /C calc'!A0",
        "é ï ’ …",
        "｛全角｝",
        "＝１",
        "x" * 300,
        "{a: b}",
        "- a",
        "a: b",
    ),
    *("| a", '"a"', "_x000D_ en _x0041_"),
]
_texts = st.sampled_from(_NASTY) | st.text(
    st.characters(blacklist_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co"]), min_size=1, max_size=40
)


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*path, key), each
        yield from _places(each, (*path, key))


_FREE = [path for path, value in _places(_WHOLE) if isinstance(value, str) and "maxLength" in str(node_at(path))]
_PARTS = [path for path, value in _places(_WHOLE) if isinstance(value, list | dict)]
_written = st.lists(st.tuples(st.sampled_from(_FREE), _texts), max_size=6)
_emptied = st.lists(st.tuples(st.sampled_from(_PARTS), st.sampled_from(["empty", "gone"])), max_size=1)


def _changed(changes: list[tuple[Any, str]], emptied: list[tuple[Any, str]]) -> dict[str, Any] | None:
    """The case with every field, with other texts and without some parts, when it still is a case."""
    case = json.loads(json.dumps(_WHOLE))
    for path, new in (*changes, *emptied):
        try:
            around = case
            for part in path[:-1]:
                around = around[part]
            if (path, new) in changes:
                around[path[-1]] = new
            elif new == "gone":
                del around[path[-1]]
            else:
                around[path[-1]] = type(around[path[-1]])()
        except (KeyError, IndexError, TypeError):
            continue
    problems = Problems("en")
    document = read_text(spell(case, "en").encode(), "case.yaml", problems)
    read = read_case(document, problems) if document else None
    return read.translation.data if read else None


@settings(max_examples=120)
@given(_written, _emptied)
def test_whatever_stands_in_a_case_survives(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Any], emptied: list[Any]
) -> None:
    data = _changed(changes, emptied)
    assume(data is not None)
    assert data is not None
    found, told = through_workbook(data, "en")
    assert (told, found and found.translation.data) == ([], data)
    found, told = through_commas(data, "en", tmp_path_factory.mktemp("csv"))
    assert (told, found and found.translation.data) == ([], data)
    assert data_of(spell(in_order(data), "en"))[0] == data


@pytest.mark.parametrize("text", _NASTY)
@pytest.mark.parametrize(
    "path", [("lead",), ("people", 0, "talents", 0), ("people", 0, "ties", 0, "word"), ("maps", 0, "noticed")]
)
def test_a_text_that_a_spreadsheet_would_read_as_something_else_survives(
    text: str, path: tuple[str | int, ...], tmp_path: Path
) -> None:
    case = json.loads(json.dumps(_WHOLE))
    around = case
    for part in path[:-1]:
        around = around[part]
    limit = {"word": 60, 0: 300}.get(path[-1], 6000)  # type: ignore[call-overload]
    around[path[-1]] = " ".join(text.split()) if limit <= 300 else text
    if len(around[path[-1]]) > limit:
        return
    for found, told in (through_workbook(case, "en"), through_commas(case, "en", tmp_path)):
        assert (told, found and found.translation.data) == ([], case)
    assert data_of(spell(in_order(case), "en"))[0] == case


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_of_a_workbook_is_a_formula(sign: str) -> None:
    data = {**_WHOLE, "lead": f"{sign}SUM(A1)"}
    book = load_workbook(io.BytesIO(workbook(data, "en")))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    (lead,) = [cell for cell in cells if cell.value == f"{sign}SUM(A1)"]
    assert lead.data_type == "s"
    assert lead.quotePrefix
    assert {cell.data_type for cell in cells} <= {"s", "n"}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
def test_no_cell_of_a_csv_file_begins_as_a_formula_does(sign: str) -> None:
    files = write_commas(lay_out({**_WHOLE, "lead": f"{sign}SUM(A1)"}, "nl"), "nl")
    cells = [
        cell
        for raw in files.values()
        for row in csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";")
        for cell in row
    ]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝"))] == []
    assert f"'{sign}SUM(A1)" in cells


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("mark", ["utf-8", "utf-8-sig"])
def test_csv_files_are_read_with_any_separator_and_with_or_without_the_mark(
    separator: str, mark: str, tmp_path: Path
) -> None:
    for name, raw in write_commas(lay_out(_WHOLE, "en"), "en").items():
        stream = io.StringIO()
        rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
        csv.writer(stream, delimiter=separator).writerows(rows)
        (tmp_path / name).write_bytes(stream.getvalue().encode(mark))
    found, told = from_commas(tmp_path)
    assert (told, found and found.translation.data) == ([], _WHOLE)


def test_csv_files_that_say_their_separator_are_read(tmp_path: Path) -> None:
    for name, raw in write_commas(lay_out(_WHOLE, "en"), "en").items():
        (tmp_path / name).write_bytes(b"sep=,\r\n" + raw.removeprefix(b"\xef\xbb\xbf"))
    found, told = from_commas(tmp_path)
    assert (told, found and found.translation.data) == ([], _WHOLE)


def test_columns_and_rows_may_be_moved_about_and_empty_rows_put_in_between() -> None:
    book = load_workbook(io.BytesIO(workbook(_WHOLE, "en")))
    for name in ("people", "ties", "case"):
        sheet = book[name]
        width = sheet.max_column
        for row in range(1, sheet.max_row + 1):
            values = [sheet.cell(row, column).value for column in range(1, width + 1)]
            first = values[0] if str(values[0] or "").startswith("#") else None  # an explanation begins its row
            for column, value in enumerate(reversed(values), start=1):
                sheet.cell(row, column).value = value
            if first:
                sheet.cell(row, 1).value = first
        sheet.insert_rows(4)
    stream = io.BytesIO()
    book.save(stream)
    found, told = from_workbook(stream.getvalue())
    assert (told, found and found.translation.data) == ([], _WHOLE)
