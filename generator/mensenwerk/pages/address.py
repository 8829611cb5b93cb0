"""Where pages stand: Markdown addresses from the root of the site, and links between them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from posixpath import dirname, relpath
from zlib import crc32

from mensenwerk.pages.wording import Wording, wording
from mensenwerk.problems import Language


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one language, all ending in `.md`."""

    language: Language

    @property
    def words(self) -> Wording:
        return wording(self.language)

    def folder(self, kind: str) -> str:
        return self.words.site["address"][kind]

    def overview(self, kind: str) -> str:
        """The overview of `cases`, `characteristics`, `dilemmas`, `editions` or `themes`."""
        return f"{self.folder(kind)}/index.md"

    def leaf(self, page: str, number: int) -> str:
        """Where the list of a page goes on; `number` from 2."""
        return f"{re.sub(r'(/index)?[.]md$', '', page)}/{self.folder('leaf')}/{number}.md"

    def case(self, case_id: str) -> str:
        return f"{self.folder('cases')}/{case_id}.md"

    def characteristic(self, name: str) -> str:
        return f"{self.folder('characteristics')}/{self.words.characteristics[name]['slug']}.md"

    def dilemma(self, name: str) -> str:
        return f"{self.folder('dilemmas')}/{self.words.dilemmas[name]['slug']}.md"

    def theme(self, theme: str) -> str:
        """The place of a theme in the overview."""
        return f"{self.overview('themes')}#theme-{slug(theme)}"

    def theme_list(self, theme: str) -> str:
        """Before the leaves of a theme; there is no page here."""
        return f"{self.folder('themes')}/theme-{slug(theme)}.md"

    def edition(self, edition_id: str) -> str:
        return f"{self.folder('editions')}/{edition_id}.md"

    def removal(self) -> str:
        """Where a reader learns how to have something taken away."""
        return f"{self.folder('removal')}.md"

    def accessibility(self) -> str:
        """Where a reader learns what this book does for readers of all kinds, and what nobody has checked."""
        return f"{self.folder('accessibility')}.md"

    def form(self) -> str:
        """Where the form to make a case with lies, in a book that carries it."""
        return f"{self.folder('form')}.md"

    def search(self) -> str:
        return f"{self.folder('search')}.md"


def for_the_theme(language: Language) -> dict[str, str]:
    """What the theme links to on every page: its name there → the finished page."""
    addresses = Addresses(language)
    return {"search_uri": html_uri(addresses.search()), "accessibility_uri": html_uri(addresses.accessibility())}


def link(target: str, here: str) -> str:
    """A link from page `here` to page `target` as it stands in finished HTML (both end in .md)."""
    path, _, anchor = target.partition("#")
    found = relpath(html_uri(path), dirname(here) or ".")
    return f"{found}#{anchor}" if anchor else found


def html_uri(uri: str) -> str:
    """The finished page of a Markdown page."""
    return re.sub(r"\.md$", ".html", uri)


def slug(text: str) -> str:
    """A short name for an address: lower case, without accents, hyphens for the rest."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return short or f"x{crc32(text.casefold().encode()):x}"  # a script without Latin letters
