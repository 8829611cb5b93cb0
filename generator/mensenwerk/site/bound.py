"""What is bound to take along (a case, an edition, the whole book) as PDF, searched before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig

from mensenwerk.author.wording import say
from mensenwerk.casebook import Casebook, Settings, make
from mensenwerk.casebook.manuscripts import Shelf
from mensenwerk.model.words import EditionKind
from mensenwerk.problems import as_text
from mensenwerk.publish.manuscript import Manuscript
from mensenwerk.publish.one_file import html_of
from mensenwerk.publish.pdf import pdf_of
from mensenwerk.publish.pictures import PICTURES, plain_picture
from mensenwerk.publish.typst import LettersError
from mensenwerk.site.handing import cleared_case, refuse_leaks, written
from mensenwerk.site.own_pages import own_files
from mensenwerk.site.run import MensenwerkSite, Refused

Form = Literal["pdf", "html"]
Asked = tuple[EditionKind | None, str]
"""An edition by its id, and of which kind it has to be; None: of any."""


def bind(site: MensenwerkSite, cases: Sequence[str], asked: Sequence[Asked], form: Form, folder: Path) -> list[Path]:
    """Bind some cases, and the editions `asked` for, each by itself, or with none the whole book, into `folder`. Gives
    the files. Raises `Refused` for what these readers may not see, for what is not there, and for what would tell too
    much."""
    checked, settings = site.check(), site.settings
    if checked.refused:
        raise Refused(as_text(checked.problems))
    site.refuse_published(folder)
    chosen = [cleared_case(site, checked, case) for case in cases]
    editions = [edition for _, edition in asked]
    for kind, edition in asked:
        known = [read.edition.id for read in checked.editions if kind in (None, read.edition.kind)]
        if edition not in known:
            key = "unknown_edition" if kind is None else "unknown_edition_of_kind"
            raise Refused(say(key, settings.language, editions=", ".join(known) or "–"))
    # a book of a thousand cases is not drawn for one
    few = replace(checked, cleared=tuple(chosen), written={}, editions=()) if cases and not editions else checked
    shelf = shelf_of(make(settings, few), settings, site.config)
    named = {case: shelf.addresses.case(case) for case in cases}
    named |= {edition: shelf.addresses.edition(edition) for edition in editions}
    manuscripts = {name: shelf.one(uri) for name, uri in named.items()} or {shelf.book_id: shelf.whole()}
    # searched as the markup that it is: a name that is half bold in it is one name on paper
    refuse_leaks(site, checked, {f"{name}.html": words_of(each) for name, each in manuscripts.items()})
    files = {f"{name}.{form}": made(each, form, settings) for name, each in manuscripts.items()}
    return written(folder, files)


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


def made(manuscript: Manuscript, form: Form, settings: Settings) -> bytes:
    """A manuscript as PDF or as one HTML file. Raises `Refused`."""
    if form == "html":
        return html_of(manuscript)
    try:
        return pdf_of(manuscript)
    except LettersError as reason:
        raise Refused(say("pdf_letters", settings.language, letters=" ".join(reason.letters))) from reason


def _leaves(nav: Any) -> Iterator[str]:
    """The pages of a navigation, in their order."""
    if isinstance(nav, str):
        yield nav
    for each in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _leaves(each)
