"""The six characteristics of one map in words: what is there, never how much it should be."""

from __future__ import annotations

from dataclasses import dataclass

from mensenwerk.guards import ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.network import MapFacts
from mensenwerk.network.characteristics import Density
from mensenwerk.pages.acquainted import all_of, whole, with_groups
from mensenwerk.pages.grammar import sentence
from mensenwerk.pages.people import kinds_of, label, labels, told_of
from mensenwerk.pages.situations import FEW, FEWEST, MOST, NEARLY, Situation, situation
from mensenwerk.pages.wording import Wording

_LONG = 6  # names in a row that a reader still takes in
_KNIT = 3  # of more of a larger group who all know each other it is told who they are
_TIME = {
    None: "",
    w.Time.AMPLE: "_easy",
    w.Time.VARYING: "_varying",
    w.Time.TIGHT: "_busy",
    w.Time.NONE: "_busy",
}
_HOURS = 120  # minutes of travel above which “more than half an hour” says too little


@dataclass(frozen=True, slots=True)
class Figure:
    """What one characteristic shows here: a sentence that opens, sentences below it, one line each; what it may mean
    in both directions, and questions that fit."""

    name: str
    sentence: str
    lines: tuple[str, ...]
    both_ways: str = ""
    questions: tuple[str, ...] = ()


def figures(facts: MapFacts, words: Wording) -> tuple[Figure, ...]:
    """The characteristics of a map, in the article's order; without density and composition for few people."""
    made = (_size, _composition, _density, _stability, _complexity, _reachability)
    names = ("size", "composition", "density", "stability", "complexity", "reachability")
    return tuple(
        Figure(name, said[0], tuple(said[1:]), *fitting(name, situation(name, facts), words))
        for name, make in zip(names, made, strict=True)
        if shows(facts, name)
        for said in [make(facts, words)]
    )


def fitting(name: str, found: Situation, words: Wording) -> tuple[str, tuple[str, ...]]:
    """What a situation may mean in both directions, and the questions that go with it."""
    said = words.situations[name][found.key]
    names = words.names(labels(found.about))
    return (
        sentence(said["both_ways"].format(names=names)),
        tuple(sentence(question.format(names=names)) for question in said["questions"]),
    )


def tells(facts: MapFacts, name: str) -> bool:
    """Whether a characteristic has something to show on this map, beyond that it was not told."""
    everyone = facts.size.everyone
    told = {
        "stability": len(facts.stability.untold) < len(everyone),
        "complexity": bool(facts.complexity.talents),
        "reachability": bool(facts.reachability.told),
    }
    return shows(facts, name) and told.get(name, True)


def shows(facts: MapFacts, name: str) -> bool:
    """Whether a characteristic has a figure on this map: composition and density not with one or two people, and
    for density a group is none."""
    if name == "density":
        return facts.density.possible > 1
    return name != "composition" or len(facts.size.everyone) > FEW


def _size(facts: MapFacts, words: Wording) -> list[str]:
    size = facts.size
    own = labels(size.own)
    if not own:
        first = words.say("size.none" if not size.professionals else "size.own_none")
    elif len(own) == 1 and size.own[0].kind is w.Kind.GROUP:
        first = words.say("size.own_group", names=own[0])
    elif len(own) <= _LONG:
        first = words.of("size.own", own)
    else:
        key = "size.own_mixed" if len({person.kind for person in size.own}) > 1 else "size.own_long"
        first = words.say(key, n=words.number(len(own)), kinds=kinds_of(size.own, words))
    lines = []
    if size.professionals:
        lines.append(told_of("size.professionals", size.professionals, words))
    if size.beside:
        lines.append(told_of("size.beside", size.beside, words))
    if size.apart:
        lines.append(told_of("size.apart", size.apart, words))
    told = {person.id for person in (*size.everyone, *size.beside, *size.apart)}
    uncounted = tuple(person for person in facts.map.people if person.id not in told)
    if uncounted and own:
        lines.append(words.say("size.uncounted", names=words.names(labels(uncounted))))
    return [first, *lines]


def _composition(facts: MapFacts, words: Wording) -> list[str]:
    found = facts.composition
    names = {circle: words.ecomap["circles"][circle.value] for circle, _ in found.circles}
    key = "composition.one" if len(names) == 1 else "composition.many"
    first = words.say(key, circles=words.names(list(names.values())))
    main = []
    if found.main and len(names) > 1 and found.main_share > MOST:
        main.append(words.say("composition.main", circle=names[found.main]))
    lines = tuple(
        words.say("composition.line", circle=names[circle], names=words.names(labels(people)))
        for circle, people in found.circles
    )
    return [first, *main, *lines]


def _density(facts: MapFacts, words: Wording) -> list[str]:
    density = facts.density
    first = words.say(f"density.{_acquainted(density)}")
    lines: list[str] = []
    together: list[tuple[ClearedPerson, ...]] = []
    everyone = [person for person in facts.size.everyone if person.kind is w.Kind.PERSON]
    for group in density.groups:
        who = labels(group)
        knit = [each for each in density.knit if set(each) <= set(group) and (each == group or len(each) > _KNIT)]
        lines += whole(knit[:1], everyone, words, density.in_touch)
        together += knit[:1]
        if not knit and len(who) <= _LONG:
            lines.append(words.say("density.pair" if len(who) == 2 else "density.group", names=words.names(who)))
    if len(density.between) == 1:
        lines.append(words.say("density.through", names=words.names(labels(density.between))))
    if density.alone and len(density.alone) <= _LONG:
        lines.append(told_of("density.alone", density.alone, words))
    if density.unknown:
        key = "density.unknown_most" if 2 * density.unknown > density.possible else "density.unknown_some"
        lines.append(words.say(key))
    lines += with_groups([one for one in density.in_touch if not all_of(together, one)], words)
    return [first, *lines]


def _acquainted(density: Density) -> str:
    """How many know each other, in a word: a share or a number of pairs would read as a score."""
    share = density.share or 0
    if share in (0, 1):
        return "all" if share else "none"
    if share > FEWEST:
        return "nearly" if share >= NEARLY else "most" if share >= MOST else "part"
    return "few"


def _stability(facts: MapFacts, words: Wording) -> list[str]:
    found = facts.stability
    if len(found.untold) == len(facts.size.everyone):
        said = [words.case["stability"]["untold_all"]]
    else:
        said = [
            told_of(f"stability.{name}", people, words)
            for name, people in (
                ("old", found.old),
                ("between", found.between),
                ("recent", found.recent),
                ("untold", found.untold),
            )
            if people
        ]
    if found.kept:
        said.append(words.say("stability.kept", names=words.names(labels(found.kept))))
    return said


def _complexity(facts: MapFacts, words: Wording) -> list[str]:
    """Talents by whom they belong to: they are something of a person, no stock of a network."""
    people = [person for person in facts.size.everyone if person.talents]
    if not people:
        return [words.case["complexity"]["none"]]
    lines = [
        words.say("complexity.line", who=label(person), talents=words.names(list(person.talents))) for person in people
    ]
    if len(people) > 1:
        shared = [talent for talent, who in facts.complexity.talents if len(who) > 1]
        key = "complexity.shared" if shared else "complexity.each"
        lines.insert(0, words.say(key, talents=words.names(shared)))
    several = words.names(labels(facts.complexity.several))
    return [*lines, *([words.say("complexity.several", names=several)] if several else [])]


def _reachability(facts: MapFacts, words: Wording) -> list[str]:
    found = facts.reachability
    if not tells(facts, "reachability"):
        return [words.case["reachability"]["none"]]
    here = [
        (p, "next_door" if w.Circle.NEIGHBOURS in p.circles else "in_house", None if p in found.cared else p.time)
        for p in found.here
    ]
    said = [
        told_of(f"reachability.here{_TIME[time]}", people, words, where=words.case["reachability"][where])
        for where in ("in_house", "next_door")
        for time in _TIME
        if (people := [person for person, *what in here if what == [where, time]])
    ]
    said += [
        told_of(f"reachability.{name}", people, words)
        for name, people in (
            ("easy", found.easy),
            ("varying", found.varying),
            ("busy", found.busy),
            ("near", found.near),
            ("far", tuple(p for p in found.far if (p.travel_time or 0) <= _HOURS)),
            ("remote", tuple(p for p in found.far if (p.travel_time or 0) > _HOURS)),
            ("untold", found.untold),
        )
        if people
    ]
    if found.at_a_distance:
        said.append(told_of("reachability.distance", found.at_a_distance, words))
    return said
