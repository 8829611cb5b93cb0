"""Where a field belongs that stands in the wrong place: mostly it stands too far to the left, or to the right."""

from __future__ import annotations

from functools import cache

from mensenwerk.model import vocabulary
from mensenwerk.model.shape import Kind, Node, alternatives, is_model, root
from mensenwerk.problems import Language

_MOST = 3
"""More places than this are no help to anyone."""


def elsewhere(key: str, kind: Kind, language: Language) -> tuple[str, ...]:
    """The fields under which a field of this name may stand; an empty word for the file itself. Nothing where there
    are too many."""
    found = _homes(kind, language).get(vocabulary.fold(key), ())
    return found if len(found) <= _MOST else ()


@cache
def _homes(kind: Kind, language: Language) -> dict[str, tuple[str, ...]]:
    homes: dict[str, dict[str, None]] = {}  # a set that keeps the order in which things stand in a file
    seen: set[tuple[str, str]] = set()

    def walk(node: Node, under: str) -> None:
        title: str = node["title"]
        if (title, under) in seen:
            return
        seen.add((title, under))
        for name, inner in node["properties"].items():
            word = vocabulary.field_word(title, name).word(language)
            homes.setdefault(vocabulary.fold(word), {})[under] = None
            for each in alternatives(inner):
                below = _models(each)
                if below is not None:
                    walk(below, word)

    walk(root(kind), "")
    return {key: tuple(places) for key, places in homes.items()}


def _models(node: Node) -> Node | None:
    """The fields that stand under a node or in its list. What may change under the id of a map stands elsewhere too."""
    while True:
        if is_model(node):
            return node
        if node.get("type") == "array":
            node = alternatives(node["items"])[0]
        else:
            return None
