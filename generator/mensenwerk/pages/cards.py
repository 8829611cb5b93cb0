"""A case in an overview: title, lead, a small map. In the order of the titles; never ranked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mensenwerk.ecomap import small_map
from mensenwerk.guards import ClearedCase
from mensenwerk.pages.address import Addresses, link


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


def cards(cases: Iterable[ClearedCase], addresses: Addresses, here: str) -> tuple[tuple[Card, ...], tuple[str, ...]]:
    """Cards for page `here`, and the drawings that belong to them."""
    found = sorted(cases, key=lambda case: (case.title.casefold(), case.id))
    return (
        tuple(
            Card(case.title, link(addresses.case(case.id), here), case.lead, number)
            for number, case in enumerate(found)
        ),
        tuple(small_map(case.drawn) for case in found),
    )
