"""Spreadsheets for tests: cases out and in again, and a workbook in which cells can be changed as an author does."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from exchange.cases import read
from mensenwerk.exchange.sheet import (
    lay_out,
    read_commas,
    read_sheets,
    read_workbook,
    told,
    write_commas,
    write_workbook,
)
from mensenwerk.model import ReadCase
from mensenwerk.problems import Language, Problems, ordered

SMALL: dict[Language, str] = {
    "nl": """\
taal: nl
versie: 1
id: de-bank
titel: De bank
middelpunt: {id: moeder, wie: de moeder, leeftijd: 30-39}
mensen:
  - {id: zus, wie: haar zus, kring: familie, betekenis: Ze lacht met haar., sinds: 12, banden: {sterkte: sterk}}
  - {id: oma, wie: haar oma, kring: [familie, buren], talenten: [koken, luisteren]}
wie_kent_wie: {groepen: [[zus, oma]], paren: {tussen: [zus, oma], band: goed}}
kaarten:
  - {id: begin, moment: aan tafel, wanneer: voorjaar, gezien_door: moeder}
  - {id: later, moment: na de zomer}
drempels: {soort: niet-tot-last, van: moeder, rond: zus}
verwachting: {wat: Dat ze belt., van: zus, besproken: ja}
kenmerken: {dichtheid: {beleving: vertrouwd}}
""",
    "en": """\
language: en
version: 1
id: the-bench
title: The bench
centre: {id: mother, who: the mother, age: 30-39}
people:
  - {id: sister, who: her sister, circle: family, meaning: They laugh., since: 12, ties: {strength: strong}}
  - {id: granny, who: her grandmother, circle: [family, neighbours], talents: [cooking, listening]}
who_knows_who: {groups: [[sister, granny]], pairs: {between: [sister, granny], bond: good}}
maps:
  - {id: start, moment: at the table, when: spring, seen_by: mother}
  - {id: later, moment: after summer}
dilemmas: {type: not-a-burden, holder: mother, around: sister}
expectations: {what: That she rings., of: sister, discussed: yes}
characteristics: {density: {experience: familiar}}
""",
}

Edit = Callable[[Workbook], None]


def data_of(text: str) -> tuple[dict[str, Any], Language]:
    found = read(text)
    return found.translation.data, found.document.language


def workbook(data: dict[str, Any], language: Language) -> bytes:
    return write_workbook(lay_out(data, language), language)


def through_workbook(data: dict[str, Any], language: Language) -> tuple[ReadCase | None, list[str]]:
    """A case out to a workbook and in again: the case, and what was told."""
    return from_workbook(workbook(data, language))


def from_workbook(raw: bytes, name: str = "casus.xlsx") -> tuple[ReadCase | None, list[str]]:
    problems = Problems()
    grids = read_workbook(raw, name, problems)
    found = None if problems.errors() else read_sheets(grids, name, problems)
    return found, [told(each) for each in ordered(problems.found)]


def through_commas(data: dict[str, Any], language: Language, folder: Path) -> tuple[ReadCase | None, list[str]]:
    """The same by way of a folder of CSV files."""
    folder.mkdir(exist_ok=True)
    for name, raw in write_commas(lay_out(data, language), language).items():
        (folder / name).write_bytes(raw)
    return from_commas(folder)


def from_commas(folder: Path) -> tuple[ReadCase | None, list[str]]:
    problems = Problems()
    grids = read_commas(folder, problems)
    found = None if problems.errors() else read_sheets(grids, folder.name, problems)
    return found, [told(each) for each in ordered(problems.found)]


def edited(edit: Edit, language: Language = "nl") -> bytes:
    """The small case as a workbook in which an author changed something."""
    book = load_workbook(io.BytesIO(workbook(*data_of(SMALL[language]))))
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def cell(book: Workbook, sheet: str, heading: str, row: int) -> Any:
    """The cell below a heading, in a row as a spreadsheet numbers it."""
    for each in book[sheet][1]:
        if each.value == heading:
            return book[sheet].cell(row, each.column)
    raise AssertionError(f"no heading {heading} on {sheet}")


def field(book: Workbook, label: str) -> Any:
    """The value beside a field on the sheet of the case itself."""
    sheet = book.worksheets[1]
    return next(sheet.cell(row, 2) for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == label)
