"""What an author probably did where YAML only says what it expected: a finding, and the place to look at.

PyYAML (its C and its Python loader) tells in its own words where reading stopped. The lines around that place tell
more: a colon without a space, a dot where a dash belongs, a text that begins with a bent quotation mark.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

Place = tuple[int, int]
"""Line and column, from 0."""

# What PyYAML says → our finding, and whether it is told where the thing opens (not where reading stopped, which for an
# open quotation mark is the end of the file).
_SAID = (
    ("directive", "yaml-start", True),
    ("entries are not allowed", "yaml-start", False),
    ("mapping keys are not allowed", "yaml-start", False),
    ("block scalar", "block-text", True),
    ("escape", "yaml-escape", False),
    ("quoted scalar", "yaml-quote", True),
    ("scanning an anchor", "alias", True),
    ("tag", "tag", True),
    ("cannot start any token", "yaml-start", False),
    ("flow", "yaml-bracket", True),
)
_STOPPED = ("did not find expected key", "block collection", "expected <block end>")
_BENT = re.compile(r"(?:(?<=: )|(?<=- )|(?<=[\[{,])|(?<=, ))[“”„‟‘«]")
_OTHER_DASH = re.compile(r"(\s*)[•·–—*](?=\s)")
_DASH_WORD = re.compile(r"\s*-(?=[\w\"'])")
_COLON_WORD = re.compile(r"[\w'’ -]+?:(?=[^\s]|\u00a0)")
_OPENS_BLOCK = re.compile(r"(?:^|[:\-]\s+)[>|][-+]?\s*$")


def diagnose(error: yaml.MarkedYAMLError, text: str) -> tuple[str, Place | None]:
    """The finding for a fault of form, and its place."""
    said = f"{error.context or ''} {error.problem or ''}"
    lines = text.split("\n")
    here, opens = _place(error.problem_mark), _place(error.context_mark)
    first = opens or here
    if "mapping values are not allowed" in said and here:
        return _colon_too_many(lines, here)
    if "could not find expected ':'" in said and first:
        return _no_field(lines, first)
    if "scanning an alias" in said and first:
        star = lines[first[0]][first[1] + 1 : first[1] + 2].isspace()
        return ("dash-sign" if star else "alias"), first
    for number, line in enumerate(lines):
        if "document start" in said and line.startswith("%"):  # the Python loader reads on after it
            return "yaml-start", (number, 0)
    for part, code, where in _SAID:
        if part in said:
            return code, (first if where else here or opens)
    if any(part in said for part in _STOPPED):
        before = lines[here[0]][: here[1]] if here else ""
        return ("yaml-rest" if before.strip() else "yaml-indent"), here or opens
    return "yaml-syntax", here or opens


def _colon_too_many(lines: list[str], here: Place) -> tuple[str, Place]:
    """A colon where none is expected: in a text, or in a field that stands too far in."""
    number, column = here
    before = lines[number][:column]
    bent = _BENT.search(before)
    if bent:
        return "curly-quotes", (number, bent.start())
    if ": " in before:
        return "yaml-colon", here
    above, line = _above(lines, number)
    other = _OTHER_DASH.match(line)
    if other:
        return "dash-sign", (above, len(other[1]))
    word = _DASH_WORD.match(line)
    if word:
        return "dash-space", (above, word.end() - 1)
    return "yaml-too-far", (number, len(before) - len(before.lstrip()))


def _no_field(lines: list[str], first: Place) -> tuple[str, Place]:
    """A line that should be a field and is not."""
    number, column = first
    if _OPENS_BLOCK.search(_above(lines, number)[1]):
        return "block-text", first
    word = _COLON_WORD.match(lines[number][column:])
    if word:
        return "colon-space", (number, column + word.end() - 1)
    return "no-colon", first


def _above(lines: list[str], number: int) -> tuple[int, str]:
    """The nearest line above that says something."""
    for each in range(number - 1, -1, -1):
        if lines[each].strip() and not lines[each].lstrip().startswith("#"):
            return each, lines[each]
    return number, ""


def _place(mark: Any) -> Place | None:
    return (mark.line, mark.column) if mark else None
