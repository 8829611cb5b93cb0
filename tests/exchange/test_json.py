"""A case as JSON fits the schema that is published beside it, and holds all that may be seen."""

from __future__ import annotations

import json

import jsonschema
import pytest

from commands import ROOT
from exchange.cases import subject
from mensenwerk.exchange.write import FORMATS, files_of
from mensenwerk.exchange.write.json_case import SCHEMA_FILE, json_case, schema, schema_text


def test_the_published_schema_is_the_one_that_the_code_gives() -> None:
    path = ROOT / "content" / "schema" / SCHEMA_FILE
    assert path.read_text(encoding="utf-8") == schema_text(), "it is stale: mensenwerk schema"
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("uncleared", [False, True])
def test_an_exported_case_fits_the_schema(uncleared: bool) -> None:
    made = json.loads(json_case(subject(uncleared=uncleared)))
    jsonschema.Draft202012Validator(schema()).validate(made)
    assert ("notice" in made) is uncleared
    assert made.get("private", {}).get("c1") == ({"own_id": "mother", "age": "30-39"} if uncleared else None)


def test_the_schema_refuses_what_is_not_there_and_private_words_without_a_notice() -> None:
    made = json.loads(json_case(subject(uncleared=True)))
    validator = jsonschema.Draft202012Validator(schema())
    assert not validator.is_valid({key: value for key, value in made.items() if key != "notice"})
    made["case"]["maps"][0]["people"][0]["score"] = 3
    assert not validator.is_valid(made)


def test_every_property_is_explained() -> None:
    parts = [schema(), *schema()["$defs"].values()]
    unexplained = [
        name
        for part in parts
        for name, node in part.get("properties", {}).items()
        if not node.get("description") and name not in ("$schema", "case")
    ]
    assert unexplained == []


def test_names_of_files_tell_case_and_map_apart() -> None:
    names = set(files_of([subject()], FORMATS, "nl"))
    assert {"every-field.json", "every-field.start.graphml", "egos.csv", "codebook.csv", "README.txt"} <= names
    assert set(files_of([subject()], ["json"], "nl")) == {"README.txt", "every-field.json", SCHEMA_FILE}
