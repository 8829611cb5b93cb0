"""Which situation a characteristic is in on a map: the key of its words in `wording/<language>/situations.toml`.

A situation chooses words that show two sides and questions that fit what is there. It is no judgement: what is called
“many” or “dense” here only decides which sentence is said, and there is no norm for it (Kruijswijk et al., 2014).
"""

from __future__ import annotations

from dataclasses import dataclass

from mensenwerk.guards import ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.network import MapFacts
from mensenwerk.network.energy import EnergyFlow

People = tuple[ClearedPerson, ...]

FEW, MANY = 2, 7
"""With one or two people there are no figures of density or composition; from seven on a reader loses count."""
NEARLY, MOST, FEWEST = 0.85, 2 / 3, 1 / 3
_WORK = {w.Circle.PROFESSIONAL, w.Circle.SERVICES, w.Circle.VOLUNTEER}


@dataclass(frozen=True, slots=True)
class Situation:
    """The key of the words for a characteristic, and whom they are about."""

    key: str
    about: People = ()


def situation(name: str, facts: MapFacts) -> Situation:
    """The first situation that fits, in the order of situations.toml."""
    return _CHOOSE[name](facts)


def _size(facts: MapFacts) -> Situation:
    size = facts.size
    if not size.everyone:
        return Situation("nobody")
    if not size.own:
        return Situation("only_professionals")
    if len(size.own) <= FEW:
        return Situation("few")
    if any(person.deceased or person.broken for person in facts.map.people):
        return Situation("gone")
    return Situation("many" if len(size.own) >= MANY else "several")


def _composition(facts: MapFacts) -> Situation:
    found = facts.composition
    if len(found.circles) == 1:
        return Situation("one_circle")
    at_work = [person for person in facts.size.everyone if _WORK.intersection(person.circles)]
    if len(at_work) > MOST * len(facts.size.everyone):
        return Situation("mostly_work")
    if found.main_share > MOST:
        return Situation("mostly_family" if found.main is w.Circle.FAMILY else "mostly_one")
    return Situation("of_work" if facts.size.professionals else "mixed")


def _density(facts: MapFacts) -> Situation:
    found = facts.density
    if found.unknown * 2 > found.possible:
        return Situation("unknown")
    if found.known == found.possible:
        return Situation("all")
    if found.known >= MOST * found.possible:
        return Situation("dense")
    if not found.known:
        return Situation("none")
    if len(found.between) == 1:
        return Situation("between", found.between)
    if len(found.groups) > 1:
        return Situation("islands")
    return Situation("loose" if found.known <= FEWEST * found.possible else "some")


def _stability(facts: MapFacts) -> Situation:
    found, everyone = facts.stability, facts.size.everyone
    if found.went or found.broke or found.died:
        return Situation("left")
    if found.came:
        return Situation("came")
    if len(found.untold) == len(everyone):
        return Situation("untold")
    if len(found.old) == len(everyone):
        return Situation("all_old")
    return Situation("all_new" if len(found.recent) == len(everyone) else "mixed")


def _complexity(facts: MapFacts) -> Situation:
    found = facts.complexity
    if not found.talents:
        return Situation("none")
    most, talents = max(found.alone, key=lambda one: len(one[1]), default=(None, ()))
    if most is not None and len(talents) > 1 and len(talents) * 2 > len(found.talents):
        return Situation("much_at_one", (most,))
    return Situation("at_one" if found.alone else "shared")


def _reachability(facts: MapFacts) -> Situation:
    found = facts.reachability
    if not found.told:
        return Situation("none")
    if len(found.easy + found.here + found.near) == len(found.told):
        return Situation("near")
    if found.far and all(person in found.at_a_distance for person in found.far):
        return Situation("far_and_there")
    if found.far:
        return Situation("far")
    return Situation("busy" if found.busy else "varying")


def energy_situation(flow: EnergyFlow, everyone: int) -> Situation:
    """The situation of what gives and costs energy, among `everyone` on the map."""
    if len(flow.tense) * 2 > everyone:
        return Situation("tense")
    if not flow.costs and not flow.both:
        return Situation("only_gives")
    if not flow.gives and not flow.both:
        return Situation("only_costs")
    return Situation("two_sided" if flow.both and not (flow.gives and flow.costs) else "some_of_each")


_CHOOSE = {
    "size": _size,
    "composition": _composition,
    "density": _density,
    "stability": _stability,
    "complexity": _complexity,
    "reachability": _reachability,
}
CHARACTERISTICS = tuple(_CHOOSE)
"""The six, in the order in which a book tells of them."""
