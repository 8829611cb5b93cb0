"""The JSON Schemas that editors use: up to date, true to the reader, and valid for every sample."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from mensenwerk.model.schema import FILE_NAMES, schema, schema_text
from mensenwerk.model.shape import Kind
from mensenwerk.problems import Language

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
SAMPLES = sorted((ROOT / "content" / "cases").glob("*.yaml")) + sorted(FIXTURES.glob("*.en.yaml"))
_CORE = re.compile(r"[-+]?[0-9]+")


class _CoreLoader(yaml.BaseLoader):
    """YAML as editors read it (1.2, core schema): `45` is a number, `null` is nothing, `yes` and `no` are words."""

    def construct_scalar(self, node: Any) -> Any:
        text: str = node.value
        if node.style:
            return text
        if text in ("", "~", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        return int(text) if _CORE.fullmatch(text) else text


_CoreLoader.add_constructor("tag:yaml.org,2002:str", _CoreLoader.construct_scalar)


def _load(text: str) -> Any:
    return yaml.load(text, Loader=_CoreLoader)  # noqa: S506 - constructs nothing but plain data


def _language(text: str) -> Language:
    return "en" if re.search(r"^language: en$", text, re.MULTILINE) else "nl"


def _validator(language: Language) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema_text("Case", language)))


@pytest.mark.parametrize(("kind", "language"), FILE_NAMES)
def test_the_published_schema_is_the_one_that_the_model_gives(kind: Kind, language: Language) -> None:
    path = ROOT / "content" / "schema" / FILE_NAMES[kind, language]
    assert path.read_text(encoding="utf-8") == schema_text(kind, language), (
        f"{path.name} is stale: write schema_text to it"
    )


@pytest.mark.parametrize(("kind", "language"), FILE_NAMES)
def test_the_schema_is_a_valid_schema(kind: Kind, language: Language) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind, language))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_validates_with_an_independent_validator(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    language = _language(text)
    errors = [
        f"{list(error.absolute_path)}: {error.message}" for error in _validator(language).iter_errors(_load(text))
    ]
    assert errors == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_names_the_schema_of_its_language(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    language = _language(text)
    said = re.match(r"# yaml-language-server: \$schema=(\S+)", text)
    assert said
    assert (path.parent / said[1]).resolve() == ROOT / "content" / "schema" / FILE_NAMES["Case", language]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_is_explained_to_the_author(language: Language) -> None:
    parts = [schema("Case", language), *schema("Case", language)["$defs"].values()]
    parts = [part["anyOf"][1] if "anyOf" in part else part for part in parts]
    fields = [field for part in parts for field in part.get("properties", {}).values()]
    assert len(fields) > 100
    assert all(field["description"] for field in fields)


ONE = "mensen: [{id: a, wie: a, "
REFUSED = {
    "an unknown field": "quux: 1\n",
    "an unknown field deep down": ONE + "contact: {quux: 1}}]\n",
    "an English field": "people: []\n",
    "an unknown word": ONE + "soort: zzz}]\n",
    "an English word": ONE + "soort: group}]\n",
    "a word in a list": ONE + "kring: [familie, straat]}]\n",
    "no truth value": "wie_kent_wie: {volledig: misschien}\n",
    "a number too large": ONE + "sinds: 100}]\n",
    "neither word nor number": ONE + "sinds: lang}]\n",
    "another version": "versie: 2\n",
    "a person without who": "mensen: [{id: a}]\n",
    "a word for a person": "mensen: [a]\n",
    "an id with a capital": "mensen: [{id: Oma, wie: a}]\n",
    "a pair of one": "wie_kent_wie: {paren: [{tussen: [a]}]}\n",
    "a long word on a line": ONE + "banden: {woord: " + "x" * 61 + "}}]\n",
    "an exact age": ONE + "leeftijd: '34'}]\n",
    "a day for a month": "publicatie: {bestemd_voor: publiek, herkomst: echt, volgende_beoordeling: 2026-05-01}\n",
    "an unknown field of a changed tie": "kaarten: {id: b}\n" + ONE + "veranderd: {b: {banden: {ik: {quux: 1}}}}}]\n",
    "a list of changed ties": "kaarten: {id: b}\n" + ONE + "veranderd: {b: {banden: [{met: ik}]}}}]\n",
}


@pytest.mark.parametrize("more", REFUSED.values(), ids=REFUSED)
def test_what_the_reader_refuses_the_schema_refuses_as_well(more: str, read: Any, case_yaml: Any) -> None:
    text = case_yaml("nl", more)
    assert read(text)[0] is None
    assert not _validator("nl").is_valid(_load(text))


ACCEPTED = {
    "nothing more": "",
    "single words for parts": ONE + "contact: wekelijks, kring: buren, banden: sterk, sinds: 5, relatie: tante}]\n",
    "one for a list": "mensen: {id: a, wie: a}\ndrempels: {soort: niet tot last}\n",
    "one group": "mensen: [{id: a, wie: a}, {id: b, wie: b}]\nwie_kent_wie: {groepen: [a, b]}\n",
    "entering in a word": "kaarten: {id: b}\n" + ONE + "veranderd: {b: komt}}]\n",
    "a changed tie with everyone": "kaarten: {id: b}\n" + ONE + "veranderd: {b: {banden: {spanning: nee}}}}]\n",
    "a changed tie in a word": "kaarten: {id: b}\n" + ONE + "veranderd: {b: {banden: zwak}}}]\n",
    "changed ties by id": "kaarten: {id: b}\n" + ONE + "veranderd: {b: {banden: {ik: sterk, allen: {woord: x}}}}}]\n",
    "hyphens for underscores": ONE + "banden: {energie: levert-op}}]\n",
}


@pytest.mark.parametrize("more", ACCEPTED.values(), ids=ACCEPTED)
def test_what_the_reader_reads_the_schema_accepts_as_well(more: str, read: Any, case_yaml: Any) -> None:
    text = case_yaml("nl", more)
    assert read(text)[1] == []
    assert _validator("nl").is_valid(_load(text))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_short_word_for_a_language_belongs_to_its_own_schema(language: Language, case_yaml: Any) -> None:
    other: Language = "en" if language == "nl" else "nl"
    assert _validator(language).is_valid(_load(case_yaml(language)))
    assert not _validator(other).is_valid(_load(case_yaml(language)))
