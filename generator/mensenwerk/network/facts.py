"""All facts of one case, gathered once for the pages: six characteristics for each of its maps."""

from __future__ import annotations

from dataclasses import dataclass

from mensenwerk.guards import ClearedCase, ClearedMap
from mensenwerk.model import words as w
from mensenwerk.network import characteristics as six
from mensenwerk.network.energy import EnergyFlow, energy

_CARE = (w.DilemmaType.OVERBURDENED_CARER, w.DilemmaType.MORAL_PRESSURE)


@dataclass(frozen=True, slots=True)
class MapFacts:
    """What can be counted or listed of one map: six characteristics, and what gives and costs energy."""

    map: ClearedMap
    size: six.Size
    composition: six.Composition
    density: six.Density
    stability: six.Stability
    complexity: six.Complexity
    reachability: six.Reachability
    energy: EnergyFlow


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A cleared case with the facts of its maps, in the same order."""

    case: ClearedCase
    maps: tuple[MapFacts, ...]

    @property
    def now(self) -> MapFacts:
        """The last map in the person's own view: what is told of it stands on the page of the case."""
        return [each for each in self.maps if each.map.beside is None][-1]


def facts(case: ClearedCase) -> CaseFacts:
    """Count and list. Stability compares a map with the last one before it that is not another's view."""
    found = []
    before: ClearedMap | None = None
    for each in case.maps:
        found.append(
            MapFacts(
                each,
                six.size(each),
                six.composition(each),
                six.density(each),
                six.stability(each, None if each.beside else before),
                six.complexity(each),
                six.reachability(each, _cared(case)),
                energy(each),
            )
        )
        if each.beside is None:
            before = each
    return CaseFacts(case, tuple(found))


def _cared(case: ClearedCase) -> frozenset[str]:
    """Those who get practical help and give none, around whom a threshold tells that it weighs on who cares."""
    around = {label for each in case.dilemmas if each.type in _CARE for label in each.around}
    return frozenset(
        person.id
        for each in case.maps
        for person in each.people
        if (person.pseudonym or person.who) in around
        and {way for tie in person.ties for kind, way in tie.support if kind == "practical"} == {w.Exchange.GIVES}
    )
