"""What a reader can read on a rendered page, as plain text.

The search index and the search of the finished files both start here. Left out: drawings (Graphviz writes
its own titles into them), scripts and styles, navigation, and parts that are hidden.
"""

from __future__ import annotations

import re
from html import unescape

from mensenwerk.pages.nesting import VOID


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNSEEN = _names("head nav noscript script style svg template")
_INLINE = _names(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr"
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # they would split words
# The standard library's parser reads every attribute of every line of a drawing: a tenth of the time of a large book.
# Here no part can give back what it took, and what is never closed is taken to the end: no place is read twice.
_TAG = re.compile(
    r"""<!--.*?(?:(?P<comment>-->)|\Z)
    | <[!?][^>]*+(?:(?P<said>>)|\Z)
    | <(?P<ends>/?)(?P<tag>[A-Za-z][^\s/>]*+)
      (?P<attributes>(?:[^>"']|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+)(?:(?P<closed>>)|\Z)""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?""")
_CLOSED = {"comment", "said", "closed"}
_ENDS = {tag: re.compile(rf"<(/?){tag}(?=[\s/>])", re.IGNORECASE) for tag in _UNSEEN}


def page_text(html: str) -> str:
    """The visible text of `html` (a page or a part of one), words parted by single spaces.

    Blocks and cells are parted by a space; inline elements are not, for `<b>mantel</b>zorg` is one word.
    Closed `<details>` count as visible: the reader can open them. The HTML must close what it opens, as
    the output of Markdown and of our templates does; an end of what is not open is passed over, and a tag or comment
    that never closes is text.
    """
    pieces: list[str] = []
    hidden: list[str] = []  # the element that is hidden, and what is open in it
    at = 0
    while found := _TAG.search(html, at):
        if not hidden and at < found.start():
            pieces.append(unescape(html[at : found.start()]))
        if found.lastgroup not in _CLOSED:
            at = found.start()
            break
        at = found.end()
        if found["tag"] is None:
            continue
        tag, begins = found["tag"].lower(), not found["ends"]
        opens = begins and tag not in VOID and not found["attributes"].endswith("/")
        if tag not in _INLINE:
            pieces.append(" ")
        if opens and tag in _UNSEEN:
            at = _end_of(tag, html, at)
        elif opens and (hidden or _is_left_out(found["attributes"])):
            hidden.append(tag)
        elif not begins and tag in hidden:
            while hidden.pop() != tag:
                pass
    if not hidden:
        pieces.append(unescape(html[at:]))
    return " ".join("".join(pieces).translate(_INVISIBLE).split())


def _end_of(tag: str, html: str, at: int) -> int:
    """Where an element ends of which nothing is read; in a script and a style nothing else begins."""
    depth = 1
    for found in _ENDS[tag].finditer(html, at):
        depth += -1 if found[1] else tag not in ("script", "style")
        if not depth:
            return found.start()
    return len(html)


def _is_left_out(attributes: str) -> bool:
    """`hidden="until-found"` is meant to be found, so it is not hidden from a search; `data-search="off"` says what
    the page has said already."""
    if "hidden" not in attributes.lower() and "data-search" not in attributes.lower():
        return False
    said = {each[1].lower(): each[2] or each[3] or each[4] or "" for each in _ATTRIBUTE.finditer(attributes)}
    return said.get("data-search") == "off" or said.get("hidden", "until-found").lower() != "until-found"
