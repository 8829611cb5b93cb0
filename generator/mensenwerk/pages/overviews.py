"""Overviews: all cases, themes, the six characteristics, the thresholds; and the ways in on the home page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mensenwerk.guards import ClearedCase
from mensenwerk.model.edition import Edition
from mensenwerk.model.words import EditionKind
from mensenwerk.pages.address import Addresses, link, slug
from mensenwerk.pages.cards import SmallMap, cards, plain_small_map
from mensenwerk.pages.grammar import sentence
from mensenwerk.pages.leaves import Entry, Group, Way, by_title, leaves, line_of, parted
from mensenwerk.pages.page import Page
from mensenwerk.pages.render import render
from mensenwerk.pages.safe import heading

_AT_HOME = 6
"""Cases on the home page."""
_LINES, _THEME = 900, 6
"""How many cases the overview of themes names, divided among the themes; and of each at least."""


def cases_overview(cases: Sequence[ClearedCase], addresses: Addresses, small: SmallMap = plain_small_map) -> list[Page]:
    """All cases: the page, and its leaves where they are many."""
    here, site = addresses.overview("cases"), addresses.words.site["site"]
    (first,), rest = parted([Group("", by_title(cases))])
    shown, drawings = cards(first.cases, addresses, here, small)
    more = leaves(site["cases"], here, rest, addresses)
    markdown = render("cases", t=site, cards=shown, onwards=more.onwards, leaf=addresses.words.site["leaf"])
    return [Page(here, site["cases"], site["overview"], markdown, drawings), *more.pages]


@dataclass(frozen=True, slots=True)
class Theme:
    """`anchor`: its place on the page; `onwards`: to its other cases."""

    name: str
    anchor: str
    cases: Sequence[Entry]
    onwards: Sequence[Way]


def themes_overview(cases: Sequence[ClearedCase], addresses: Addresses) -> list[Page]:
    """Every theme with the cases that name it, and leaves where they are many. Spelling decides: "Opvoeden" and
    "opvoeden" are one."""
    here, site = addresses.overview("themes"), addresses.words.site["site"]
    names: dict[str, str] = {}
    found: dict[str, list[ClearedCase]] = {}
    for case in by_title(cases):
        for key, theme in {slug(theme): theme for theme in reversed(case.themes)}.items():
            names.setdefault(key, theme)
            found.setdefault(key, []).append(case)
    at_once = max(_THEME, _LINES // max(1, len(names)))
    themes: list[Theme] = []
    pages: list[Page] = []
    for key in sorted(names):
        (first,), rest = parted([Group("", tuple(found[key]))], at_once)
        place = addresses.theme(key)
        more = leaves(sentence(names[key]), addresses.theme_list(key), rest, addresses, back=place)
        entries = [line_of(case, addresses, here) for case in first.cases]
        themes.append(Theme(names[key], key, entries, more.onwards))
        pages += more.pages
    markdown = render("themes", t=site, themes=themes, leaf=addresses.words.site["leaf"])
    return [Page(here, site["themes"], site["overview"], markdown), *pages]


def characteristics_overview(addresses: Addresses) -> Page:
    chapters = addresses.words.characteristics
    asks = {addresses.characteristic(name): (each["name"], each["asks"]) for name, each in chapters.items()}
    return _chapters("characteristics", asks, addresses)


def dilemmas_overview(addresses: Addresses) -> Page:
    chapters = addresses.words.dilemmas
    says = {addresses.dilemma(name): (each["name"], each["sentence"]) for name, each in chapters.items()}
    return _chapters("dilemmas", says, addresses)


def _chapters(kind: str, chapters: Mapping[str, tuple[str, str]], addresses: Addresses) -> Page:
    """The overview of chapters: by address, their name and one sentence."""
    here, site = addresses.overview(kind), addresses.words.site["site"]
    entries = [Entry(name, link(address, here), text) for address, (name, text) in chapters.items()]
    markdown = render("overview", title=site[kind], lead=site[f"{kind}_lead"], entries=entries)
    return Page(here, site[kind], site["overview"], markdown)


def home_page(
    cases: Sequence[ClearedCase],
    addresses: Addresses,
    written: str | None,
    drawings: tuple[str, ...] = (),
    *,
    editions: Sequence[Edition] = (),
    small: SmallMap = plain_small_map,
    form: bool = False,
) -> Page:
    """The home page: what the author wrote in `index.md` with `drawings` in it, or a few words of our own, then the
    ways in. A case that the author put there does not come again. `form`: whether the form to make a case with lies
    beside the pages."""
    here, site = "index.md", addresses.words.site["site"]
    led_to = {case.id for case in cases if f'href="{link(addresses.case(case.id), here)}"' in (written or "")}
    others = by_title([case for case in cases if case.id not in led_to])
    shown, maps = cards(others[:_AT_HOME], addresses, here, small, first=len(drawings))
    looking, asking, themes = (
        Entry(site[kind], link(addresses.overview(kind), here), site[f"{kind}_lead"])
        for kind in ("characteristics", "dilemmas", "themes")
    )
    making = [Entry(site["form"], link(addresses.form(), here), site["form_lead"])] if form else []
    ways = [looking, asking, *_made_of(editions, addresses, here), themes, *making]
    all_cases = link(addresses.overview("cases"), here) if len(others) > _AT_HOME else None
    markdown = render("home", t=site, cards=shown, any=bool(cases), all_cases=all_cases, ways=ways)
    begin = written if written is not None else render("home_begin", t=site)
    whole = f"{begin.rstrip()}\n\n{markdown}"
    return Page(here, site["home_title"], site["page"], whole, drawings + maps, by_hand=True)


def _made_of(editions: Sequence[Edition], addresses: Addresses, here: str) -> list[Entry]:
    """The guides by name, and the way to everything that was made from the cases."""
    said = addresses.words.editions
    guides = [each for each in editions if each.kind is EditionKind.GUIDE]
    found = [
        Entry(f"{said['kind'][each.kind.value]}: {each.title}", link(addresses.edition(each.id), here), each.lead)
        for each in sorted(guides, key=lambda each: (each.title.casefold(), each.id))
    ]
    if editions:
        found.append(
            Entry(said["overview"]["title"], link(addresses.overview("editions"), here), said["overview"]["lead"])
        )
    return found


def before_ways(home: Page, addresses: Addresses) -> Page:
    """The home page up to the ways in, which are only for who can follow a link."""
    site = addresses.words.site["site"]
    begin = home.markdown
    for title in (site["ways_in"], site["cases"]):
        begin = begin.rpartition(f"\n## {heading(title)}")[0] or begin
    return replace(home, markdown=begin.rstrip() + "\n")
