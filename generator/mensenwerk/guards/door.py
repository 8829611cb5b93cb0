"""The only door: cases as they were read go in, what may be seen comes out. Nothing else makes a `ClearedCase`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from mensenwerk.guards.audiences import REFUSALS, Outcome
from mensenwerk.guards.cleared import ClearedCase
from mensenwerk.guards.detect.lexicon import fold
from mensenwerk.guards.findings import find
from mensenwerk.guards.permission import consent_open, due, unreviewed, withheld
from mensenwerk.guards.project import clear
from mensenwerk.guards.registry import Registry
from mensenwerk.guards.tell import told
from mensenwerk.guards.withdrawn import Tombstone
from mensenwerk.kept import Kept
from mensenwerk.model import ReadCase
from mensenwerk.model.words import Audience
from mensenwerk.problems import Problem, Problems, Severity

_SEVERITY: dict[Outcome, Severity] = {Outcome.BLOCK: "error", Outcome.TELL: "info"}


@dataclass(frozen=True, slots=True)
class Guard:
    """What the door goes by: for whom the book is, in which month it is made, which names may never be in it, which
    cases were taken back, and whether what is made stays with its author (`alone`)."""

    audience: Audience
    month: str
    registry: Registry = field(default_factory=Registry)
    withdrawn: tuple[Tombstone, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Admitted:
    """The cases that may be seen; why others may not; and what is only told when the author asks (`asides`)."""

    cases: tuple[ClearedCase, ...]
    problems: tuple[Problem, ...]
    asides: tuple[Problem, ...] = ()


def admit(cases: Sequence[ReadCase], guard: Guard, kept: Kept | None = None) -> Admitted:
    """Let through what may be published. A case that is left out is told as information or a warning; what
    stands in the way of publishing is an error, and then nothing should be made at all. `kept` knows of which cases
    the texts were read before and nothing was found."""
    withdrawn = {stone.id for stone in guard.withdrawn}
    passed: list[ClearedCase] = []
    judged: list[ReadCase] = []
    problems: list[Problem] = []
    asides: list[Problem] = []
    for read in cases:
        reason = withheld(read, guard.audience, guard.month, withdrawn, alone=guard.alone)
        if reason is not None:
            problems.append(reason)
            continue
        judged.append(read)
        found = find(read, guard.audience, guard.registry, kept)
        for one in found:
            if not one.let_pass:
                (asides if one.outcome is Outcome.TELL else problems).append(told(one, read, guard.audience))
        unread = unreviewed(read, guard.audience, guard.month)
        if unread is not None:
            problems.append(unread)
        elif not any(one.stands_in_the_way for one in found):
            passed.append(clear(read.case))
            open_ = consent_open(read, guard.audience, guard.month)
            if open_ is not None:
                asides.append(open_)
            again = due(read, guard.month)
            if again is not None:
                problems.append(again)
    for problem in _pseudonyms_twice(judged, guard.audience):
        (asides if problem.severity == "info" else problems).append(problem)
    return Admitted(tuple(passed), tuple(problems), tuple(asides))


def _pseudonyms_twice(cases: Sequence[ReadCase], audience: Audience) -> list[Problem]:
    """One pseudonym for people of different cases (a translation is the same case)."""
    first: dict[str, ReadCase] = {}
    found: dict[str, list[Problem]] = defaultdict(list)
    for read in cases:
        case = read.case
        for part, people in (("centre", case.centre), ("people", case.people)):
            for number, person in enumerate(people):
                name = fold(person.pseudonym or "")
                if not name:
                    continue
                other = first.setdefault(name, read)
                same = {case.id, case.translation_of} & {other.case.id, other.case.translation_of} - {None}
                block = case.publication
                if same or block is None:
                    continue
                severity = _SEVERITY.get(REFUSALS[5].outcome(audience, block.origin), "info")
                problems = Problems(read.document.language)
                span = read.span((part, number, "pseudonym"))
                problems.add("guard-pseudonym-twice", span, severity, file=other.document.file)
                found[name].extend(problems.found)
    return [problem for same in found.values() for problem in same]
