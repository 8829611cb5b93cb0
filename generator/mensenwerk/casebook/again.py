"""One case that was saved again, in a book that is otherwise as it was: its page alone, for who looks at it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mensenwerk.casebook.one_case import Made, jobs_of, keys, made, packed
from mensenwerk.casebook.reading import guard_of
from mensenwerk.casebook.types import Checked, Settings
from mensenwerk.guards import admit
from mensenwerk.kept import Kept
from mensenwerk.model import Case, read_case
from mensenwerk.problems import Problems, has_errors, ordered
from mensenwerk.source import read_text


@dataclass(frozen=True, slots=True)
class Again:
    """`checked`: what was read of the book, with this case as it is now; `made`: what came of it."""

    checked: Checked
    made: Made


def made_again(settings: Settings, checked: Checked, shown: str, raw: bytes, kept: Kept) -> Again | None:
    """The page of the case file that messages call `shown`, of its bytes as they are now; the next whole book finds it
    in `kept`. None where more has to be told than that page can: a mistake, a case that is withheld, or something that
    other files are held against."""
    before = next((each for each in checked.cases if each.document.file == shown), None)
    guard, in_guard = guard_of(settings)
    if in_guard or guard != checked.guard or any(True for _ in guard.registry.find(shown)):
        return None
    problems = Problems(settings.language)
    document = read_text(raw, shown, problems)
    read = read_case(document, problems) if document is not None else None
    if before is None or read is None or has_errors(problems.found):
        return None
    if read.case.language != settings.language or _told_to_others(read.case) != _told_to_others(before.case):
        return None
    if any(each.code == "guard-pseudonym-twice" for each in (*checked.problems, *checked.asides)):
        return None
    admitted = admit([read], guard)
    if has_errors(admitted.problems) or not admitted.cases:
        return None
    (case,) = admitted.cases
    others = [problem for problem in checked.problems if problem.span.file != shown]
    asides = [problem for problem in checked.asides if problem.span.file != shown]
    now = replace(
        checked,
        cases=tuple(read if each is before else each for each in checked.cases),
        cleared=tuple(case if each.id == case.id else each for each in checked.cleared),
        problems=tuple(ordered([*others, *problems.found, *admitted.problems])),
        asides=tuple(ordered([*asides, *admitted.asides])),
    )
    jobs = jobs_of(settings, replace(now, cleared=(case,)))
    one = made(jobs[0])
    if one.trouble:
        return None
    kept.put(keys(jobs)[0], packed(one))
    return Again(now, one)


def _told_to_others(case: Case) -> tuple[object, ...]:
    """What of a case is held against other files: its name, whose translation it is, what it cites, how it is drawn;
    pseudonyms and where the story comes from, for two stories may not share one; and what pages and editions can ask
    for: maps, characteristics, thresholds."""
    names = [person.pseudonym for person in (*case.centre, *case.people)]
    origin = case.publication.origin if case.publication else None
    asked = ([each.id for each in case.maps], list(case.characteristics), [each.type for each in case.dilemmas])
    return case.id, case.language, case.translation_of, case.sources, case.notation, names, origin, asked
