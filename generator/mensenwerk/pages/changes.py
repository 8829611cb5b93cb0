"""What changed between two moments, in sentences: all that is different with someone together, and people with whom
the same is different together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mensenwerk.ecomap import Drawing, LegendItem
from mensenwerk.guards import ClearedMap, ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.network import CaseFacts, MapFacts
from mensenwerk.network.change import Differences, TieChange, steps
from mensenwerk.pages.figures import shows
from mensenwerk.pages.grammar import clauses_of
from mensenwerk.pages.maps import drawing_prefix, foot_of
from mensenwerk.pages.people import label, labels, told_of
from mensenwerk.pages.wording import Wording

_PER_PERSON = ("came", "went", "joined", "left", "died")
_APART = (w.Bond.NONE, w.Bond.BROKEN)
_PAIRS = 3
"""Pairs that are named; of more it is said that there are."""
_REACHED = ("nearer", "further", "more_time", "less_time")
_CONTACT = ("more_contact", "less_contact")
_MOVED = ("inward", "outward")
_ORDER = {
    name: place
    for place, name in enumerate(("broke", "faded", "found_again", *_CONTACT, *dict.fromkeys(map(str, TieChange))))
}
_SAID_ALREADY = {("found_again", "more_contact"), ("broke", "less_contact"), ("faded", "less_contact")}
"""What need not be said beside something else."""


@dataclass(frozen=True, slots=True)
class StepView:
    """From one map to the next: a title where there are several steps, and sentences. `number`: the map of change
    among the drawings of the page, or None where there is none to show; `called`: what it is a picture of."""

    title: str
    lines: tuple[str, ...]
    number: int | None
    drawing_id: str
    called: str
    legend: tuple[LegendItem, ...]
    foot: str


def step_views(facts: CaseFacts, words: Wording, drawings: Sequence[Drawing] = ()) -> tuple[StepView, ...]:
    """What changed from map to map, per person and per characteristic. `drawings`: those of the case, first its maps;
    empty where drawing was impossible."""
    found = steps(facts.case)
    first = len(facts.case.maps)
    return tuple(
        _step(each, len(found) > 1, facts, words, first + place, drawings[first + place] if drawings else None)
        for place, each in enumerate(found)
    )


def _step(
    each: Differences, several: bool, facts: CaseFacts, words: Wording, number: int, drawing: Drawing | None
) -> StepView:
    by_id = {one.map.id: one for one in facts.maps}
    shown = drawing is not None and bool(drawing.legend)
    was, now = _name(each.was, words), _name(each.now, words)
    called = words.say("change.map", was=was, now=now)
    return StepView(
        title=called if several else "",
        lines=tuple(
            [
                *_people(each, words),
                *_characteristics(by_id[each.was.id], by_id[each.now.id], words),
                *_reached(each, words),
            ]
            or [words.say("change.nothing")]
        ),
        number=number if shown else None,
        drawing_id=f"{drawing_prefix(facts.case)}-{number + 1}",
        called=called,
        legend=drawing.legend if drawing else (),
        foot=foot_of(facts.case, words, "{book}", drawing.notation if drawing else ""),
    )


def _name(each: ClearedMap, words: Wording) -> str:
    return each.moment or each.when or words.case["map"]["default_title"].lower()


def _people(each: Differences, words: Wording) -> Iterator[str]:
    for name in _PER_PERSON:
        who = getattr(each, name)
        if who and name == "died":
            yield told_of("change.died", who, words)
        elif who:
            yield words.say(f"change.{name}", names=words.names(labels(who)))
    together: dict[tuple[str, ...], list[ClearedPerson]] = {}
    for person in each.now.people:
        for whom, changes in _with_whom(person, each, words):
            if whom:
                yield _told(changes, words, "between", names=label(person), whom=whom)
            else:
                together.setdefault(changes, []).append(person)
    for changes, who in together.items():
        if len(changes) == 1 and f"{changes[0]}_one" in words.case["change"]:
            yield words.of(f"change.{changes[0]}", labels(tuple(who)))
        else:
            yield _told(changes, words, "with", names=words.names(labels(tuple(who))))
    for a, b, change in each.among:
        yield _told((change,), words, "between", names=label(b), whom=label(a))
    for name in _MOVED:
        if getattr(each, name):
            yield told_of(f"change.{name}", getattr(each, name), words)


def _told(changes: Sequence[str], words: Wording, begin: str, **values: str) -> str:
    told = clauses_of([words.case["changed"][change] for change in changes], words.language)
    return words.say(f"changed.{begin}", told=told, **values)


def _with_whom(person: ClearedPerson, each: Differences, words: Wording) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is different with someone, and with whom in the centre: that is said where they have a tie with another one
    too, in which it is not. How often there is contact is of the person, so it stands beside what goes for all ties."""
    centre = {one.id: label(one) for one in each.now.centre}
    ends: dict[tuple[str, ...], list[str]] = {}
    for to in dict.fromkeys(end for one, end, _ in each.ties if one.id == person.id):
        here = [str(change) for one, end, change in each.ties if one.id == person.id and end == to]
        ends.setdefault(tuple(here), []).append(to)
    contact = [name for name in _CONTACT if person in getattr(each, name)]
    for changes, tos in ends.items():
        others = {tie.to for tie in person.ties} - set(tos)
        whom = words.names([centre[to] for to in tos if to in centre]) if others else ""
        contact = [name for name in contact if not any((change, name) in _SAID_ALREADY for change in changes)]
        yield whom, tuple(sorted((*changes, *([] if whom else contact)), key=_ORDER.__getitem__))
        contact = contact if whom else []
    if contact:
        yield "", tuple(contact)


def _characteristics(was: MapFacts, now: MapFacts, words: Wording) -> list[str]:
    told = list(_acquaintance(was.map, now.map, words)) if shows(was, "density") and shows(now, "density") else []
    both = bool(was.size.everyone and now.size.everyone)
    circles = [[circle for circle, _ in each.composition.circles] for each in (was, now)]
    for key, new, old in (("came", circles[1], circles[0]), ("went", circles[0], circles[1])):
        names = [words.ecomap["circles"][circle.value] for circle in new if circle not in old]
        if names and both:
            told.append(words.say(f"change.circle{'s' if len(names) > 1 else ''}_{key}", circles=words.names(names)))
    before = {person.id: person.talents for person in was.map.people}
    named = []
    for person in now.map.people:
        talents = [talent for talent in person.talents if talent not in before.get(person.id, person.talents)]
        if talents:
            said = words.case["change"]["talents_of"]
            named.append(said.format(name=label(person), talents=words.names(talents)))
    if named:
        told.append(words.say("change.talents", told=", ".join(named)))
    return told


def _acquaintance(was: ClearedMap, now: ClearedMap, words: Wording) -> Iterator[str]:
    """Who, of those on both maps, came to know each other or broke off: by name, for a number of pairs says nothing.
    Of whom it was not told before, nothing changed."""
    before = {frozenset((link.a, link.b)): link.bond for link in was.links}
    name = {person.id: label(person) for person in now.people}
    met, broke = [], []
    for link in now.links:
        bond = before.get(frozenset((link.a, link.b)))
        if bond is None or bond is link.bond:
            continue
        if bond in _APART and link.bond not in _APART:
            met.append(words.names([name[link.a], name[link.b]]))
        elif link.bond is w.Bond.BROKEN:
            broke.append(words.names([name[link.a], name[link.b]]))
    if len(met) > _PAIRS:
        yield words.say("change.acquainted_many")
    else:
        yield from (words.say("change.acquainted", names=pair) for pair in met)
    yield from (words.say("change.estranged", names=pair) for pair in broke)


def _reached(each: Differences, words: Wording) -> list[str]:
    people = {name: getattr(each, name) for name in _REACHED}
    return [told_of(f"change.{name}", who, words) for name, who in people.items() if who]
