"""A sheet before it is set: what stands on it, as plain values, and its pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from mensenwerk.ecomap import LegendItem
from mensenwerk.ecomap.painted import as_file, sign
from mensenwerk.problems import Language

Size = Literal["a4", "a3"]
Kind = Literal["wall", "empty", "cards", "steps", "yield"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of paper. `name`: what the file is called, without its ending; `kind`: its template in `publish/paper`;
    `title`: what a reader's program calls it; `view`: a dataclass of plain values, for the template; `pictures`: SVG,
    by the names that the view uses."""

    name: str
    kind: Kind
    title: str
    language: Language
    size: Size
    view: Any
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign to draw with or to read by: the name of its picture, and what it means."""

    picture: str
    words: str


def signs_and_pictures(legend: Sequence[LegendItem], prefix: str = "sign") -> tuple[tuple[Sign, ...], dict[str, bytes]]:
    """The signs of a legend, and their pictures by name. `prefix`: with what their names begin."""
    signs = tuple(Sign(f"{prefix}-{number}.svg", item.words) for number, item in enumerate(legend, start=1))
    return signs, {each.picture: as_file(sign(item)) for each, item in zip(signs, legend, strict=True)}


def file_name(words: str, size: Size) -> str:
    """What a sheet is called; the usual size goes without saying."""
    return words if size == "a4" else f"{words}-{size}"
