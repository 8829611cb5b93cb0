"""Who counts: the rules that every page states.

The centre never counts. Animals, places and the dead are drawn and told, not counted. A broken contact
is told, not counted. Who is here for their work (a professional, a service, an organisation) counts
where the person says that they belong; anyone the person says does not belong, does not count.
A group counts as one. (Kruijswijk et al., 2014, leave open whether professionals belong.)
"""

from __future__ import annotations

from mensenwerk.guards import ClearedMap, ClearedPerson
from mensenwerk.model import words as w


def around(each: ClearedMap) -> tuple[ClearedPerson, ...]:
    """The living people and groups with whom contact was not broken, whoever they belong to."""
    return tuple(person for person in each.people if person.alive and not person.broken)


def counts(person: ClearedPerson) -> bool:
    """Whether someone counts among the people of the person in the centre."""
    if not person.alive or person.broken or person.belongs is w.Belongs.NO:
        return False
    return not person.professional or person.belongs is w.Belongs.YES


def counted(each: ClearedMap) -> tuple[ClearedPerson, ...]:
    """Everyone on a map who counts, in the order of the case file."""
    return tuple(person for person in each.people if counts(person))
