"""The page of one case, in the order of the method: who is important, the map and what was seen in it,
how the network is built, what stands in the way, what may be expected, and how it was made public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mensenwerk.ecomap import Drawing
from mensenwerk.guards.cleared import ClearedCase, ClearedDilemma, ClearedExperience
from mensenwerk.model import words as w
from mensenwerk.model.literature import Reference
from mensenwerk.network import CaseFacts
from mensenwerk.pages.address import Addresses, link
from mensenwerk.pages.changes import eyes_views, step_views
from mensenwerk.pages.figures import Figure, figures, fitting
from mensenwerk.pages.lenses import lenses
from mensenwerk.pages.maps import map_views, moments
from mensenwerk.pages.page import Page
from mensenwerk.pages.people import labels, people_of
from mensenwerk.pages.render import render
from mensenwerk.pages.situations import energy_situation
from mensenwerk.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class CharacteristicView:
    """A characteristic on the page; it stands open where this case speaks of it."""

    name: str
    href: str
    figure: Figure
    cannot_tell: str
    experience: ClearedExperience | None
    said_by: str


@dataclass(frozen=True, slots=True)
class EnergyView:
    """What gives energy, what costs it and what does both, in sentences, without a sum."""

    lines: tuple[str, ...]
    both_ways: str
    cannot_tell: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DilemmaView:
    name: str
    chapter: str
    href: str
    about: tuple[str, ...]
    dilemma: ClearedDilemma


@dataclass(frozen=True, slots=True)
class Expected:
    """What is or is not expected, and of whom, where the sentence does not say so itself."""

    text: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Theme:
    name: str
    href: str


def case_page(
    facts: CaseFacts, drawings: Sequence[Drawing], addresses: Addresses, references: Mapping[str, Reference]
) -> Page:
    """The page of a case, from its facts and the drawings of its maps (empty: drawing was impossible)."""
    case, words = facts.case, addresses.words
    here = addresses.case(case.id)
    markdown = render(
        "case",
        case=case,
        words=words,
        t=words.case,
        people=people_of(case, words),
        moments=moments(map_views(case, drawings, words)),
        eyes={each.beside: each for each in eyes_views(facts, words)},
        steps=step_views(facts, words),
        energy=_energy(facts, words),
        characteristics=_characteristics(facts, addresses, here),
        dilemmas=[_dilemma(each, case, addresses, here) for each in case.dilemmas],
        expectations=_expectations(case),
        lenses=lenses(facts, words, references),
        origin=_origin(case, words),
        removal=link(addresses.removal(), here),
        themes=[Theme(theme, link(addresses.theme(theme), here)) for theme in case.themes],
        references=[references[key] for key in case.sources],
    )
    return Page(here, case.title, words.site["site"]["case"], markdown, tuple(d.svg for d in drawings))


def _energy(facts: CaseFacts, words: Wording) -> EnergyView | None:
    """What gives energy and what costs it on the last map of the person's own view; None where it is not told."""
    flow = facts.now.energy
    if not flow.told:
        return None
    found = energy_situation(flow, len(facts.now.map.people))
    both_ways, questions = fitting("energy", found, words)
    said = (
        ("gives", flow.gives),
        ("costs", flow.costs),
        ("both", flow.both),
        ("strong_and_tense", flow.strong_and_tense),
    )
    return EnergyView(
        lines=tuple(
            words.say(f"energy_flow.{name}", names=words.names(labels(people))) for name, people in said if people
        ),
        both_ways=both_ways,
        cannot_tell=words.situations["energy"][found.key]["cannot_tell"],
        questions=questions,
    )


def _characteristics(facts: CaseFacts, addresses: Addresses, here: str) -> list[CharacteristicView]:
    """Of the last map of the person's own view: what it is now. What someone speaks of stands open, also
    where there is no figure."""
    words = addresses.words
    experiences = dict(facts.case.experiences)
    made = {figure.name: figure for figure in figures(facts.now, words)}
    found = []
    for name in words.characteristics:
        if name not in made and name not in experiences:
            continue
        chapter = words.characteristics[name]
        figure = made.get(name) or Figure(
            name, words.say("characteristic.no_figure"), (), chapter["both_ways"], tuple(chapter["questions"][:2])
        )
        found.append(
            CharacteristicView(
                name=chapter["name"],
                href=link(addresses.characteristic(figure.name), here),
                figure=figure,
                cannot_tell=chapter["cannot_tell"],
                said_by=_said_by(experiences.get(name), facts.case, words),
                experience=experiences.get(figure.name),
            )
        )
    return found


def _dilemma(each: ClearedDilemma, case: ClearedCase, addresses: Addresses, here: str) -> DilemmaView:
    words = addresses.words
    chapter = words.dilemmas[each.type.value]
    return DilemmaView(
        name=each.name or chapter["name"],
        chapter=chapter["name"],
        href=link(addresses.dilemma(each.type.value), here),
        about=tuple(_about(each, case, words)),
        dilemma=each,
    )


def _said_by(said: ClearedExperience | None, case: ClearedCase, words: Wording) -> str:
    """Who says this, in a word how it feels, and with which map it goes: as far as it is told."""
    if said is None:
        return ""
    moment = _moment(said.map, case)
    whose = words.say("characteristic.according_to", voice=said.according_to) if said.according_to else ""
    if said.experience and not whose:
        whose = words.say("characteristic.own_words")
    told = ": ".join(part for part in (whose, said.experience) if part)
    when = words.say("characteristic.moment", moment=moment) if moment else ""
    return " · ".join(part for part in (told, when) if part)


def _about(each: ClearedDilemma, case: ClearedCase, words: Wording) -> Iterator[str]:
    """With whom a threshold lies, around whom, who says so, and when: as far as it is told."""
    holders, around = list(each.holders), list(each.around)
    if holders and around:
        yield words.say("dilemma.with_around", names=words.names(holders), around=words.names(around))
    elif holders:
        yield words.say("dilemma.with", names=words.names(holders))
    elif around:
        yield words.say("dilemma.around", around=words.names(around))
    if each.according_to and list(each.holders) != [each.according_to]:  # who tells of oneself need not be named
        yield words.say("dilemma.according_to", voice=each.according_to)
    moment = _moment(each.map, case)
    if moment:
        yield words.say("dilemma.moment", moment=moment)


def _moment(map_id: str | None, case: ClearedCase) -> str | None:
    """The moment of a map, where a case has several."""
    return next((one.moment for one in case.maps if one.id == map_id and len(case.maps) > 1), None)


def _expectations(case: ClearedCase) -> dict[str, list[Expected]]:
    """What was expected, by whether it is possible. What was not discussed with someone is a question
    still to be asked, whatever the file says of it."""
    keys = {
        w.Possible.YES: "possible",
        w.Possible.SOMETIMES: "sometimes",
        w.Possible.NO: "impossible",
        None: "discussed",
    }
    found: dict[str, list[Expected]] = {key: [] for key in (*keys.values(), "open")}
    for each in case.expectations:
        of = None if each.of.casefold() in each.what.casefold() else each.of
        found[keys[each.possible] if each.discussed else "open"].append(Expected(each.what, of))
    return found


def _origin(case: ClearedCase, words: Wording) -> list[str]:
    """One honest paragraph: where the case comes from, what was altered, who looked, when."""
    source = case.provenance
    lines = [words.case["origin"][source.origin.value]]
    if source.altered:
        lines.append(words.say("origin.altered", kinds=words.names(list(source.altered))))
    if source.origin is w.Origin.REAL and source.consent_by and source.consent_month:
        lines.append(words.say(f"origin.consent_{source.consent_by.value}", month=words.month(source.consent_month)))
    if source.reviewer and source.reviewed:
        lines.append(words.say("origin.reviewed", role=source.reviewer, month=words.month(source.reviewed)))
    if source.origin is not w.Origin.FICTIONAL:
        lines.append(words.case["origin"]["promise"])
    return lines
