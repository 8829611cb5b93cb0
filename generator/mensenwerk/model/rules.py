"""Rules that hold between the parts of a case: ids, ages, maps, dilemmas and dates.

References to people stand in `references.py`; rules that need several cases in `family.py`.
"""

from __future__ import annotations

import re

from mensenwerk.model import vocabulary
from mensenwerk.model import words as w
from mensenwerk.model.case import Case
from mensenwerk.model.references import SpanOf, everyone, hold_references
from mensenwerk.model.suggest import closest
from mensenwerk.problems import Problems, Span
from mensenwerk.source import Path

FULL_DATE = re.compile(r"\b\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}\b|\b\d{4}-\d{1,2}-\d{1,2}\b")
_EVERYONE = {vocabulary.everyone("nl"), vocabulary.everyone("en")}
_RESERVED = {"index"}
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")  # names that Windows keeps for itself
_AGE_BAND = 5  # years, at least


def hold_rules(case: Case, span: SpanOf, problems: Problems) -> None:
    """Note every rule that this case breaks."""
    _ids(case, span, problems)
    _ages(case, span, problems)
    hold_references(case, span, problems)
    _maps(case, span, problems)
    _dilemmas(case, span, problems)
    _dates(case, span, problems)


def hold_name_of_a_file(value: str, span: Span, problems: Problems) -> None:
    """Note an id that can be no name of a file, or means something else."""
    if value in _RESERVED or value in _EVERYONE or _DEVICE.fullmatch(value):
        problems.add("id-reserved", span)


def _ids(case: Case, span: SpanOf, problems: Problems) -> None:
    hold_name_of_a_file(case.id, span(("id",)), problems)
    seen: dict[str, Path] = {}
    for path, person in everyone(case):
        if person.id in _EVERYONE:
            problems.add("id-reserved", span((*path, "id")))
        if person.id in seen:
            problems.add("person-twice", span((*path, "id")), line=span((*seen[person.id], "id")).line)
        seen.setdefault(person.id, path)
    maps: dict[str, Path] = {}
    for index, each in enumerate(case.maps):
        here: Path = ("maps", index, "id")
        hold_name_of_a_file(each.id, span(here), problems)
        if each.id in maps:
            problems.add("map-twice", span(here), line=span(maps[each.id]).line)
        maps.setdefault(each.id, here)


def _ages(case: Case, span: SpanOf, problems: Problems) -> None:
    """`34-34` is an exact age that looks like a band, and `34-35` is hardly more."""
    for path, person in everyone(case):
        low, dash, high = (person.age or "").partition("-")
        if dash and int(high) - int(low) < _AGE_BAND - 1:
            problems.add("age-form", span((*path, "age")))


def _maps(case: Case, span: SpanOf, problems: Problems) -> None:
    ids = [each.id for each in case.maps]
    beside = {each.id for each in case.maps if each.beside is not None}

    def known(value: str | None, path: Path) -> None:
        if value is None or value in ids:
            return
        close = closest(value, ids, 0.6, problems)
        if close:
            problems.add("unknown-map-close", span(path), map=close)
        elif ids:
            problems.add("unknown-map", span(path), maps=", ".join(ids))
        else:
            problems.add("no-maps", span(path))

    def changed(key: str, path: Path) -> None:
        known(key, path)
        if key in beside:
            problems.add("beside-changed", span(path), map=key)

    for path, each in everyone(case):
        for key in each.changed:
            changed(key, (*path, "changed", key))
        for key in each.seen_differently:
            known(key, (*path, "seen_differently", key))
            if key in ids and key not in beside:
                problems.add("not-beside", span((*path, "seen_differently", key)), map=key)
    for index, pair in enumerate(case.who_knows_who.pairs):
        for key in pair.changed:
            changed(key, ("who_knows_who", "pairs", index, "changed", key))
    for index, dilemma in enumerate(case.dilemmas):
        known(dilemma.map, ("dilemmas", index, "map"))
    for name, experience in case.characteristics:
        if experience is not None:
            known(experience.map, ("characteristics", name, "map"))
    for index, each_map in enumerate(case.maps):
        known(each_map.beside, ("maps", index, "beside"))
        if each_map.beside in ids[index:]:
            problems.add("beside-later", span(("maps", index, "beside")))


def _dilemmas(case: Case, span: SpanOf, problems: Problems) -> None:
    for index, dilemma in enumerate(case.dilemmas):
        if dilemma.type is w.DilemmaType.OTHER and not (dilemma.name and dilemma.meaning):
            problems.add("dilemma-unnamed", span(("dilemmas", index)))


def _dates(case: Case, span: SpanOf, problems: Problems) -> None:
    for index, each in enumerate(case.maps):
        for name, text in (("when", each.when), ("moment", each.moment)):
            if text and FULL_DATE.search(text):
                problems.add("full-date", span(("maps", index, name)))
