"""Two pairs of eyes: what someone else drew in another way at the same moment, and what to ask about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mensenwerk.guards import ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.network import CaseFacts
from mensenwerk.network.change import Differences, views
from mensenwerk.pages.people import label, labels
from mensenwerk.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class EyesView:
    """Two views of one moment. `beside`: the id of the other map; `questions`: about who is on one of them only, or
    where they are alike; `on`: whose map the lines of `told` are about, in a few words; `ask`: about those."""

    beside: str
    title: str
    questions: tuple[str, ...]
    on: str
    told: tuple[str, ...]
    ask: str


def eyes_views(facts: CaseFacts, words: Wording) -> tuple[EyesView, ...]:
    """Every map that someone else saw, beside the person's own."""
    return tuple(_eyes(each, words) for each in views(facts.case))


def _eyes(each: Differences, words: Wording) -> EyesView:
    """Who is on one map only, then what the other one drew in another way: people of whom it is the same together."""
    centre = words.names(labels(each.was.centre))
    own, other = each.was.seen_by or centre, each.now.seen_by or centre
    asked = [
        words.say(f"views.{key}", names=words.names(labels(people)), own=own, other=other)
        for key, people in (("only_here", each.came), ("only_there", each.went))
        if people
    ]
    found: dict[str, list[str]] = {}
    for person in each.now.people:
        told = "; ".join([*_moved(person, each, words), *_drawn(person, each, other, words)])
        if told:
            name = label(person)
            itself = words.case["views"]["self"].format(name=name) if name == other else name
            found.setdefault(told, []).append(itself)
    said = words.case["views"]
    return EyesView(
        beside=each.now.id,
        title=words.say("views.title", own=own, other=other),
        questions=tuple(asked or ([] if found else [said["same"]])),
        on=words.say("views.on", other=other) if found else "",
        told=tuple(words.say("views.told", names=words.names(who), told=told) for told, who in found.items()),
        ask=said["ask"] if found else "",
    )


def _moved(person: ClearedPerson, each: Differences, words: Wording) -> Iterator[str]:
    for name in ("inward", "outward"):
        if person in getattr(each, name):
            yield words.case["views"][name]


def _drawn(person: ClearedPerson, each: Differences, other: str, words: Wording) -> Iterator[str]:
    """What someone else drew in another way, tie by tie: with one in a household it can be so and with another not."""
    said, centre = words.case["views"], {one.id: label(one) for one in each.now.centre}
    for to in dict.fromkeys(end for one, end, _ in each.ties if one.id == person.id):
        changes = [change for one, end, change in each.ties if one.id == person.id and end == to]
        if len(centre) < 2 or to not in centre:
            tie = said["tie"]
        else:
            tie = said["tie_own"] if centre[to] == other else said["tie_with"].format(name=centre[to])
        like = [said[f"is_{change}"] for change in changes if f"is_{change}" in said]
        parts = [said["is"].format(like=words.names(like))] if like else []
        if len(like) < len(changes):  # what is left is energy: how it is on this map, for it is no change
            parts.append(_energy(person, to, words))
        yield f"{tie} {words.names(parts)}"


def _energy(person: ClearedPerson, to: str, words: Wording) -> str:
    (energy,) = (tie.energy or w.Energy.NONE for tie in person.ties if tie.to == to)
    return words.case["energy"][energy.value]
