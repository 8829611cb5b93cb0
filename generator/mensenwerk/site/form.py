"""The form to make a case with, as a file that can be kept anywhere, and beside the pages of a book that wants it."""

from __future__ import annotations

from pathlib import Path

from mensenwerk.author.form import MARK, form_page
from mensenwerk.author.wording import say
from mensenwerk.ecomap.notation import Notation, hartman
from mensenwerk.pages import wording
from mensenwerk.problems import Language
from mensenwerk.publish.paper import empty_map
from mensenwerk.site.run import Refused, told_plainly
from mensenwerk.source import replace_file


def form_of(language: Language, notation: Notation | None = None) -> str:
    """The form in a language, with the signs of a notation."""
    words, drawn = wording(language), notation or hartman()
    legend = drawn.spoken(words.drawing, language)
    return form_page(language, drawn, legend, empty_map(words, notation=drawn), f"{words.paper['files']['empty']}.pdf")


def write_form(file: Path, language: Language, notation: Notation | None) -> None:
    """Write the form; over an older one, and over nothing else. Raises `Refused`."""
    with told_plainly(file):
        if file.is_dir() or (file.exists() and MARK not in file.read_text(encoding="utf-8", errors="replace")[:4096]):
            raise Refused(say("form_taken", language, file=file))
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, form_of(language, notation).encode())
