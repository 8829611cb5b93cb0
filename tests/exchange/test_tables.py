"""Tables: a line for each thing, every field of a cleared case in a column, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.cases import subject
from mensenwerk.exchange.write.columns import codebook
from mensenwerk.exchange.write.flat import SUPPORT, Subject
from mensenwerk.exchange.write.tables import cell, said_in, tables
from mensenwerk.guards import ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model.case import Support

Lines = list[dict[str, str]]


def written(*subjects: Subject) -> dict[str, Lines]:
    return {each.name: list(csv.DictReader(io.StringIO(each.csv().decode()))) for each in tables(subjects)}


def test_there_is_a_line_for_each_map_member_alter_tie_and_pair() -> None:
    case = subject()
    found = written(case)
    maps = case.case.maps
    assert [line["egoID"] for line in found["egos"]] == [f"every-field.{each.id}" for each in maps]
    for name, of in (("centre", lambda each: each.centre), ("alters", lambda each: each.people)):
        key = "memberID" if name == "centre" else "alterID"
        wanted = [(f"every-field.{each.id}", person.id) for each in maps for person in of(each)]
        assert [(line["egoID"], line[key]) for line in found[name]] == wanted
    ties = [(person.id, tie.to) for each in maps for person in (*each.centre, *each.people) for tie in person.ties]
    assert [(line["personID"], line["to"]) for line in found["ties"]] == ties
    both = [(line["Source"], line["Target"], line["bond"]) for line in found["aaties"] + found["apart"]]
    assert sorted(both) == sorted((link.a, link.b, link.bond.value) for each in maps for link in each.links)
    assert {line["bond"] for line in found["apart"]} == {"broken"}


def test_the_columns_are_those_that_egor_looks_for() -> None:
    """threefiles_to_egor asks for egoID in all three, alterID, Source and Target, and no egoID twice among egos."""
    found = {each.name: each.columns for each in tables([subject()])}
    assert found["egos"][0] == "egoID"
    assert found["alters"][:2] == ["egoID", "alterID"]
    assert found["aaties"][:3] == ["egoID", "Source", "Target"]
    lines = written(subject())
    egos = [line["egoID"] for line in lines["egos"]]
    assert len(set(egos)) == len(egos)
    alters = {(line["egoID"], line["alterID"]) for line in lines["alters"]}
    for line in lines["aaties"]:
        assert {(line["egoID"], line["Source"]), (line["egoID"], line["Target"])} <= alters


def test_every_field_that_may_be_seen_has_a_column() -> None:
    """Those that stand in lines of their own do not."""
    found = {each.name: set(each.columns) for each in tables([subject()])}
    assert {field.name for field in fields(ClearedPerson)} - {"id", "ties"} <= found["alters"]
    assert {field.name for field in fields(ClearedTie)} - {"support"} <= found["ties"]
    assert {field.name for field in fields(ClearedMap)} - {"id", "centre", "people", "links"} <= found["egos"]
    assert set(SUPPORT) == set(Support.model_fields)


def test_every_column_is_explained_in_both_languages() -> None:
    for private in (False, True):
        every = tables([subject(uncleared=private)])
        for language in ("nl", "en"):
            rows = codebook(every, language).rows
            assert len(rows) == sum(len(each.columns) for each in every)
            assert all(row["meaning"] for row in rows)
    words = {row["column"]: row["words"] for row in codebook(every, "en").rows}
    assert words["ring"] == "inner | middle | outer | edge"
    assert words["support_advice"] == "receives | gives | both"


def test_what_is_not_said_is_an_empty_cell() -> None:
    (carer,) = [line for line in written(subject())["alters"] if line["who"] == "the carer"]
    assert (carer["at_a_distance"], carer["belongs"], carer["since"], carer["deceased"]) == ("", "", "5", "FALSE")


def test_only_a_case_that_was_not_cleared_has_the_own_id_the_age_and_the_notice() -> None:
    cleared, private = written(subject()), written(subject(uncleared=True))
    for name, lines in private.items():
        assert all(line["notice"].startswith("NOT FOR PUBLICATION") for line in lines)
        assert lines
        assert "notice" not in cleared[name][0]
    assert private["centre"][0]["own_id"] == "mother"
    assert private["centre"][0]["age"] == "30-39"
    assert not {"own_id", "age"} & {*cleared["centre"][0], *cleared["alters"][0]}


def test_a_table_without_lines_has_its_columns() -> None:
    text = "language: en\nid: alone\ntitle: Alone\ncentre: {id: me, who: the keeper}\n"
    empty = {each.name: each for each in tables([subject(text)])}
    whole = {each.name: each for each in tables([subject()])}
    for name, table in empty.items():
        assert list(table.columns) == list(whole[name].columns)
    assert empty["alters"].csv().decode().count("\n") == 1


@pytest.mark.parametrize("begin", ["=1+1", "+1", "-1", "@sum", "\t=1", "'=1", "＝1"])
def test_no_cell_begins_a_formula(begin: str) -> None:
    assert cell(begin)[0] == "'"
    assert said_in(cell(begin)) == begin


@given(st.text(st.sampled_from("'=+-@a \t") | st.characters(categories=["L"])))
def test_what_stands_in_a_cell_can_be_read_back(text: str) -> None:
    assert said_in(cell(text)) == text
    assert cell(text)[:1] not in set("=+-@\t\r＝＋－＠")
