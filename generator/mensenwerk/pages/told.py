"""What someone says of a characteristic or a threshold of a case, ready to be shown: on its page, or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mensenwerk.guards.cleared import ClearedCase, ClearedDilemma, ClearedExperience
from mensenwerk.model import words as w
from mensenwerk.network import CaseFacts
from mensenwerk.pages.address import Addresses, link
from mensenwerk.pages.figures import Figure, figures
from mensenwerk.pages.people import again
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
class DilemmaView:
    name: str
    chapter: str
    href: str
    about: tuple[str, ...]
    dilemma: ClearedDilemma
    deliberate: str


_CHOSEN = {
    **dict.fromkeys((w.DilemmaType.DISTURBED_RELATION, w.DilemmaType.OPPRESSIVE_DENSITY), "deliberate_relation"),
    **dict.fromkeys((w.DilemmaType.DOUBTING_THE_HELP, w.DilemmaType.RELUCTANCE_TO_ACCEPT), "deliberate_accept"),
    **dict.fromkeys(
        (w.DilemmaType.RELUCTANCE_TO_OFFER, w.DilemmaType.OVERBURDENED_CARER, w.DilemmaType.MORAL_PRESSURE),
        "deliberate_give",
    ),
}
"""What was chosen, where it is not to ask nothing."""


def characteristic_views(facts: CaseFacts, addresses: Addresses, here: str) -> list[CharacteristicView]:
    """All that page `here` can show, of the last map of the person's own view: what it is now. What someone speaks
    of is there too where there is no figure."""
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


def dilemma_view(each: ClearedDilemma, case: ClearedCase, addresses: Addresses, here: str) -> DilemmaView:
    """A threshold as page `here` shows it. That not asking is a choice is said at length the first time."""
    words = addresses.words
    chosen = [other for other in case.dilemmas if other.deliberate_choice]
    key = _CHOSEN.get(each.type, "deliberate") if chosen[:1] == [each] else "deliberate_also"
    chapter = words.dilemmas[each.type.value]
    return DilemmaView(
        name=each.name or chapter.get("plain", chapter["name"]),
        chapter=chapter["name"],
        href=link(addresses.dilemma(each.type.value), here),
        about=tuple(_about(each, case, words)),
        dilemma=each,
        deliberate=words.case["dilemma"][key] if each.deliberate_choice else "",
    )


def _said_by(said: ClearedExperience | None, case: ClearedCase, words: Wording) -> str:
    """Who says this, in a word how it feels, and with which map it goes: as far as it is told."""
    if said is None:
        return ""
    moment = _moment(said.map, case)
    whose = ""
    if said.according_to and again(said.according_to, case.drawn, words, "object") == said.according_to:
        whose = words.say("characteristic.according_to", voice=said.according_to)
    elif said.text or said.experience:
        whose = words.say("characteristic.own_words")
    told = ": ".join(part for part in (whose, said.experience) if part)
    when = words.say("characteristic.moment", moment=moment) if moment else ""
    return " · ".join(part for part in (told, when) if part)


def _about(each: ClearedDilemma, case: ClearedCase, words: Wording) -> Iterator[str]:
    """With whom a threshold lies, around whom, who says so, and when: as far as it is told. That it is around someone
    without a name who stands alone in the centre goes without saying."""
    holders = list(each.holders)
    around = [name for name in each.around if again(name, case.drawn, words, "object") == name]
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
