"""Texts of authors → HTML and Markdown in which nothing runs.

Case texts are a safe subset of Markdown: paragraphs, emphasis, lists, quotes and links. Raw HTML is
shown as it was typed; links go to http(s) or within the site; images and code are off. The result is
HTML, so that no Markdown extension of the site's renderer sees an author's text again.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

_LINK = re.compile(r"https?://\S+|#[\w-]+|[\w.-][\w./-]*(#[\w-]+)?", re.IGNORECASE)
_PAGE = re.compile(r"^(?!https?:)([^#]+)\.md(#|$)", re.IGNORECASE)
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<!\w)'(?=[nst]\b)")
_LINE_OF_A_HEADING = re.compile(r"^#", re.MULTILINE)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~^=$:\"'])")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False})
    parser.enable(["emphasis", "list", "blockquote", "link", "newline", "escape"])
    parser.validateLink = lambda url: bool(_LINK.fullmatch(url))  # type: ignore[method-assign]
    normalise = parser.normalizeLink
    # a page is named by its Markdown file, as in hand-written pages, and found by its finished one
    parser.normalizeLink = lambda url: _PAGE.sub(r"\1.html\2", normalise(url))  # type: ignore[method-assign]
    return parser


_PARSER = _parser()


def _typographic(text: str) -> str:
    """The apostrophe of zo'n and 's nachts as a book prints it."""
    return _APOSTROPHE.sub("\u2019", text)


def prose(text: str | None) -> Markup:
    """Running text as HTML paragraphs without blank lines; empty for nothing."""
    if not text:
        return Markup()
    html = _PARSER.render(_typographic(text))
    return Markup(no_heading(re.sub(r"\n{2,}", "\n", html).strip()))  # noqa: S704  # markdown-it with raw HTML off


def inline(text: str | None) -> Markup:
    """One line of text as HTML, without paragraphs."""
    return Markup(no_heading(_PARSER.renderInline(_typographic(text)).strip())) if text else Markup()  # noqa: S704


def no_heading(html: str) -> str:
    """HTML of which no line begins with a `#`, which would make it a heading of the page."""
    return _LINE_OF_A_HEADING.sub("&#35;", html)


def heading(text: str) -> Markup:
    """Text as it stands in a Markdown heading: HTML and Markdown signs mean nothing there."""
    plain = " ".join(text.split())
    return Markup("".join(f"&#{ord(c)};" if _MARKDOWN.match(c) else str(escape(c)) for c in plain))  # noqa: S704


def words_of(text: str | None) -> str:
    """Text as its words alone, on one line: for where there is neither HTML nor Markdown."""
    blocks = [token.children or () for token in _PARSER.parse(_typographic(text or ""))]
    pieces = ["".join(each.content or " " * ("break" in each.type) for each in block) for block in blocks]
    return " ".join(" ".join(pieces).split())
