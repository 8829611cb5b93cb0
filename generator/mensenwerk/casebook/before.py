"""Case files that were read and judged before and passed: known again by their bytes, and not read a second time.

Only while there is no error, and nothing to say that spans files: that is told after everything was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from mensenwerk.casebook.types import Settings
from mensenwerk.guards import ClearedCase, Guard, admit
from mensenwerk.guards.detect.lexicon import fold
from mensenwerk.kept import Kept, key_of
from mensenwerk.model import ReadCase, Reference, read_case
from mensenwerk.problems import Language, Problem, Problems, has_errors
from mensenwerk.source import case_files, read_text


@dataclass(frozen=True, slots=True)
class Passed:
    """What a book has to know of a case file. `pseudonyms`: folded, for two stories may not share one; `cleared`: None
    where it is for the book in the other language."""

    file: str
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


@dataclass(frozen=True, slots=True)
class KnownAgain:
    """All case files of a book; `read`: those that had to be read in full."""

    passed: tuple[Passed, ...]
    read: tuple[ReadCase, ...]


def known_again(settings: Settings, guard: Guard, references: Mapping[str, Reference], kept: Kept) -> KnownAgain | None:
    """The case files of a book, read only where they changed. None where something has to be told that only the whole
    can tell: an error, or what is wrong between files."""
    passed: list[Passed] = []
    read: list[ReadCase] = []
    files = case_files(settings.cases)
    for path, name in files or ():
        shown = f"{settings.cases_shown}/{name}"
        try:
            raw = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        except OSError:
            return None
        key = _key(shown, raw, settings, guard)
        one = _kept(kept, key)
        if one is None:
            fresh = _read(shown, raw, settings, guard, kept)
            if fresh is None:
                return None
            one, case = fresh
            read.append(case)
            if one.cleared is not None or _is_elsewhere(one, settings):  # of what is withheld nothing stays on disk
                kept.put(key, _JSON.dump_python(one, mode="json"))
        passed.append(one)
    if files is None or _between(passed, guard, references):
        return None
    return KnownAgain(tuple(passed), tuple(read))


def _key(shown: str, raw: bytes, settings: Settings, guard: Guard) -> str:
    """All that the judgement of one file depends on."""
    said = (shown, raw.decode("latin-1"), repr(guard), settings.language, str(settings.translated))
    return key_of("passed", *said)


def _kept(kept: Kept, key: str) -> Passed | None:
    piece = kept.get(key)
    try:
        return _JSON.validate_python(piece) if piece is not None else None
    except ValidationError:
        return None


def _read(shown: str, raw: bytes, settings: Settings, guard: Guard, kept: Kept) -> tuple[Passed, ReadCase] | None:
    problems = Problems(settings.language)
    document = read_text(raw, shown, problems)
    read = read_case(document, problems) if document is not None else None
    if read is None or has_errors(problems.found):
        return None
    case = read.case
    own = case.language == settings.language
    if not own and not settings.translated:
        problems.language = read.document.language
        problems.add("other-language", read.span(("language",)), "info")
    admitted = admit([read] if own else [], guard, kept)
    if has_errors(admitted.problems):
        return None
    names = [fold(person.pseudonym) for person in (*case.centre, *case.people) if person.pseudonym]
    one = Passed(
        shown,
        case.id,
        case.translation_of,
        case.language,
        tuple(case.sources),
        case.notation,
        tuple(names),
        next(iter(admitted.cases), None),
        (*problems.found, *admitted.problems),
        admitted.asides,
    )
    return one, read


def _is_elsewhere(one: Passed, settings: Settings) -> bool:
    return one.language != settings.language and settings.translated


def _between(passed: Iterable[Passed], guard: Guard, references: Mapping[str, Reference]) -> bool:
    """Whether something is wrong between files, or with how one is called."""
    every = {one.id: one for one in passed}
    count = 0
    first: dict[str, str] = {}
    for one in passed:
        count += 1
        original = every.get(one.translation_of) if one.translation_of else None
        if one.translation_of and (original is None or original.language == one.language):
            return True
        if not references.keys() >= set(one.sources) or any(True for _ in guard.registry.find(one.file)):
            return True
        story = one.translation_of or one.id
        if any(first.setdefault(name, story) != story for name in one.pseudonyms):
            return True
    return count != len(every)
