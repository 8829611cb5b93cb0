"""The shape of the model, read from its JSON Schema: what the translator and the published schemas walk."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from mensenwerk.model.case import Case, Model
from mensenwerk.model.edition import Edition

Node = dict[str, Any]
"""A node of a JSON Schema."""

Kind = Literal["Case", "Edition"]
"""The kinds of files that an author writes, by the name of their model."""

_MODELS: dict[Kind, type[Model]] = {"Case": Case, "Edition": Edition}

MAIN_FIELD = {
    "Contact": "how_often",
    "Experience": "experience",
    "Relation": "what",
    "Series": "name",
    "Tie": "strength",
    "TieChange": "strength",
}
"""Short forms: a single word where this part is asked fills this field (`contact: wekelijks`)."""


@cache
def root(kind: Kind = "Case") -> Node:
    """The JSON Schema of a kind of file, in the model's own words."""
    return _MODELS[kind].model_json_schema()


@cache
def definitions() -> dict[str, Node]:
    """The parts of all kinds of files, by their names."""
    return {name: node for kind in _MODELS.values() for name, node in kind.model_json_schema().get("$defs", {}).items()}


def resolve(node: Node) -> Node:
    """Follow a reference, and take the one real choice of an optional field."""
    if "$ref" in node:
        return definitions()[node["$ref"].rsplit("/", 1)[1]]
    choices = [choice for choice in node.get("anyOf", []) if choice.get("type") != "null"]
    return resolve(choices[0]) if len(choices) == 1 else node


def alternatives(node: Node) -> list[Node]:
    """What may stand here: one node, or the branches of a real choice (a word or a number)."""
    node = resolve(node)
    choices = [choice for choice in node.get("anyOf", []) if choice.get("type") != "null"]
    return [resolve(choice) for choice in choices] or [node]


def is_model(node: Node) -> bool:
    """A mapping with fields of its own."""
    return "properties" in node


def is_keyed(node: Node) -> bool:
    """A mapping whose keys are ids the author chose."""
    return node.get("type") == "object" and not is_model(node)


def keyed_value(node: Node) -> Node:
    """What stands under each id of a keyed mapping."""
    value: Node = next(iter(node["patternProperties"].values()))
    return value
