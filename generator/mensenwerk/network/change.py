"""What is different between two maps: from one moment to the next, or in the eyes of someone else.

A difference is a difference: nothing here knows what it came from, or whether it is better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from mensenwerk.guards import ClearedCase, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model import words as w

People = tuple[ClearedPerson, ...]

_ROOM = (w.Time.NONE, w.Time.TIGHT, w.Time.AMPLE)
"""Time that varies is neither more nor less."""
_OFTEN = (
    w.Frequency.RARELY,
    w.Frequency.FEW_TIMES_A_YEAR,
    w.Frequency.MONTHLY,
    w.Frequency.WEEKLY,
    w.Frequency.DAILY,
)
"""Contact that varies is neither more nor less."""
_TENSE = (w.Tension.NO, w.Tension.SOMETIMES, w.Tension.OFTEN)
_FIRM = (w.Strength.WEAK, w.Strength.ORDINARY, w.Strength.STRONG)


class TieChange(StrEnum):
    """What can be different in a tie of someone who is on both maps."""

    BROKE = "broke"
    FADED = "faded"
    FOUND_AGAIN = "found_again"
    FIRMER = "firmer"
    LOOSER = "looser"
    TENSION_CAME = "tension_came"
    TENSION_WENT = "tension_went"
    TENSION_MORE = "tension_more"
    TENSION_LESS = "tension_less"
    MORE_ENERGY = "more_energy"
    LESS_ENERGY = "less_energy"


@dataclass(frozen=True, slots=True)
class Differences:
    """From one map (`was`) to another (`now`): who is only on one of them (`joined` and `left`: in the centre), and
    what is different for those who are on both. A list holds whoever it is about, as they are on the second map; `ties`
    with whom in the centre as well."""

    was: ClearedMap
    now: ClearedMap
    came: People
    went: People
    joined: People
    left: People
    died: People
    ties: tuple[tuple[ClearedPerson, str, TieChange], ...]
    nearer: People
    further: People
    more_time: People
    less_time: People
    more_contact: People
    less_contact: People

    def whose(self, change: TieChange) -> People:
        """Everyone with a tie in which this is different, each once."""
        return tuple({person.id: person for person, _, each in self.ties if each is change}.values())


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
    ways = [(old.travel_time, new.travel_time, new) for old, new in pairs]
    room = [
        (_ROOM.index(old.time), _ROOM.index(new.time), new)
        for old, new in pairs
        if old.time in _ROOM and new.time in _ROOM
    ]
    seen = [
        (_OFTEN.index(old.how_often), _OFTEN.index(new.how_often), new)
        for old, new in pairs
        if old.how_often in _OFTEN and new.how_often in _OFTEN and not (new.deceased or old.broken or new.broken)
    ]
    return Differences(
        was=was,
        now=now,
        came=tuple(person for person in now.people if person.id not in before),
        went=tuple(person for person in was.people if person.id not in after),
        joined=tuple(person for person in now.centre if person.id not in {each.id for each in was.centre}),
        left=tuple(person for person in was.centre if person.id not in {each.id for each in now.centre}),
        died=tuple(person for old, person in pairs if person.deceased and not old.deceased),
        ties=tuple(
            (person, tie.to, change)
            for old, person in pairs
            for other, tie in _ties(old, person)
            for change in _changes(other, tie)
        ),
        nearer=tuple(person for old, new, person in ways if old is not None and new is not None and new < old),
        further=tuple(person for old, new, person in ways if old is not None and new is not None and new > old),
        more_time=tuple(person for old, new, person in room if new > old),
        less_time=tuple(person for old, new, person in room if new < old),
        more_contact=tuple(person for old, new, person in seen if new > old),
        less_contact=tuple(person for old, new, person in seen if new < old),
    )


def _changes(old: ClearedTie, new: ClearedTie) -> Iterator[TieChange]:
    """What is different in one tie. Of a tie that is broken on either map no more is told than that."""
    if new.broken and not old.broken:
        yield TieChange.BROKE
    if new.state is w.State.FADED and old.state is not w.State.FADED:
        yield TieChange.FADED
    if _away(old) and not _away(new):
        yield TieChange.FOUND_AGAIN
    if old.broken or new.broken:
        return
    was, now = _firmness(old), _firmness(new)
    if was is not None and now is not None and was != now:
        yield TieChange.FIRMER if now > was else TieChange.LOOSER
    if old.tension and new.tension and old.tension is not new.tension:
        more = _TENSE.index(new.tension) > _TENSE.index(old.tension)
        if old.stressful and new.stressful:
            yield TieChange.TENSION_MORE if more else TieChange.TENSION_LESS
        else:
            yield TieChange.TENSION_CAME if more else TieChange.TENSION_WENT
    if old.energy and new.energy and _gives(old.energy) != _gives(new.energy):
        yield TieChange.MORE_ENERGY if _gives(new.energy) > _gives(old.energy) else TieChange.LESS_ENERGY


def _ties(old: ClearedPerson, new: ClearedPerson) -> list[tuple[ClearedTie, ClearedTie]]:
    """Ties with the same member of the centre, then and now."""
    then = {tie.to: tie for tie in old.ties}
    return [(then[tie.to], tie) for tie in new.ties if tie.to in then]


def _away(tie: ClearedTie) -> bool:
    return tie.state in (w.State.BROKEN, w.State.FADED)


def _firmness(tie: ClearedTie) -> int | None:
    return _FIRM.index(tie.strength) if tie.strength in _FIRM else None


def _gives(energy: w.Energy | None) -> int:
    """Only to tell which way a change goes: from costing by both to giving."""
    order = {w.Energy.COSTS: -1, w.Energy.NONE: 0, w.Energy.BOTH: 0, w.Energy.GIVES: 1}
    return order[energy] if energy else 0
