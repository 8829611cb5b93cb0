"""The six characteristics of one map in words: what is there, never how much it should be."""

from __future__ import annotations

from dataclasses import dataclass

from mensenwerk.guards import ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.network import MapFacts
from mensenwerk.pages.grammar import sentence
from mensenwerk.pages.people import labels
from mensenwerk.pages.situations import FEW, MOST, Situation, situation
from mensenwerk.pages.wording import Wording

_LONG = 6  # names in a row that a reader still takes in
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
        "reachability": any(p.travel_time is not None and p.time is not None for p in everyone),
    }
    return shows(facts, name) and told.get(name, True)


def shows(facts: MapFacts, name: str) -> bool:
    """Whether a characteristic has a figure on this map."""
    return name not in ("composition", "density") or len(facts.size.everyone) > FEW


def _size(facts: MapFacts, words: Wording) -> list[str]:
    size = facts.size
    own = labels(size.own)
    if not own:
        first = words.say("size.none" if not size.professionals else "size.own_none")
    elif len(own) == 1 and size.own[0].kind is w.Kind.GROUP:
        first = words.say("size.own_group", names=own[0])
    else:
        key = "size.own" if len(own) <= _LONG else "size.own_long"
        first = _with_kinds(key, size.own, words)
    lines = []
    if size.professionals:
        lines.append(words.of("size.professionals", labels(size.professionals)))
    if size.beside:
        lines.append(words.of("size.beside", labels(size.beside)))
    if size.apart:
        lines.append(words.of("size.apart", labels(size.apart)))
    return [first, *lines]


def _with_kinds(key: str, people: tuple[ClearedPerson, ...], words: Wording) -> str:
    kinds = [words.case["kinds"][kind.value] for kind in w.Kind if any(p.kind is kind for p in people)]
    if key.endswith("_long"):
        return words.say(key, n=words.number(len(people)), kinds=words.names(kinds))
    return words.of(key, labels(people), kinds=words.names(kinds))


def _composition(facts: MapFacts, words: Wording) -> list[str]:
    circles = facts.composition.circles
    names = {circle: words.ecomap["circles"][circle.value] for circle, _ in circles}
    key = "composition.one" if len(circles) == 1 else "composition.many"
    first = words.say(key, n=words.number(len(circles)), circles=words.names(list(names.values())))
    main = []
    found = facts.composition
    if found.main and len(circles) > 1 and found.main_share > MOST:
        count = dict(circles)[found.main]
        total = words.number(len(facts.size.everyone))
        main.append(words.say("composition.main", n=words.number(len(count)), total=total, circle=names[found.main]))
    elif found.diversity is not None and len(circles) > 1:
        main.append(words.say("composition.apart" if found.diversity > 1 / 2 else "composition.together"))
    lines = tuple(
        words.say("composition.line", circle=names[circle], names=words.names(labels(people)))
        for circle, people in circles
    )
    return [first, *main, *lines]


def _density(facts: MapFacts, words: Wording) -> list[str]:
    density = facts.density
    n = words.number(density.possible)
    if density.known == density.possible:
        first = words.say("density.all", n=n)
    elif density.known == 0:
        first = words.say("density.none", n=n)
    else:
        key = "density.some_one" if density.known == 1 else "density.some_many"
        first = words.say(key, n=n, known=words.number(density.known))
    lines = []
    for group in density.groups:
        who = labels(group)
        if len(who) <= _LONG:
            lines.append(words.say("density.pair" if len(who) == 2 else "density.group", names=words.names(who)))
    if len(density.between) == 1:
        lines.append(words.say("density.through", names=words.names(labels(density.between))))
    if density.alone and len(density.alone) <= _LONG:
        lines.append(words.of("density.alone", labels(density.alone)))
    if density.unknown:
        key = "density.unknown_one" if density.unknown == 1 else "density.unknown_many"
        lines.append(words.say(key, n=words.number(density.unknown)))
    return [first, *lines]


def _stability(facts: MapFacts, words: Wording) -> list[str]:
    found = facts.stability
    if len(found.untold) == len(facts.size.everyone):
        said = [words.case["stability"]["untold_all"]]
    else:
        said = [
            words.of(f"stability.{name}", labels(people))
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
    talents = facts.complexity.talents
    if not talents:
        return [words.case["complexity"]["none"]]
    first = words.say("complexity.first_one" if len(talents) == 1 else "complexity.first", n=words.number(len(talents)))
    lines = tuple(
        words.say("complexity.line", talent=talent, names=words.names(labels(people))) for talent, people in talents
    )
    several = words.names(labels(facts.complexity.several))
    return [first, *lines, *([words.say("complexity.several", names=several)] if several else [])]


def _reachability(facts: MapFacts, words: Wording) -> list[str]:
    found = facts.reachability
    if not tells(facts, "reachability"):
        return [words.case["reachability"]["none"]]
    said = [
        words.of(f"reachability.{name}", labels(people))
        for name, people in (
            ("easy", found.easy),
            ("varying", found.varying),
            ("busy", found.busy),
            ("far", tuple(p for p in found.far if (p.travel_time or 0) <= _HOURS)),
            ("remote", tuple(p for p in found.far if (p.travel_time or 0) > _HOURS)),
            ("untold", found.untold),
        )
        if people
    ]
    if found.at_a_distance:
        said.append(words.of("reachability.distance", labels(found.at_a_distance)))
    return said
