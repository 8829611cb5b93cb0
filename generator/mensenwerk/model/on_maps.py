"""Rules about what a case comes down to on each of its maps."""

from __future__ import annotations

from mensenwerk.model.case import Case
from mensenwerk.model.moments import moments
from mensenwerk.model.references import SpanOf
from mensenwerk.problems import Problems


def hold_rules_on_maps(case: Case, span: SpanOf, problems: Problems) -> None:
    """A map is always someone's: a map on which everyone in the centre has left is refused."""
    for index, moment in enumerate(moments(case)):
        if not moment.centre:
            problems.add("centre-empty", span(("maps", index)))
