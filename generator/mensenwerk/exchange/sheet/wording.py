"""What stands in a spreadsheet beside the case itself, in the author's language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, cast

from mensenwerk.problems import Language


def say(key: str, language: Language, /, **values: object) -> str:
    """One text of wording.toml, its gaps filled."""
    return _wording()[key][language].strip().format(**values)


def example(sheet: str, column: tuple[str, ...], language: Language) -> str | None:
    """What stands in a column of the example of a sheet, if anything does."""
    said = _examples().get(sheet, {}).get(".".join(column))
    return said[language] if said else None


def explanation(language: Language) -> list[str]:
    """The lines of the sheet that explains the others."""
    return say("explanation", language).splitlines()


def _examples() -> dict[str, dict[str, dict[Language, str]]]:
    found: Any = _wording()["examples"]
    return cast("dict[str, dict[str, dict[Language, str]]]", found)


@cache
def _wording() -> dict[str, dict[Language, str]]:
    text = files("mensenwerk").joinpath("exchange", "sheet", "wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
