"""The JSON Schemas that editors use, one per kind of file and language, made from the model and the vocabulary.

They say in the author's words what the model says in its own: what completes and explains in an editor
is the same that the program reads, short forms included.
"""

from __future__ import annotations

import json
from typing import Any

from mensenwerk.model import vocabulary
from mensenwerk.model.shape import MAIN_FIELD, Kind, Node, is_keyed, is_model, keyed_value, root
from mensenwerk.problems import Language

FILE_NAMES: dict[tuple[Kind, Language], str] = {
    ("Case", "nl"): "casus.schema.json",
    ("Case", "en"): "case.schema.json",
    ("Edition", "nl"): "uitgave.schema.json",
    ("Edition", "en"): "edition.schema.json",
}

_TITLES: dict[tuple[Kind, Language], str] = {
    ("Case", "nl"): "Een casus van Mensenwerk",
    ("Case", "en"): "A Mensenwerk case",
    ("Edition", "nl"): "Een uitgave van Mensenwerk",
    ("Edition", "en"): "A Mensenwerk edition",
}
_KEPT = ("type", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf", "minItems", "maxItems")


def schema_text(kind: Kind, language: Language) -> str:
    """The schema as the text of its file (JSON, sorted as the model is, ending in a newline)."""
    return json.dumps(schema(kind, language), ensure_ascii=False, indent=2) + "\n"


def schema(kind: Kind, language: Language) -> Node:
    """The JSON Schema (draft 2020-12) of a kind of file in one language."""
    definitions: dict[str, Any] = root(kind)["$defs"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _TITLES[kind, language],
        **_model(root(kind), language),
        "$defs": {
            name: _model(node, language) if is_model(node) else _words(name, language)
            for name, node in definitions.items()
        },
    }


def _words(name: str, language: Language) -> Node:
    words = vocabulary.values(name, language)
    # both ways of writing a word of several parts are read, so both are offered
    spellings = dict.fromkeys(s for w in words for s in (w, w.replace("_", "-"), w.replace("-", " ")))
    return {"enum": list(spellings)}


def _model(node: Node, language: Language) -> Node:
    title: str = node["title"]
    properties: dict[str, Any] = {}
    for name, inner in node["properties"].items():
        word = vocabulary.field_word(title, name)
        properties[word.word(language)] = {
            "description": word.help(language),
            **_value(inner, language, said=name == "language"),
        }
        if title == "Change" and name == "ties":  # a change in the tie with everyone needs no name
            shape = properties[word.word(language)]
            told = {"description": shape.pop("description")}
            properties[word.word(language)] = {**told, "anyOf": [{"$ref": "#/$defs/TieChange"}, shape]}
    required = [vocabulary.field_word(title, name).word(language) for name in node.get("required", [])]
    fields: Node = {"type": "object", "additionalProperties": False, "properties": properties}
    if required:
        fields["required"] = required
    short = _short_form(title, node, language)
    return {"anyOf": [short, fields]} if short else fields


def _short_form(title: str, node: Node, language: Language) -> Node | None:
    if title == "Change":
        return {"enum": [vocabulary.field_word(title, name).word(language) for name in ("enters", "leaves")]}
    if title in MAIN_FIELD:
        return _value(node["properties"][MAIN_FIELD[title]], language)
    return None


def _value(node: Node, language: Language, *, said: bool = False) -> Node:
    if said:  # the file's own language; the other one belongs to the other schema
        return {"const": language}
    if "$ref" in node:
        return {"$ref": node["$ref"]}
    if "anyOf" in node:
        choices = [_value(choice, language) for choice in node["anyOf"] if choice.get("type") != "null"]
        return choices[0] if len(choices) == 1 else {"anyOf": choices}
    if is_keyed(node):
        return {"type": "object", "additionalProperties": _value(keyed_value(node), language)}
    if node.get("type") == "array":
        items = _value(node["items"], language)
        several = {**_kept(node), "items": items}
        return several if "minItems" in node and node["minItems"] > 1 else {"anyOf": [items, several]}
    if node.get("type") == "boolean":
        return {"enum": list(vocabulary.yes_no(language))}
    return _kept(node)


def _kept(node: Node) -> Node:
    return {key: node[key] for key in _KEPT if key in node}
