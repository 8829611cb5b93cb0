"""A page that we made, as HTML: it is HTML already but for its headings.

The site's Markdown is for what authors write. Ours would come out of it as it went in, after half the time that a whole
book takes; and no extension of an author's can meet a text that was put into it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, unique

_HEADING = re.compile(r"^(#{1,6}) (.*)$", re.MULTILINE)
"""No text that was put into a page has a line that begins with `#` (`render`)."""
_APART = re.compile(r"\n{2,}")


@dataclass(frozen=True, slots=True)
class Ready:
    """`html`: the page, without its drawings; `contents`: its headings, nested, as Python-Markdown tells them."""

    html: str
    contents: list[Any]


def ready(markdown: str) -> Ready:
    """What Python-Markdown makes of a page of ours: `#` headings, and HTML in which nothing is Markdown."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    headings: list[Any] = []

    def heading(found: re.Match[str]) -> str:
        level, name = len(found[1]), found[2].strip()
        anchor = unique(slugify(unescape(name), "-"), taken, counts)
        headings.append({"level": level, "id": anchor, "name": name})
        return f'<h{level} id="{anchor}">{name}</h{level}>'

    html = _APART.sub("\n", _HEADING.sub(heading, markdown)).strip()
    return Ready(html, nest_toc_tokens(headings))
