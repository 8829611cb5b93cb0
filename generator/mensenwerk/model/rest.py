"""Rules on a case that has other faults: so that an author is told everything at once.

What does not fit the model is replaced by something that does; whatever a rule then finds about such a
replacement is left out. A case mended like this is never given away.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from mensenwerk.model.case import Case
from mensenwerk.model.rules import hold_rules
from mensenwerk.model.translate import Translation, place
from mensenwerk.problems import Problems, Span
from mensenwerk.source import Document, Path

_STAND_IN = "stand-in"
_ELSEWHERE = Span("", -1)
"""The place of what was replaced."""

_REQUIRED: dict[str, Any] = {
    "between": [f"{_STAND_IN}-a", f"{_STAND_IN}-b"],
    "by": "client",
    "centre": [{"id": f"{_STAND_IN}-c", "who": _STAND_IN}],
    "intended_for": "internal",
    "month": "2026-01",
    "origin": "fictional",
    "type": "not-a-burden",
}
"""What stands in for a field that cannot be left out."""

_REQUIRED_TEXTS = {"id", "title", "who", "what", "of", "role"}
"""Fields that cannot be left out and take any short word."""


def hold_rules_on_the_rest(
    error: ValidationError, document: Document, translation: Translation, problems: Problems
) -> None:
    """Note every rule that is broken by what does fit the model."""
    data = deepcopy(translation.data)
    replaced: list[Path] = []
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    for number, fault in enumerate(faults):
        path = _standing(data, fault["loc"])
        if fault["type"] == "too_long":  # what is beyond the limit may be referred to
            return
        _replace(data, path, number)
        replaced.append(path)
    try:
        case = Case.model_validate(data)
    except ValidationError:  # one replacement was not enough: the author sees the rest next time
        return

    def span(path: Path) -> Span:
        if any(path[: len(each)] == each for each in replaced):
            return _ELSEWHERE
        return place(translation, document, path)

    found = Problems(problems.language)
    hold_rules(case, span, found)
    problems.found.extend(
        each
        for each in found.found
        if each.span != _ELSEWHERE and not any(_STAND_IN in value for _, value in each.values)
    )


def _standing(data: Any, where: tuple[Any, ...]) -> Path:
    """The part of a fault's path that leads through the data; pydantic adds the kind of a value behind it."""
    for length, part in enumerate(where):
        if not isinstance(data, (dict, list)) or part == "[key]":
            return where[:length]
        data = data[part] if isinstance(data, list) else data.get(part, {})
    return where


def _replace(data: Any, path: Path, number: int) -> None:
    """Take what stands at `path` out of `data`, or put something in its place that fits."""
    for part in path[:-1]:
        if isinstance(data, dict) and part not in data:
            return  # taken out already, with what is around it
        data = data[part]
    last: Any = path[-1]
    if last in _REQUIRED:
        data[last] = _REQUIRED[last]
    elif isinstance(data, list):
        data[last] = _REQUIRED["between"] if isinstance(data[last], list) else f"{_STAND_IN}-{number}"
    elif last in _REQUIRED_TEXTS:
        data[last] = f"{_STAND_IN}-{number}"
    else:
        data.pop(last, None)
