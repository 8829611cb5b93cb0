"""A page that an author wrote by hand → the same with parts of cases in it, and with what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from mensenwerk.ecomap import Drawing
from mensenwerk.guards import ClearedCase
from mensenwerk.model.literature import Reference
from mensenwerk.network import facts
from mensenwerk.pages.address import Addresses, link
from mensenwerk.pages.bibliography import Bibliography, anchor, bibliography
from mensenwerk.pages.cards import SmallMap, cards, plain_small_map
from mensenwerk.pages.dialect import Dialect
from mensenwerk.pages.maps import map_views
from mensenwerk.pages.markers import Cited, Escaped, Marker, Part, Shown, asks, filled, find
from mensenwerk.pages.render import render
from mensenwerk.pages.safe import heading
from mensenwerk.pages.told import characteristic_views, dilemma_view
from mensenwerk.pages.wording import wording
from mensenwerk.problems import Language, Problems, Span

_HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)
_NOT_THERE = {"map": "marker-map", "characteristic": "marker-characteristic", "dilemma": "marker-dilemma"}


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page of the author's own: its address among the pages, its Markdown (`body`), how many lines stand above that
    for the program that builds it, and what of those a reader may know (`front`). `unread`: it begins with a line of
    hyphens and what follows could not be read, so that it would be shown. `translation_of`: the page of the book in the
    other language that this one translates."""

    uri: str
    body: str
    above: int = 0
    front: Mapping[str, Any] = field(default_factory=dict)
    unread: bool = False
    translation_of: str | None = None

    @property
    def title(self) -> str:
        """What stands in its first heading, or above it; else where it stands."""
        heading = _HEADING.search(self.body)
        return str(self.front.get("title") or (heading[1] if heading else self.uri))

    @property
    def about(self) -> str:
        """The sentence that its author wrote about it above it, or nothing."""
        return str(self.front.get("description") or "")


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page of the author's own with what it asks for. `text`: its Markdown, with blank lines for what stood above."""

    front: Mapping[str, Any]
    text: str
    parts: tuple[Part, ...]

    @property
    def maps_of(self) -> set[str]:
        """The ids of cases of which the page shows a map."""
        return {part.case for part in self.parts if isinstance(part, Marker) and part.kind == "map"}


@dataclass(frozen=True, slots=True)
class Book:
    """What a page can ask for: the cases of this book by id, and the literature by key."""

    cases: Mapping[str, ClearedCase]
    references: Mapping[str, Reference]
    small: SmallMap = plain_small_map


def read_page(own: OwnPage, dialect: Dialect) -> WrittenPage:
    """Look for what a page asks for. Raises ValueError where the extensions of the site cannot work with it."""
    text = "\n" * own.above + own.body
    if not asks(text):
        dialect.html(text)
        return WrittenPage(own.front, text, ())
    return WrittenPage(own.front, text, find(text, dialect))


def look_over(page: WrittenPage, file: str, book: Book, problems: Problems) -> None:
    """Note every marker that asks for what is not in this book, every citation of what is not in the literature, and
    every note that would be shown."""
    shown: set[tuple[str, str]] = set()
    cites = any(isinstance(part, Cited) for part in page.parts)
    for part in page.parts:
        span = Span(file, part.line, part.column)
        if isinstance(part, Marker):
            _look_at(part, span, book, shown, problems)
            if part.kind == "literature" and not cites:
                problems.add("literature-empty", span)
        elif isinstance(part, Cited) and any(key not in book.references for key, _ in part.works):
            problems.add("citation-unknown", span, choices=_listed(book.references))
        elif isinstance(part, Shown):
            problems.add("note-shown", span)


def _look_at(marker: Marker, span: Span, book: Book, shown: set[tuple[str, str]], problems: Problems) -> None:
    once = {"map": (marker.case, marker.name), "literature": ("", "")}.get(marker.kind or "")
    if marker.kind is None:
        problems.add("marker-form", span)
    elif not marker.placed:
        problems.add("marker-place", span)
    elif marker.kind != "literature" and marker.case not in book.cases:
        problems.add("marker-case", span, choices=_listed(book.cases))
    elif once in shown:
        problems.add("marker-again", span)
    elif marker.kind in _NOT_THERE:
        choices = _choices(marker.kind, book.cases[marker.case], problems.language)
        if marker.name not in choices:
            problems.add(_NOT_THERE[marker.kind], span, case=marker.case, choices=_listed(choices))
    if once:
        shown.add(once)


def embedded(
    uri: str, page: WrittenPage, book: Book, drawn: Mapping[str, Sequence[Drawing]], addresses: Addresses
) -> tuple[str, tuple[str, ...]]:
    """The Markdown of a page with everything in its place, and the drawings in it. The page was
    looked over; `drawn` holds the drawings of every case of which it shows a map."""
    works = _bibliography(page, book, addresses.language)
    listed = any(isinstance(part, Marker) and part.kind == "literature" for part in page.parts)
    drawings: list[str] = []

    def words(part: Part) -> str:
        if isinstance(part, Marker):
            return f"\n{_part(part, uri, book, works, drawn, addresses, drawings)}\n"
        if isinstance(part, Cited):
            return _citation(part, works, listed)
        return "&#64;" if isinstance(part, Escaped) else ""

    return filled(page.text, page.parts, words).lstrip("\n"), tuple(drawings)


def _part(
    marker: Marker,
    here: str,
    book: Book,
    works: Bibliography,
    drawn: Mapping[str, Sequence[Drawing]],
    addresses: Addresses,
    drawings: list[str],
) -> str:
    words = addresses.words
    if marker.kind == "literature":
        return render("embed", kind="literature", t=words.case, references=works.entries)
    case = book.cases[marker.case]
    values: dict[str, object] = {"kind": marker.kind, "t": words.case, "title": case.title}
    values["href"] = link(addresses.case(case.id), here)
    if marker.kind == "case":
        (card,), small = cards([case], addresses, here, book.small, first=len(drawings))
        drawings += small
        return render("embed", card=card, **values)
    if marker.kind == "map":
        made = drawn.get(case.id, ())
        place = [each.id for each in case.maps].index(marker.name)
        view = map_views(case, made, words, alone=True)[place]
        if made:
            view = replace(view, number=len(drawings))
            drawings.append(made[place].svg)
        values["part"] = view
        values["href"] = f"{values['href']}#{view.anchor}"
    elif marker.kind == "characteristic":
        key = _characteristics(addresses.language)[marker.name]
        shown = characteristic_views(facts(case), addresses, here)
        values["part"] = next(each for each in shown if each.figure.name == key)
    else:
        wanted = _dilemmas(case, addresses.language)[marker.name]
        values["part"] = dilemma_view(case.dilemmas[wanted], case, addresses, here)
    return render("embed", **values)


def _choices(kind: str, case: ClearedCase, language: Language) -> Mapping[str, object]:
    """By the names that a marker may say: what of this kind the case has."""
    if kind == "map":
        return {each.id: each for each in case.maps}
    if kind == "dilemma":
        return _dilemmas(case, language)
    addresses = Addresses(language)
    shown = {each.figure.name for each in characteristic_views(facts(case), addresses, addresses.case(case.id))}
    return {name: key for name, key in _characteristics(language).items() if key in shown}


def _characteristics(language: Language) -> dict[str, str]:
    """The characteristics by the names that a marker may say: those of their addresses."""
    return {said["slug"]: key for key, said in wording(language).characteristics.items()}


def _dilemmas(case: ClearedCase, language: Language) -> dict[str, int]:
    """By the name of a type as addresses say it: the first threshold of that type in the case."""
    slugs = {key: said["slug"] for key, said in wording(language).dilemmas.items()}
    found: dict[str, int] = {}
    for number, each in enumerate(case.dilemmas):
        found.setdefault(slugs[each.type.value], number)
    return found


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "–"


def _bibliography(page: WrittenPage, book: Book, language: Language) -> Bibliography:
    """What a page cites."""
    keys = {key for part in page.parts if isinstance(part, Cited) for key, _ in part.works}
    return bibliography(frozenset(book.references[key] for key in keys), language)


def _citation(cited: Cited, works: Bibliography, listed: bool) -> str:
    """(Author, year) or Author (year), which leads to the list where the page has one and a link can be."""
    said = []
    for key, place in sorted(cited.works, key=lambda each: works.place(each[0])):
        words = works.in_a_sentence[key] if cited.alone else works.in_brackets[key]
        words = heading(unescape(words) + (f", {place}" if place else ""))  # no sign of Markdown means anything in it
        said.append(f'<a href="#{anchor(key)}">{words}</a>' if listed and not cited.plain else words)
    return said[0] if cited.alone else f"({'; '.join(said)})"
