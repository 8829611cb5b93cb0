"""Findings about what an author wrote, as values: gathered first, told all at once.

Everything that can be wrong with a file becomes a `Problem`. Nothing here is raised and nothing is
printed: the floors above gather problems, and the command line or the plugin tells them. The wording
lies apart in `problems.toml`, in both languages, so that it can be edited without touching code.

A message never repeats what the author wrote (a log is read by more people than the file). It only
repeats words of the program's own vocabulary, numbers, and ids of cases and maps.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

Severity = Literal["error", "warning", "info"]
Language = Literal["nl", "en"]

_ORDER: dict[str, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file. `line` and `column` count from 1, as editors do; 0 means "the whole file"."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: a code that names its wording, a place, and the words that fill the wording.

    `values` may hold only words that may be seen by everyone: see the module's docstring.
    """

    code: str
    span: Span
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = "error"
    language: Language = "nl"

    def message(self) -> str:
        """What is wrong, in the language of the file."""
        return self._fill("message")

    def hint(self) -> str:
        """What the author can do about it."""
        return self._fill("hint")

    def _fill(self, part: str) -> str:
        return wording()[self.code][f"{part}_{self.language}"].format(**dict(self.values)).strip()

    def __str__(self) -> str:
        return f"{self.span}: {self.message()} {self.hint()}".rstrip()


@dataclass(slots=True)
class Problems:
    """A growing list of findings about one file, which knows the language to speak."""

    language: Language = "nl"
    found: list[Problem] = field(default_factory=list)

    def add(self, code: str, span: Span, severity: Severity = "error", /, **values: object) -> None:
        """Note a finding; `values` fill the wording of `code` in problems.toml."""
        filled = tuple((name, str(value)) for name, value in values.items())
        self.found.append(Problem(code, span, filled, severity, self.language))

    def errors(self) -> list[Problem]:
        return [problem for problem in self.found if problem.severity == "error"]


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """By file and place, each finding once, as an author works through a file."""
    return sorted(set(problems), key=lambda p: (p.span, _ORDER[p.severity], p.code, p.values))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether anything stands in the way of publishing."""
    return any(problem.severity == "error" for problem in problems)


def as_text(problems: Iterable[Problem]) -> str:
    """A line per finding, the form that editors and terminals know."""
    return "\n".join(str(problem) for problem in ordered(problems))


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of objects with file, line, column, severity, code, message and hint."""
    rows = [
        {**asdict(p.span), "severity": p.severity, "code": p.code, "message": p.message(), "hint": p.hint()}
        for p in ordered(problems)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows as annotations beside the line (one a finding)."""
    kinds = {"error": "error", "warning": "warning", "info": "notice"}
    return "\n".join(
        f"::{kinds[p.severity]} file={_property(p.span.file)},line={max(p.span.line, 1)},"
        f"col={max(p.span.column, 1)},title={_property(p.code)}::{_data(f'{p.message()} {p.hint()}'.strip())}"
        for p in ordered(problems)
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


@cache
def wording() -> dict[str, dict[str, str]]:
    """The wording of every code: message and hint in Dutch and English."""
    text = files("mensenwerk").joinpath("problems.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
