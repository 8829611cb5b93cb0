"""Pages that are HTML already: MkDocs renders no more of them than the title.

Only where nobody else has a say in how a page is rendered (no other plugin, no hook), and only pages that we make
whole: an author's own pages link to each other, and MkDocs looks after those links."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import get_toc

from mensenwerk.pages import Page
from mensenwerk.pages.ready import Ready, ready

_TITLE = re.compile(r"^# .*$", re.MULTILINE)


class ReadyPages:
    """The pages of one build. `instead` takes a page out of MkDocs' hands, `taken` gives it back, once."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.alone = len(config.plugins) == 1 and not config.hooks
        self._ready: dict[str, Ready] = {}

    def instead(self, made: Page, markdown: str) -> str:
        """The Markdown that MkDocs has to render."""
        if not self.alone or made.by_hand:
            return markdown
        self._ready[made.uri] = ready(markdown)
        title = _TITLE.search(markdown)
        return title[0] if title else ""

    def taken(self, page: SitePage) -> str | None:
        """The HTML of a page, when it was ready; its contents are set on the page."""
        found = self._ready.pop(page.file.src_uri, None)
        if found is None:
            return None
        page.toc = get_toc(found.contents)
        return found.html
