"""Case files that were read and judged before and passed: known again by their bytes, and not read a second time.

Only while there is no error, and nothing to say that spans files: that is told after everything was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from mensenwerk.casebook.types import CHUNK, MANY, Settings
from mensenwerk.guards import ClearedCase, Guard, admit
from mensenwerk.guards.detect.lexicon import fold
from mensenwerk.kept import Kept, key_of
from mensenwerk.model import Reference, read_case
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


def known_again(
    settings: Settings, guard: Guard, references: Mapping[str, Reference], kept: Kept, workers: Executor | None = None
) -> tuple[Passed, ...] | None:
    """The case files of a book, read only where they changed; by `workers` where those are many. None where something
    has to be told that only the whole can tell: an error, or what is wrong between files."""
    files = case_files(settings.cases)
    if files is None:
        return None
    found: dict[str, Passed | None] = {}
    missing: list[_File] = []
    for path, name in files:
        try:
            raw = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        except OSError:
            return None
        file = _File(f"{settings.cases_shown}/{name}", raw, settings.language, settings.translated, guard)
        found[file.key] = _kept(kept, file.key)
        if found[file.key] is None:
            missing.append(file)
    if workers is not None and len(missing) >= MANY:
        fresh = workers.map(_read, missing, chunksize=CHUNK)
    else:
        fresh = map(_read, missing)
    for file, one in zip(missing, fresh, strict=True):
        if one is None:
            return None
        found[file.key] = one
        if one.cleared is not None or file.is_elsewhere(one):  # of what is withheld nothing stays on disk
            kept.put(file.key, _JSON.dump_python(one, mode="json"))
    passed = tuple(one for one in found.values() if one is not None)
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

    @property
    def key(self) -> str:
        said = (self.shown, self.raw.decode("latin-1"), self.language, str(self.translated), repr(self.guard))
        return key_of("passed", *said)

    def is_elsewhere(self, one: Passed) -> bool:
        return one.language != self.language and self.translated


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
        problems.language = read.document.language
        problems.add("other-language", read.span(("language",)), "info")
    admitted = admit([read] if own else [], file.guard)
    if has_errors(admitted.problems):
        return None
    names = [fold(person.pseudonym) for person in (*case.centre, *case.people) if person.pseudonym]
    return Passed(
        file.shown,
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
