"""Lenses: the questions that four ways of looking would ask of a case. A lens is not the method itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mensenwerk.guards import ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.model.literature import Reference
from mensenwerk.network import CaseFacts
from mensenwerk.pages.bibliography import Entry, entries
from mensenwerk.pages.grammar import sentence
from mensenwerk.pages.people import label
from mensenwerk.pages.wording import Wording

QUESTIONS = 2
"""Questions of each lens: enough to look through it, few enough to be read."""


@dataclass(frozen=True, slots=True)
class LensView:
    name: str
    about: str
    questions: tuple[str, ...]
    references: tuple[Entry, ...]


def lenses(facts: CaseFacts, words: Wording, references: Mapping[str, Reference]) -> tuple[LensView, ...]:
    """Every lens with the first questions that fit this case."""
    fits = _fits(facts)
    found = []
    for lens in words.lenses.values():
        asked = [one for one in lens["questions"] if one["when"] in fits][:QUESTIONS]
        found.append(
            LensView(
                name=lens["name"],
                about=lens["about"],
                questions=tuple(sentence(one["text"].format(who=fits[one["when"]])) for one in asked),
                references=entries((references[key] for key in lens["sources"] if key in references), words.language),
            )
        )
    return tuple(found)


def _fits(facts: CaseFacts) -> dict[str, str]:
    """What holds of a case, with whom it is about (empty where it is about nobody in particular): the words that
    `when` may say in lenses.toml."""
    now, case = facts.now, facts.case
    flow, people = now.energy, now.map.people
    own = [each for each in case.maps if each.beside is None]
    with_rings = any(person.ring for person in people)
    found: dict[str, ClearedPerson | None] = {
        "always": None,
        "costs": _first(flow.costs),
        "gives": _first(flow.gives),
        "tense": _first(flow.tense),
        "missed": _first([p for p in people if p.kind is w.Kind.PERSON and (p.deceased or p.broken)]),
        "inner": _first([p for p in people if p.ring is w.Ring.INNER and p.alive]),
        "outer": _first([p for p in people if p.ring in (w.Ring.OUTER, w.Ring.EDGE) and p.alive]),
        "carers": _first([p for p in now.size.own if _support(p, w.Exchange.RECEIVES) > 1]),
        "professionals": _first(now.size.professionals + now.size.beside),
        "centre_gives": _first([p for p in people if p.alive and _support(p, w.Exchange.GIVES) > 0]),
    }
    holds = {key: label(person) for key, person in found.items() if person is not None} | {"always": ""}
    if with_rings and "inner" not in holds:
        holds["nobody_inner"] = ""
    if len(own) > 1:
        holds["moments"] = ""
    if any(each.longing for each in case.maps):
        holds["wish"] = ""
    if any(each.deliberate_choice for each in case.dilemmas):
        holds["choice"] = ""
    return holds


def _first(people: tuple[ClearedPerson, ...] | list[ClearedPerson]) -> ClearedPerson | None:
    return people[0] if people else None


def _support(person: ClearedPerson, way: w.Exchange) -> int:
    """How many kinds of support go this way between someone and the centre, as the centre sees it."""
    kinds = [exchange for tie in person.ties for _, exchange in tie.support]
    return sum(exchange in (way, w.Exchange.BOTH) for exchange in kinds)
