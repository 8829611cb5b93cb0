"""Whatever stands in a spreadsheet, and whichever program saved it: it is read, or its faults are told."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape, unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.cases import EVERY_FIELD
from exchange.sheets import data_of, from_workbook, workbook
from mensenwerk.exchange.sheet import Grid, lay_out, read_sheets, told
from mensenwerk.exchange.sheet.cells import Raw
from mensenwerk.problems import Problems

TOKEN = "zebraxq"  # noqa: S105 - a word that occurs nowhere else
_DATA, _ = data_of(EVERY_FIELD.read_text(encoding="utf-8"))
_TABLES = lay_out(_DATA, "en")
_SHEETS = [table.title for table in _TABLES]

_values = st.sampled_from(
    [
        *(
            "",
            TOKEN,
            "#",
            "yes",
            "no",
            "all",
            "sister",
            "mother",
            "later",
            "beside-later",
            "start",
            "(nothing)",
            "=A1",
            "1",
        ),
        *(
            "x" * 400,
            "people / sister / talents",
            "centre / mother",
            "maps / 1",
            "a, b; c",
            "2026-05-01",
            "size",
            "other",
        ),
    ]
)
_kinds = st.sampled_from(["text", "text", "text", "number", "date", "truth", "formula", "error"])
_cells = st.tuples(st.sampled_from(_SHEETS), st.integers(1, 14), st.integers(1, 30), _values, _kinds)
_titles = st.lists(st.tuples(st.sampled_from(_SHEETS), st.sampled_from([*_SHEETS, TOKEN, "mensen", "…"])), max_size=2)


@settings(max_examples=300)
@given(st.lists(_cells, max_size=8), _titles)
def test_a_spreadsheet_changed_anywhere_is_read_or_its_faults_are_told(
    cells: list[tuple[str, int, int, str, str]], titles: list[tuple[str, str]]
) -> None:
    rows = {
        table.title: {
            number: {place: Raw(str(value)) for place, value in enumerate(row, start=1) if value is not None}
            for number, row in enumerate([table.head, *table.told, *table.rows], start=1)
        }
        for table in _TABLES
    }
    for sheet, row, column, value, kind in cells:
        if value:
            rows[sheet].setdefault(row, {})[column] = Raw(value, kind)  # type: ignore[arg-type]
        else:
            rows[sheet].get(row, {}).pop(column, None)
    renamed = dict(titles)
    grids = [
        Grid(renamed.get(title, title), "case.xlsx", number, {row: filled for row, filled in each.items() if filled})
        for number, (title, each) in enumerate(rows.items(), start=1)
        if renamed.get(title) != "…"
    ]
    problems = Problems("en")
    found = read_sheets(grids, "case.xlsx", problems)
    lines = [told(problem) for problem in problems.found]
    assert (found is None) is bool(problems.errors())
    assert TOKEN not in "\n".join(lines)
    assert "stand-in" not in "\n".join(lines)
    assert all(line.startswith("case.xlsx") for line in lines)


def _text(text: str) -> str:
    return f"<t xml:space='preserve'>{escape(text)}</t>"


def test_a_workbook_that_keeps_its_texts_in_one_place_is_read_as_well() -> None:
    """As Excel and LibreOffice save it: texts shared, some of them in several runs of letters."""
    shared: list[str] = []

    def share(cell: re.Match[str]) -> str:
        text = unescape(cell["text"])
        half = len(text) // 2
        runs = "".join(f"<r>{_text(each)}</r>" for each in (text[:half], text[half:]))
        shared.append(f"<si>{runs if len(shared) % 2 else _text(text)}</si>")
        return f'<c {cell["more"]} t="s"><v>{len(shared) - 1}</v></c>'

    inline = re.compile(r'<c (?P<more>[^>]*?) t="inlineStr"><is><t[^>]*>(?P<text>[^<]*)</t></is></c>')
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(_DATA, "en"))) as old, zipfile.ZipFile(stream, "w") as new:
        parts = {name: old.read(name).decode() for name in old.namelist() if "sharedStrings" not in name}
        parts = {name: inline.sub(share, text) if "/sheet" in name else text for name, text in parts.items()}
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{"".join(shared)}</sst>'
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
        told_of = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", told_of)
        for name, text in parts.items():
            new.writestr(name, text)
    assert len(shared) > 200
    found, said = from_workbook(stream.getvalue())
    assert (said, found and found.translation.data) == ([], _DATA)
