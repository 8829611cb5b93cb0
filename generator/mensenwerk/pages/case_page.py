"""The page of one case, in the order of the method: who is important, the map and what was seen in it,
how the network is built, what stands in the way, what may be expected, and how it was made public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mensenwerk.ecomap import Drawing
from mensenwerk.guards.cleared import ClearedCase
from mensenwerk.model import words as w
from mensenwerk.model.literature import Reference
from mensenwerk.network import CaseFacts
from mensenwerk.pages.address import Addresses, link
from mensenwerk.pages.bibliography import entries
from mensenwerk.pages.changes import step_views
from mensenwerk.pages.eyes import eyes_views
from mensenwerk.pages.figures import fitting
from mensenwerk.pages.grammar import called, words_in
from mensenwerk.pages.lenses import lenses
from mensenwerk.pages.maps import map_views, moments, zoom_views
from mensenwerk.pages.page import Page
from mensenwerk.pages.people import labels, people_of
from mensenwerk.pages.render import render
from mensenwerk.pages.situations import energy_situation
from mensenwerk.pages.told import characteristic_views, dilemma_view
from mensenwerk.pages.views import other_views
from mensenwerk.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class EnergyView:
    """What gives energy, what costs it and what does both, in sentences, without a sum."""

    lines: tuple[str, ...]
    both_ways: str
    cannot_tell: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """What is or is not expected, and of whom, where the sentence does not say so itself."""

    text: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Theme:
    name: str
    href: str


_CARE = (w.DilemmaType.OVERBURDENED_CARER, w.DilemmaType.MORAL_PRESSURE)
"""Thresholds with which it should be said that care cannot be forced from someone."""


def case_page(
    facts: CaseFacts, drawings: Sequence[Drawing], addresses: Addresses, references: Mapping[str, Reference]
) -> Page:
    """The page of a case, from its facts and the drawings of its maps (empty: drawing was impossible)."""
    case, words = facts.case, addresses.words
    here = addresses.case(case.id)
    zooms, far = zoom_views(case, words, len(drawings))
    household = any(len(each.centre) > 1 for each in case.maps)
    views, pictures = other_views(facts, words, len(drawings) + len(far), references)
    markdown = render(
        "case",
        case=case,
        words=words,
        t=words.case,
        people=people_of(case, words),
        moments=moments(map_views(case, drawings, words)),
        zooms=zooms,
        eyes={each.beside: each for each in eyes_views(facts, words)},
        steps=step_views(facts, words, drawings),
        views=views,
        energy=_energy(facts, words),
        characteristics=characteristic_views(facts, addresses, here),
        dilemmas=[dilemma_view(each, case, addresses, here) for each in case.dilemmas],
        expectations=_expectations(case),
        household=household,
        carer=household or any(each.type in _CARE for each in case.dilemmas),
        lenses=lenses(facts, words, references),
        origin=_origin(case, words),
        removal=link(addresses.removal(), here),
        themes=[Theme(theme, link(addresses.theme(theme), here)) for theme in case.themes],
        references=entries((references[key] for key in case.sources), words.language),
    )
    return Page(
        here, case.title, words.site["site"]["case"], markdown, tuple(d.svg for d in (*drawings, *far, *pictures))
    )


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
        found[keys[each.possible] if each.discussed else "open"].append(Expected(each.what, each.of))
    named = ""
    for expected in found.values():
        for place, one in enumerate(expected):
            who = one.of or ""
            if who == named or who.casefold() in one.text.casefold() or called(who) & words_in(one.text):
                expected[place] = replace(one, of=None)
            named = who
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
        said = words.case["origin"]
        reader = said.get(f"reader_{source.reviewer.casefold()}", said["reader"]).format(role=source.reviewer)
        lines.append(words.say("origin.reviewed", reader=reader, month=words.month(source.reviewed)))
    if source.origin is not w.Origin.FICTIONAL:
        lines.append(words.case["origin"]["promise"])
    return lines
