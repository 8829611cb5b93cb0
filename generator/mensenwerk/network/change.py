"""What is different between two maps: from one moment to the next, or in the eyes of someone else.

A difference is a difference: nothing here knows what it came from, or whether it is better.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from mensenwerk.guards import ClearedCase, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model import words as w

People = tuple[ClearedPerson, ...]

_ROOM = (w.Time.NONE, w.Time.TIGHT, w.Time.AMPLE)
"""Time that varies is neither more nor less."""
_FIRM = (w.Strength.WEAK, w.Strength.ORDINARY, w.Strength.STRONG)


@dataclass(frozen=True, slots=True)
class Differences:
    """From one map (`was`) to another (`now`): who is only on one of them, and per tie of those who are on both what is
    different. A list holds whoever it is about, as they are on the second map."""

    was: ClearedMap
    now: ClearedMap
    came: People
    went: People
    died: People
    broke: People
    faded: People
    found_again: People
    firmer: People
    looser: People
    tension_came: People
    tension_went: People
    more_energy: People
    less_energy: People
    nearer: People
    further: People
    more_time: People
    less_time: People


def steps(case: ClearedCase) -> tuple[Differences, ...]:
    """From each map of the person's own view to the next."""
    own = [each for each in case.maps if each.beside is None]
    return tuple(differences(was, now) for was, now in pairwise(own))


def views(case: ClearedCase) -> tuple[Differences, ...]:
    """For each map that someone else saw at the same moment: what is different in their eyes."""
    maps = {each.id: each for each in case.maps}
    return tuple(differences(maps[each.beside], each) for each in case.maps if each.beside in maps)


def differences(was: ClearedMap, now: ClearedMap) -> Differences:
    """Compare two maps of one case, person by person and tie by tie."""
    before = {person.id: person for person in was.people}
    after = {person.id: person for person in now.people}
    pairs = [(before[person.id], person) for person in now.people if person.id in before]
    ties = [(tie, other, person) for old, person in pairs for tie, other in _ties(old, person)]
    quiet = [(old, new, person) for old, new, person in ties if not (old.broken or new.broken)]
    tense = [(old.stressful, new.stressful, person) for old, new, person in quiet if old.tension and new.tension]
    flow = [(old.energy, new.energy, person) for old, new, person in quiet if old.energy and new.energy]
    firm = [(_firmness(old), _firmness(new), person) for old, new, person in quiet]
    ways = [(old.travel_time, new.travel_time, new) for old, new in pairs]
    room = [
        (_ROOM.index(old.time), _ROOM.index(new.time), new)
        for old, new in pairs
        if old.time in _ROOM and new.time in _ROOM
    ]
    return Differences(
        was=was,
        now=now,
        came=tuple(person for person in now.people if person.id not in before),
        went=tuple(person for person in was.people if person.id not in after),
        died=tuple(person for old, person in pairs if person.deceased and not old.deceased),
        broke=_once(person for old, new, person in ties if new.broken and not old.broken),
        faded=_once(
            person for old, new, person in ties if new.state is w.State.FADED and old.state is not w.State.FADED
        ),
        found_again=_once(person for old, new, person in ties if _away(old) and not _away(new)),
        firmer=_once(person for old, new, person in firm if old is not None and new is not None and new > old),
        looser=_once(person for old, new, person in firm if old is not None and new is not None and new < old),
        tension_came=_once(person for old, new, person in tense if new and not old),
        tension_went=_once(person for old, new, person in tense if old and not new),
        more_energy=_once(person for old, new, person in flow if _gives(new) > _gives(old)),
        less_energy=_once(person for old, new, person in flow if _gives(new) < _gives(old)),
        nearer=tuple(person for old, new, person in ways if old is not None and new is not None and new < old),
        further=tuple(person for old, new, person in ways if old is not None and new is not None and new > old),
        more_time=tuple(person for old, new, person in room if new > old),
        less_time=tuple(person for old, new, person in room if new < old),
    )


def _ties(old: ClearedPerson, new: ClearedPerson) -> list[tuple[ClearedTie, ClearedTie]]:
    """Ties with the same member of the centre, then and now."""
    then = {tie.to: tie for tie in old.ties}
    return [(then[tie.to], tie) for tie in new.ties if tie.to in then]


def _once(people: Iterable[ClearedPerson]) -> People:
    found: dict[str, ClearedPerson] = {}
    for person in people:
        found.setdefault(person.id, person)
    return tuple(found.values())


def _away(tie: ClearedTie) -> bool:
    return tie.state in (w.State.BROKEN, w.State.FADED)


def _firmness(tie: ClearedTie) -> int | None:
    return _FIRM.index(tie.strength) if tie.strength in _FIRM else None


def _gives(energy: w.Energy | None) -> int:
    """Only to tell which way a change goes: from costing by both to giving."""
    order = {w.Energy.COSTS: -1, w.Energy.NONE: 0, w.Energy.BOTH: 0, w.Energy.GIVES: 1}
    return order[energy] if energy else 0
