"""Settings → what was read: everything, with all problems at once. Makes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from mensenwerk.casebook.before import in_other_language, known_again
from mensenwerk.casebook.types import HOME, Checked, Settings
from mensenwerk.ecomap.notation import Notation, NotationError, known_notations, read_notation
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
from mensenwerk.kept import Kept
from mensenwerk.model import (
    ReadCase,
    ReadEdition,
    Reference,
    hold_family_rules,
    read_case,
    read_edition,
    read_references,
)
from mensenwerk.model.suggest import closest
from mensenwerk.pages.editions.look_over import look_over as look_over_edition
from mensenwerk.pages.embed import Book, WrittenPage, look_over, read_page
from mensenwerk.problems import Problem, Problems, Span, has_errors, ordered
from mensenwerk.publish.own_files import unfit
from mensenwerk.source import Document, read_file, read_folder


@dataclass(frozen=True, slots=True)
class _Cases:
    """The case files of a book. `read`: none where they were known from before; `asked`: their notations, and where."""

    read: tuple[ReadCase, ...]
    cleared: tuple[ClearedCase, ...]
    asked: list[tuple[str, Span, Problems]]
    problems: list[Problem]
    asides: tuple[Problem, ...] = ()


def check(
    settings: Settings, kept: Kept | None = None, *, whole: bool = True, workers: Executor | None = None
) -> Checked:
    """Read everything and gather all problems; make nothing. `kept`: of which cases the texts were judged before.
    Unless the `whole` is asked for, a case file that passed before is not read again, others are read by `workers`
    where they are many, and there are no `cases` but the cleared ones."""
    references, in_references = _references(settings)
    guard, in_guard = guard_of(settings)
    cases = None
    if not whole and kept is not None and not has_errors((*in_references, *in_guard)):
        cases = _known_again(settings, guard, references, kept, workers)
    if cases is None:
        cases = _read(settings, guard, references, kept)
    notations, in_notations = _notations(settings, cases.asked)
    exposed = _exposed(settings)
    among = any(problem.code == "cases-among-pages" for problem in exposed)
    editions, in_editions = _editions(settings, cases.cleared, references)
    written, asked = ({}, []) if among else _written(settings, cases.cleared, references)
    told = [*exposed, *cases.problems, *in_references, *in_notations, *in_guard, *in_editions, *asked]
    told = [_without_name(problem, guard.registry) for problem in told]
    asides = tuple(ordered(_without_name(problem, guard.registry) for problem in cases.asides))
    return Checked(
        cases.read, cases.cleared, references, guard, written, tuple(ordered(told)), notations, asides, editions
    )


def _read(settings: Settings, guard: Guard, references: Mapping[str, Reference], kept: Kept | None) -> _Cases:
    """All case files, each read in full, and what is wrong with them and between them."""
    documents, found = read_folder(settings.cases, settings.cases_shown, settings.language)
    read = []
    for document in documents:
        problems = Problems(document.language)
        case = read_case(document, problems)
        if case is not None:
            read.append(case)
        found.extend(problems.found)
    cases, between = hold_family_rules(read)
    sources = [problem for case in cases for problem in _sources(case, references)]
    admitted, elsewhere = _admitted(settings, cases, guard, kept)
    named = _named_files(settings, documents, guard.registry)
    asked = [
        (case.case.notation, case.span(("notation",)), Problems(case.document.language))
        for case in cases
        if case.case.notation is not None
    ]
    problems_ = [*found, *between, *sources, *elsewhere, *admitted.problems, *named]
    return _Cases(tuple(cases), admitted.cases, asked, problems_, admitted.asides)


def _known_again(
    settings: Settings, guard: Guard, references: Mapping[str, Reference], kept: Kept, workers: Executor | None
) -> _Cases | None:
    """The same, of which only those were read in full that changed; None where everything has to be."""
    passed = known_again(settings, guard, references, kept, workers)
    if passed is None:
        return None
    asked = [(one.notation, Span(shown), Problems(one.language)) for shown, one in passed.items() if one.notation]
    if _notations(settings, asked)[1]:
        return None
    return _Cases(
        (),
        tuple(one.cleared for one in passed.values() if one.cleared is not None),
        asked,
        [problem for one in passed.values() for problem in one.problems],
        tuple(problem for one in passed.values() for problem in one.asides),
    )


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


def _editions(
    settings: Settings, cases: Sequence[ClearedCase], references: Mapping[str, Reference]
) -> tuple[tuple[ReadEdition, ...], list[Problem]]:
    """The editions in the language of the book, and what is wrong with them: also what they ask for that is not
    there."""
    if settings.editions is None or not settings.editions.exists():
        return (), []
    documents, found = read_folder(settings.editions, settings.editions_shown, settings.language)
    by_id = {case.id: case for case in cases}
    pages = {page.uri for page in settings.own_pages}
    read: dict[str, ReadEdition] = {}
    every = [(document, Problems(document.language)) for document in documents]
    parsed = [(read_edition(document, problems), problems) for document, problems in every]
    known = {each.edition.id for each, _ in parsed if each is not None}
    for each, problems in parsed:
        if each is None:
            pass
        elif each.edition.language != settings.language:
            if not settings.translated:
                problems.add("other-language", each.span(("language",)), "info")
        else:
            look_over_edition(each, by_id, pages, references, problems)
            if each.edition.translation_of not in {None, *known}:
                problems.add("unknown-edition", each.span(("translation_of",)))
            if each.edition.id in read:
                problems.add("edition-twice", each.span(("id",)), file=read[each.edition.id].document.file)
            read.setdefault(each.edition.id, each)
        found += problems.found
    return tuple(read.values()), found


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


def guard_of(settings: Settings) -> tuple[Guard, list[Problem]]:
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
    stones_ = tuple(stones.values())
    return Guard(settings.audience, settings.month, registry, stones_, settings.alone), problems.found


def _admitted(
    settings: Settings, cases: Sequence[ReadCase], guard: Guard, kept: Kept | None
) -> tuple[Admitted, list[Problem]]:
    """What the guard lets through of the cases in the language of the book."""
    own, elsewhere = [], []
    for read in cases:
        if read.case.language == settings.language:
            own.append(read)
        elif not settings.translated:  # otherwise it is in the other book
            elsewhere.append(in_other_language(read))
    return admit(own, guard, kept), elsewhere


def _notations(
    settings: Settings, by_cases: Sequence[tuple[str, Span, Problems]]
) -> tuple[dict[str, Notation], list[Problem]]:
    """The notations that the book and its cases ask for, each read once."""
    files = known_notations(settings.notations)
    asked = [(settings.notation, Span(settings.settings_shown), Problems(settings.language)), *by_cases]
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
