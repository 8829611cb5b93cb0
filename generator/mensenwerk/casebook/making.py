"""What was read → a casebook: count, draw, write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache, cached_property
from typing import Any

from mensenwerk.casebook.types import HOME, Casebook, Checked, Progress, Settings
from mensenwerk.ecomap import Drawing, DrawingImpossible, Engine, choose_engine, draw_maps, small_map
from mensenwerk.ecomap.drawing import LegendItem
from mensenwerk.ecomap.notation import Notation, hartman
from mensenwerk.guards import (
    ClearedCase,
)
from mensenwerk.kept import Kept, key_of
from mensenwerk.network import facts
from mensenwerk.network.change import steps
from mensenwerk.pages import Addresses, Page
from mensenwerk.pages.accessibility import accessibility_page
from mensenwerk.pages.cards import SmallMap
from mensenwerk.pages.case_page import case_page
from mensenwerk.pages.chapters import characteristic_page, dilemma_page
from mensenwerk.pages.editions import Material, edition_page, editions_overview
from mensenwerk.pages.embed import Book, embedded
from mensenwerk.pages.maps import drawing_prefix
from mensenwerk.pages.overviews import (
    cases_overview,
    characteristics_overview,
    dilemmas_overview,
    home_page,
    themes_overview,
)
from mensenwerk.pages.removal import removal_page
from mensenwerk.pages.search_page import search_page
from mensenwerk.problems import Language, Problem, Problems, Span, ordered


def make(settings: Settings, checked: Checked, progress: Progress | None = None, kept: Kept | None = None) -> Casebook:
    """Make the casebook of what was checked: count, draw, write. Nothing but `ClearedCase` passes beyond the
    guard. `kept`: pages of cases that were made before."""
    cases = checked.cleared
    found: list[Problem] = []
    pen = _Pen(settings, checked)
    addresses = Addresses(settings.language)
    pages: list[Page] = []
    book = [facts(case) for case in cases]
    wanted = {case for page in checked.written.values() for case in page.maps_of}
    wanted.update(case for read in checked.editions for case in read.edition.cases)
    at_hand: dict[str, Sequence[Drawing]] = {}  # a thousand cases' drawings do not fit in memory; a guide's do
    drawn = 0
    for number, case in enumerate(cases):
        if progress:
            progress(number, len(cases))
        key = _key(case, settings, checked) if kept is not None else ""
        piece = kept.get(key) if kept is not None else None
        if piece is not None:
            drawn += len(piece["drawings"])
            if case.id in wanted:
                at_hand[case.id] = [_drawing(each) for each in piece["drawings"]]
            pages.append(Page(**{**piece["page"], "drawings": tuple(piece["page"]["drawings"])}))
            continue
        drawings, trouble = pen.drawings(case)
        drawn += len(drawings)
        if case.id in wanted:
            at_hand[case.id] = drawings
        page = case_page(book[number], drawings, addresses, checked.references)
        if trouble is not None:
            found.append(trouble)
        elif kept is not None:
            kept.put(key, {"drawings": [asdict(each) for each in drawings], "page": asdict(page)})
        pages.append(page)
    if progress:
        progress(len(cases), len(cases))
    words, literature, small = addresses.words, checked.references, _small_maps(settings, checked)
    pages += [characteristic_page(name, book, addresses, literature, small) for name in words.characteristics]
    pages += [dilemma_page(name, cases, addresses, literature, small) for name in words.dilemmas]
    pages += [cases_overview(cases, addresses, small), themes_overview(cases, addresses)]
    pages += [characteristics_overview(addresses), dilemmas_overview(addresses)]
    pages += [search_page(addresses), removal_page(addresses, settings.contact)]
    if addresses.accessibility() not in settings.own_files:  # a publisher's own statement goes first
        pages.append(accessibility_page(addresses, settings.book, settings.contact))
    pages += _edition_pages(settings, checked, at_hand, addresses, small)
    found += _giving_way(settings, pages)
    parts = Book({case.id: case for case in cases}, literature, small)
    taken = {page.uri for page in pages}
    filled = {
        uri: embedded(uri, page, parts, at_hand, addresses) for uri, page in checked.written.items() if uri not in taken
    }
    editions = [read.edition for read in checked.editions]
    pages.append(home_page(cases, addresses, *filled.pop(HOME, (None,)), editions=editions, small=small))
    kind = words.site["site"]["page"]
    pages += [Page(uri, uri, kind, text, drawings, by_hand=True) for uri, (text, drawings) in filled.items()]
    return Casebook(tuple(pages), cases, drawn, tuple(ordered([*checked.problems, *found])))


def _edition_pages(
    settings: Settings,
    checked: Checked,
    drawn: Mapping[str, Sequence[Drawing]],
    addresses: Addresses,
    small: SmallMap,
) -> list[Page]:
    if not checked.editions:
        return []
    editions = [read.edition for read in checked.editions]
    titles = {page.uri: page.title for page in settings.own_pages}
    material = Material({case.id: case for case in checked.cleared}, drawn, checked.references, titles, small)
    pages = [edition_page(edition, material, addresses) for edition in editions]
    return [*pages, editions_overview(editions, addresses)]


def drawings_of(
    settings: Settings, case: ClearedCase, notations: Mapping[str, Notation], engine: Engine | None = None
) -> Sequence[Drawing]:
    """The drawings of one case: its maps, then its maps of change. Raises DrawingImpossible."""
    notation = _notation_of(case, settings, notations)
    words = notation.spoken(Addresses(settings.language).words.drawing, settings.language)
    engine = engine or choose_engine(settings.engine)
    return draw_maps(
        case.maps,
        engine=engine,
        prefix=drawing_prefix(case),
        words=words,
        steps=steps(case),
        notation=notation,
    )


def _notation_of(case: ClearedCase, settings: Settings, notations: Mapping[str, Notation]) -> Notation:
    return notations.get(case.notation or settings.notation) or hartman()


def _small_maps(settings: Settings, checked: Checked) -> SmallMap:
    """The small map of each case, drawn when it is first asked for and then kept: several pages show it."""
    return cache(lambda case: small_map(case.drawn, _notation_of(case, settings, checked.notations)))


def _giving_way(settings: Settings, pages: Sequence[Page]) -> list[Problem]:
    """Pages of the author that stand where a page is made."""
    problems = Problems(settings.language)
    for page in pages:
        if page.uri in settings.own_files:
            problems.add("page-gives-way", Span(f"{settings.pages_shown}/{page.uri}"), "warning")
    return problems.found


def _key(case: ClearedCase, settings: Settings, checked: Checked) -> str:
    """What the page of a case is kept by: all that it is made from."""
    notation = checked.notations.get(case.notation or settings.notation)
    sources = sorted((key, repr(each)) for key, each in checked.references.items())
    return key_of("case page", settings.language, settings.engine, repr(notation), repr(sources), repr(case))


def _drawing(piece: dict[str, Any]) -> Drawing:
    return Drawing(**{**piece, "legend": tuple(LegendItem(**each) for each in piece["legend"])})


class _Pen:
    """What draws. Made ready when the first map asks for it: a book of which nothing changed draws nothing."""

    def __init__(self, settings: Settings, checked: Checked) -> None:
        self.settings, self.checked = settings, checked
        self.impossible: Problem | None = None

    @cached_property
    def _engine(self) -> Engine | None:
        try:
            return choose_engine(self.settings.engine)
        except DrawingImpossible as reason:
            self.impossible = _not_drawn(self.settings.cases_shown, reason, self.settings.language)
            return None

    def drawings(self, case: ClearedCase) -> tuple[Sequence[Drawing], Problem | None]:
        """The drawings of a case, and what stands in the way of them; for the whole book that is told once."""
        if self._engine is None:
            return (), self.impossible
        try:
            return drawings_of(self.settings, case, self.checked.notations, self._engine), None
        except DrawingImpossible as reason:
            shown = f"{self.settings.cases_shown} ({case.id})"
            return (), _not_drawn(shown, reason, self.settings.language)


def _not_drawn(shown: str, reason: DrawingImpossible, language: Language) -> Problem:
    problems = Problems(language)
    problems.add("not-drawn", Span(shown), "warning", remedy=f"{reason.message(language)} {reason.hint(language)}")
    return problems.found[0]
