"""Who is important: the people of a case and what they mean, as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from mensenwerk.guards import ClearedCase, ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.pages.grammar import sentence
from mensenwerk.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person: who, a few quiet notes, meaning (with what it became later), own words."""

    who: str
    notes: tuple[str, ...]
    meanings: tuple[str, ...]
    voice: str | None


def people_of(case: ClearedCase, words: Wording) -> tuple[PersonView, ...]:
    """Everyone who is on any map, in the order in which they first appear; the centre only where the
    file says what someone there means."""
    ids: dict[str, None] = {}
    for each in case.maps:
        ids.update((person.id, None) for person in each.people)
    centre = {p.id: None for p in case.drawn.centre if p.meaning or p.own_voice}
    return tuple(_view(case, person_id, words) for person_id in (*centre, *ids))


def _view(case: ClearedCase, person_id: str, words: Wording) -> PersonView:
    seen: list[tuple[str | None, ClearedPerson]] = []
    for each in case.maps:
        if each.beside is None:
            seen += [(each.moment, one) for one in (*each.centre, *each.people) if one.id == person_id]
    if not seen:  # someone whom only another's view knows
        return _view_beside(case, person_id, words)
    last = seen[-1][1]
    meanings: list[str] = []
    said: str | None = None
    for moment, person in seen:
        if person.meaning and person.meaning != said:
            later = said is not None and moment is not None
            meanings.append(f"*{sentence(moment or '')}:* {person.meaning}" if later else person.meaning)
            said = person.meaning
    voice = next((person.own_voice for _, person in reversed(seen) if person.own_voice), None)
    return PersonView(sentence(label(last)), _notes(last, words), tuple(meanings), voice)


def _view_beside(case: ClearedCase, person_id: str, words: Wording) -> PersonView:
    person = next(p for each in case.maps for p in each.people if p.id == person_id)
    meanings = (person.meaning,) if person.meaning else ()
    return PersonView(sentence(label(person)), _notes(person, words), meanings, person.own_voice)


def label(person: ClearedPerson) -> str:
    """How a person is called in a sentence: the pseudonym, or who they are."""
    return person.pseudonym or person.who


def labels(people: tuple[ClearedPerson, ...]) -> list[str]:
    return [label(person) for person in people]


def _notes(person: ClearedPerson, words: Wording) -> tuple[str, ...]:
    page = words.case["page"]
    notes = []
    if person.pseudonym:
        notes.append(person.who)
    if person.deceased:
        notes.append(page["deceased"])
    if person.missed:
        notes.append(page["missed"])
    if person.belongs is w.Belongs.UNSURE:
        notes.append(page["doubt"])
    return tuple(notes)
