"""What the program says to the author alone, in the language of the case or the book."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from mensenwerk.problems import Language


def say(key: str, language: Language, /, **values: object) -> str:
    """One text of author/wording.toml, its gaps filled."""
    return _wording()[key][language].strip().format(**values)


@cache
def _wording() -> dict[str, dict[Language, str]]:
    return tomllib.loads(files("mensenwerk").joinpath("author", "wording.toml").read_text(encoding="utf-8"))
