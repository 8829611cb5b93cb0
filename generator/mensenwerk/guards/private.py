"""A case for its author alone: it was not judged, and no `ClearedCase` comes out. Nothing that publishes takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mensenwerk.guards.cleared import ClearedCase
from mensenwerk.guards.project import clear, opaque_ids
from mensenwerk.model import ReadCase
from mensenwerk.model.case import Person, Publication
from mensenwerk.model.words import Audience, Origin


@dataclass(frozen=True, slots=True)
class PrivateCase:
    """A case as if it were cleared, and who is behind each opaque id: whoever unpacks it says that it is private."""

    as_if_cleared: ClearedCase
    people: Mapping[str, Person]


def private(read: ReadCase) -> PrivateCase:
    """A case as its author has it. One without a publication block counts as one about real people, as everywhere."""
    case = read.case
    block = case.publication or Publication(intended_for=Audience.INTERNAL, origin=Origin.REAL)
    people = {person.id: person for person in (*case.centre, *case.people)}
    known = {opaque: people[own] for own, opaque in opaque_ids(case).items()}
    return PrivateCase(clear(case.model_copy(update={"publication": block})), known)
