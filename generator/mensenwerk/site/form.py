"""The form to make a case with, as a file that can be kept anywhere, and beside the pages of a book that wants it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mensenwerk.author.form import form_page
from mensenwerk.casebook import Checked, Settings
from mensenwerk.ecomap.notation import Notation, hartman
from mensenwerk.pages import Addresses, html_uri, wording
from mensenwerk.problems import Language
from mensenwerk.publish.paper import empty_map


def form_of(language: Language, notation: Notation | None = None) -> str:
    """The form in a language, with the signs of a notation."""
    words, drawn = wording(language), notation or hartman()
    legend = drawn.spoken(words.drawing, language)
    return form_page(language, drawn, legend, empty_map(words, notation=drawn), f"{words.paper['files']['empty']}.pdf")


def put_form(files: Files, settings: Settings, checked: Checked, config: MkDocsConfig) -> None:
    """Let the form lie beside the pages, in place of an author's own file that would stand there."""
    address = html_uri(Addresses(settings.language).form())
    for file in [each for each in files if each.dest_uri == address]:
        files.remove(file)
    text = form_of(settings.language, checked.notations.get(settings.notation))
    files.append(File.generated(config, address, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
