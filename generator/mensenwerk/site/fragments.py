"""Pages as MkDocs rendered them before: their HTML, their contents and what can be found in them.

Only where nobody else has a say in how a page is rendered (no other plugin, no hook), and only for pages that we make
whole: an author's own pages link to each other, and MkDocs looks after those links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, get_toc

from mensenwerk.kept import Kept, key_of
from mensenwerk.pages import Page
from mensenwerk.pages.dialect import Dialect
from mensenwerk.publish.search_index import SearchEntry

_HEADING = re.compile(r"^# .*$", re.MULTILINE)


class Fragments:
    """The pages of one build. `taken` gives what was kept of a page, once; `keep` keeps it for the next build."""

    def __init__(self, kept: Kept, dialect: Dialect, config: MkDocsConfig) -> None:
        self.kept, self.dialect = kept, repr(dialect)
        self.alone = len(config.plugins) == 1 and not config.hooks
        self._keys: dict[str, str] = {}
        self._found: dict[str, Any] = {}

    def instead(self, made: Page, markdown: str) -> str:
        """The Markdown that MkDocs has to render: all of it, or no more than the title when the rest was kept."""
        if not self.alone or made.by_hand:
            return markdown
        key = self._keys[made.uri] = key_of("fragment", self.dialect, made.uri, made.title, made.kind, markdown)
        piece = self.kept.get(key)
        if piece is None:
            return markdown
        self._found[made.uri] = piece
        heading = _HEADING.search(markdown)
        return heading[0] if heading else ""

    def taken(self, page: SitePage) -> tuple[str, SearchEntry] | None:
        """The HTML that was kept of a page, and its entry in the search; its contents are set on the page."""
        piece = self._found.pop(page.file.src_uri, None)
        if piece is None:
            return None
        page.toc = get_toc(piece["toc"])
        return piece["html"], SearchEntry(**piece["entry"])

    def keep(self, page: SitePage, html: str, entry: SearchEntry) -> None:
        """Keep the HTML of a page, without its drawings."""
        key = self._keys.get(page.file.src_uri)
        if key is not None:
            self.kept.put(key, {"html": html, "toc": _tokens(page.toc), "entry": asdict(entry)})


def _tokens(links: Iterable[AnchorLink]) -> list[dict[str, Any]]:
    """Contents as Python-Markdown tells them to MkDocs."""
    return [
        {"name": each.title, "id": each.id, "level": each.level, "children": _tokens(each.children)} for each in links
    ]
