"""YAML events → plain data with places, refusing what a case file never needs.

PyYAML's own composer follows aliases, and its C version crashes the process on deep nesting. So this
walks the event stream, where depth, size, aliases and tags are seen before anything is built.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from mensenwerk.problems import Problems, Span
from mensenwerk.source.diagnosis import diagnose
from mensenwerk.source.document import Path, Plain, Scalar
from mensenwerk.source.text import unseen

MAX_DEPTH = 12
MAX_EVENTS = 20_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where it was built
_EMPTY = {"", "~", "null", "Null", "NULL"}


class _Refused(Exception):  # noqa: N818 - a way out of the walk, not an error
    """Reading on makes no sense; the reason has been noted."""


@dataclass(slots=True)
class _Frame:
    """An open list or mapping: its value so far, its path, and the key that waits for a value."""

    value: list[Plain] | dict[str, Plain]
    path: Path
    key: str | None = None
    skip: bool = False  # the value of a key that was there already: read, never kept


@dataclass(slots=True)
class Composed:
    """What the stream said: `data` is None when it was refused."""

    data: Plain = None
    spans: dict[Path, Span] = field(default_factory=dict)
    complete: bool = False


def compose(text: str, file: str, problems: Problems) -> Composed:
    """Compose the one document in `text`. Every fault is noted with its place; after a fault in the
    form itself (not in the words) reading stops there and `complete` stays False."""
    composed = Composed()
    try:
        _walk(text, file, problems, composed)
        composed.complete = True
    except _Refused:
        pass
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or ""):  # libyaml has a limit of its own, and meets it first
            problems.add("too-deep", _at(error.problem_mark, file), limit=MAX_DEPTH)
            return composed
        code, place = diagnose(error, text)
        problems.add(code, Span(file, place[0] + 1, place[1] + 1) if place else Span(file))
    except (yaml.YAMLError, ValueError, OverflowError):  # the last two: escapes that are no character
        problems.add("yaml-syntax", Span(file))
    return composed


def _at(mark: Any, file: str) -> Span:
    return Span(file, mark.line + 1, mark.column + 1) if mark else Span(file)


def _walk(text: str, file: str, problems: Problems, composed: Composed) -> None:
    stack: list[_Frame] = []
    documents = 0
    for count, event in enumerate(yaml.parse(text, Loader=_Loader), start=1):
        mark: Any = event.start_mark
        span = Span(file, mark.line + 1, mark.column + 1)
        if count > MAX_EVENTS:
            problems.add("too-many-values", span, limit=MAX_EVENTS)
            raise _Refused
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                problems.add("several-documents", span)
                raise _Refused
        elif isinstance(event, yaml.AliasEvent):
            problems.add("alias", span)
            raise _Refused
        elif isinstance(event, yaml.NodeEvent):
            _check_node(event, span, problems)
            if isinstance(event, yaml.ScalarEvent):
                _scalar(event, span, stack, problems, composed)
            else:
                if len(stack) >= MAX_DEPTH:
                    problems.add("too-deep", span, limit=MAX_DEPTH)
                    raise _Refused
                mapping = isinstance(event, yaml.MappingStartEvent)
                opened: list[Plain] | dict[str, Plain] = {} if mapping else []
                path, skip = _place(opened, span, stack, problems, composed)
                stack.append(_Frame(opened, path, skip=skip))
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()


def _check_node(event: yaml.NodeEvent, span: Span, problems: Problems) -> None:
    if event.anchor is not None:
        problems.add("alias", span)
        raise _Refused
    if getattr(event, "tag", None) is not None:
        problems.add("tag", span)
        raise _Refused


def _scalar(event: yaml.ScalarEvent, span: Span, stack: list[_Frame], problems: Problems, composed: Composed) -> None:
    plain = not event.style  # None from the Python loader, an empty text from the C one
    hidden = unseen(event.value) if event.style == '"' else None
    if hidden is not None:  # written as an escape, so the text of the file did not show it
        problems.add(hidden.code, span, **hidden.values)
    frame = stack[-1] if stack else None
    if frame is not None and isinstance(frame.value, dict) and frame.key is None:
        if event.value == "<<" and plain:
            problems.add("alias", span)
            raise _Refused
        frame.key = event.value
        path = (*frame.path, event.value)
        if event.value in frame.value:
            first = composed.spans[path]
            problems.add("duplicate-key", span, line=first.line)
        elif not frame.skip:
            composed.spans[path] = span
        return
    value = None if plain and event.value in _EMPTY else Scalar(event.value, plain)
    _place(value, span, stack, problems, composed)


def _place(value: Plain, span: Span, stack: list[_Frame], problems: Problems, composed: Composed) -> tuple[Path, bool]:
    """Put `value` where the stream stands; give its path and whether it is to be forgotten."""
    if not stack:
        composed.data = value
        composed.spans[()] = span
        return (), False
    frame = stack[-1]
    if isinstance(frame.value, list):
        path = (*frame.path, len(frame.value))
        frame.value.append(value)
        if not frame.skip:
            composed.spans[path] = span
        return path, frame.skip
    if frame.key is None:
        problems.add("key-not-a-word", span)
        raise _Refused
    key, frame.key = frame.key, None
    path = (*frame.path, key)
    if frame.skip or key in frame.value:
        return path, True
    frame.value[key] = value
    return path, False
