"""A case in the model's words → the YAML of an author, in Dutch or English: the way back of `model.translate`.

Keys and words of closed lists come from the one vocabulary, along the same shape. Long lists of small things stand a
line each; what is short stands on one line.
"""

from __future__ import annotations

import json
import re
from typing import Any

from mensenwerk.model import vocabulary
from mensenwerk.model.shape import Node, alternatives, is_keyed, keyed_value, root
from mensenwerk.model.translate import vocabulary_lists
from mensenwerk.problems import Language

_PLAIN = re.compile(r"(?!null$)(?:[a-zà-ÿ][a-zà-ÿ' -]*[a-zà-ÿ]|[a-z0-9]+(?:-[a-z0-9]+)*)")
"""What YAML reads as the same text without quotation marks around it."""

_LINES = re.compile(r"[^\s](?:[^\n]*[^\s])?(?:\n+[^\s](?:[^\n]*[^\s])?)+")
"""A text of several lines that can stand below its field as it is: no line begins or ends with a space."""

_WIDTH = 110


def spell(case: dict[str, Any], language: Language) -> str:
    """The text of a case file."""
    return "\n".join(_block(_words(case, root("Case"), language), "")) + "\n"


def _words(value: Any, node: Node, language: Language) -> Any:
    """The author's words for the model's, all the way down."""
    if isinstance(value, dict):
        shape = alternatives(node)[0]
        if is_keyed(shape):
            return {_word(key, language): _words(inner, keyed_value(shape), language) for key, inner in value.items()}
        title, fields = shape["title"], shape["properties"]
        return {
            vocabulary.field_word(title, name).word(language): _words(inner, fields[name], language)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [_words(inner, alternatives(node)[0]["items"], language) for inner in value]
    if isinstance(value, bool):
        return next(word for word, meant in vocabulary.yes_no(language).items() if meant is value)
    if value == "all" and alternatives(node)[0].get("description") == "ref":
        return vocabulary.everyone(language)
    for shape in alternatives(node):
        if shape.get("title") in vocabulary_lists() and value in shape["enum"]:
            return next(word for word, meant in vocabulary.values(shape["title"], language).items() if meant == value)
    return value


def _word(key: str, language: Language) -> str:
    return vocabulary.everyone(language) if key == "all" else key


def _block(value: dict[str, Any], indent: str) -> list[str]:
    lines: list[str] = []
    for key, inner in value.items():
        short = f"{indent}{key}: {_flow(inner)}"
        listed = isinstance(inner, list) and any(isinstance(each, dict) for each in inner)
        if isinstance(inner, str) and _LINES.fullmatch(inner):
            lines += [f"{indent}{key}: |-", *(f"{indent}  {line}".rstrip() for line in inner.split("\n"))]
        elif not isinstance(inner, dict | list) or (len(short) <= _WIDTH and not (listed and not indent)):
            lines.append(short)
        elif isinstance(inner, dict):
            lines += [f"{indent}{key}:", *_block(inner, f"{indent}  ")]
        else:
            lines.append(f"{indent}{key}:")
            for each in inner:
                lines += _item(each, f"{indent}  ")
    return lines


def _item(value: Any, indent: str) -> list[str]:
    """One of a list: on a line of its own, or with its fields below each other."""
    flow = f"{indent}- {_flow(value)}"
    if not isinstance(value, dict) or len(flow) <= _WIDTH:
        return [flow]
    lines = _block(value, f"{indent}  ")
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    text = str(value)
    return text if _PLAIN.fullmatch(text) or re.fullmatch(r"\d+", text) else json.dumps(text, ensure_ascii=False)
