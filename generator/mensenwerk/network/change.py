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

_RINGS = tuple(w.Ring)
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
_GIVES, _COSTS = (w.Energy.GIVES, w.Energy.BOTH), (w.Energy.COSTS, w.Energy.BOTH)


class TieChange(StrEnum):
    """What can be different in a tie of someone who is on both maps, in the order in which it is told."""

    BROKE = "broke"
    FADED = "faded"
    FOUND_AGAIN = "found_again"
    TENSION_CAME = "tension_came"
    TENSION_WENT = "tension_went"
    TENSION_MORE = "tension_more"
    TENSION_LESS = "tension_less"
    FIRMER = "firmer"
    LOOSER = "looser"
    GIVES_NOW = "gives_now"
    GIVES_INSTEAD = "gives_instead"
    GIVES_NO_MORE = "gives_no_more"
    COSTS_NOW = "costs_now"
    COSTS_INSTEAD = "costs_instead"
    COSTS_NO_MORE = "costs_no_more"
    BOTH_NOW = "both_now"
    NEITHER_NOW = "neither_now"


_ENERGY = {
    (1, 0): TieChange.GIVES_NOW,
    (1, -1): TieChange.GIVES_INSTEAD,
    (-1, 0): TieChange.GIVES_NO_MORE,
    (0, 1): TieChange.COSTS_NOW,
    (-1, 1): TieChange.COSTS_INSTEAD,
    (0, -1): TieChange.COSTS_NO_MORE,
    (1, 1): TieChange.BOTH_NOW,
    (-1, -1): TieChange.NEITHER_NOW,
}
"""What is different, by whether giving and costing came (1), went (-1) or stayed as they were (0)."""


@dataclass(frozen=True, slots=True)
class Differences:
    """From one map (`was`) to another (`now`): who is only on one of them (`joined` and `left`: in the centre), and
    what is different for those who are on both. A list holds whoever it is about, as they are on the second map; `ties`
    with whom in the centre as well; `among`: two people around and the tension between them; `inward` and `outward`:
    who stands closer to the centre or further from it."""

    was: ClearedMap
    now: ClearedMap
    came: People
    went: People
    joined: People
    left: People
    died: People
    ties: tuple[tuple[ClearedPerson, str, TieChange], ...]
    among: tuple[tuple[ClearedPerson, ClearedPerson, TieChange], ...]
    inward: People
    outward: People
    nearer: People
    further: People
    more_time: People
    less_time: People
    more_contact: People
    less_contact: People


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
    rings = [(_RINGS.index(old.ring), _RINGS.index(new.ring), new) for old, new in pairs if old.ring and new.ring]
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
        among=tuple(_among(was, now)),
        inward=tuple(person for old, new, person in rings if new < old),
        outward=tuple(person for old, new, person in rings if new > old),
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
    yield from _tension(old.tension, new.tension)
    if old.energy and new.energy and old.energy is not new.energy:
        gave, cost, gives, costs = (
            old.energy in _GIVES,
            old.energy in _COSTS,
            new.energy in _GIVES,
            new.energy in _COSTS,
        )
        yield _ENERGY[gives - gave, costs - cost]


def _tension(old: w.Tension | None, new: w.Tension | None) -> Iterator[TieChange]:
    """What is different in tension. Where it is not told on one of both, nothing is."""
    if old not in _TENSE or new not in _TENSE or old is new:
        return
    more = _TENSE.index(new) > _TENSE.index(old)
    if w.Tension.NO not in (old, new):
        yield TieChange.TENSION_MORE if more else TieChange.TENSION_LESS
    else:
        yield TieChange.TENSION_CAME if more else TieChange.TENSION_WENT


def _among(was: ClearedMap, now: ClearedMap) -> Iterator[tuple[ClearedPerson, ClearedPerson, TieChange]]:
    """Tension between people around, of pairs who are on both maps."""
    before = {frozenset((link.a, link.b)): link for link in was.links}
    people = {person.id: person for person in now.people}
    for link in now.links:
        old = before.get(frozenset((link.a, link.b)))
        for change in _tension(old.tension if old else None, link.tension):
            yield people[link.a], people[link.b], change


def _ties(old: ClearedPerson, new: ClearedPerson) -> list[tuple[ClearedTie, ClearedTie]]:
    """Ties with the same member of the centre, then and now."""
    then = {tie.to: tie for tie in old.ties}
    return [(then[tie.to], tie) for tie in new.ties if tie.to in then]


def _away(tie: ClearedTie) -> bool:
    return tie.state in (w.State.BROKEN, w.State.FADED)


def _firmness(tie: ClearedTie) -> int | None:
    return _FIRM.index(tie.strength) if tie.strength in _FIRM else None
