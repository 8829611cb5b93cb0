"""The table that says what a drawing shows: a row for everyone, with their ties in a few words."""

from __future__ import annotations

from dataclasses import dataclass

from mensenwerk.ecomap import kept_words
from mensenwerk.guards import ALL, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model import words as w
from mensenwerk.pages.grammar import sentence
from mensenwerk.pages.people import label, labels
from mensenwerk.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table that says what the drawing shows. `person`: as the drawing numbers who is around, or 0."""

    person: int
    who: str
    circle: str
    tie: str
    contact: str
    knows: str


def row_of(
    person: ClearedPerson, place: int, each: ClearedMap, words: Wording, beside: ClearedMap | None = None
) -> Row:
    """`place`: as the drawing numbers who is around, or 0; `beside`: the map that this one is another view of."""
    name = {one.id: label(one) for one in (*each.centre, *each.people)}
    said = words.case
    who = label(person) if not person.deceased else f"{label(person)} ({said['page']['deceased']})"
    circles = [words.ecomap["circles"][circle.value] for circle in person.circles]
    return Row(
        person=place,
        who=sentence(who),
        circle=words.names(circles),
        tie=tie_of(person, each, words, beside),
        contact=contact_of(person, words),
        knows=_knows(person, each, name, words),
    )


def tie_of(person: ClearedPerson, each: ClearedMap, words: Wording, beside: ClearedMap | None = None) -> str:
    """Someone's ties on a map, in a few words. A word that stood on the map beside it is told as whose it is."""
    name = {one.id: label(one) for one in (*each.centre, *each.people)}
    voice = (beside.seen_by or words.names(labels(beside.centre))) if beside else ""
    kept = kept_words(each, beside)
    several = len(each.centre) > 1
    ties = [_tie(tie, name, several, voice if (person.id, tie.to) in kept else "", words) for tie in person.ties]
    return "; ".join(ties) or words.case["strength"]["unknown"]


def contact_of(person: ClearedPerson, words: Wording) -> str:
    """How often and how; with someone who has died, what was is not what is."""
    if person.deceased:
        return ""
    often = words.case["frequency"][person.how_often.value] if person.how_often else ""
    return ": ".join(part for part in (often, words.names(list(person.how))) if part)


def _tie(tie: ClearedTie, name: dict[str, str], several: bool, voice: str, words: Wording) -> str:
    said = words.case
    parts = []
    if tie.state and tie.state is not w.State.ACTIVE:
        parts.append(said["state"][tie.state.value])
    if tie.strength and not tie.broken:
        parts.insert(0, said["strength"][tie.strength.value])
    if tie.stressful and tie.tension:
        parts.append(said["tension"][tie.tension.value])
    if tie.energy:
        parts.append(said["energy"][tie.energy.value])
    if tie.word:
        parts.append(said["quote"]["word_of" if voice else "said"].format(text=tie.word, voice=voice))
    return _with(", ".join(parts) or said["strength"]["unknown"], tie, name, several, words)


def _with(text: str, tie: ClearedTie, name: dict[str, str], several: bool, words: Wording) -> str:
    """In a household it matters with whom the tie is."""
    if not several:
        return text
    whom = words.case["map"]["household"] if tie.to == ALL else name[tie.to]
    return f"{whom}: {text}"


def _knows(person: ClearedPerson, each: ClearedMap, name: dict[str, str], words: Wording) -> str:
    found = []
    for link in each.links:
        if person.id in (link.a, link.b) and link.bond is not w.Bond.NONE:
            other = name[link.b if link.a == person.id else link.a]
            notes = []
            if link.bond.value in words.case["bond"]:
                notes.append(words.case["bond"][link.bond.value])
            if link.tension in (w.Tension.SOMETIMES, w.Tension.OFTEN):
                notes.append(words.case["tension"][link.tension.value])
            found.append(f"{other} ({', '.join(notes)})" if notes else other)
    return words.names(found)
