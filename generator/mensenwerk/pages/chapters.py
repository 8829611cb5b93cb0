"""The chapters: one page for each characteristic and each threshold, with the cases in which it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mensenwerk.guards import ClearedCase
from mensenwerk.model.literature import Reference
from mensenwerk.network import CaseFacts
from mensenwerk.pages.address import Addresses
from mensenwerk.pages.cards import cards
from mensenwerk.pages.figures import tells
from mensenwerk.pages.page import Page
from mensenwerk.pages.render import render


def characteristic_page(
    name: str, book: Sequence[CaseFacts], addresses: Addresses, references: Mapping[str, Reference]
) -> Page:
    """A characteristic: what it asks, how it is counted, both sides, questions; first the cases in which
    someone speaks of it, then the others where it shows."""
    words = addresses.words
    here, chapter = addresses.characteristic(name), words.characteristics[name]
    speaking = [facts.case for facts in book if name in dict(facts.case.experiences)]
    others = [facts.case for facts in book if facts.case not in speaking and tells(facts.now, name)]
    shown, drawings = cards(speaking, addresses, here, about=name)
    rest, more = cards(others, addresses, here, first=len(shown))
    markdown = render(
        "characteristic",
        chapter=chapter,
        t=words.site["chapter"],
        cards=shown,
        others=rest,
        references=_known(chapter["sources"], references),
    )
    return Page(here, chapter["name"], words.site["site"]["chapter"], markdown, drawings + more)


def dilemma_page(
    name: str, cases: Sequence[ClearedCase], addresses: Addresses, references: Mapping[str, Reference]
) -> Page:
    """A threshold: what it is, both sides, questions, where it comes from, and the cases that tell of it."""
    words = addresses.words
    here, chapter = addresses.dilemma(name), words.dilemmas[name]
    telling = [case for case in cases if any(each.type.value == name for each in case.dilemmas)]
    shown, drawings = cards(telling, addresses, here)
    markdown = render(
        "dilemma",
        chapter=chapter,
        t=words.site["chapter"],
        both=words.case["dilemma"],
        holders=words.names([words.site["holder"][holder] for holder in chapter["holder"]]),
        cards=shown,
        references=_known(chapter["sources"], references),
    )
    return Page(here, chapter["name"], words.site["site"]["dilemma"], markdown, drawings)


def _known(keys: Sequence[str], references: Mapping[str, Reference]) -> list[Reference]:
    """The chapters ship with the program; a casebook of one's own need not carry their literature."""
    return [references[key] for key in keys if key in references]
