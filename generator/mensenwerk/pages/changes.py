"""Differences in sentences: between two moments as what changed, between two pairs of eyes as questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mensenwerk.ecomap import Drawing, LegendItem
from mensenwerk.guards import ClearedMap, ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.network import CaseFacts, MapFacts
from mensenwerk.network.change import Differences, TieChange, steps, views
from mensenwerk.pages.figures import shows
from mensenwerk.pages.maps import drawing_prefix, foot_of
from mensenwerk.pages.people import label, labels
from mensenwerk.pages.wording import Wording

_PER_PERSON = ("came", "went", "joined", "left", "died")
_APART = (w.Bond.NONE, w.Bond.BROKEN)
_PAIRS = 3
"""Pairs that are named; of more it is said that there are."""
_REACHED = ("nearer", "further", "more_time", "less_time")
_CONTACT = ("more_contact", "less_contact")


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


@dataclass(frozen=True, slots=True)
class EyesView:
    """Two views of one moment, and what to ask about where they differ. `beside`: the id of the other map."""

    beside: str
    title: str
    questions: tuple[str, ...]


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
    was, now = _name(each.was.moment), _name(each.now.moment)
    return StepView(
        title=words.say("change.step", was=was, now=now) if several else "",
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
        called=words.say("change.map", was=was, now=now),
        legend=drawing.legend if drawing else (),
        foot=foot_of(facts.case, words, "{book}", drawing.notation if drawing else ""),
    )


def eyes_views(facts: CaseFacts, words: Wording) -> tuple[EyesView, ...]:
    """Every map that someone else saw, as questions beside the person's own."""
    return tuple(_eyes(each, words) for each in views(facts.case))


def _name(moment: str | None) -> str:
    return moment or "–"


def _people(each: Differences, words: Wording) -> list[str]:
    told = []
    people = {name: labels(getattr(each, name)) for name in _PER_PERSON}
    people |= {kind.value: _with_whom(each, kind, words) for kind in TieChange}
    people |= {name: labels(getattr(each, name)) for name in _CONTACT}
    for name, who in people.items():
        if who:
            told.append(
                words.of("change.died", who) if name == "died" else words.say(f"change.{name}", names=words.names(who))
            )
    return told


def _with_whom(each: Differences, kind: TieChange, words: Wording) -> list[str]:
    """Everyone with a tie in which this is different. With whom in the centre is said where they have a tie with
    another one too, in which it is not."""
    centre = {person.id: label(person) for person in each.now.centre}
    found = []
    for person in each.whose(kind):
        ends = [to for one, to, change in each.ties if one.id == person.id and change is kind]
        others = {tie.to for tie in person.ties} - set(ends)
        whom = words.names([centre[to] for to in ends if to in centre])
        found.append(
            words.case["change"]["with"].format(name=label(person), whom=whom) if others and whom else label(person)
        )
    return found


def _characteristics(was: MapFacts, now: MapFacts, words: Wording) -> list[str]:
    told = list(_acquaintance(was.map, now.map, words)) if shows(was, "density") and shows(now, "density") else []
    both = bool(was.size.everyone and now.size.everyone)
    circles = [[circle for circle, _ in each.composition.circles] for each in (was, now)]
    for key, new, old in (("came", circles[1], circles[0]), ("went", circles[0], circles[1])):
        names = [words.ecomap["circles"][circle.value] for circle in new if circle not in old]
        if names and both:
            told.append(words.say(f"change.circle{'s' if len(names) > 1 else ''}_{key}", circles=words.names(names)))
    before = {person.id: person.talents for person in was.map.people}
    for person in now.map.people:
        talents = [talent for talent in person.talents if talent not in before.get(person.id, person.talents)]
        if talents:
            told.append(words.say("change.talents", names=label(person), talents=words.names(talents)))
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
    people = {name: labels(getattr(each, name)) for name in _REACHED}
    return [words.of(f"change.{name}", who) for name, who in people.items() if who]


def _eyes(each: Differences, words: Wording) -> EyesView:
    """Who is on one map only, then person by person what the other one drew in another way."""
    centre = words.names(labels(each.was.centre))
    own, other = each.was.seen_by or centre, each.now.seen_by or centre
    asked = [
        words.say(f"views.{key}", names=words.names(labels(people)), own=own, other=other)
        for key, people in (("only_here", each.came), ("only_there", each.went))
        if people
    ]
    people = list({person.id: person for person, _, _ in each.ties}.values())
    for place, person in enumerate(people):
        told = "; ".join(_drawn(person, each, own, other, words))
        question = words.case["views"].get(f"question_{place + 1}", "")
        key = "views.about_self" if label(person) == other else "views.about"
        asked.append(words.say(key, name=label(person), other=other, told=told, question=question).strip())
    return EyesView(
        beside=each.now.id,
        title=words.say("views.title", own=own, other=other),
        questions=tuple(asked or [words.say("views.same")]),
    )


def _drawn(person: ClearedPerson, each: Differences, own: str, other: str, words: Wording) -> Iterator[str]:
    """What someone else drew in another way, tie by tie: with one in a household it can be so and with another not."""
    said, centre = words.case["views"], {one.id: label(one) for one in each.now.centre}
    for to in dict.fromkeys(end for one, end, _ in each.ties if one.id == person.id):
        changes = [change.value for one, end, change in each.ties if one.id == person.id and end == to]
        if len(centre) < 2 or to not in centre:
            tie = said["tie"]
        else:
            tie = said["tie_own"] if centre[to] == other else said["tie_with"].format(name=centre[to])
        like = [said[f"is_{change}"] for change in changes if f"is_{change}" in said]
        if like:
            yield said["is"].format(tie=tie, like=words.names(like), own=own)
        for change in changes:
            if f"does_{change}" in said:
                yield said[f"does_{change}"].format(tie=tie)
