"""Rules between the cases of one casebook: an id once, and a translation of something that is there."""

from __future__ import annotations

from collections.abc import Sequence

from mensenwerk.model.read import ReadCase
from mensenwerk.model.suggest import closest
from mensenwerk.problems import Problem, Problems


def hold_family_rules(cases: Sequence[ReadCase]) -> tuple[list[ReadCase], list[Problem]]:
    """The cases that may stay, and what is wrong between them. Of two with one id the first stays."""
    found: list[Problem] = []
    first: dict[str, ReadCase] = {}
    for read in cases:
        problems = Problems(read.document.language)
        if read.case.id in first:
            problems.add("case-twice", read.span(("id",)), file=first[read.case.id].document.file)
        else:
            first[read.case.id] = read
        found.extend(problems.found)
    for read in first.values():
        wanted = read.case.translation_of
        if wanted is None:
            continue
        problems = Problems(read.document.language)
        span = read.span(("translation_of",))
        if wanted not in first:
            close = closest(wanted, first.keys() - {read.case.id}, 0.6, problems)
            if close:
                problems.add("unknown-case-close", span, case=close)
            else:
                problems.add("unknown-case", span)
        elif first[wanted].case.language == read.case.language:
            problems.add("translation-same-language", span)
        found.extend(problems.found)
    return list(first.values()), found
