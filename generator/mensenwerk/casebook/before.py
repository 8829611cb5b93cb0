"""Case files that were read and judged before and passed: known again by their bytes, and not read a second time.

Only while there is no error, and nothing to say that spans files: that is told after everything was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from mensenwerk.casebook.types import CHUNK, MANY, Settings
from mensenwerk.guards import ClearedCase, Guard, admit
from mensenwerk.guards.detect.lexicon import fold
from mensenwerk.kept import Kept, key_of
from mensenwerk.model import ReadCase, Reference, read_case
from mensenwerk.problems import Language, Problem, Problems, has_errors
from mensenwerk.source import case_files, read_bytes, read_text


@dataclass(frozen=True, slots=True)
class Passed:
    """What a book has to know of a case file. `cleared`: None where it is for the book in the other language, or
    withheld. What is told by comparing files (`id`, `translation_of`, `pseudonyms`, folded, for two stories may not
    share one) is kept as a hash, for not all of it was cleared."""

    id: str
    translation_of: str | None
    language: Language
    sources: tuple[str, ...]
    notation: str | None
    pseudonyms: tuple[str, ...]
    cleared: ClearedCase | None
    problems: tuple[Problem, ...]
    asides: tuple[Problem, ...]


_JSON = TypeAdapter(Passed)


def known_again(
    settings: Settings, guard: Guard, references: Mapping[str, Reference], kept: Kept, workers: Executor | None = None
) -> dict[str, Passed] | None:
    """The case files of a book by how messages call them, read only where they changed; by `workers` where those are
    many. None where something has to be told that only the whole can tell: an error, or what is wrong between files."""
    files = case_files(settings.cases)
    if files is None:
        return None
    rules = key_of("rules", settings.language, str(settings.translated), repr(guard))
    found: dict[str, Passed | None] = {}
    missing: list[tuple[str, _File]] = []
    for path, name in files:
        shown = f"{settings.cases_shown}/{name}"
        raw = read_bytes(path, shown, Problems(settings.language))
        if raw is None or shown in found:  # two files that messages call the same
            return None
        key = key_of("passed", rules, shown, raw.decode("latin-1"))
        found[shown] = _kept(kept, key)
        if found[shown] is None:
            missing.append((key, _File(shown, raw, settings.language, settings.translated, guard)))
    every = [file for _, file in missing]
    if workers is not None and len(every) >= MANY:
        fresh = workers.map(_read, every, chunksize=CHUNK)
    else:
        fresh = map(_read, every)
    for (key, file), one in zip(missing, fresh, strict=True):
        if one is None:
            return None
        found[file.shown] = one
        if _may_be_kept(one, settings):
            kept.put(key, _JSON.dump_python(one, mode="json"))
    passed = {shown: one for shown, one in found.items() if one is not None}
    return None if _between(passed, guard, references) else passed


@dataclass(frozen=True, slots=True)
class _File:
    """A case file, and all that its judgement depends on; it can be sent to another process. `shown`: how messages call
    it; `translated`: whether other languages have a book of their own."""

    shown: str
    raw: bytes
    language: Language
    translated: bool
    guard: Guard


def _may_be_kept(one: Passed, settings: Settings) -> bool:
    """Of a case that is withheld nothing stays on disk, and of one for the other book nothing that is said about it."""
    if one.cleared is not None:
        return True
    return one.language != settings.language and settings.translated and not one.problems


def _kept(kept: Kept, key: str) -> Passed | None:
    piece = kept.get(key)
    try:
        return _JSON.validate_python(piece) if piece is not None else None
    except ValidationError:
        return None


def _read(file: _File) -> Passed | None:
    """What is known of a file once it was read and judged; None where it has an error."""
    problems = Problems(file.language)
    document = read_text(file.raw, file.shown, problems)
    read = read_case(document, problems) if document is not None else None
    if read is None or has_errors(problems.found):
        return None
    case = read.case
    own = case.language == file.language
    if not own and not file.translated:
        problems.found.append(in_other_language(read))
    admitted = admit([read] if own else [], file.guard)
    if has_errors(admitted.problems):
        return None
    names = [fold(person.pseudonym) for person in (*case.centre, *case.people) if person.pseudonym]
    return Passed(
        _hash(case.id),
        _hash(case.translation_of) if case.translation_of else None,
        case.language,
        tuple(case.sources),
        case.notation,
        tuple(map(_hash, names)),
        next(iter(admitted.cases), None),
        (*problems.found, *admitted.problems),
        admitted.asides,
    )


def in_other_language(read: ReadCase) -> Problem:
    """A case in a language of which there is no book."""
    problems = Problems(read.document.language)
    problems.add("other-language", read.span(("language",)), "info")
    return problems.found[0]


def _hash(said: str) -> str:
    return key_of("compared", said)


def _between(passed: Mapping[str, Passed], guard: Guard, references: Mapping[str, Reference]) -> bool:
    """Whether something is wrong between files, or with how one is called."""
    every = {one.id: one for one in passed.values()}
    first: dict[str, str] = {}
    for shown, one in passed.items():
        original = every.get(one.translation_of) if one.translation_of else None
        if one.translation_of and (original is None or original.language == one.language):
            return True
        if not references.keys() >= set(one.sources) or any(True for _ in guard.registry.find(shown)):
            return True
        story = one.translation_of or one.id
        if any(first.setdefault(name, story) != story for name in one.pseudonyms):
            return True
    return len(passed) != len(every)
