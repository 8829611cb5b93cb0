"""A whole case → JSON, and the schema that says what stands in it; both from the cleared types themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from mensenwerk.exchange.write.columns import meaning
from mensenwerk.exchange.write.flat import NOTICE, Subject
from mensenwerk.guards import ClearedCase

FORMAT = 1
SCHEMA_FILE = "export.schema.json"
_BY_NAME = {"support", "experiences"}
"""Pairs of a name and a value: an object in JSON."""


def json_case(subject: Subject) -> bytes:
    """The file of a case."""
    made: dict[str, Any] = {"$schema": SCHEMA_FILE, "mensenwerk": FORMAT}
    if subject.own is not None:
        made["notice"] = NOTICE
    made["case"] = _plain(subject.case)
    if subject.own is not None:
        made["private"] = {opaque: asdict(own) for opaque, own in subject.own.items()}
    return json.dumps(made, ensure_ascii=False, indent=2).encode() + b"\n"


def told(subject: Subject) -> str:
    """All that is told of a case, a line for each text: without names of fields, to be searched."""
    return "\n".join(_texts(_plain(subject.case)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from _texts(each)


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an exported case, in English: its words are those of the model."""
    found = TypeAdapter(ClearedCase).json_schema(mode="serialization")
    parts = {name.removeprefix("Cleared"): _part(name, node) for name, node in found.pop("$defs").items()}
    own: dict[str, dict[str, Any]] = {"own_id": {"type": "string"}, "age": {"type": ["string", "null"]}}
    for name, node in own.items():
        node["description"] = meaning("Own", name, "en")
    private = {"type": "object", "properties": own, "required": list(own), "additionalProperties": False}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case as Mensenwerk exports it",
        "type": "object",
        "required": ["mensenwerk", "case"],
        "additionalProperties": False,
        "properties": {
            "$schema": {"type": "string"},
            "mensenwerk": {"const": FORMAT, "description": meaning("Export", "mensenwerk", "en")},
            "notice": {"const": NOTICE, "description": meaning("Export", "notice", "en")},
            "case": {"$ref": "#/$defs/Case"},
            "private": {
                "type": "object",
                "description": meaning("Export", "private", "en"),
                "additionalProperties": private,
            },
        },
        "dependentRequired": {"private": ["notice"], "notice": ["private"]},
        "$defs": {**parts, "Case": _part("ClearedCase", found)},
    }


def _part(title: str, node: dict[str, Any]) -> dict[str, Any]:
    if "properties" not in node:  # a closed list of words
        return {"type": "string", "enum": node["enum"]}
    properties = {}
    for name, inner in node["properties"].items():
        value = _value(inner)
        if name in _BY_NAME:
            _, pair = value["items"]["prefixItems"]
            value = {"type": "object", "additionalProperties": pair}
        properties[name] = {"description": meaning(title, name, "en"), **value}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _value(node: Any) -> Any:
    """A node without what pydantic notes for itself, and with our names of parts."""
    if isinstance(node, dict):
        kept = {key: _value(each) for key, each in node.items() if key not in ("title", "default")}
        if "$ref" in kept:
            kept["$ref"] = kept["$ref"].replace("/Cleared", "/")
        return kept
    return [_value(each) for each in node] if isinstance(node, list) else node


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        made: dict[str, Any] = {}
        for field in fields(value):
            inner = getattr(value, field.name)
            made[field.name] = {k: _plain(v) for k, v in inner} if field.name in _BY_NAME else _plain(inner)
        return made
    return [_plain(each) for each in value] if isinstance(value, tuple) else value
