"""A page as its readers see it: HTML without what no one sees, and the same as Markdown that any builder keeps."""

from __future__ import annotations

import re
from html import unescape

from mensenwerk.pages import html_uri
from mensenwerk.pages.nesting import Nesting
from mensenwerk.pages.safe import heading

_UNSEEN = re.compile(r"<!--.*?--!?>|<\?.*?\?>|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_ASKS = re.compile(
    r"<(?:img|script|iframe|link|source|video|audio|embed|object|track|input|use|image)\b[^>]*?"
    r"\b(?:src|href|data|poster|srcset)\s*=\s*[\"']?\s*(?P<where>(?:https?:)?//[^\s\"'>/]*)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"""(<a\b[^>]*?\bhref=")([^"#?:]+\.md)(["#])""")
_TAG = re.compile(r"(<[^>]*>)")


class AsksNetworkError(Exception):
    """A page would ask something of the network: its address among the pages, and where it would ask."""


def as_readers_see(html: str) -> str:
    """Without comments and whatever else a browser passes over: an author noted it for nobody else."""
    while html != (html := _UNSEEN.sub("", html)):
        pass  # what is left over may make another
    return html


def asks_network(html: str) -> str:
    """Where a page would ask for something as soon as it is opened; empty when nowhere. To follow a link is up to a
    reader."""
    found = _ASKS.search(html)
    return found["where"] if found else ""


def as_markdown(html: str, *, ids: bool) -> str:
    """A page as Markdown with headings of its own, so that a builder lists them, and HTML for the rest: whatever stood
    between the lines of its source stays behind, and it needs no extension. `ids`: whether headings may carry theirs
    (the extension attr_list)."""
    html = _PAGE.sub(lambda found: f"{found[1]}{html_uri(found[2])}{found[3]}", html)
    found = _Headings(html)
    pieces, at = [], 0
    for start, end, level, id_ in found.places:
        inner = html[html.index(">", start) + 1 : html.rindex("</", start, end)]
        mark = f" {{: #{id_} }}" if ids and id_ else ""
        pieces += [html[at:start].strip(), f"{'#' * level} {_on_one_line(inner)}{mark}"]
        at = end
    return "\n\n".join(piece for piece in [*pieces, html[at:].strip()] if piece) + "\n"


def _on_one_line(inner: str) -> str:
    """What is in a heading: its tags, and text in which no sign of Markdown means anything."""
    parts = _TAG.split(" ".join(inner.split()))
    return "".join(part if place % 2 else _plain(part) for place, part in enumerate(parts))


def _plain(text: str) -> str:
    """`heading` parts words by single spaces; those at the ends matter between tags."""
    before, after = (" " if text[:1] == " " else ""), (" " if text[-1:] == " " and text.strip() else "")
    return f"{before}{heading(unescape(text))}{after}"


class _Headings(Nesting):
    """Headings that stand in nothing else: begin, end, level and id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.places: list[tuple[int, int, int, str]] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self._begun: tuple[int, int, str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.open and re.fullmatch("h[1-6]", tag):
            self._begun = (self._here(), int(tag[1]), dict(attrs).get("id") or "")
        super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        if self._begun and not self.open:
            start, level, id_ = self._begun
            self.places.append((start, self._here() + len(f"</{tag}>"), level, id_))
            self._begun = None

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
