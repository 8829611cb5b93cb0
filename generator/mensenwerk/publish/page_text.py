"""What a reader can read on a rendered page, as plain text.

The search index and the search of the finished files both start here. Left out: drawings (Graphviz writes
its own titles into them), scripts and styles, navigation, and parts that are hidden.
"""

from __future__ import annotations

from mensenwerk.pages.nesting import Nesting


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNSEEN = _names("head nav noscript script style svg template")
_INLINE = _names(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr"
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # they would split words


def page_text(html: str) -> str:
    """The visible text of `html` (a page or a part of one), words parted by single spaces.

    Blocks and cells are parted by a space; inline elements are not, for `<b>mantel</b>zorg` is one word.
    Closed `<details>` count as visible: the reader can open them. The HTML must close what it opens, as
    the output of Markdown and of our templates does.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.pieces).translate(_INVISIBLE).split())


class _Reader(Nesting):
    """Gathers the text that is in no hidden element."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        super().handle_starttag(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        super().handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen():
            self.pieces.append(data)

    def _unseen(self) -> bool:
        return any(tag in _UNSEEN or _is_left_out(attributes) for tag, attributes in self.open)

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self.pieces.append(" ")


def _is_left_out(attributes: dict[str, str | None]) -> bool:
    """`hidden="until-found"` is meant to be found, so it is not hidden from a search; `data-search="off"` says what
    the page has said already."""
    if attributes.get("data-search") == "off":
        return True
    return "hidden" in attributes and (attributes["hidden"] or "").lower() != "until-found"
