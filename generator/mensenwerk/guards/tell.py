"""A finding → what the author reads: a place, a field, a kind, a remedy. Never what stands there."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from mensenwerk.guards.audiences import BUDGET, Outcome
from mensenwerk.guards.findings import Finding
from mensenwerk.model import ReadCase
from mensenwerk.model.words import Audience
from mensenwerk.problems import Language, Problem, Problems, Severity

_SEVERITY: dict[Outcome, Severity] = {
    Outcome.BLOCK: "error",
    Outcome.REVIEW: "error",
    Outcome.WARN: "warning",
    Outcome.TELL: "info",
}
_CODES = {
    3: "guard-identifier",
    4: "guard-registry",
    5: "guard-pseudonym",
    6: "guard-when",
    7: "guard-where",
    8: "guard-traits",
    9: "guard-theme",
    11: "guard-special",
    12: "guard-capital",
}


def told(one: Finding, read: ReadCase, audience: Audience) -> Problem:
    """The problem that tells of a finding in a case for a book of `audience`."""
    language = read.document.language
    code = "guard-profession" if one.kind == "profession" else _CODES[one.refusal]
    more = len(one.places) - 1
    problems = Problems(language)
    problems.add(
        code,
        read.span_of(one.places[0], one.value),
        _SEVERITY[one.outcome],
        what=what(one.kind, language),
        field=read.field(one.places[0]),
        more="" if not more else say("more-one" if more == 1 else "more-many", language).format(n=more),
        kinds=traits_of(one, language) if one.kind == "traits" else "",
        n=len(one.places),
        limit=BUDGET[audience],
        review=" " + say("review", language).format(case=read.case.id) if one.outcome is Outcome.REVIEW else "",
    )
    return problems.found[0]


def what(kind: str, language: Language) -> str:
    """What was found, in words with their article: een telefoonnummer."""
    return _wording()["what"][kind][language]


def say(key: str, language: Language) -> str:
    return _wording()["say"][key][language]


def traits_of(one: Finding, language: Language) -> str:
    """The kinds of traits of a finding about the budget, as an enumeration."""
    kinds = [_wording()["trait"][kind][language] for kind in one.value.split(", ")]
    return f"{', '.join(kinds[:-1])} {'en' if language == 'nl' else 'and'} {kinds[-1]}"


@cache
def _wording() -> dict[str, dict[str, dict[str, str]]]:
    text = files("mensenwerk").joinpath("guards", "wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
