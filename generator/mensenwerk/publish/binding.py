"""A manuscript bound: its chapters as trees, without what only a screen needs, with its literature once at the end,
and with links that lead to one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mensenwerk.pages.wording import wording
from mensenwerk.publish.manuscript import Chapter, Manuscript
from mensenwerk.publish.parsed import Element, Parsed, parse, words_of

_FOR_SCREENS = (
    "//fieldset[contains(@class, 'mw-moments')] | //button | //form | //script | //style | //template | //noscript"
    " | //input[not(@type = 'checkbox')]"
)
_WAYS = "//*[contains(@class, 'mw-entries') or contains(@class, 'mw-cards')]"
"""Lists that lead to what follows: the contents do."""
_REFERENCES = "//ul[@class = 'mw-references']"
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
LITERATURE = "literature"
"""Where the literature of a bound manuscript stands, as if it were a page."""


@dataclass(frozen=True, slots=True)
class Place:
    """A chapter by its number, and an anchor in it ("" for where it begins)."""

    chapter: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Bound:
    """`wanted`: the places that something leads to, so that nothing else needs a name."""

    manuscript: Manuscript
    chapters: tuple[Parsed, ...]
    numbers: dict[str, int]
    cited: frozenset[str]
    wanted: frozenset[Place]

    def place(self, chapter: Parsed, href: str) -> Place | None:
        """Where a link of a chapter leads within this manuscript; None when it leads out of it."""
        return _place(chapter, href, self.numbers, self.cited)


def bound(manuscript: Manuscript) -> Bound:
    """Bind a manuscript."""
    parsed = [parse(chapter) for chapter in manuscript.chapters]
    for each in parsed:
        for element in each.root.xpath(_FOR_SCREENS):
            element.drop_tree()
    cited: frozenset[str] = frozenset()
    if len(parsed) > 1:
        if not manuscript.chapters[0].part:
            for ways in parsed[0].root.xpath(_WAYS):
                drop_with_heading(ways)
        literature, cited = _literature(parsed, manuscript)
        if literature is not None:
            parsed.append(literature)
    numbers = {each.chapter.uri: number for number, each in enumerate(parsed) if each.chapter.uri}
    for each in parsed:
        _drop_ways_out(each, numbers, cited)
    wanted = {place for each in parsed for href in _hrefs(each) if (place := _place(each, href, numbers, cited))}
    chapters = tuple(parsed)
    return Bound(
        replace(manuscript, chapters=tuple(each.chapter for each in chapters)),
        chapters,
        numbers,
        cited,
        frozenset(wanted),
    )


def _place(chapter: Parsed, href: str, numbers: dict[str, int], cited: frozenset[str]) -> Place | None:
    uri, anchor = chapter.target(href)
    if anchor in cited and uri in numbers:
        uri = LITERATURE
    return Place(numbers[uri], anchor) if uri in numbers else None


def _hrefs(chapter: Parsed) -> Iterator[str]:
    for link in chapter.root.iter("a"):
        yield link.get("href") or "//"


def _literature(chapters: list[Parsed], manuscript: Manuscript) -> tuple[Parsed | None, frozenset[str]]:
    """One list out of all, and the anchors of its works; a section that only held a list goes with it."""
    works: dict[str, Element] = {}
    for chapter in chapters:
        for listed in chapter.root.xpath(_REFERENCES):
            for work in listed:
                works.setdefault(work.get("id") or words_of(work), work)
            drop_with_heading(listed)
    if not works:
        return None, frozenset()
    title = wording(manuscript.language).site["print"]["literature"]
    part = any(chapter.chapter.part for chapter in chapters)
    literature = parse(Chapter(title, '<ul class="mw-references"></ul>', LITERATURE, part))
    literature.root[0].extend(sorted(works.values(), key=lambda work: words_of(work).casefold()))
    return literature, frozenset(work.get("id") for work in works.values() if work.get("id"))


def drop_with_heading(element: Element) -> None:
    """Take a list away, with the heading of a section in which nothing else stands."""
    before, after = element.getprevious(), element.getnext()
    if before is not None and before.tag in _HEADINGS and (after is None or after.tag in (*_HEADINGS, "section")):
        before.drop_tree()
    element.drop_tree()


def _drop_ways_out(chapter: Parsed, numbers: dict[str, int], cited: frozenset[str]) -> None:
    """A paragraph that is nothing but a link to a page that is not here leads nowhere, and so do the ways to where a
    long list goes on."""
    for ways in chapter.root.findall(".//nav[@class='mw-leaves']"):
        ways.drop_tree()
    for paragraph in list(chapter.root.iter("p")):
        links = paragraph.findall("a")
        if len(links) == 1 == len(paragraph) and words_of(links[0]) == words_of(paragraph):
            href = links[0].get("href") or ""
            if chapter.target(href)[0] and not _place(chapter, href, numbers, cited):
                paragraph.drop_tree()
