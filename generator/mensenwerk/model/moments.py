"""A case as it stands on each of its maps: changes laid over what came before.

A change lasts on later maps. Someone who enters on a map is absent before it; someone who leaves is
absent from that map on. A map *beside* another shows the same moment seen by someone else: it starts
from that moment, and what is seen differently there does not last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from mensenwerk.model import words as w
from mensenwerk.model.case import Case, Change, Map, Model, PairChange, Person, Tie, Traits
from mensenwerk.model.household import ALL, met


@dataclass(frozen=True, slots=True)
class Moment:
    """Who was there on one map, and how. `pairs` holds each named pair once, keyed by its two ids sorted."""

    map: Map
    centre: tuple[Person, ...]
    people: tuple[Person, ...]
    pairs: Mapping[tuple[str, str], PairChange]


T = TypeVar("T")

IMPLICIT_MAP = Map(id="map")
"""A case without maps has one all the same: what the file says, at no particular moment."""


def moments(case: Case) -> tuple[Moment, ...]:
    """One moment per map, in the order of the file; one for a case without maps."""
    maps = case.maps or (IMPLICIT_MAP,)
    own = [each for each in maps if each.beside is None]
    return tuple(_moment(case, each, own) for each in maps)


def _moment(case: Case, each: Map, own: list[Map]) -> Moment:
    ids = [one.id for one in own]
    base = each
    while base.beside is not None:
        base = next(one for one in case.maps if one.id == base.beside)
    passed = ids[: ids.index(base.id) + 1]
    household = [person.id for person in case.centre]
    in_centre = [_person_at(person, household, passed, ids, each) for person in case.centre]
    around = [_person_at(person, household, passed, ids, each) for person in case.people]
    centre = [person for person in in_centre if person is not None]
    here = {ALL, *(person.id for person in centre)}
    present = [_with_ties_to(here, person) for person in around if person is not None]
    known = {person.id for person in present}
    pairs = {key: value for key, value in _pairs(case, passed).items() if key[0] in known and key[1] in known}
    return Moment(each, tuple(_with_ties_to(here, person) for person in centre), tuple(present), pairs)


def _with_ties_to(here: set[str], person: Person) -> Person:
    """A tie with someone in the centre who is not there is not there either."""
    ties = tuple(tie for tie in person.ties if tie.to in here)
    return person if ties == person.ties else person.model_copy(update={"ties": ties})


def _person_at(person: Person, household: list[str], passed: list[str], ids: list[str], each: Map) -> Person | None:
    ties = tuple(tie.model_copy(update={"to": met(household, person.id, tie.to)}) for tie in person.ties)
    person = person.model_copy(update={"ties": ties})
    changes = [person.changed[name] for name in passed if name in person.changed]
    here = _there_at_first(person, ids)
    if each.id in person.seen_differently:
        changes.append(person.seen_differently[each.id])
    for change in changes:
        person = _apply(person, change, household)
        here = (here or change.enters) and not change.leaves
    return person if here else None


def _there_at_first(person: Person, ids: list[str]) -> bool:
    """Whether someone was there before the first map. Whoever leaves first was there; whoever enters first
    was not; and whoever enters only in another's view is in nobody else's."""
    turns = [person.changed[name] for name in ids if name in person.changed]
    turns = [change for change in turns if change.enters or change.leaves]
    if turns:
        return not turns[0].enters
    return not any(change.enters for change in person.seen_differently.values())


def _apply(person: Person, change: Change, household: list[str]) -> Person:
    traits = {name: getattr(change, name) for name in Traits.model_fields if name in change.model_fields_set}
    merged = {name: _merge(getattr(person, name), value) for name, value in traits.items()}
    ties = {tie.to: tie for tie in person.ties}
    for target, tie_change in change.ties.items():
        to = met(household, person.id, target)
        if to == ALL and to not in ties and len(ties) == 1:  # said of someone with a single tie: that tie
            to = next(iter(ties))
        ties[to] = _merge(ties.get(to, Tie(to=to)), tie_change)
    return person.model_copy(update={**merged, "ties": tuple(ties.values())})


def _merge(old: T, new: object) -> T:
    """A part that has fields keeps those that the change does not name."""
    if isinstance(old, Model) and isinstance(new, Model):
        named = {name: _merge(getattr(old, name), getattr(new, name)) for name in new.model_fields_set}
        return old.model_copy(update=named)
    return new  # type: ignore[return-value]


def _pairs(case: Case, passed: list[str]) -> dict[tuple[str, str], PairChange]:
    pairs: dict[tuple[str, str], PairChange] = {}
    ordinary = PairChange(bond=w.Bond.ORDINARY)
    for group in case.who_knows_who.groups:
        for place, a in enumerate(group):
            for b in group[place + 1 :]:
                if a != b:
                    pairs[_key(a, b)] = ordinary
    for pair in case.who_knows_who.pairs:
        said = PairChange(bond=pair.bond or w.Bond.ORDINARY, tension=pair.tension)
        for name in passed:
            if name in pair.changed:
                said = _merge(said, pair.changed[name])
        pairs[_key(*pair.between)] = said
    return pairs


def _key(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
