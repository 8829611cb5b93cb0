"""What gives energy and what costs it, seen from the centre (Hartman, 1978). Lists of people, never a sum: one warm
talk can outweigh much that costs."""

from __future__ import annotations

from dataclasses import dataclass

from mensenwerk.guards import ClearedMap, ClearedPerson
from mensenwerk.model import words as w

People = tuple[ClearedPerson, ...]


@dataclass(frozen=True, slots=True)
class EnergyFlow:
    """Whoever is around, living or not, by what the ties with the centre give and cost; broken ties are left out.
    `both`: one tie that does both, or one that gives and another that costs. `tense`: in at least one tie there is
    tension. `strong_and_tense`: in one and the same tie. `untold`: of how many people neither is told."""

    gives: People
    costs: People
    both: People
    tense: People
    strong_and_tense: People
    untold: int

    @property
    def told(self) -> bool:
        return bool(self.gives or self.costs or self.both)


def energy(each: ClearedMap) -> EnergyFlow:
    """Whom energy comes from and goes to, in the order of the case file."""
    flows = {person.id: _flows(person) for person in each.people}
    both = {w.Energy.GIVES, w.Energy.COSTS}

    def those(wanted: set[w.Energy]) -> People:
        return tuple(person for person in each.people if flows[person.id] == wanted)

    ties = [(person, tie) for person in each.people for tie in person.ties if not tie.broken]
    tense = {person.id for person, tie in ties if tie.stressful}
    strong = {person.id for person, tie in ties if tie.stressful and tie.strength is w.Strength.STRONG}
    return EnergyFlow(
        gives=those({w.Energy.GIVES}),
        costs=those({w.Energy.COSTS}),
        both=those(both),
        tense=tuple(person for person in each.people if person.id in tense),
        strong_and_tense=tuple(person for person in each.people if person.id in strong),
        untold=sum(not any(tie.energy or tie.tension for tie in person.ties) for person in each.people),
    )


def _flows(person: ClearedPerson) -> set[w.Energy]:
    found: set[w.Energy] = set()
    for tie in person.ties:
        if tie.energy is w.Energy.BOTH:
            found |= {w.Energy.GIVES, w.Energy.COSTS}
        elif tie.energy in (w.Energy.GIVES, w.Energy.COSTS) and not tie.broken:
            found.add(tie.energy)
    return found
