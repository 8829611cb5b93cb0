"""What is bound together into a PDF or one file: chapters, each the body of a page, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from mensenwerk.pages.address import html_uri
from mensenwerk.pages.dialect import Dialect
from mensenwerk.pages.page import Page
from mensenwerk.pages.ready import ready
from mensenwerk.problems import Language

_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_OWN_LINK = re.compile(r'(<a\b[^>]*\shref="(?![a-z]+:|//)[^"#]*)\.md(["#])')


@dataclass(frozen=True, slots=True)
class Chapter:
    """The body of a page. `html`: without its title, with its drawings in it as SVG; `uri`: how others link to it, from
    the root of the site (`casussen/x.html`). A `part` begins a number of chapters; its `html` may be empty."""

    title: str
    html: str = ""
    uri: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What stands on the title page, and all that follows.

    `kind`: a word for the reader (case, briefing …); `lead`: one paragraph; `book`: how the casebook is called that it
    comes from; `month`: as `2026-05`; `statements`: sentences at the foot of the title page, such as that all is
    made up.
    Where the first chapter is no part, what its page begins with (its lead) stands on the title page. `sheet`: a few
    sheets to hand out, that begin at once; `brief`: its drawings may be smaller. `pictures`: those of an author's own,
    by where they stand from the root of the site."""

    title: str
    language: Language
    chapters: tuple[Chapter, ...]
    kind: str = ""
    lead: str = ""
    book: str = ""
    month: str = ""
    statements: tuple[str, ...] = ()
    sheet: bool = False
    brief: bool = False
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        """How many levels of headings stand above those within a chapter: 0 for one chapter, 2 with parts."""
        if any(chapter.part for chapter in self.chapters):
            return 2
        return 1 if len(self.chapters) > 1 else 0


def chapter_of(page: Page, dialect: Dialect) -> Chapter:
    """A page as a chapter; what an author wrote by the extensions of the site. Raises ValueError where they cannot work
    with it."""
    html = page.put_drawings(dialect.html(page.markdown) if page.by_hand else ready(page.markdown).html)
    found = _TITLE.search(html)
    title = unescape(_TAG.sub("", found[1])).strip() if found else page.title
    if found:
        html = html[: found.start()] + html[found.end() :]
    html = _OWN_LINK.sub(lambda link: f"{link[1]}.html{link[2]}", _PERMALINK.sub("", html))
    return Chapter(title, html.strip(), html_uri(page.uri))
