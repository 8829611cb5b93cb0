"""A chapter's HTML as a tree, and where its links lead. Drawings are set apart: HTML would change their letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from lxml import html as lxml_html

from mensenwerk.publish.manuscript import Chapter

Element = Any
"""An element of lxml, which has no types of its own."""
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
DRAWING = "mw-svg"
"""The class of the element that stands where a drawing goes; `data-number` says which."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A chapter as a tree, and the drawings that were in it."""

    chapter: Chapter
    root: Element
    drawings: tuple[str, ...]

    def drawing(self, place: Element) -> tuple[str, dict[str, str]]:
        """The drawing of a place, and the attributes of its `<svg>`."""
        svg = self.drawings[int(place.get("data-number"))]
        return svg, dict(_ATTRIBUTE.findall(svg.partition(">")[0]))

    def target(self, href: str) -> tuple[str, str]:
        """Where a link leads: a page from the root of the site ("" for an address of the world), and a place on it."""
        path, _, anchor = href.partition("#")
        if re.match(r"[a-z][a-z0-9+.-]*:|//", path, re.IGNORECASE):
            return "", ""
        here = self.chapter.uri
        return (normpath(join(dirname(here), unquote(path))) if path else here), unquote(anchor)


def parse(chapter: Chapter) -> Parsed:
    """A chapter as a tree."""
    drawings: list[str] = []

    def set_apart(found: re.Match[str]) -> str:
        drawings.append(found[0])
        return f'<i class="{DRAWING}" data-number="{len(drawings) - 1}"></i>'

    body = _DRAWING.sub(set_apart, chapter.html)
    root = lxml_html.fragment_fromstring(body, create_parent="div") if body.strip() else lxml_html.Element("div")
    return Parsed(chapter, root, tuple(drawings))


def words_of(element: Element) -> str:
    """All its text, with one space between words."""
    return " ".join(element.text_content().split())


def pictures_asked(parsed: Parsed) -> list[str]:
    """Where the pictures of a chapter stand, from the root of the site."""
    return [uri for each in parsed.root.iter("img") if (uri := parsed.target(each.get("src") or "")[0])]
