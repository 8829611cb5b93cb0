"""A document → a case: translated, validated, its rules held. All problems at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mensenwerk.model import vocabulary
from mensenwerk.model.case import Case
from mensenwerk.model.on_maps import hold_rules_on_maps
from mensenwerk.model.rest import hold_rules_on_the_rest
from mensenwerk.model.rules import hold_rules
from mensenwerk.model.shape import Node, alternatives, is_keyed, is_model, keyed_value, resolve, root
from mensenwerk.model.translate import Translation, place, translate
from mensenwerk.problems import Problems, Span
from mensenwerk.source import Document, Path


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A case and the way back from its parts to the lines of its file."""

    case: Case
    document: Document
    translation: Translation

    def span(self, path: Path) -> Span:
        """Where a path of the model stands in the file."""
        return place(self.translation, self.document, path)

    def span_of(self, path: Path, words: str) -> Span:
        """Where `words` stand in the text at a path of the model."""
        while path and path not in self.translation.places:
            path = path[:-1]
        return self.document.span_of(self.translation.places.get(path, ()), words)

    def field(self, path: Path) -> str:
        """The author's word for the field that a path of the model leads to."""
        return _field_word(path, self.document)


def read_case(document: Document, problems: Problems) -> ReadCase | None:
    """Read a case; None when a word, a form or a rule is wrong, with every fault noted."""
    problems.language = document.language
    translation = translate(document, problems)
    try:
        case = Case.model_validate(translation.data)
    except ValidationError as error:
        _tell(error, document, translation, problems)
        hold_rules_on_the_rest(error, document, translation, problems)
        return None
    read = ReadCase(case, document, translation)
    hold_rules(case, read.span, problems)
    if not problems.errors():  # what stands on a map can only be told when all references hold
        hold_rules_on_maps(case, read.span, problems)
    return None if problems.errors() else read


def _tell(error: ValidationError, document: Document, translation: Translation, problems: Problems) -> None:
    faults = error.errors(include_url=False, include_context=True, include_input=False)
    for fault in faults:
        path: Path = tuple(fault["loc"])
        if path in translation.failed or _follows(fault["type"], path, [each["loc"] for each in faults]):
            continue
        span = place(translation, document, path)
        context: dict[str, Any] = fault.get("ctx", {})
        match fault["type"]:
            case "missing":
                code = "missing-value" if path in translation.places else "missing"
                problems.add(code, span, field=_field_word(path, document))
            case "string_pattern_mismatch":
                problems.add(_PATTERNS.get(context["pattern"], "form"), span)
            case "string_too_short" | "too_short":
                problems.add("too-few" if fault["type"] == "too_short" else "empty-text", span)
            case "string_too_long":
                problems.add("too-long", span, limit=context["max_length"])
            case "too_long":
                problems.add("too-many", span, limit=context["max_length"])
            case "greater_than_equal" | "less_than_equal":
                if path == ("version",):
                    problems.add("unknown-version", span, version=_VERSION)
                else:
                    problems.add("number-range", span, limit=context["le"])
            case "multiple_of":
                problems.add("number-step", span, limit=context["multiple_of"])
            case _:
                problems.add("form", span)


def _follows(kind: str, path: Path, places: list[Path]) -> bool:
    """Whether a fault only follows from another: an item that is wrong does not count as an item, and a
    number that is wrong is no word either (words have been looked up before)."""
    within = any(len(each) > len(path) and each[: len(path)] == path for each in places)
    return kind == "enum" or (kind == "too_short" and within)


_VERSION = 1

_PATTERNS = {
    r"^[a-z0-9-]{1,64}$": "id-form",
    r"^[0-9a-f]{16}$": "fingerprint-form",
    r"^[0-9]{4}-(0[1-9]|1[0-2])$": "month-form",
    r"^([0-9]{1,2}-[0-9]{1,3}|[0-9]{2}[+])$": "age-form",
}


def _field_word(path: Path, document: Document) -> str:
    """The author's word for the last field of a path, found by walking the shape along it."""
    node: Node = root()
    word = str(path[-1])
    for part in path:
        node = resolve(node)
        if isinstance(part, int):
            node = node["items"]
        elif is_model(node):
            word = vocabulary.field_word(node["title"], part).word(document.language)
            node = node["properties"][part]
        else:
            node = keyed_value(node) if is_keyed(node) else alternatives(node)[0]
    return word
