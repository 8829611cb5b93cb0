"""A page that an author wrote by hand → the same with parts of cases in it, and with what it cites."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from mensenwerk.ecomap import Drawing
from mensenwerk.guards import ClearedCase
from mensenwerk.model.literature import Reference
from mensenwerk.network import CaseFacts, facts
from mensenwerk.pages.address import Addresses, link
from mensenwerk.pages.cards import cards
from mensenwerk.pages.maps import map_views
from mensenwerk.pages.markers import Cited, Marker, citations, markers
from mensenwerk.pages.page import Page
from mensenwerk.pages.render import render
from mensenwerk.pages.safe import without_notes
from mensenwerk.pages.told import characteristic_views, dilemma_view
from mensenwerk.pages.wording import wording
from mensenwerk.problems import Language, Problems, Span

Draw = Callable[[ClearedCase], Sequence[Drawing]]
"""The drawings of a case: made when the first page asks for them."""


_NOT_THERE = {"map": "marker-map", "characteristic": "marker-characteristic", "dilemma": "marker-dilemma"}


@dataclass(frozen=True, slots=True)
class Book:
    """What a page can ask for: the cases of this book by id, and the literature by key."""

    cases: Mapping[str, ClearedCase]
    references: Mapping[str, Reference]


def asks(text: str) -> bool:
    """Whether a page has a marker or a citation."""
    return any(True for _ in markers(text)) or any(True for _ in citations(text))


def look_over(text: str, file: str, book: Book, problems: Problems) -> None:
    """Note every marker that asks for what is not in this book, and every citation of what is not in the literature."""
    shown: set[tuple[str, str]] = set()
    for marker in markers(text):
        span = Span(file, marker.line, marker.column)
        if marker.kind is None:
            problems.add("marker-form", span)
        elif marker.kind != "literature" and marker.case not in book.cases:
            problems.add("marker-case", span, choices=_listed(book.cases))
        elif marker.kind in _NOT_THERE:
            choices = _choices(marker.kind, book.cases[marker.case], problems.language)
            if marker.name not in choices:
                problems.add(_NOT_THERE[marker.kind], span, case=marker.case, choices=_listed(choices))
            elif marker.kind == "map" and (marker.case, marker.name) in shown:
                problems.add("marker-again", span)
            shown.add((marker.case, marker.name))
    for cited in citations(text):
        if any(key not in book.references for key in cited.keys):
            span = Span(file, cited.line, cited.column)
            problems.add("citation-unknown", span, choices=_listed(book.references))


def embedded(uri: str, text: str, book: Book, draw: Draw, addresses: Addresses) -> Page:
    """The page with everything in its place. `text` was looked over."""
    body = without_notes(text)
    works = _works(body, book)
    listed = any(marker.kind == "literature" for marker in markers(body))
    lines = body.splitlines()
    drawings: list[str] = []
    cited_on: dict[int, list[Cited]] = {}
    for cited in citations(body):
        cited_on.setdefault(cited.line, []).append(cited)
    for number, several in cited_on.items():
        for cited in reversed(several):
            line = lines[number - 1]
            words = _citation(cited, book, addresses.language, listed)
            lines[number - 1] = line[: cited.column - 1] + words + line[cited.end :]
    for marker in markers(body):
        lines[marker.line - 1] = f"\n{_part(marker, uri, book, works, draw, addresses, drawings)}\n"
    title = next((line.lstrip("# ").strip() for line in lines if line.startswith("# ")), uri)
    return Page(uri, title, addresses.words.site["site"]["page"], "\n".join(lines) + "\n", tuple(drawings))


def _part(
    marker: Marker,
    here: str,
    book: Book,
    works: Sequence[Reference],
    draw: Draw,
    addresses: Addresses,
    drawings: list[str],
) -> str:
    words = addresses.words
    if marker.kind == "literature":
        return render("embed", kind="literature", t=words.case, references=works)
    case = book.cases[marker.case]
    values: dict[str, object] = {"kind": marker.kind, "t": words.case, "title": case.title}
    values["href"] = link(addresses.case(case.id), here)
    if marker.kind == "case":
        (card,), small = cards([case], addresses, here, first=len(drawings))
        drawings += small
        return render("embed", card=card, **values)
    found = facts(case)
    if marker.kind == "map":
        made = draw(case)
        place = [each.id for each in case.maps].index(marker.name)
        view = map_views(case, made, words, alone=True)[place]
        if made:
            view = replace(view, number=len(drawings))
            drawings.append(made[place].svg)
        values["part"] = view
        values["href"] = f"{values['href']}#{view.anchor}"
    elif marker.kind == "characteristic":
        values["part"] = _characteristic(marker.name, found, addresses, here)
    else:
        wanted = _dilemmas(case, addresses.language)[marker.name]
        values["part"] = dilemma_view(case.dilemmas[wanted], case, addresses, here)
    return render("embed", **values)


def _characteristic(name: str, found: CaseFacts, addresses: Addresses, here: str) -> object:
    key = _characteristics(addresses.language)[name]
    chapter = addresses.words.characteristics[key]["name"]
    return next(each for each in characteristic_views(found, addresses, here) if each.name == chapter)


def _choices(kind: str, case: ClearedCase, language: Language) -> Mapping[str, object]:
    """By the names that a marker may say: what of this kind the case has."""
    if kind == "map":
        return {each.id: each for each in case.maps}
    if kind == "dilemma":
        return _dilemmas(case, language)
    addresses = Addresses(language)
    chapters = {each.name for each in characteristic_views(facts(case), addresses, addresses.case(case.id))}
    names = _characteristics(language)
    return {name: key for name, key in names.items() if addresses.words.characteristics[key]["name"] in chapters}


def _characteristics(language: Language) -> dict[str, str]:
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


def _works(text: str, book: Book) -> list[Reference]:
    """What a page cites, in the order of the authors."""
    keys = {key for cited in citations(text) for key in cited.keys}
    return sorted((book.references[key] for key in keys), key=lambda work: (work.entry().casefold(), work.key))


def _citation(cited: Cited, book: Book, language: Language, listed: bool) -> str:
    """(Author, year) or Author (year), which leads to the list where the page has one."""
    works = [book.references[key] for key in cited.keys]
    if cited.alone:
        (work,) = works
        return _to_list(work, work.called(language, in_brackets=False), listed)
    return f"({'; '.join(_to_list(work, work.called(language, in_brackets=True), listed) for work in works)})"


def _to_list(work: Reference, words: str, listed: bool) -> str:
    return f'<a href="#{work.anchor}">{escape(words)}</a>' if listed else escape(words)
