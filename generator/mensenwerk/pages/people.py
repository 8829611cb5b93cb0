"""Who is important: the people of a case and what they mean, as the page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mensenwerk.guards import ClearedCase, ClearedMap, ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.pages.grammar import is_plural, sentence
from mensenwerk.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person: who, a few quiet notes, meaning (with what it became later), own words (later ones too)."""

    who: str
    notes: tuple[str, ...]
    meanings: tuple[str, ...]
    voices: tuple[str, ...]


def people_of(case: ClearedCase, words: Wording) -> tuple[PersonView, ...]:
    """Everyone who is on any map, in the order in which they first appear; the centre only where the
    file says what someone there means."""
    around: dict[str, None] = {}
    centre: dict[str, None] = {}
    for each in case.maps:
        around.update((person.id, None) for person in each.people)
        centre.update((person.id, None) for person in each.centre if person.meaning or person.own_voice)
    return tuple(_view(case, person_id, words) for person_id in (*centre, *around))


def people_on(each: ClearedMap, words: Wording) -> tuple[PersonView, ...]:
    """Everyone on one map, as they are there; the centre only where the file says what someone there means."""
    centre = [person for person in each.centre if person.meaning or person.own_voice]
    return tuple(
        PersonView(
            who=sentence(label(person)),
            notes=_notes(person, each, words),
            meanings=(person.meaning,) if person.meaning else (),
            voices=(person.own_voice,) if person.own_voice else (),
        )
        for person in (*centre, *each.people)
    )


def _view(case: ClearedCase, person_id: str, words: Wording) -> PersonView:
    """One person over all maps: a meaning that changed with its moment, another's view with whose it is."""
    seen = [(each, one) for each in case.maps for one in (*each.centre, *each.people) if one.id == person_id]
    drawn, person = ([one for one in seen if one[0].beside is None] or seen)[-1]
    return PersonView(
        who=sentence(label(person)),
        notes=_notes(person, drawn, words),
        meanings=_once([(each, person.meaning) for each, person in seen], words),
        voices=_once([(each, person.own_voice) for each, person in seen], words),
    )


def _once(texts: list[tuple[ClearedMap, str | None]], words: Wording) -> tuple[str, ...]:
    """What is said on one map after another, each text once and introduced where it needs to be."""
    said: dict[str, str] = {}
    for each, text in texts:
        if text and text not in said:
            begin = _begin(each, first=not said, words=words)
            said[text] = f"*{begin}:* {text}" if begin else text
    return tuple(said.values())


def _begin(each: ClearedMap, *, first: bool, words: Wording) -> str:
    """How a text is introduced: the first one not at all, a later one by its moment or its voice."""
    if each.beside is not None and each.seen_by:
        return words.say("page.other_eyes", voice=each.seen_by)
    return "" if first else sentence(each.moment or "")


def again(voice: str, each: ClearedMap, words: Wording, form: str) -> str:
    """How whoever stands alone in the centre is called when a sentence comes back to them (`form`: `subject`, `object`
    or `self`): by a pronoun, where they have no name of a word or two and it is told which pronoun is theirs."""
    (one, *others) = each.centre
    if others or voice != label(one) or len(voice.split()) < 3 or one.sign is None:
        return voice
    return words.case["again"].get(f"{one.sign.value}_{form}", voice)


def label(person: ClearedPerson) -> str:
    """How a person is called in a sentence: the pseudonym, or who they are."""
    return person.pseudonym or person.who


def labels(people: tuple[ClearedPerson, ...]) -> list[str]:
    return [label(person) for person in people]


def told_of(key: str, people: Sequence[ClearedPerson], words: Wording, /, **values: object) -> str:
    """A sentence about people by its key, in the plural for more than one and for a group like "de ouders"."""
    who = labels(tuple(people))
    several = len(people) == 1 and people[0].kind is w.Kind.GROUP and is_plural(who[0], words.language)
    return words.of(key, who, several=several, **values)


def kinds_of(people: Sequence[ClearedPerson], words: Wording) -> str:
    """What is on a map, in a few words and without a number: "mensen, een groep en een dier"."""
    said = words.case["kinds"]
    found = [kind.value for kind in w.Kind if any(person.kind is kind for person in people)]
    few = {kind for kind in found if sum(person.kind.value == kind for person in people) == 1}
    return words.names([said[f"{kind}_one" if kind in few else kind] for kind in found])


def _notes(person: ClearedPerson, each: ClearedMap, words: Wording) -> tuple[str, ...]:
    page = words.case["page"]
    notes = []
    if person.pseudonym:
        notes.append(person.who)
    if person.relation and person.relation_to:
        relation = page["relation"].format(what=person.relation, whom=person.relation_to)
        name, (what, whom) = label(person).casefold(), (person.relation.casefold(), person.relation_to.casefold())
        owner = label(each.centre[0]) if each.centre else ""
        own = name.split()[1:] == [what] and person.relation_to == owner  # “haar dochter”, of whom the map is
        if not own and not (what in name and whom in name):  # “de vader van haar zoon” says it already
            notes.append(relation)
    elif person.relation:
        notes.append(person.relation)
    if person.deceased:
        notes.append(page["deceased"])
    if person.missed:
        notes.append(page["missed"])
    if person.belongs is w.Belongs.UNSURE:
        voice = each.seen_by or words.names(labels(each.centre))
        notes.append(page["doubt"].format(voice=again(voice, each, words, "object")))
    return tuple(notes)
