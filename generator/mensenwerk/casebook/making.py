"""What was read → a casebook: count, draw, write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from functools import cache

from mensenwerk.casebook.one_case import Job, Made, draw, jobs_of, keys, made, notation_of, packed, unpacked
from mensenwerk.casebook.types import CHUNK, HOME, MANY, Casebook, Checked, Progress, Settings
from mensenwerk.ecomap import Drawing, choose_engine, small_map
from mensenwerk.ecomap.notation import Notation
from mensenwerk.guards import (
    ClearedCase,
)
from mensenwerk.kept import Kept
from mensenwerk.pages import Addresses, Page, html_uri
from mensenwerk.pages.accessibility import accessibility_page
from mensenwerk.pages.cards import SmallMap
from mensenwerk.pages.chapters import characteristic_page, dilemma_page
from mensenwerk.pages.editions import Material, edition_page, editions_overview
from mensenwerk.pages.embed import Book, embedded
from mensenwerk.pages.glance import Glance
from mensenwerk.pages.overviews import (
    cases_overview,
    characteristics_overview,
    dilemmas_overview,
    home_page,
    themes_overview,
)
from mensenwerk.pages.removal import removal_page
from mensenwerk.pages.search_page import search_page
from mensenwerk.problems import Problem, Problems, Span, ordered
from mensenwerk.publish.search_index import SearchEntry


def make(
    settings: Settings,
    checked: Checked,
    progress: Progress | None = None,
    kept: Kept | None = None,
    workers: Executor | None = None,
) -> Casebook:
    """Make the casebook of what was checked: count, draw, write. Nothing but `ClearedCase` passes beyond the
    guard. `kept`: pages of cases that were made before. `workers`: who makes the others, where there are many; the
    book is the same to the byte."""
    cases = checked.cleared
    found: list[Problem] = []
    addresses = Addresses(settings.language)
    pages: list[Page] = []
    wanted = {case for page in checked.written.values() for case in page.maps_of}
    wanted.update(case for read in checked.editions for case in read.edition.cases)
    at_hand: dict[str, Sequence[Drawing]] = {}  # a thousand cases' drawings do not fit in memory; a guide's do
    drawn = 0
    glances: dict[str, Glance] = {}
    entries: dict[str, SearchEntry] = {}
    jobs = jobs_of(settings, checked)
    for number, one in enumerate(_each(jobs, kept, workers)):
        if progress:
            progress(number, len(cases))
        pages.append(one.page)
        glances[cases[number].id] = one.glance
        entries[one.page.uri] = one.entry
        drawn += len(one.drawings)
        if cases[number].id in wanted:
            at_hand[cases[number].id] = one.drawings
        if one.trouble is not None:
            found.append(one.trouble)
    if progress:
        progress(len(cases), len(cases))
    words, literature, small = addresses.words, checked.references, _small_maps(settings, checked)
    for name in words.characteristics:
        pages += characteristic_page(name, cases, glances, addresses, literature, small)
    for name in words.dilemmas:
        pages += dilemma_page(name, cases, addresses, literature, small)
    pages += [*cases_overview(cases, addresses, small), *themes_overview(cases, addresses)]
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
    pages.append(
        home_page(cases, addresses, *filled.pop(HOME, (None,)), editions=editions, small=small, form=settings.form)
    )
    kind = words.site["site"]["page"]
    pages += [Page(uri, uri, kind, text, drawings, by_hand=True) for uri, (text, drawings) in filled.items()]
    return Casebook(tuple(pages), cases, drawn, tuple(ordered([*checked.problems, *found])), entries)


def _each(jobs: Sequence[Job], kept: Kept | None, workers: Executor | None) -> Iterator[Made]:
    """What comes of every job, in their order: as it was kept, or made now."""
    names = keys(jobs) if kept is not None else [""] * len(jobs)
    missing = [job for job, each in zip(jobs, names, strict=True) if kept is None or not kept.has(each)]
    if workers is not None and len(missing) >= MANY:
        coming = workers.map(made, missing, chunksize=CHUNK)
    else:
        coming = map(made, missing)
    asked = {job.case.id for job in missing}
    for job, each in zip(jobs, names, strict=True):
        piece = kept.get(each) if kept is not None and job.case.id not in asked else None
        if piece is not None:
            yield unpacked(piece)
            continue
        one = next(coming) if job.case.id in asked else made(job)  # what was kept turned out to be spoilt
        if kept is not None and one.trouble is None:
            kept.put(each, packed(one))
        yield one


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
    about = {page.uri: page.about for page in settings.own_pages if page.about}
    material = Material({case.id: case for case in checked.cleared}, drawn, checked.references, titles, about, small)
    pages = [edition_page(edition, material, addresses) for edition in editions]
    return [*pages, editions_overview(editions, addresses)]


def drawings_of(settings: Settings, case: ClearedCase, notations: Mapping[str, Notation]) -> Sequence[Drawing]:
    """The drawings of one case: its maps, then its maps of change. Raises DrawingImpossible."""
    notation = notation_of(case, settings, notations)
    return draw(case, settings.language, notation, choose_engine(settings.engine))


def _small_maps(settings: Settings, checked: Checked) -> SmallMap:
    """The small map of each case, drawn when it is first asked for and then kept: several pages show it."""
    return cache(lambda case: small_map(case.drawn, notation_of(case, settings, checked.notations)))


def _giving_way(settings: Settings, pages: Sequence[Page]) -> list[Problem]:
    """Pages of the author that stand where a page is made."""
    problems = Problems(settings.language)
    for page in pages:
        if page.uri in settings.own_files:
            problems.add("page-gives-way", Span(f"{settings.pages_shown}/{page.uri}"), "warning")
    form = Addresses(settings.language).form()
    for uri in {form, html_uri(form)} & set(settings.own_files) if settings.form else ():
        problems.add("page-gives-way", Span(f"{settings.pages_shown}/{uri}"), "warning")
    return problems.found
