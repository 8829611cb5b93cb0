"""What readers can take along from a site: the book, its cases and its editions, as mkdocs.yml names them; each is made
with the site and linked on its page."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError

from mensenwerk.casebook import Casebook, Checked, Settings
from mensenwerk.casebook.manuscripts import Shelf
from mensenwerk.casebook.types import HOME
from mensenwerk.kept import Kept, key_of
from mensenwerk.pages import Addresses, Page
from mensenwerk.pages.address import link, slug
from mensenwerk.publish.manuscript import Manuscript
from mensenwerk.publish.scan import Leak, Scan
from mensenwerk.site.leaks import Searched
from mensenwerk.site.shelves import Form, made, words_of

Group = Literal["book", "cases", "editions"]
Named = Mapping[Group, Sequence[Form]]
_KNOWN = (
    "It names book, cases or editions, each with pdf, html or both; for example {book: [pdf], editions: [pdf, html]}."
)
_HEAD = re.compile(
    r"\s*(?:<p class=\"mw-kicker\">.*?</p>\s*)?<h1\b.*?</h1>\s*"
    r"(?:(?:<p class=\"mw-(?:kicker|small)\">.*?</p>|<div class=\"mw-lead\">.*?</div>|<nav\b.*?</nav>)\s*)*",
    re.DOTALL,
)
"""What a made page begins with, before it tells anything."""


class DownloadsOption(c.OptionallyRequired[Any]):
    """The option `downloads`: which parts of the book can be taken along, and as what."""

    def __init__(self) -> None:
        super().__init__(default={})

    def run_validation(self, value: object) -> Named:
        if not isinstance(value, dict):
            raise ValidationError(_KNOWN)
        for group in value:
            if group not in get_args(Group):
                raise ValidationError(f"“{group}” is not known. {_KNOWN}")
        named = {group: [forms] if isinstance(forms, str) else forms for group, forms in value.items()}
        for group, forms in named.items():
            if not isinstance(forms, list) or not forms or not set(map(str, forms)) <= set(get_args(Form)):
                raise ValidationError(f"“{group}” asks for something else than pdf or html. {_KNOWN}")
        return {group: [form for form in get_args(Form) if form in forms] for group, forms in named.items()}


@dataclass(frozen=True, slots=True)
class Download:
    """A file at `file` in the site, for the page `page` (which ends in .md)."""

    page: str
    file: str
    form: Form


def wanted_downloads(
    named: Named, casebook: Casebook, checked: Checked, settings: Settings
) -> dict[str, list[Download]]:
    """What can be taken along, by the page on which it is linked."""
    addresses = Addresses(settings.language)
    pages: dict[Group, list[str]] = {
        "book": [HOME],
        "cases": [addresses.case(case.id) for case in casebook.cases],
        "editions": [addresses.edition(read.edition.id) for read in checked.editions],
    }
    folder = addresses.folder("take")
    names = {page: page.removesuffix(".md") for group in named for page in pages[group]} | {HOME: slug(settings.book)}
    return {
        page: [Download(page, f"{folder}/{names[page]}.{form}", form) for form in forms]
        for group, forms in named.items()
        for page in pages[group]
    }


def made_of(ways: Mapping[str, Sequence[Download]], ours: Mapping[str, Page]) -> set[str]:
    """The files that are made of pages of ours alone: of cases, and of editions without an author's own chapters."""
    return {
        each.file
        for page, found in ways.items()
        if page != HOME and ours.keys() >= {page, *ours[page].followed_by}
        for each in found
    }


def with_ways(html: str, ways: Sequence[Download], addresses: Addresses) -> str:
    """A page with a line on it that leads to what can be taken along: under what it begins with; on the home page,
    where an author wrote the beginning, at the end."""
    said = addresses.words.site["take"]
    here = ways[0].page
    links = " · ".join(
        f'<a href="{link(each.file, here)}"{" download" if each.form == "html" else ""}>{said[each.form]}</a>'
        for each in ways
    )
    line = f'<p class="mw-along">{said["book" if here == HOME else "page"]} {links}</p>\n'
    head = _HEAD.match(html) if here != HOME else None
    place = head.end() if head else len(html)
    return f"{html[:place]}\n{line}{html[place:]}"


def bind_downloads(
    ways: Mapping[str, Sequence[Download]], shelf: Shelf, scan: Scan, kept: Kept, folder: Path
) -> Searched:
    """Make all that can be taken along, in the finished site at `folder`: one after the other, for a thousand of them
    do not fit in memory. Raises LettersError.

    Each is searched as the markup that it is bound of: a name that is half bold there is one name on paper, and to
    read a finished PDF takes ten times as long."""
    clean: list[str] = []
    leaks: list[Leak] = []
    for page, forms in ways.items():
        manuscript = shelf.whole() if page == HOME else shelf.one(page)
        for each in forms:
            raw = _made(manuscript, each.form, kept)
            found = list(scan.file(each.file, words_of(manuscript)))
            leaks += found
            if not found:
                clean.append(scan.digest(each.file, raw))
            place = folder / each.file
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(raw)
    return Searched(frozenset(clean), tuple(leaks))


def _made(manuscript: Manuscript, form: Form, kept: Kept) -> bytes:
    """A manuscript bound; a PDF of the same one is not set again."""
    if form == "html":
        return made(manuscript, form)
    key = key_of("download", form, repr(manuscript))
    piece = kept.get(key)
    if isinstance(piece, str):
        return b64decode(piece)
    raw = made(manuscript, form)
    kept.put(key, b64encode(raw).decode())
    return raw
