"""What the model finds wrong with a document, in the author's words; and the way back from the model to the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mensenwerk.model import vocabulary
from mensenwerk.model.shape import Kind, Node, alternatives, is_keyed, is_model, keyed_value, resolve, root
from mensenwerk.model.translate import Translation, place
from mensenwerk.problems import Problems, Span
from mensenwerk.source import Document, Path


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read, and the way back from paths of its model to its lines."""

    document: Document
    translation: Translation
    kind: Kind

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
        return _field_word(path, self)


def tell(error: ValidationError, file: ReadFile, problems: Problems) -> None:
    """Note what pydantic found, except what only follows from something else."""
    translation = file.translation
    faults = error.errors(include_url=False, include_context=True, include_input=False)
    for fault in faults:
        path: Path = tuple(fault["loc"])
        if path in translation.failed or _follows(fault["type"], path, [each["loc"] for each in faults]):
            continue
        span = file.span(path)
        context: dict[str, Any] = fault.get("ctx", {})
        match fault["type"]:
            case "missing":
                code = "missing-value" if path in translation.places else "missing"
                problems.add(code, span, field=_field_word(path, file))
            case "string_pattern_mismatch":
                problems.add(PATTERNS.get(context["pattern"], "form"), span)
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

PATTERNS = {
    r"^[a-z0-9-]{1,64}$": "id-form",
    r"^[0-9a-f]{16}$": "fingerprint-form",
    r"^[0-9]{4}-(0[1-9]|1[0-2])$": "month-form",
    r"^([0-9]{1,2}-[0-9]{1,3}|[0-9]{2}[+])$": "age-form",
}


def _field_word(path: Path, file: ReadFile) -> str:
    """The author's word for the last field of a path, found by walking the shape along it."""
    node: Node = root(file.kind)
    word = str(path[-1])
    for part in path:
        node = resolve(node)
        if isinstance(part, int):
            node = node["items"]
        elif is_model(node):
            word = vocabulary.field_word(node["title"], part).word(file.document.language)
            node = node["properties"][part]
        else:
            node = keyed_value(node) if is_keyed(node) else alternatives(node)[0]
    return word
