"""The sheet `rest`: a row for each value that has no place in a table, with the way that leads to it.

A way is written in the author's words, with ids for people and numbers from 1 in lists: `mensen / zus / talenten / 2`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mensenwerk.exchange.sheet.cells import Value, scalar_text
from mensenwerk.exchange.sheet.plan import Column, folded, shown
from mensenwerk.exchange.sheet.wording import say
from mensenwerk.model import vocabulary
from mensenwerk.model.shape import Node, alternatives, is_keyed, is_model, keyed_value, root
from mensenwerk.problems import Language
from mensenwerk.source import Path

_STEP = " / "
_BY_ID = ("centre", "people", "maps")
"""Lists in which a way names someone or something by its id."""


def rest_row(case: dict[str, Any], path: Path, value: Any, language: Language) -> list[tuple[Value | None, ...]]:
    """The rows of a value, or of each in a list of them."""
    if isinstance(value, list | dict) and not value:
        return [(_way(case, path, language), say("nothing", language))]
    if isinstance(value, list):
        return [row for place, each in enumerate(value) for row in rest_row(case, (*path, place), each, language)]
    return [(_way(case, path, language), scalar_text(value, Column(("@value",), node_at(path)), language))]


def node_at(path: Path) -> Node:
    """The shape of what stands at a path of the model."""
    node = root("Case")
    for part in path:
        node = alternatives(node)[0]
        if isinstance(part, int):
            node = node["items"]
        else:
            node = node["properties"][part] if is_model(node) else keyed_value(node)
    return node


def _way(case: dict[str, Any], path: Path, language: Language) -> str:
    steps, node, here = list[str](), root("Case"), case
    for place, part in enumerate(path):
        node, value = alternatives(node)[0], here
        if isinstance(part, int):
            by_id = place == 1 and path[0] in _BY_ID
            steps.append(value[part]["id"] if by_id else str(part + 1))  # type: ignore[index]
            node = node["items"]
        elif is_model(node):
            steps.append(shown(vocabulary.field_word(node["title"], part).word(language)))
            node = node["properties"][part]
        else:
            steps.append(vocabulary.everyone(language) if part == "all" else part)
            node = keyed_value(node)
        here = value[part]  # type: ignore[index]
    return _STEP.join(steps)


def path_of(way: str, ids: Mapping[str, Mapping[str, int]], language: Language) -> Path | None:
    """The path of the model that a way leads to; None when it leads nowhere. `ids`: of the people in the centre, those
    around and the maps, with their places."""
    node, path = root("Case"), list[str | int]()
    for step in (each.strip() for each in way.split(_STEP.strip())):
        node = alternatives(node)[0]
        if node.get("type") == "array":
            listed = ids.get(str(path[0]), {}) if len(path) == 1 else {}
            place = listed.get(step) if len(path) == 1 and path[0] in _BY_ID else _number(step)
            if place is None:
                return None
            path.append(place)
            node = node["items"]
        elif is_model(node):
            words = {
                folded(vocabulary.field_word(node["title"], name).word(language)): name for name in node["properties"]
            }
            name = words.get(folded(step))
            if name is None:
                return None
            path.append(name)
            node = node["properties"][name]
        elif is_keyed(node):
            path.append("all" if folded(step) == folded(vocabulary.everyone(language)) else step)
            node = keyed_value(node)
        else:
            return None
    return tuple(path)


def is_nothing(text: str, language: Language) -> bool:
    """Whether a value says that there is nothing in a list or a part."""
    return vocabulary.fold(text) == vocabulary.fold(say("nothing", language))


def _number(step: str) -> int | None:
    return int(step) - 1 if step.isascii() and step.isdigit() and 0 < int(step) <= 10_000 else None
