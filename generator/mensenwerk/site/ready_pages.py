"""Pages that are HTML already: MkDocs gets no more of them than the title, and the rest when it writes them.

Only where nobody else has a say in how a page is rendered (no other plugin, no hook), and only pages that we make
whole: an author's own pages link to each other, and MkDocs looks after those links."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import get_toc

from mensenwerk.pages import Page
from mensenwerk.pages.ready import ready

_TITLE = re.compile(r"^# .*$", re.MULTILINE)


class ReadyPages:
    """Which pages of a book MkDocs does not render."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.alone = len(config.plugins) == 1 and not config.hooks

    def source(self, made: Page) -> str:
        """The Markdown that MkDocs has to render."""
        if not self.is_ready(made):
            return made.markdown
        title = _TITLE.search(made.markdown)
        return title[0] if title else ""

    def html(self, made: Page, page: SitePage, rendered: str) -> str:
        """The HTML of a page; when MkDocs `rendered` no more than its title, its contents are set on the page."""
        if not self.is_ready(made):
            return rendered
        found = ready(made.markdown)
        page.toc = get_toc(found.contents)
        return found.html

    def is_ready(self, made: Page) -> bool:
        """Whether nobody else has a say in this page."""
        return self.alone and not made.by_hand
