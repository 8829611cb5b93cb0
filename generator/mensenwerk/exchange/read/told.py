"""What was done with what could not go along as it was, in words: for the screen, and as remarks in the file itself.

A field of the other tool is named when it looks like one, never a value."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from textwrap import wrap

from mensenwerk.exchange.read.network import Left
from mensenwerk.problems import Language

_LIKE_A_FIELD = re.compile(r"[A-Za-z][\w .:/-]{0,59}", re.ASCII)
_WIDTH = 118


def told(left: Left, language: Language, names_someone: Callable[[str], bool]) -> list[str]:
    """A line for each field and what was done with it; nothing when all went along as it was."""
    lines = []
    for (name, done), times in left.counts.items():
        shown = name if _LIKE_A_FIELD.fullmatch(name) and not names_someone(name) else _say("column", language)
        how_often = "once" if times == 1 else "often"
        lines.append(_say(how_often, language, name=shown, times=times, done=_say(f"done_{done}", language)))
    return [_say("left", language), *(f"- {line}" for line in lines)] if lines else []


def remarks(tool: str, lines: list[str], language: Language) -> str:
    """The same at the head of the file, behind a #: for who works on the case, and never for readers."""
    said = [_say("from", language, tool=tool), _say("yours", language), *lines]
    return "".join(f"# {part}\n" for line in said for part in _wrapped(line))


def _wrapped(line: str) -> Iterator[str]:
    yield from wrap(line, _WIDTH, subsequent_indent="  " if line.startswith("- ") else "")


def _say(key: str, language: Language, /, **values: object) -> str:
    return _wording()[key][language].format(**values)


@cache
def _wording() -> dict[str, dict[Language, str]]:
    text = files("mensenwerk").joinpath("exchange", "read", "wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
