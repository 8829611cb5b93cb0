"""A sheet as PNG or PDF, with the letters that ship with the program: the same on every machine."""

from __future__ import annotations

from typing import Literal

from mensenwerk.ecomap.sheet import SheetText
from mensenwerk.problems import Language
from mensenwerk.publish.typst import FONT, compile_pdf, compile_pngs, quoted

PPI = 300
_SOURCE = f"""\
#set document(title: sys.inputs.title)
#set text(lang: sys.inputs.lang, font: {quoted(FONT)})
#set page(width: 297mm, height: 210mm, margin: 0mm)
#image("sheet.svg", width: 297mm, alt: sys.inputs.alt)
"""


def typeset(sheet: str, form: Literal["png", "pdf"], text: SheetText, language: Language) -> bytes:
    """A sheet (an SVG of A4, lying) as a picture of 300 dots to the inch, or as a PDF that can be read aloud and kept
    (PDF/UA-1, PDF/A-2a). Raises LettersError where a letter is in no font that ships."""
    files = {"sheet.svg": sheet.encode()}
    inputs = {"title": text.title, "alt": text.summary, "lang": language}
    return compile_pngs(_SOURCE, files, inputs, PPI)[0] if form == "png" else compile_pdf(_SOURCE, files, inputs)
