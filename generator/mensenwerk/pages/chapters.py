"""The chapters: one page for each characteristic and each threshold, with the cases in which it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mensenwerk.guards import ClearedCase
from mensenwerk.model.literature import Reference
from mensenwerk.network import facts
from mensenwerk.pages.address import Addresses, link
from mensenwerk.pages.bibliography import entries
from mensenwerk.pages.cards import SmallMap, cards, plain_small_map
from mensenwerk.pages.figures import figures
from mensenwerk.pages.glance import Glance
from mensenwerk.pages.leaves import Group, by_title, leaves, parted
from mensenwerk.pages.page import Page
from mensenwerk.pages.render import render


def characteristic_page(
    name: str,
    cases: Sequence[ClearedCase],
    glances: Mapping[str, Glance],
    addresses: Addresses,
    references: Mapping[str, Reference],
    small: SmallMap = plain_small_map,
) -> list[Page]:
    """A characteristic: what it asks, how it is counted, both sides, questions; first the cases in which
    someone speaks of it, then the others where it shows. Where they are many, they go on on leaves. `glances`: of each
    case, by its id."""
    words = addresses.words
    here, chapter = addresses.characteristic(name), words.characteristics[name]
    said = words.site["chapter"]
    speaking = [case for case in cases if _speaks(name, case)]
    others = [case for case in cases if not _speaks(name, case) and name in glances[case.id].tells]
    groups, rest = parted([Group(said["cases"], by_title(speaking)), Group(said["cases_also"], by_title(others))])
    shown, drawings = cards(groups[0].cases, addresses, here, small, about=name)
    also, more = cards(groups[1].cases, addresses, here, small, first=len(shown))
    on = leaves(chapter["name"], here, rest, addresses)
    markdown = render(
        "characteristic",
        chapter=chapter,
        t=said,
        leaf=words.site["leaf"],
        pair=_pair(name, cases, glances, addresses, here),
        cards=shown,
        others=also,
        onwards=on.onwards,
        references=entries(_known(chapter["sources"], references), words.language),
    )
    return [Page(here, chapter["name"], words.site["site"]["chapter"], markdown, drawings + more), *on.pages]


def _speaks(name: str, case: ClearedCase) -> bool:
    """Whether someone in a case speaks of a characteristic."""
    return name in dict(case.experiences)


@dataclass(frozen=True, slots=True)
class Beside:
    """One of two cases that stand side by side: what shows in it, and what that may mean."""

    title: str
    href: str
    sentence: str
    both_ways: str


def _pair(
    name: str, cases: Sequence[ClearedCase], glances: Mapping[str, Glance], addresses: Addresses, here: str
) -> list[Beside]:
    """Two cases in which a characteristic shows differently; first those in which someone speaks of it, by title. None
    where no two differ."""
    keys = {case.id: glances[case.id].situations.get(name) for case in cases}
    shown = [case for case in by_title(cases) if keys[case.id]]
    shown.sort(key=lambda case: not _speaks(name, case))
    other = next((case for case in shown if keys[case.id] != keys[shown[0].id]), None)
    return [_beside(name, case, addresses, here) for case in (shown[0], other)] if other else []


def _beside(name: str, case: ClearedCase, addresses: Addresses, here: str) -> Beside:
    figure = next(each for each in figures(facts(case).now, addresses.words) if each.name == name)
    return Beside(
        title=case.title,
        href=link(addresses.case(case.id), here),
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
