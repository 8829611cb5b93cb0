"""A list of cases that is too long for one page goes on behind it, on leaves: title and lead, without maps.

So an overview stays as large as it is when a casebook grows; leaves are more, not larger. What a reader searches for
stands on the cases themselves, so a leaf is not found in a search, and it is not bound into a booklet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mensenwerk.guards import ClearedCase
from mensenwerk.pages.address import Addresses, link
from mensenwerk.pages.page import Page
from mensenwerk.pages.render import render

FIRST = 60
"""Cases on the page itself, with their small maps: some 200 kB of drawings, and a tenth of that in words."""
NEXT = 200
"""Cases on a leaf; with the longest leads it stays under 150 kB."""


@dataclass(frozen=True, slots=True)
class Group:
    """Cases under a heading of their own, or under none."""

    heading: str
    cases: tuple[ClearedCase, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A link between the pages of one list; `rel` as HTML has it."""

    name: str
    href: str
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line in an overview or on a leaf."""

    name: str
    href: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Leaves:
    """`onwards`: from the page itself to its leaves; both empty where everything fits."""

    onwards: tuple[Way, ...]
    pages: tuple[Page, ...]


def by_title(cases: Sequence[ClearedCase]) -> tuple[ClearedCase, ...]:
    """In the order of the titles; never ranked."""
    return tuple(sorted(cases, key=lambda case: (case.title.casefold(), case.id)))


def parted(groups: Sequence[Group], first: int = FIRST) -> tuple[list[Group], list[Group]]:
    """What stands on the page itself, and what is left for leaves; every group is in both, perhaps empty."""
    shown, rest = [], []
    for group in groups:
        shown.append(Group(group.heading, group.cases[:first]))
        rest.append(Group(group.heading, group.cases[first:]))
        first -= len(shown[-1].cases)
    return shown, rest


def leaves(name: str, page: str, rest: Sequence[Group], addresses: Addresses, back: str = "") -> Leaves:
    """The leaves of page `page`, which is called `name`. `back`: where they lead back to, if that is elsewhere."""
    said = addresses.words.site["leaf"]
    every: list[list[Group]] = []
    while any(group.cases for group in rest):
        on_this, rest = parted(rest, NEXT)
        every.append([group for group in on_this if group.cases])
    uris = [addresses.leaf(page, number) for number in range(2, len(every) + 2)]
    begin = back or page
    pages = []
    for place, (uri, groups) in enumerate(zip(uris, every, strict=True)):
        ways = [Way(said["previous"], link(uris[place - 1], uri), "prev")] if place else []
        ways += [Way(said["next"], link(uris[place + 1], uri), "next")] if place + 1 < len(uris) else []
        ways.append(Way(said["back"].format(name=name), link(begin, uri)))
        title = said["title"].format(name=name, number=place + 2)
        shown = [(group.heading, [line_of(case, addresses, uri) for case in group.cases]) for group in groups]
        markdown = render("leaf", title=title, t=said, groups=shown, ways=ways)
        pages.append(Page(uri, title, addresses.words.site["site"]["overview"], markdown, leaf=True))
    firsts = [groups[0].cases[0].title for groups in every]
    onwards = tuple(
        Way(said["from"].format(title=title), link(uri, begin)) for uri, title in zip(uris, firsts, strict=True)
    )
    return Leaves(onwards, tuple(pages))


def line_of(case: ClearedCase, addresses: Addresses, here: str) -> Entry:
    """A case as a line on page `here`."""
    return Entry(case.title, link(addresses.case(case.id), here), case.lead)
