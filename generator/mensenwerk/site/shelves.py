"""What is bound of a casebook: its manuscripts, what is searched in them, and the files that become of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig

from mensenwerk.casebook import Casebook, Settings
from mensenwerk.casebook.manuscripts import Shelf
from mensenwerk.publish.manuscript import Manuscript
from mensenwerk.publish.one_file import html_of
from mensenwerk.publish.pdf import pdf_of
from mensenwerk.publish.pictures import PICTURES, plain_picture
from mensenwerk.site.own_pages import own_files

Form = Literal["pdf", "html"]


def shelf_of(casebook: Casebook, settings: Settings, config: MkDocsConfig) -> Shelf:
    """A casebook with what mkdocs.yml says around it."""
    files = own_files(config)

    def picture(uri: str) -> bytes | None:
        path = files.get(uri)
        return plain_picture(uri, path.read_bytes()) if path and path.suffix.lower() in PICTURES else None

    return Shelf(
        casebook,
        settings,
        name=config.site_name,
        about=config.site_description or "",
        notice=config.copyright or "",
        order=tuple(_leaves(config.nav)),
        picture=picture,
    )


def words_of(manuscript: Manuscript) -> bytes:
    """All that a manuscript says and draws, before it is cut into lines and pages: nothing else goes into what is made
    of it, and to read a finished PDF takes ten times as long."""
    told = [manuscript.title, manuscript.lead, manuscript.kind, manuscript.book, *manuscript.statements]
    said = "\n".join([*told, *(f"{each.title}\n{each.html}" for each in manuscript.chapters)])
    return b"\n".join([said.encode(), *manuscript.pictures.values()])


def made(manuscript: Manuscript, form: Form) -> bytes:
    """A manuscript as PDF or as one HTML file. Raises LettersError."""
    return html_of(manuscript) if form == "html" else pdf_of(manuscript)


def _leaves(nav: Any) -> Iterator[str]:
    """The pages of a navigation, in their order."""
    if isinstance(nav, str):
        yield nav
    for each in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _leaves(each)
