"""A case, an edition or the whole book bound apart from the site, searched before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mensenwerk.author.wording import say
from mensenwerk.casebook import make
from mensenwerk.model.words import EditionKind
from mensenwerk.problems import as_text
from mensenwerk.publish.typst import LettersError
from mensenwerk.site.handing import cleared_case, refuse_leaks, written
from mensenwerk.site.run import MensenwerkSite, Refused
from mensenwerk.site.shelves import Form, made, shelf_of, words_of

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
    try:
        files = {f"{name}.{form}": made(each, form) for name, each in manuscripts.items()}
    except LettersError as reason:
        raise Refused(say("pdf_letters", settings.language, letters=" ".join(reason.letters))) from reason
    return written(folder, files)
