"""The one door to Typst: source and files in, a PDF or a picture out; and how words become Typst source.

Nothing but what is given and the letters that ship with the program is read: no fonts of the system, no files outside,
no packages. The same source gives the same bytes."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

FONT = "Liberation Sans"
"""The letters that ship: no others are sure to be there."""
READ_ALOUD = ("ua-1", "a-2a")
"""PDF/UA-1 (can be read aloud, fails without a text for a picture) and PDF/A-2a (can be kept) in one file."""
_FONTS = Path(__file__).resolve().parents[1] / "fonts"
_MAIN = "main.typ"
_LACKING = re.compile(r'the text `"(.*?)"` could not be displayed')
_UNSAFE = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')


class LettersError(ValueError):
    """Words have letters (`letters`) that are in no font."""

    def __init__(self, letters: str) -> None:
        super().__init__("letters that no font has")
        self.letters = letters


def compile_pdf(
    source: str,
    files: Mapping[str, bytes] | None = None,
    inputs: Mapping[str, str] | None = None,
    standards: tuple[str, ...] = READ_ALOUD,
) -> bytes:
    """A PDF of Typst source. `files`: what it may read, by name (`image("map-1.svg")`); `inputs`: its `sys.inputs`.
    Raises LettersError."""
    return _compile(source, files or {}, inputs or {}, "pdf", standards=standards)[0]


def compile_pngs(
    source: str, files: Mapping[str, bytes] | None = None, inputs: Mapping[str, str] | None = None, ppi: int = 300
) -> list[bytes]:
    """The same as pictures, one a page. Raises LettersError."""
    return _compile(source, files or {}, inputs or {}, "png", ppi=ppi)


def quoted(words: str) -> str:
    """Words as a string of Typst, with its quotes: for where code stands (`alt: "…"`)."""
    return '"' + _UNSAFE.sub(_escape, words) + '"'


def text(words: str) -> str:
    """Words as text of Typst, for where markup stands: nothing in them is read as markup, code, a dash or a quote."""
    return f"#{quoted(words)};" if words else ""


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}" if sign[0] in '\\"' else f"\\u{{{ord(sign[0]):x}}}"


def _compile(
    source: str,
    files: Mapping[str, bytes],
    inputs: Mapping[str, str],
    form: Literal["pdf", "png"],
    *,
    standards: tuple[str, ...] = (),
    ppi: int = 300,
) -> list[bytes]:
    import typst  # it takes a while to load, and few commands need it

    with tempfile.TemporaryDirectory() as folder:
        for name, content in {_MAIN: source.encode(), **files}.items():
            Path(folder, name).write_bytes(content)
        try:
            made = typst.compile(
                str(Path(folder, _MAIN)),
                root=folder,
                font_paths=[str(_FONTS)],
                ignore_system_fonts=True,
                format=form,
                ppi=float(ppi) if form == "png" else None,
                pdf_standards=list(standards),  # type: ignore[arg-type]  # its names, as a tuple
                sys_inputs=dict(inputs),
                timestamp=0,  # the same bytes for the same source
            )
        except typst.TypstError as reason:
            lacking = "".join(_LACKING.findall(str(reason)))
            if lacking:
                raise LettersError("".join(dict.fromkeys(lacking))) from reason
            raise  # our own fault: source that is not Typst
    return made if isinstance(made, list) else [made]
