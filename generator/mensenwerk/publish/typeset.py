"""A sheet as PNG or PDF, by Typst, with the letters that ship with the program: the same on every machine."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

from mensenwerk.ecomap.sheet import SheetText
from mensenwerk.problems import Language

PPI = 300
_FONTS = Path(__file__).resolve().parents[1] / "fonts"
_SOURCE = """\
#set document(title: sys.inputs.title)
#set text(lang: sys.inputs.lang, font: "Liberation Sans")
#set page(width: 297mm, height: 210mm, margin: 0mm)
#image("sheet.svg", width: 297mm, alt: sys.inputs.alt)
"""


def typeset(sheet: str, form: Literal["png", "pdf"], text: SheetText, language: Language) -> bytes:
    """A sheet (an SVG of A4, lying) as a picture of 300 dots to the inch, or as a PDF that can be read aloud
    (PDF/UA-1). Raises ValueError where a letter is in no font that ships."""
    import typst  # it takes a while to load, and few commands need it

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "sheet.typ")
        source.write_text(_SOURCE, encoding="utf-8")
        Path(folder, "sheet.svg").write_text(sheet, encoding="utf-8")
        try:
            made = typst.compile(
                str(source),
                root=folder,
                font_paths=[str(_FONTS)],
                ignore_system_fonts=True,
                format=form,
                ppi=float(PPI) if form == "png" else None,
                pdf_standards=["ua-1"] if form == "pdf" else [],
                sys_inputs={"title": text.title, "alt": text.summary, "lang": language},
                timestamp=0,  # the same bytes for the same drawing
            )
        except typst.TypstError as reason:
            raise ValueError("a letter that no font has") from reason
    return bytes(made)
