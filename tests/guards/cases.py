"""Small cases in both languages in which nothing is wrong, and what the guard makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from commands import signed
from mensenwerk.guards import Admitted, Guard, Registry, Tombstone, admit
from mensenwerk.model import ReadCase, read_case
from mensenwerk.model.words import Audience
from mensenwerk.problems import Language, Problems
from mensenwerk.source import read_text

MONTH = "2026-06"

CLEAN: dict[Language, str] = {
    "nl": """\
taal: nl
versie: 1
id: de-thermosfles
titel: De thermosfles
lead: De koffie staat klaar voordat het licht wordt.
thema's: [afscheid]
publicatie:
  bestemd_voor: publiek
  herkomst: HERKOMST
  toestemming: {door: client, voor: publiek, maand: 2026-01, gelezen: ja}
  beoordeling: {rol: privacyfunctionaris, maand: 2026-05}
middelpunt:
  - {id: ik, wie: de bezoeker}
mensen:
  - id: buur
    wie: de buurvrouw
    kring: buren
    betekenis: Zij vraagt niets en blijft toch staan.
    banden: {sterkte: sterk}
kaarten:
  - {id: nu, moment: aan tafel, wanneer: najaar, gezien_door: ik, viel_op: Het is stil en dat is goed.}
""",
    "en": """\
language: en
version: 1
id: the-flask
title: The flask
lead: The coffee is ready before it gets light.
themes: [parting]
publication:
  intended_for: public
  origin: HERKOMST
  consent: {by: client, scope: public, month: 2026-01, text_read: yes}
  review: {role: privacy officer, month: 2026-05}
centre:
  - {id: me, who: the visitor}
people:
  - id: neighbour
    who: the neighbour
    circle: neighbours
    meaning: She asks for nothing and stays all the same.
    ties: {strength: strong}
maps:
  - {id: now, moment: at the table, when: autumn, seen_by: me, noticed: It is quiet and that is good.}
""",
}
_ORIGIN: dict[Language, dict[str, str]] = {
    "nl": {"real": "echt", "composite": "samengesteld", "fictional": "gefingeerd"},
    "en": {"real": "real", "composite": "composite", "fictional": "fictional"},
}


def case(language: Language, *changes: tuple[str, str], origin: str = "real", sign: bool = True) -> str:
    """A clean case with words replaced, and signed as a reviewer would."""
    text = CLEAN[language].replace("HERKOMST", _ORIGIN[language][origin])
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return signed(text) if sign else text


def read(text: str, file: str = "casus.yaml") -> ReadCase:
    problems = Problems()
    document = read_text(text.encode(), file, problems)
    assert document is not None, problems.found
    found = read_case(document, problems)
    assert found is not None, problems.found
    return found


def judged(
    *texts: str,
    audience: Audience = Audience.PUBLIC,
    registry: Registry | None = None,
    withdrawn: Sequence[Tombstone] = (),
    alone: bool = False,
) -> Admitted:
    """What the door says of cases."""
    cases = [read(text, f"casus-{number}.yaml") for number, text in enumerate(texts)]
    return admit(cases, Guard(audience, MONTH, registry or Registry(), tuple(withdrawn), alone))


def codes(found: Admitted) -> list[tuple[str, str]]:
    """The code and severity of every problem."""
    return [(problem.code, problem.severity) for problem in found.problems]
