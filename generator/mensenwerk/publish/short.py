"""Cases told short, for a file that has several of them: people and what they mean, one map, what each moment is about,
what changed, what stands in the way. Without that, a file soon grows too large to mail."""

from __future__ import annotations

from lxml import html as lxml_html

from mensenwerk.publish.binding import drop_with_heading
from mensenwerk.publish.parsed import Element, Parsed

_CASE = "mw-people"
"""What makes a chapter that of a case."""
_LONG = (
    "//details[contains(@class, 'mw-views') or contains(@class, 'mw-lenses') or contains(@class, 'mw-characteristic')]"
    " | //nav | //section[contains(@class, 'mw-origin')]"
)
_MAP = "//div[contains(concat(' ', @class, ' '), ' mw-map ')]"
_OF_A_DRAWING = (
    ".//*[contains(@class, 'mw-map__scroll') or contains(@class, 'mw-legend') or contains(@class, 'mw-table')"
    " or contains(@class, 'mw-map__title')] | .//p[contains(@id, '-summary')]"
)
_CARDS = "//ul[contains(@class, 'mw-cards')]"
_ON_A_CARD = ".//*[contains(@class, 'mw-card__map')]"


def is_case(chapter: Parsed) -> bool:
    """Whether a chapter is that of a case."""
    return bool(chapter.root.xpath(f"boolean(//*[@class = '{_CASE}'])"))


def shorten(chapter: Parsed) -> None:
    """Leave of a case what tells who these people are: of later maps what was seen on them. Elsewhere lists of cases
    become links: the cases are in the same file."""
    if is_case(chapter):
        for each in chapter.root.xpath(_LONG):
            drop_with_heading(each)
        for each in chapter.root.xpath(_MAP)[1:]:
            _leave_what_was_seen(each)
    for cards in chapter.root.xpath(_CARDS):
        _as_links(cards)


def _leave_what_was_seen(shown: Element) -> None:
    for part in shown.xpath(_OF_A_DRAWING):
        part.drop_tree()
    if not shown.text_content().strip():
        shown.drop_tree()


def _as_links(cards: Element) -> None:
    """A card that an author put between their own words (its name is no heading) keeps its own."""
    for drawing in cards.xpath(_ON_A_CARD):
        drawing.drop_tree()
    titles = [card.find("./h3[@class='mw-card__title']/a") for card in cards]
    if None in titles:
        return
    cards.attrib.clear()
    cards[:] = [lxml_html.Element("li") for _ in titles]
    for item, link in zip(cards, titles, strict=True):
        link.tail = None
        item.append(link)
