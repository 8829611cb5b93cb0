"""What is wrong with a case, for someone who looks at a spreadsheet: other words where a case file has lines and
fields, and a cell where something is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from mensenwerk.exchange.sheet.plan import sheet_name
from mensenwerk.problems import Problem, Span
from mensenwerk.source import Document, Path

_OTHER_WORDS = {
    "missing": "sheet-missing",
    "missing-value": "sheet-missing",
    "person-twice": "sheet-person-twice",
    "unknown-person-close": "sheet-person-close",
    "unknown-centre": "sheet-not-centre",
    "unknown-person": "sheet-unknown-person",
    "not-around": "sheet-not-around",
    "beside-changed": "sheet-beside",
    "no-maps": "sheet-no-maps",
}


def in_words_of_a_sheet(
    found: Iterable[Problem], document: Document, wrong: Collection[Path], fields: Mapping[str, Span]
) -> list[Problem]:
    """The problems of a case, without those of a cell that was told already. `fields`: where each field of the case
    itself is filled in."""
    told = {(document.span(path[:-1]), str(path[-1])) for path in wrong}
    made = []
    for problem in found:
        values = dict(problem.values)
        if problem.code.startswith("missing") and (problem.span, values["field"]) in told:
            continue
        span = problem.span if problem.span.line else fields.get(values.get("field", ""), problem.span)
        more = (("sheet", sheet_name("people", problem.language)),) if problem.code in _OTHER_WORDS else ()
        code = _OTHER_WORDS.get(problem.code, problem.code)
        made.append(replace(problem, code=code, span=span, values=(*problem.values, *more)))
    return made
