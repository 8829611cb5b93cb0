"""What editions share: what they are made from, and a case as they tell it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from mensenwerk.ecomap import Drawing
from mensenwerk.guards import ClearedCase
from mensenwerk.model.edition import Edition
from mensenwerk.model.literature import Reference
from mensenwerk.pages.address import Addresses, link
from mensenwerk.pages.cards import SmallMap, plain_small_map
from mensenwerk.pages.maps import MapView, map_views
from mensenwerk.pages.told import DilemmaView, dilemma_view


@dataclass(frozen=True, slots=True)
class Material:
    """What editions are made from: cases by id and the drawings of their maps, literature by key, and the titles of the
    author's own pages by where they stand, with a sentence about some of them (`about`)."""

    cases: Mapping[str, ClearedCase]
    drawn: Mapping[str, Sequence[Drawing]]
    references: Mapping[str, Reference]
    titles: Mapping[str, str]
    about: Mapping[str, str]
    small: SmallMap = plain_small_map


@dataclass(frozen=True, slots=True)
class Told:
    """A case as an edition tells it: one of its maps, and what stands in the way in it, the first at length (`dilemma`)
    and the others by name (`also`). `questions`: one of
    each threshold. `room`: what it asks of a municipality."""

    title: str
    href: str
    lead: str | None
    map: MapView
    dilemma: DilemmaView | None
    also: str
    questions: tuple[str, ...]
    room: str | None


class Pictures:
    """The drawings of one page, numbered as they come."""

    def __init__(self) -> None:
        self.drawings: list[str] = []

    def add(self, drawing: str) -> int:
        self.drawings.append(drawing)
        return len(self.drawings) - 1


def told(
    case: ClearedCase,
    map_id: str | None,
    material: Material,
    addresses: Addresses,
    here: str,
    pictures: Pictures,
    known: Collection[str] = (),
) -> Told:
    """A case with map `map_id` (None: its first) for page `here`. Of what stands in the way comes first what is not
    `known` from another case."""
    words, drawings = addresses.words, material.drawn.get(case.id, ())
    place = next((number for number, each in enumerate(case.maps) if each.id == map_id), 0)
    view = map_views(case, drawings, words, alone=True)[place]
    if drawings:
        view = replace(view, number=pictures.add(drawings[place].svg))
    views = [dilemma_view(each, case, addresses, here) for each in case.dilemmas]
    views.sort(key=lambda each: each.chapter in known)
    return Told(
        title=case.title,
        href=link(addresses.case(case.id), here),
        lead=case.lead,
        map=view,
        dilemma=views[0] if views else None,
        also=words.names([each.name.lower() for each in views[1:]]),
        questions=tuple(question for each in case.dilemmas for question in each.questions[:1]),
        room=case.room.municipality,
    )


def cases_of(edition: Edition, material: Material) -> list[ClearedCase]:
    """The cases of an edition, in the order that its author chose."""
    return [material.cases[case] for case in edition.cases]
