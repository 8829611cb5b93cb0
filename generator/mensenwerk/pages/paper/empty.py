"""An empty map: a circle for whose it is, rings for how close, and signs to draw with.

Rings and no sectors: first comes who is important, and whose map it is decides how close; compartments would ask to be
filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mensenwerk.ecomap.legend import codes_of, signs_of
from mensenwerk.ecomap.notation import Notation, hartman
from mensenwerk.pages.paper.sheet import Sheet, Sign, Size, file_name, signs_and_pictures
from mensenwerk.pages.wording import Wording

SIGNS = (
    "strong", "ordinary", "weak", "broken", "tension-sometimes", "tension-often",
    "energy-gives", "energy-costs", "energy-both", "word",
)  # fmt: skip
"""What people need to draw ties; shapes they make up themselves."""
_RINGS = ("inner", "middle", "outer")


@dataclass(frozen=True, slots=True)
class EmptyView:
    """`centre`: what stands in the circle in the middle; `rings`: how close, from the middle; `told`: the picture in
    words. `t`: the words of the sheet itself."""

    centre: str
    rings: tuple[str, ...]
    told: str
    signs: tuple[Sign, ...]
    t: Mapping[str, Any]


def empty_sheet(words: Wording, size: Size = "a4", notation: Notation | None = None) -> Sheet:
    """A map for anyone to draw on. `notation`: whose signs it shows; Hartman's where none is named."""
    said = words.paper["empty"]
    view, pictures = empty_view(words, said["centre"], notation)
    name = file_name(words.paper["files"]["empty"], size)
    return Sheet(name, "empty", said["document"], words.language, size, view, pictures)


def empty_view(words: Wording, centre: str, notation: Notation | None) -> tuple[EmptyView, dict[str, bytes]]:
    """What stands on an empty map, and the pictures of its signs."""
    notation = notation or hartman()
    said, rings = words.paper["empty"], tuple(words.ecomap["rings"][ring] for ring in _RINGS)
    spoken = notation.spoken(words.drawing, words.language)
    signs, pictures = signs_and_pictures((*signs_of(SIGNS, spoken, notation), *codes_of(spoken, notation)))
    told = said["told"].format(rings=words.names(list(rings)))
    return EmptyView(centre=centre, rings=rings, told=told, signs=signs, t=said), pictures
