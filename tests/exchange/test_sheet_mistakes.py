"""What people do wrong in a spreadsheet is told at its cell, in their language, all at once, without their words."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from exchange.sheets import (
    SMALL,
    Edit,
    cell,
    data_of,
    edited,
    field,
    from_commas,
    from_workbook,
    through_commas,
    workbook,
)
from mensenwerk.exchange.sheet.grid import MAX_ROWS, letters

TOKEN = "zebraxq"  # noqa: S105 - a word that occurs nowhere else


def _at(sheet: str, heading: str, row: int, value: Any) -> Edit:
    def edit(book: Workbook) -> None:
        cell(book, sheet, heading, row).value = value

    return edit


def _field(label: str, value: Any) -> Edit:
    def edit(book: Workbook) -> None:
        field(book, label).value = value

    return edit


def _row(sheet: str, **values: Any) -> Edit:
    """A new row at the bottom of a sheet, its cells by heading (`_` for a space)."""

    def edit(book: Workbook) -> None:
        last = book[sheet].max_row + 1
        for heading, value in values.items():
            cell(book, sheet, heading.replace("_", " "), last).value = value

    return edit


def _heading(sheet: str, column: int, value: str | None) -> Edit:
    def edit(book: Workbook) -> None:
        book[sheet].cell(1, column).value = value

    return edit


def _sheet(name: str) -> Edit:
    def edit(book: Workbook) -> None:
        book.create_sheet(name)["A1"] = TOKEN

    return edit


def _rename(old: str, new: str) -> Edit:
    def edit(book: Workbook) -> None:
        book[old].title = new

    return edit


def _both(*edits: Edit) -> Edit:
    def edit(book: Workbook) -> None:
        for each in edits:
            each(book)

    return edit


OF_AN_ID = ("no id", "an id with a capital")
"""Whoever refers to that person is told as well."""

MISTAKES: dict[str, tuple[Edit, str, str]] = {
    "a date for an age": (_at("mensen", "leeftijd", 3, dt.datetime(2026, 10, 14)), "«mensen», cel U3", "datum"),
    "a month that became a date": (
        _field("publicatie: volgende beoordeling", dt.datetime(2026, 5, 1)),
        "«casus», cel B",
        "datum",
    ),
    "a date as text": (_at("mensen", "leeftijd", 3, "14-okt"), "«mensen», cel U3", "datum"),
    "a number for a text": (_at("mensen", "betekenis", 4, 31), "«mensen», cel E4", "getal"),
    "a fraction for a number": (_at("mensen", "sinds", 4, 1.5), "«mensen»", "heel getal"),
    "a truth value for a text": (_at("mensen", "betekenis", 4, True), "«mensen», cel E4", "WAAR"),
    "a formula": (_at("mensen", "betekenis", 4, "=A1"), "«mensen», cel E4", "formule"),
    "a word of a list": (_at("mensen", "cirkel", 4, TOKEN), "«mensen», cel I4", "Kies uit: binnenste"),
    "a word almost of a list": (_at("banden", "sterkte", 3, "sterck"), "«banden», cel D3", "Bedoelde u «sterk»"),
    "one of several words": (_at("mensen", "kring", 5, f"familie, {TOKEN}"), "«mensen», cel G5", "Kies uit: familie"),
    "an exact age": (_at("mensen", "leeftijd", 3, "34"), "«mensen», cel U3", "leeftijdsgroep"),
    "a full date on a map": (_at("kaarten", "wanneer", 3, "3-5-2026"), "«kaarten», cel C3", "volledige datum"),
    "an id with a capital": (_at("mensen", "id", 5, "Oma"), "«mensen», cel A5", "kleine letters"),
    "no id": (_at("mensen", "id", 5, None), "«mensen», cel A5", "ontbreekt «id»"),
    "nobody's name": (_at("mensen", "wie", 5, None), "«mensen», cel A5", "ontbreekt «wie»"),
    "no title": (_field("titel", None), "«casus», cel B5", "ontbreekt «titel»"),
    "nobody in the centre": (_at("mensen", "middelpunt", 3, None), "«mensen»", "Niemand staat in het midden"),
    "a word for yes": (_at("mensen", "middelpunt", 3, TOKEN), "«mensen», cel C3", "Kies uit: ja, nee"),
    "an unknown person in a tie": (_at("banden", "wie", 3, TOKEN), "«banden», cel A3", "niet in deze casus"),
    "almost a person in a tie": (
        _at("banden", "wie", 3, "zuss"),
        "«banden», cel A3",
        "op regel 4 van het blad «mensen»",
    ),
    "a tie with someone around": (_at("banden", "met", 3, "oma"), "«banden», cel B3", "niet in het midden"),
    "nobody in a tie": (_row("banden", sterkte="sterk"), "«banden», cel A4", "ontbreekt «wie»"),
    "a pair with the centre": (_at("wie kent wie", "en wie", 3, "moeder"), "«wie kent wie», cel B3", "eromheen"),
    "half a pair": (_at("wie kent wie", "en wie", 3, None), "«wie kent wie», cel B3", "ontbreekt «en wie»"),
    "a pair twice": (_row("wie kent wie", wie="oma", en_wie="zus"), "«wie kent wie», cel A4", "staat er al"),
    "a group of one": (_at("groepen", "wie", 3, "zus"), "«groepen», cel A3", "te weinig"),
    "an unknown map": (_row("mensen", id="zus", kaart=TOKEN, wie="haar zus"), "«mensen», cel B6", "bestaat niet"),
    "a later row without a first": (
        _row("mensen", id=TOKEN, kaart="later", komt="ja"),
        "«mensen», cel A6",
        "hoe het eerst was",
    ),
    "the same moment twice": (
        _both(_row("mensen", id="zus", kaart="later", cirkel="rand"), _row("mensen", id="zus", kaart="later")),
        "«mensen», cel B7",
        "regel 6 ook al",
    ),
    "the same person twice": (_row("mensen", id="zus", wie="nog een zus"), "«mensen», cel A6", "Vul dan de kaart in"),
    "what does not change": (
        _row("mensen", id="zus", kaart="later", soort="groep"),
        "«mensen», cel W6",
        "verandert niet",
    ),
    "what only changes": (_at("mensen", "weg", 4, "ja"), "«mensen», cel AB4", "latere kaart"),
    "a change in a pair that is not there": (
        _row("wie kent wie", wie="zus", en_wie="moeder", kaart="later"),
        "«wie kent wie», cel A4",
        "hoe het eerst was",
    ),
    "an unknown heading": (_heading("mensen", 5, TOKEN), "«mensen», cel E1", "Dit kopje kennen we hier niet"),
    "an almost known heading": (_heading("mensen", 5, "betekennis"), "«mensen», cel E1", "Bedoelde u «betekenis»"),
    "no heading": (_heading("mensen", 5, None), "«mensen», cel E4", "geen kopje"),
    "a heading twice": (_heading("mensen", 5, "wie"), "«mensen», cel E1", "hetzelfde kopje"),
    "no headings at all": (lambda book: book["banden"].delete_rows(1, 2), "«banden», cel A1", "geen kopjes"),
    "an unknown sheet": (_sheet(TOKEN), "casus.xlsx, blad 13", "zou verloren gaan"),
    "an almost known sheet": (_rename("banden", "band"), "casus.xlsx, blad 4", "Bedoelde u «banden»"),
    "another language": (_field("taal", "en"), "«casus», cel B2", "andere taal"),
    "an unknown field": (_row("casus", veld=TOKEN, waarde="x"), "«casus», cel A29", "Dit veld kennen we niet"),
    "an almost known field": (_row("casus", veld="titell", waarde="x"), "«casus», cel A29", "Bedoelde u «titel»"),
    "a field twice": (_row("casus", veld="titel", waarde="x"), "«casus», cel A29", "regel 5 ook al"),
    "a value without a field": (_row("casus", waarde="x"), "«casus», cel A29", "ontbreekt «veld»"),
    "an unknown characteristic": (_at("kenmerken", "kenmerk", 3, TOKEN), "«kenmerken», cel A3", "Kies uit: omvang"),
    "a kind of threshold": (_at("drempels", "soort", 3, TOKEN), "«drempels», cel A3", "Kies uit: slechte-ervaring"),
    "nobody to expect it of": (_at("verwachting", "van", 3, TOKEN), "«verwachting», cel A3", "het blad «mensen»"),
    "a way that leads nowhere": (_row("rest", veld=TOKEN, waarde="x"), "«rest», cel A3", "leidt nergens heen"),
    "a way to what is there": (_row("rest", veld="titel", waarde="x"), "«rest», cel A3", "ander blad ook al"),
    "a text that is too long": (_at("mensen", "wie", 4, TOKEN * 20), "«mensen», cel D4", "te lang"),
    "an unseen character": (_at("mensen", "betekenis", 4, f"{TOKEN}\u202e"), "«mensen», cel E4", "onzichtbaar teken"),
    "something far away": (
        lambda book: book["mensen"].__setitem__("A9000", TOKEN),
        "casus.xlsx, blad 3",
        "veel verder",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_at_its_cell_with_what_to_do(name: str) -> None:
    edit, place, said = MISTAKES[name]
    found, told = from_workbook(edited(edit))
    assert found is None
    assert [line for line in told if place in line and said in line], told
    assert TOKEN not in "\n".join(told)
    assert len(told) <= (3 if name in OF_AN_ID else 2), told


@pytest.mark.parametrize("edit", [_at("mensen", "wie", 5, "=A1"), _field("titel", 31)])
def test_a_cell_that_is_wrong_is_not_told_to_be_missing_too(edit: Edit) -> None:
    _, told = from_workbook(edited(edit))
    assert len(told) == 1
    assert "ontbreekt" not in told[0]


def test_all_mistakes_are_told_at_once() -> None:
    def edit(book: Workbook) -> None:
        _at("mensen", "cirkel", 4, "ver")(book)
        _at("banden", "sterkte", 3, "heel erg")(book)
        _field("publicatie: volgende beoordeling", "mei")(book)
        _at("kaarten", "wanneer", 3, "3-5-2026")(book)

    _, told = from_workbook(edited(edit))
    assert {line.split(",")[1].strip() for line in told} == {
        f"blad «{name}»" for name in ("mensen", "banden", "casus", "kaarten")
    }


def test_a_mistake_in_an_english_sheet_is_told_in_english() -> None:
    _, told = from_workbook(edited(_at("people", "ring", 4, TOKEN), "en"), "case.xlsx")
    assert told == [
        "case.xlsx, sheet “people”, cell I4: This word cannot stand here. Choose from: inner, middle, outer, edge."
    ]


def test_a_mistake_in_a_csv_file_names_the_file_and_the_row_as_a_spreadsheet_counts_it(tmp_path: Path) -> None:
    through_commas(*data_of(SMALL["nl"]), tmp_path)
    file = tmp_path / "mensen.csv"
    text = file.read_text(encoding="utf-8-sig").replace("Ze lacht met haar.", '"Ze lacht\nmet haar."')
    file.write_text(text.replace("haar oma;", f"haar oma;;;;{TOKEN}"), encoding="utf-8")
    _, told = from_commas(tmp_path)
    assert f"{tmp_path.name}/mensen.csv, cel H5: Dit woord kan hier niet staan." in told[0]


def test_a_csv_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    through_commas(*data_of(SMALL["nl"]), tmp_path)
    (tmp_path / "mensen.csv").write_bytes("id;wie\nik;één".encode("cp1252"))
    _, told = from_commas(tmp_path)
    assert "UTF-8" in told[0]


def test_a_folder_without_csv_files_is_told(tmp_path: Path) -> None:
    assert "geen CSV-bestanden" in from_commas(tmp_path)[1][0]


@pytest.mark.parametrize("name", ["spreadsheet", "zebraxq"])
def test_a_spreadsheet_without_one_sheet_of_ours_is_told_once(name: str) -> None:
    book = Workbook()
    book.worksheets[0].title = name
    book.worksheets[0]["A1"] = TOKEN
    stream = io.BytesIO()
    book.save(stream)
    found, told = from_workbook(stream.getvalue())
    assert found is None
    assert len(told) == 1
    assert "sheet template" in told[0]
    assert TOKEN not in told[0]


def _with_part(name: str, inside: bytes) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(*data_of(SMALL["nl"])))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, inside if part.filename == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, inside)
    return stream.getvalue()


_BOMB = '<?xml version="1.0"{}?><!DOCTYPE w [<!ENTITY a "{}"><!ENTITY b "{}">]><worksheet>&b;</worksheet>'
_ENTITIES = ("x" * 1000, "&a;" * 1000)
HOSTILE = {
    "no workbook": b"PK\x03\x04 and then nothing",
    "bytes of anything": bytes(range(256)) * 40,
    "nothing": b"",
    "an older kind": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512,
    "entities": _with_part("xl/worksheets/sheet2.xml", _BOMB.format("", *_ENTITIES).encode()),
    "entities in UTF-16": _with_part(
        "xl/worksheets/sheet2.xml", _BOMB.format(' encoding="UTF-16"', *_ENTITIES).encode("utf-16")
    ),
    "a sheet that is no XML": _with_part("xl/worksheets/sheet3.xml", b"<worksheet><sheetData><row"),
    "a workbook without sheets": _with_part("xl/workbook.xml", b"<workbook/>"),
    "millions of cells with nothing in them": _with_part("xl/worksheets/sheet3.xml", b"<c/>" * 1_000_001),
    "what unpacks to very much": _with_part("xl/media/picture.bin", b"\x00" * (65 * 1024 * 1024)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_workbook_that_is_none_or_means_harm_is_told_in_one_line(name: str) -> None:
    found, told = from_workbook(HOSTILE[name])
    assert found is None
    assert len(told) == 1
    assert told[0].startswith("casus.xlsx: ")


def test_a_cell_at_the_very_end_of_a_sheet_takes_no_time() -> None:
    found, told = from_workbook(edited(lambda book: book["mensen"].__setitem__("XFD1048576", TOKEN)))
    assert found is None
    assert f"{MAX_ROWS}" in told[0]


def test_a_workbook_that_lies_about_its_own_size_is_read_to_its_end() -> None:
    raw = workbook(*data_of(SMALL["nl"]))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheet = archive.read("xl/worksheets/sheet3.xml")
    begin, _, rest = sheet.partition(b'<dimension ref="')
    lying = begin + b'<dimension ref="A1:A1"' + rest.partition(b'"')[2]
    found, told = from_workbook(_with_part("xl/worksheets/sheet3.xml", lying))
    assert told == []
    assert found is not None
    assert len(found.case.people) == 2


def test_notes_of_an_author_behind_a_hash_are_left_alone() -> None:
    def edit(book: Workbook) -> None:
        book["mensen"].insert_rows(4)
        book["mensen"]["A4"] = "# Nog vragen: wie past er op de hond?"
        book["mensen"]["E4"] = "ook dit niet"

    found, told = from_workbook(edited(edit))
    assert told == []
    assert found is not None
    assert "hond" not in str(found.translation.data)


def test_numbers_are_taken_where_they_can_stand() -> None:
    def edit(book: Workbook) -> None:
        _at("mensen", "bereikbaarheid: reistijd", 4, 45.0)(book)
        _at("mensen", "sinds", 4, 3)(book)
        _at("mensen", "overleden", 5, False)(book)
        _row("mensen", id=7, wie="de buurman")(book)
        _row("banden", wie=7, sterkte="zwak")(book)

    found, told = from_workbook(edited(edit))
    assert told == []
    assert found is not None
    zus, oma, man = found.case.people
    assert (zus.reachability.travel_time, zus.since, oma.deceased, man.id) == (45, 3, False, "7")
    assert man.ties[0].strength == "weak"


@pytest.mark.parametrize(("number", "expected"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
def test_a_column_is_told_by_its_letters(number: int, expected: str) -> None:
    assert letters(number) == expected


def test_the_small_case_itself_is_right() -> None:
    raw = edited(lambda _: None)
    found, told = from_workbook(raw)
    assert told == []
    assert found is not None
    assert found.translation.data == data_of(SMALL["nl"])[0]
    assert load_workbook(io.BytesIO(raw)).sheetnames[:3] == ["uitleg", "casus", "mensen"]
