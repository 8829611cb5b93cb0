"""The chapters: one page for each characteristic and each threshold, with the cases in which it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mensenwerk.guards import ClearedCase
from mensenwerk.model.literature import Reference
from mensenwerk.network import CaseFacts
from mensenwerk.pages.address import Addresses, link
from mensenwerk.pages.bibliography import entries
from mensenwerk.pages.cards import SmallMap, cards, plain_small_map
from mensenwerk.pages.figures import figures, shows, tells
from mensenwerk.pages.leaves import Group, by_title, leaves, parted
from mensenwerk.pages.page import Page
from mensenwerk.pages.render import render
from mensenwerk.pages.situations import situation


def characteristic_page(
    name: str,
    book: Sequence[CaseFacts],
    addresses: Addresses,
    references: Mapping[str, Reference],
    small: SmallMap = plain_small_map,
) -> list[Page]:
    """A characteristic: what it asks, how it is counted, both sides, questions; first the cases in which
    someone speaks of it, then the others where it shows. Where they are many, they go on on leaves."""
    words = addresses.words
    here, chapter = addresses.characteristic(name), words.characteristics[name]
    said = words.site["chapter"]
    speaking = [facts.case for facts in book if _speaks(name, facts)]
    others = [facts.case for facts in book if not _speaks(name, facts) and tells(facts.now, name)]
    groups, rest = parted([Group(said["cases"], by_title(speaking)), Group(said["cases_also"], by_title(others))])
    shown, drawings = cards(groups[0].cases, addresses, here, small, about=name)
    also, more = cards(groups[1].cases, addresses, here, small, first=len(shown))
    on = leaves(chapter["name"], here, rest, addresses)
    markdown = render(
        "characteristic",
        chapter=chapter,
        t=said,
        leaf=words.site["leaf"],
        pair=_pair(name, book, addresses, here),
        cards=shown,
        others=also,
        onwards=on.onwards,
        references=entries(_known(chapter["sources"], references), words.language),
    )
    return [Page(here, chapter["name"], words.site["site"]["chapter"], markdown, drawings + more), *on.pages]


def _speaks(name: str, facts: CaseFacts) -> bool:
    """Whether someone in a case speaks of a characteristic."""
    return name in dict(facts.case.experiences)


@dataclass(frozen=True, slots=True)
class Beside:
    """One of two cases that stand side by side: what shows in it, and what that may mean."""

    title: str
    href: str
    sentence: str
    both_ways: str


def _pair(name: str, book: Sequence[CaseFacts], addresses: Addresses, here: str) -> list[Beside]:
    """Two cases in which a characteristic shows differently; first those in which someone speaks of it, by title. None
    where no two differ."""
    shown = [facts for facts in book if shows(facts.now, name)]
    shown.sort(key=lambda facts: (not _speaks(name, facts), facts.case.title.casefold(), facts.case.id))
    if not shown:
        return []
    one = shown[0]
    key = situation(name, one.now).key
    other = next((facts for facts in shown if situation(name, facts.now).key != key), None)
    return [_beside(name, facts, addresses, here) for facts in (one, other)] if other else []


def _beside(name: str, facts: CaseFacts, addresses: Addresses, here: str) -> Beside:
    figure = next(each for each in figures(facts.now, addresses.words) if each.name == name)
    return Beside(
        title=facts.case.title,
        href=link(addresses.case(facts.case.id), here),
        sentence=figure.sentence,
        both_ways=figure.both_ways,
    )


def dilemma_page(
    name: str,
    cases: Sequence[ClearedCase],
    addresses: Addresses,
    references: Mapping[str, Reference],
    small: SmallMap = plain_small_map,
) -> list[Page]:
    """A threshold: what it is, both sides, questions, where it comes from, and the cases that tell of it, on leaves
    where they are many."""
    words = addresses.words
    here, chapter = addresses.dilemma(name), words.dilemmas[name]
    telling = [case for case in cases if any(each.type.value == name for each in case.dilemmas)]
    (first,), rest = parted([Group("", by_title(telling))])
    shown, drawings = cards(first.cases, addresses, here, small)
    on = leaves(chapter["name"], here, rest, addresses)
    markdown = render(
        "dilemma",
        chapter=chapter,
        t=words.site["chapter"],
        both=words.case["dilemma"],
        holders=words.names([words.site["holder"][holder] for holder in chapter["holder"]]),
        cards=shown,
        onwards=on.onwards,
        leaf=words.site["leaf"],
        references=entries(_known(chapter["sources"], references), words.language),
    )
    return [Page(here, chapter["name"], words.site["site"]["dilemma"], markdown, drawings), *on.pages]


def _known(keys: Sequence[str], references: Mapping[str, Reference]) -> list[Reference]:
    """The chapters ship with the program; a casebook of one's own need not carry their literature."""
    return [references[key] for key in keys if key in references]
