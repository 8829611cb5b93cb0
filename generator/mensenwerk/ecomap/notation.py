"""Notations: how a map is drawn, a file each in themes/notations. What a line means does not change, only its look.

A casebook's own notations lie in `themes/notations` beside its mkdocs.yml and go before those that come along.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from mensenwerk.model import words as w
from mensenwerk.themes import themes_folder

DEFAULT = "hartman"
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{1,3}$")]
"""A few letters that stand for a word of the legend."""
Words = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Kind = Literal["practical", "company", "advice", "emotional"]


class NotationError(Exception):
    """A file that is no notation. `where`: the name in it that is wrong, or the line; never what stands there."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stroke(_Part):
    """A line: its width in units, its dashes as SVG writes them, and how many run side by side."""

    width: Annotated[float, Field(ge=0.5, le=8)]
    dash: Annotated[str, StringConstraints(pattern=r"^(\d{1,2}(\.\d)?( \d{1,2}(\.\d)?){1,5})?$")] = ""
    lines: Annotated[int, Field(ge=1, le=3)] = 1


class Ticks(_Part):
    """Distances between cross-ticks, in units."""

    sometimes: Annotated[float, Field(ge=6, le=60)]
    often: Annotated[float, Field(ge=6, le=60)]


class Coded(_Part):
    """A code and what it stands for, in both languages."""

    code: Code
    nl: Words
    en: Words


class Named(_Part):
    nl: Words
    en: Words


class Notation(_Part):
    """How a map is drawn.

    `ties` and `links`: lines to the centre by strength, and among people around by bond; `broken`: a tie that was
    broken, which always has a gap with two bars; `sectors`: whether the ground behind a circle of people is tinted and
    named; `circles`: codes above names; `support`: codes on lines, of what goes to and fro; `words`: what the legend
    says otherwise than the program, by key of the legend.
    """

    name: Named
    sectors: bool = True
    ties: dict[w.Strength, Stroke]
    links: dict[w.Bond, Stroke]
    broken: Stroke
    ticks: Ticks
    circles: dict[w.Circle, Coded] = {}
    support: dict[Kind, Coded] = {}
    words: dict[str, Named] = {}

    @model_validator(mode="after")
    def _whole(self) -> Notation:
        if set(self.ties) != set(w.Strength):
            raise ValueError("ties")
        if set(self.links) != set(w.Bond) - {w.Bond.NONE}:
            raise ValueError("links")
        return self

    def spoken(self, words: Mapping[str, str], language: Literal["nl", "en"]) -> dict[str, str]:
        """The words of the legend in this notation, with its codes and its name (`notation`)."""
        coded = {circle_key(each.code): getattr(each, language) for each in self.circles.values()}
        coded |= {support_key(each.code): getattr(each, language) for each in self.support.values()}
        own = {key: getattr(each, language) for key, each in self.words.items()}
        return {**words, **coded, **own, "notation": getattr(self.name, language)}

    def circle_code(self, circle: w.Circle) -> str:
        """The code of a circle of people; nothing where this notation has none."""
        return self.circles[circle].code if circle in self.circles else ""

    def support_codes(self, support: Sequence[tuple[str, w.Exchange]]) -> list[str]:
        """The codes of what goes to and fro, in the order of the notation."""
        kinds = {kind for kind, _ in support}
        return [each.code for kind, each in self.support.items() if kind in kinds]


def circle_key(code: str) -> str:
    """The key of the legend for the code of a circle of people."""
    return f"code-circle-{code}"


def support_key(code: str) -> str:
    """The key of the legend for the code of what goes to and fro."""
    return f"code-support-{code}"


def known_notations(own: Path | None = None) -> dict[str, Path]:
    """The files of all notations by their names; those in the folder `own` go before those that come along."""
    folders = [themes_folder() / "notations", *([own] if own else [])]
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}


def read_notation(path: Path) -> Notation:
    """Raises NotationError."""
    try:
        return Notation.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except tomllib.TOMLDecodeError as reason:
        raise NotationError(str(reason).rpartition("(")[2].rstrip(")")) from reason
    except (OSError, UnicodeDecodeError) as reason:
        raise NotationError("?") from reason
    except ValidationError as reason:
        first = reason.errors()[0]
        raise NotationError(".".join(map(str, first["loc"])) or str(first["ctx"]["error"])) from reason


@cache
def hartman() -> Notation:
    """The notation that is drawn where none is chosen (Hartman, 1978)."""
    return read_notation(themes_folder() / "notations" / f"{DEFAULT}.toml")
