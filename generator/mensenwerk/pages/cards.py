"""A case in an overview: title, lead, a small map. In the order of the titles; never ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mensenwerk.ecomap import small_map
from mensenwerk.guards import ClearedCase
from mensenwerk.pages.address import Addresses, link

SmallMap = Callable[[ClearedCase], str]
"""The small map of a case, in the notation that it is drawn in."""


def plain_small_map(case: ClearedCase) -> str:
    """The same where no notation was chosen."""
    return small_map(case.drawn)


@dataclass(frozen=True, slots=True)
class Card:
    """`number`: the place of its small map among the drawings of the page. `said`: what someone in the
    case says about what the page is about, with who says it."""

    title: str
    href: str
    lead: str | None
    number: int
    said: str | None = None
    voice: str | None = None


def cards(
    cases: Iterable[ClearedCase],
    addresses: Addresses,
    here: str,
    small: SmallMap = plain_small_map,
    *,
    about: str = "",
    first: int = 0,
) -> tuple[tuple[Card, ...], tuple[str, ...]]:
    """Cards for page `here`, and the drawings that belong to them, numbered from `first`. With `about`
    (a characteristic) a card quotes what is said of it in the case."""
    found = sorted(cases, key=lambda case: (case.title.casefold(), case.id))
    shown = []
    for number, case in enumerate(found, start=first):
        said = dict(case.experiences).get(about)
        quote = said.text if said else None
        voice = said.according_to or addresses.words.case["characteristic"]["own_words"] if said and quote else None
        shown.append(Card(case.title, link(addresses.case(case.id), here), case.lead, number, quote, voice))
    return tuple(shown), tuple(small(case) for case in found)
