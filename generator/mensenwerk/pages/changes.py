"""Differences in sentences: between two moments as what changed, between two pairs of eyes as questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mensenwerk.ecomap import Drawing, LegendItem
from mensenwerk.guards import ClearedPerson
from mensenwerk.network import CaseFacts, MapFacts
from mensenwerk.network.change import Differences, TieChange, steps, views
from mensenwerk.pages.figures import shows
from mensenwerk.pages.maps import drawing_prefix, foot_of
from mensenwerk.pages.people import labels
from mensenwerk.pages.wording import Wording

_PER_PERSON = ("came", "went", "joined", "left", "died")
_REACHED = ("nearer", "further", "more_time", "less_time")
_ASKED = (
    TieChange.FIRMER,
    TieChange.LOOSER,
    TieChange.TENSION_CAME,
    TieChange.TENSION_WENT,
    TieChange.MORE_ENERGY,
    TieChange.LESS_ENERGY,
)


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
    people = {name: getattr(each, name) for name in _PER_PERSON} | {kind.value: each.whose(kind) for kind in TieChange}
    for name, found in people.items():
        who = labels(found)
        if who:
            told.append(
                words.of("change.died", who) if name == "died" else words.say(f"change.{name}", names=words.names(who))
            )
    return told


def _characteristics(was: MapFacts, now: MapFacts, words: Wording) -> list[str]:
    told = []
    count = [len(each.size.everyone) for each in (was, now)]
    if count[0] != count[1] and min(count) > 0:
        told.append(words.say("change.size", was=words.number(count[0]), now=words.number(count[1])))
    pairs = [each.density.known for each in (was, now)]
    if pairs[0] != pairs[1] and shows(was, "density") and shows(now, "density"):
        key = {0: "change.density_none", 1: "change.density_one"}.get(pairs[0], "change.density_many")
        told.append(words.say(key, was=words.number(pairs[0]), now=words.number(pairs[1])))
    circles = [[circle for circle, _ in each.composition.circles] for each in (was, now)]
    for key, new, old in (("came", circles[1], circles[0]), ("went", circles[0], circles[1])):
        names = [words.ecomap["circles"][circle.value] for circle in new if circle not in old]
        if names and min(count) > 0:
            told.append(words.say(f"change.circle{'s' if len(names) > 1 else ''}_{key}", circles=words.names(names)))
    before = {talent for talent, _ in was.complexity.talents}
    talents = [talent for talent, _ in now.complexity.talents if talent not in before]
    if talents:
        told.append(words.say(f"change.talent{'s' if len(talents) > 1 else ''}", talents=words.names(talents)))
    return told


def _reached(each: Differences, words: Wording) -> list[str]:
    people = {name: labels(getattr(each, name)) for name in _REACHED}
    return [words.of(f"change.{name}", who) for name, who in people.items() if who]


def _eyes(each: Differences, words: Wording) -> EyesView:
    centre = words.names(labels(each.was.centre))
    own, other = each.was.seen_by or centre, each.now.seen_by or centre
    asked = [
        words.say(f"views.{key}", names=words.names(labels(people)), own=own, other=other)
        for key, people in (
            ("only_here", each.came),
            ("only_there", each.went),
            *((kind.value, each.whose(kind)) for kind in _ASKED),
            ("away", _each_once(each.whose(TieChange.BROKE) + each.whose(TieChange.FADED))),
            ("there", each.whose(TieChange.FOUND_AGAIN)),
        )
        if people
    ]
    return EyesView(
        beside=each.now.id,
        title=words.say("views.title", own=own, other=other),
        questions=tuple(asked or [words.say("views.same")]),
    )


def _each_once(people: tuple[ClearedPerson, ...]) -> tuple[ClearedPerson, ...]:
    return tuple({person.id: person for person in people}.values())
