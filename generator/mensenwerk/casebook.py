"""From case files to a casebook: the whole flow, readable as one list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from mensenwerk.ecomap import Drawing, DrawingImpossible, Engine, choose_engine, draw_maps
from mensenwerk.ecomap.notation import DEFAULT, Notation, NotationError, hartman, known_notations, read_notation
from mensenwerk.guards import (
    Admitted,
    ClearedCase,
    Guard,
    Registry,
    RegistryError,
    Tombstone,
    admit,
    load_registry,
    read_withdrawn,
)
from mensenwerk.model import ReadCase, Reference, hold_family_rules, read_case, read_references
from mensenwerk.model.suggest import closest
from mensenwerk.model.words import Audience
from mensenwerk.network import facts
from mensenwerk.network.change import steps
from mensenwerk.pages import Addresses, Page
from mensenwerk.pages.case_page import case_page
from mensenwerk.pages.chapters import characteristic_page, dilemma_page
from mensenwerk.pages.dialect import Dialect
from mensenwerk.pages.embed import Book, OwnPage, WrittenPage, embedded, look_over, read_page
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
from mensenwerk.problems import Language, Problem, Problems, Span, has_errors, ordered
from mensenwerk.publish.own_files import unfit
from mensenwerk.source import Document, read_file, read_folder

Progress = Callable[[int, int], None]
EngineName = Literal["auto", "wasi", "dot"]
HOME = "index.md"
"""The home page among an author's own pages."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a casebook is made from.

    `cases`, `pages` (the author's own, which MkDocs publishes), `references`, `withdrawn` (tombstones of cases that
    were taken back) and `theme` (the author's own, if any) are places on disk; the `_shown` names are how messages
    call them. `own_pages`: those among `pages` that will be published, and `own_files` all that will be, by where they
    stand there; `dialect`: how pages become HTML.
    `notation`: how maps are drawn where a case does not say so; `notations`: the folder of the author's own.
    `month` (`2026-05`) is the month of the build: consent can expire. `contact`: whom a reader asks to have something
    removed."""

    cases: Path
    cases_shown: str
    pages: Path
    pages_shown: str
    references: Path
    references_shown: str
    withdrawn: Path
    withdrawn_shown: str
    month: str
    audience: Audience = Audience.PUBLIC
    language: Language = "nl"
    engine: EngineName = "auto"
    contact: str = ""
    theme: Path | None = None
    theme_shown: str = ""
    notation: str = DEFAULT
    notations: Path | None = None
    settings_shown: str = "mkdocs.yml"
    own_pages: tuple[OwnPage, ...] = ()
    own_files: tuple[str, ...] = ()
    dialect: Dialect = field(default_factory=Dialect)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read: cases that hold together, the literature, and every finding so far.

    `cleared`: the cases that the guard lets through, by what `guard` holds. `written`: the author's own
    home page, and their pages that ask for a part of a case or cite something, by where they stand. `notations`: those
    that are used, by name. `asides` are told only when the author asks."""

    cases: tuple[ReadCase, ...]
    cleared: tuple[ClearedCase, ...]
    references: Mapping[str, Reference]
    guard: Guard
    written: Mapping[str, WrittenPage]
    problems: tuple[Problem, ...]
    notations: Mapping[str, Notation] = field(default_factory=dict)
    asides: tuple[Problem, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the author has something to mend before anything is made."""
        return has_errors(self.problems)

    @property
    def ids(self) -> list[str]:
        """How the cases are called, as a message may say it: not those that are called after someone."""
        ids = sorted(read.case.id for read in self.cases)
        return [each for each in ids if not any(True for _ in self.guard.registry.find(each))]


@dataclass(frozen=True, slots=True)
class Casebook:
    """Finished pages, and what the author should know."""

    pages: tuple[Page, ...]
    cases: tuple[ClearedCase, ...]
    drawn: int
    problems: tuple[Problem, ...] = field(default=())


def check(settings: Settings) -> Checked:
    """Read everything and gather all problems; make nothing."""
    documents, found = read_folder(settings.cases, settings.cases_shown)
    read = []
    for document in documents:
        problems = Problems(document.language)
        case = read_case(document, problems)
        if case is not None:
            read.append(case)
        found.extend(problems.found)
    cases, between = hold_family_rules(read)
    references, in_references = _references(settings)
    sources = [problem for case in cases for problem in _sources(case, references)]
    notations, in_notations = _notations(settings, cases)
    guard, in_guard = _guard(settings)
    admitted, elsewhere = _admitted(settings, cases, guard)
    exposed = _exposed(settings)
    among = any(problem.code == "cases-among-pages" for problem in exposed)
    written, asked = ({}, []) if among else _written(settings, admitted.cases, references)
    told = [
        *exposed,
        *found,
        *between,
        *in_references,
        *sources,
        *in_notations,
        *in_guard,
        *elsewhere,
        *admitted.problems,
        *asked,
    ]
    named = _named_files(settings, documents, guard.registry)
    told = [_without_name(problem, guard.registry) for problem in (*told, *named)]
    asides = tuple(ordered(_without_name(problem, guard.registry) for problem in admitted.asides))
    return Checked(tuple(cases), admitted.cases, references, guard, written, tuple(ordered(told)), notations, asides)


def _written(
    settings: Settings, cases: Sequence[ClearedCase], references: Mapping[str, Reference]
) -> tuple[dict[str, WrittenPage], list[Problem]]:
    """Pages of the author's own into which something has to be put, and what they ask for that is not there."""
    problems = Problems(settings.language)
    book = Book({case.id: case for case in cases}, references)
    found: dict[str, WrittenPage] = {}
    for own in settings.own_pages:
        shown = f"{settings.pages_shown}/{own.uri}"
        if own.unread:
            problems.add("front-unread", Span(shown, 1, 1))
        try:
            page = read_page(own, settings.dialect)
        except ValueError:
            problems.add("page-unmade", Span(shown))
            continue
        look_over(page, shown, book, problems)
        if page.parts or own.uri == HOME:
            found[own.uri] = page
    return found, problems.found


def _named_files(settings: Settings, documents: Sequence[Document], registry: Registry) -> list[Problem]:
    """Case files that are called after someone: the name stands in every message, and in the history of the files."""
    problems = Problems(settings.language)
    for document in documents:
        if any(True for _ in registry.find(document.file)):
            problems.add("named-file", Span(document.file), "warning")
    return problems.found


def _without_name(problem: Problem, registry: Registry) -> Problem:
    """A file that is called after someone is not called by its name."""
    if not registry or not any(True for _ in registry.find(problem.span.file)):
        return problem
    folder = problem.span.file.rpartition("/")[0]
    hidden = f"{folder}/…" if not any(True for _ in registry.find(folder)) else "…"
    return replace(problem, span=replace(problem.span, file=hidden))


def make(settings: Settings, checked: Checked, progress: Progress | None = None) -> Casebook:
    """Make the casebook of what was checked: count, draw, write. Nothing but `ClearedCase` passes beyond the
    guard."""
    cases = checked.cleared
    found: list[Problem] = []
    engine, impossible = _engine(settings)
    if impossible is not None:
        found.append(impossible)
    addresses = Addresses(settings.language)
    pages: list[Page] = []
    book = [facts(case) for case in cases]
    wanted = {case for page in checked.written.values() for case in page.maps_of}
    kept: dict[str, Sequence[Drawing]] = {}  # a thousand cases' drawings do not fit in memory; a guide's do
    drawn = 0
    for number, case in enumerate(cases):
        if progress:
            progress(number, len(cases))
        drawings, trouble = _drawings(case, engine, settings, checked.notations)
        drawn += len(drawings)
        if case.id in wanted:
            kept[case.id] = drawings
        if trouble is not None:
            found.append(trouble)
        pages.append(case_page(book[number], drawings, addresses, checked.references))
    if progress:
        progress(len(cases), len(cases))
    words = addresses.words
    pages += [characteristic_page(name, book, addresses, checked.references) for name in words.characteristics]
    pages += [dilemma_page(name, cases, addresses, checked.references) for name in words.dilemmas]
    pages += [cases_overview(cases, addresses), themes_overview(cases, addresses)]
    pages += [characteristics_overview(addresses), dilemmas_overview(addresses)]
    pages += [search_page(addresses), removal_page(addresses, settings.contact)]
    found += _giving_way(settings, pages)
    parts = Book({case.id: case for case in cases}, checked.references)
    taken = {page.uri for page in pages}
    filled = {
        uri: embedded(uri, page, parts, kept, addresses) for uri, page in checked.written.items() if uri not in taken
    }
    pages.append(home_page(cases, addresses, *filled.pop(HOME, (None,))))
    kind = words.site["site"]["page"]
    pages += [Page(uri, uri, kind, text, drawings, by_hand=True) for uri, (text, drawings) in filled.items()]
    return Casebook(tuple(pages), cases, drawn, tuple(ordered([*checked.problems, *found])))


def drawings_of(
    settings: Settings, case: ClearedCase, notations: Mapping[str, Notation], engine: Engine | None = None
) -> Sequence[Drawing]:
    """The drawings of one case: its maps, then its maps of change. Raises DrawingImpossible."""
    notation = notations.get(case.notation or settings.notation) or hartman()
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


def _exposed(settings: Settings) -> list[Problem]:
    """Whatever lies among the pages, or in a theme of the author's own, is published as it is: case files must
    never lie there."""
    problems = Problems(settings.language)
    cases = settings.cases.resolve()
    published = [(settings.pages, settings.pages_shown, False)]
    if settings.theme:
        published.append((settings.theme, settings.theme_shown, True))
    for folder, shown, theme in published:
        root = folder.resolve()
        if cases == root or cases in root.parents or root in cases.parents:
            problems.add("cases-among-pages", Span(settings.cases_shown))
        elif root.is_dir():
            for path, code in unfit(root, theme):
                problems.add(code, Span(f"{shown}/{path.relative_to(root).as_posix()}"))
    for uri in settings.own_files:  # `exclude_docs: "!.x"` lets in what is looked at by nobody
        if any(part.startswith(".") for part in uri.split("/")):
            problems.add("dot-among-pages", Span(f"{settings.pages_shown}/{uri}"))
    return problems.found


def _giving_way(settings: Settings, pages: Sequence[Page]) -> list[Problem]:
    """Pages of the author that stand where a page is made."""
    problems = Problems(settings.language)
    for page in pages:
        if page.uri in settings.own_files:
            problems.add("page-gives-way", Span(f"{settings.pages_shown}/{page.uri}"), "warning")
    return problems.found


def _guard(settings: Settings) -> tuple[Guard, list[Problem]]:
    """What the guard goes by. A registry that cannot be trusted stops everything: fail closed."""
    problems = Problems(settings.language)
    registry = Registry()
    try:
        registry = load_registry()
    except RegistryError as reason:
        problems.add(reason.code, Span(settings.cases_shown))
    stones: dict[str, Tombstone] = {}
    if settings.withdrawn.exists():
        document = read_file(settings.withdrawn, settings.withdrawn_shown, problems)
        problems.language = settings.language
        stones = read_withdrawn(document, problems) if document else {}
    return Guard(settings.audience, settings.month, registry, tuple(stones.values())), problems.found


def _admitted(settings: Settings, cases: Sequence[ReadCase], guard: Guard) -> tuple[Admitted, list[Problem]]:
    """What the guard lets through of the cases in the language of the book."""
    own, elsewhere = [], []
    for read in cases:
        if read.case.language == settings.language:
            own.append(read)
        else:
            problems = Problems(read.document.language)
            problems.add("other-language", read.span(("language",)), "info")
            elsewhere += problems.found
    return admit(own, guard), elsewhere


def _notations(settings: Settings, cases: Sequence[ReadCase]) -> tuple[dict[str, Notation], list[Problem]]:
    """The notations that the book and its cases ask for, each read once."""
    files = known_notations(settings.notations)
    asked = [(settings.notation, Span(settings.settings_shown), Problems(settings.language))]
    asked += [
        (read.case.notation, read.span(("notation",)), Problems(read.document.language))
        for read in cases
        if read.case.notation is not None
    ]
    found: dict[str, Notation] = {}
    unread: set[str] = set()
    for name, span, problems in asked:
        if name in found or name in unread:
            continue
        if name not in files:
            problems.add("unknown-notation", span, names=", ".join(sorted(files)))
            continue
        try:
            found[name] = read_notation(files[name])
        except NotationError as reason:
            unread.add(name)
            problems.add("unfit-notation", Span(f"themes/notations/{files[name].name}"), where=reason.where)
    return found, [problem for _, _, problems in asked for problem in problems.found]


def _engine(settings: Settings) -> tuple[Engine | None, Problem | None]:
    try:
        return choose_engine(settings.engine), None
    except DrawingImpossible as reason:
        return None, _not_drawn(settings.cases_shown, reason, settings.language)


def _drawings(
    case: ClearedCase, engine: Engine | None, settings: Settings, notations: Mapping[str, Notation]
) -> tuple[Sequence[Drawing], Problem | None]:
    if engine is None:
        return (), None
    try:
        return drawings_of(settings, case, notations, engine), None
    except DrawingImpossible as reason:
        return (), _not_drawn(f"{settings.cases_shown} ({case.id})", reason, settings.language)


def _not_drawn(shown: str, reason: DrawingImpossible, language: Language) -> Problem:
    problems = Problems(language)
    problems.add("not-drawn", Span(shown), "warning", remedy=f"{reason.message(language)} {reason.hint(language)}")
    return problems.found[0]


def _references(settings: Settings) -> tuple[dict[str, Reference], list[Problem]]:
    if not settings.references.exists():
        return {}, []
    problems = Problems(settings.language)
    document = read_file(settings.references, settings.references_shown, problems)
    problems.language = settings.language
    return (read_references(document, problems) if document else {}), problems.found


def _sources(read: ReadCase, references: Mapping[str, Reference]) -> list[Problem]:
    problems = Problems(read.document.language)
    for index, key in enumerate(read.case.sources):
        if key not in references:
            close = closest(key, references, 0.6, problems)
            span = read.span(("sources", index))
            if close:
                problems.add("unknown-source-close", span, key=close)
            else:
                problems.add("unknown-source", span)
    return problems.found
