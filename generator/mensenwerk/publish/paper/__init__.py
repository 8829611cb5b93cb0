"""Sheets of paper, set by Typst. What stands on them goes in as data, never as source: nothing in it is ever run."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files

from mensenwerk.ecomap.notation import Notation
from mensenwerk.pages.paper import Sheet, Size, empty_sheet
from mensenwerk.pages.wording import Wording
from mensenwerk.publish.typst import compile_pdf

_SHARED = ("house.typ", "empty-map.typ")


def set_sheet(sheet: Sheet) -> bytes:
    """A sheet as a PDF that can be printed, read aloud and kept. Raises LettersError."""
    source, given = source_of(sheet)
    return compile_pdf(source, given)


def source_of(sheet: Sheet) -> tuple[str, dict[str, bytes]]:
    """The template of a sheet, and the files that it reads."""
    data = {"title": sheet.title, "language": sheet.language, "size": sheet.size, **asdict(sheet.view)}
    shared = {name: _template(name).encode() for name in _SHARED}
    return _template(f"{sheet.kind}.typ"), {**shared, **sheet.pictures, "data.json": json.dumps(data).encode()}


def empty_map(words: Wording, size: Size = "a4", notation: Notation | None = None) -> bytes:
    """An empty map as a PDF: it needs no case. The same bytes each time."""
    return set_sheet(empty_sheet(words, size, notation))


def _template(name: str) -> str:
    return files("mensenwerk").joinpath("publish", "paper", name).read_text(encoding="utf-8")
