"""A person, a tie or a map as one row of plain values, in the order of the fields that were cleared.

What is not said is None, never "no". Values of closed lists are the English words of the model, whatever the language
of the case, so that cases in both languages can lie in one table; texts are as the author wrote them. Several values
in one place are joined by ` | `. A field that is added to the cleared types comes along by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any

from mensenwerk.guards import ClearedCase, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.network.counting import counts

Value = str | int | bool | None
Row = dict[str, Value]

BETWEEN = " | "
SUPPORT = ("practical", "company", "advice", "emotional")
NOTICE = "NOT FOR PUBLICATION: this case was not cleared"
"""What stands in every file of a case that was not cleared, as the author asked for it."""

_IN_ROWS_OF_THEIR_OWN = {"ties", "centre", "people", "links", "support", "id", "a", "b"}


@dataclass(frozen=True, slots=True)
class Own:
    """What only the author may see of someone: the id in the case file, and the age band."""

    own_id: str
    age: str | None


@dataclass(frozen=True, slots=True)
class Subject:
    """A case to write. `own`: by opaque id, and only where the author asked for a case that was not cleared."""

    case: ClearedCase
    own: Mapping[str, Own] | None = None

    @property
    def private(self) -> bool:
        return self.own is not None


def person_row(person: ClearedPerson, own: Mapping[str, Own] | None) -> Row:
    """All that may be said of someone on one map. The first of their circles decides the place on the map."""
    since = None if person.since is None else str(_plain(person.since))  # a word or a number, in one column
    row = {"who": person.who, **_flat(person), "since": since, "circle": _plain(person.circles[:1])}
    return row if own is None else {**row, "own_id": own[person.id].own_id, "age": own[person.id].age}


def alter_row(person: ClearedPerson, own: Mapping[str, Own] | None) -> Row:
    """The same of someone around; `counted` tells who counts in the size of the network, as the pages do."""
    return {**person_row(person, own), "counted": counts(person)}


def tie_row(tie: ClearedTie) -> Row:
    """A tie; what goes to and fro is seen from the centre."""
    support = dict(tie.support)
    return {**_flat(tie), **{f"support_{kind}": _plain(support.get(kind)) for kind in SUPPORT}}


def map_row(each: ClearedMap) -> Row:
    """When and through whose eyes a map was drawn, and what the person said of it."""
    return _flat(each)


def label(person: ClearedPerson) -> str:
    return person.pseudonym or person.who


def _flat(thing: Any) -> Row:
    names = (field.name for field in fields(thing))
    return {name: _plain(getattr(thing, name)) for name in names if name not in _IN_ROWS_OF_THEIR_OWN}


def _plain(value: Any) -> Value:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return BETWEEN.join(str(_plain(each)) for each in value) or None
    if isinstance(value, str | int | None):
        return value
    raise TypeError(type(value))  # a new kind of field: say here how it stands in a row
