"""A value of a case ↔ the text of a cell. What a cell cannot say so that it comes back the same, is not put in one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from mensenwerk.exchange.sheet.plan import Column, shown
from mensenwerk.model import vocabulary
from mensenwerk.model.shape import alternatives
from mensenwerk.model.translate import vocabulary_lists
from mensenwerk.problems import Language, Problems, Span
from mensenwerk.source import Scalar
from mensenwerk.source.text import unseen

Kind = Literal["text", "number", "date", "truth", "formula", "error"]
Value = str | int
"""What is written in a cell: a text, or a number that may stay one."""

MAX_TEXT = 32_767
"""What a cell of a spreadsheet holds at most, in characters."""

_BETWEEN_WORDS = re.compile(r"[,;\n]")
_BETWEEN_TEXTS = re.compile(r"[;\n]")
_MADE_A_DATE = re.compile(
    r"\d{1,2}[-/. ](?:[a-z]{3}\.?|\d{1,2}[-/.]\d{2,4})|[a-z]{3}[-/. ]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}", re.IGNORECASE
)
"""What a spreadsheet makes of 10-14 or 2026-05, as it stands in a CSV file."""


@dataclass(frozen=True, slots=True)
class Raw:
    """What stands in a cell of a file, and as what the spreadsheet holds it."""

    text: str
    kind: Kind = "text"


def cell_of(value: Any, column: Column, language: Language) -> Value | None:
    """What is written for a value; None when a cell could not give it back the same."""
    made: Value
    if not column.several:
        made = _written(value, column, language)
    elif not isinstance(value, list) or not value:
        return None
    else:
        between = ", " if column.separated == "words" else "\n"
        made = between.join(str(_written(each, column, language)) for each in value)
    told = [str(_written(each, column, language)) for each in (value if column.several else [value])]
    return made if len(str(made)) <= MAX_TEXT and _parts(str(made), column) == told else None


def scalar_text(value: Any, column: Column, language: Language) -> str:
    """One value in the author's words."""
    return str(_written(value, column, language))


def read_cell(raw: Raw, column: Column, span: Span, problems: Problems) -> Scalar | list[Scalar] | None:
    """What a cell says, as a case file would have it: a text, or a list of them; None when it is empty or wrong."""
    text = raw.text.strip()
    if not text:
        return None
    code = _unfit(raw, column)
    if code:
        problems.add(code, span)
        return None
    hidden = unseen(text)
    if hidden is not None:
        problems.add(hidden.code, span, **hidden.values)
        return None
    if raw.kind == "truth":
        text = next(word for word, meant in vocabulary.yes_no(problems.language).items() if meant is (text == "1"))
    parts = _parts(text, column)
    return [Scalar(each, plain=True) for each in parts] if column.several else Scalar(parts[0], plain=True)


def _written(value: Any, column: Column, language: Language) -> Value:
    if isinstance(value, bool):
        return next(word for word, meant in vocabulary.yes_no(language).items() if meant is value)
    if isinstance(value, int):
        return value
    for shape in alternatives(column.item):
        title = shape.get("title")
        if title in vocabulary_lists() and value in shape["enum"]:
            return next(shown(word) for word, meant in vocabulary.values(title, language).items() if meant == value)
    if value == "all" and column.item.get("description") == "ref":
        return vocabulary.everyone(language)
    return str(value)


def _parts(text: str, column: Column) -> list[str]:
    if not column.several:
        return [text]
    between = _BETWEEN_WORDS if column.separated == "words" else _BETWEEN_TEXTS
    return [part for part in (each.strip() for each in between.split(text)) if part]


def _unfit(raw: Raw, column: Column) -> str | None:
    """What a spreadsheet made of a cell, where that is not what the author meant."""
    match raw.kind:
        case "formula":
            return "sheet-formula"
        case "error":
            return "sheet-error"
        case "date":
            return "sheet-date"
        case "truth":
            return None if column.truth else "sheet-number"
        case "number":
            whole = re.fullmatch(r"\d{1,6}", raw.text) is not None
            return None if column.numeric or (column.names and whole) else "sheet-number"
    exact = "pattern" in column.item and not column.names
    return "sheet-date" if exact and _MADE_A_DATE.fullmatch(raw.text.strip()) else None
