"""What may leave the guard: an allowlist of public fields with opaque ids. Nothing else is published.

Everything above this floor accepts only these types, so that the type checker keeps private data out
of pages, drawings and exports. A field that is not here cannot leak. Ids of people are opaque (`c1` for
the first in the centre, `n1` for the first around) and the same on every map of a case; ids of cases
and maps are public. References are resolved: where a case file names an id, a label stands here.
"""

from __future__ import annotations

from dataclasses import dataclass

from mensenwerk.model import words as w
from mensenwerk.problems import Language

ALL = "all"
"""The end of a tie with the whole household in the centre."""


@dataclass(frozen=True, slots=True)
class ClearedTie:
    """A tie between someone and a member of the centre (`to`: opaque id, or `ALL`)."""

    to: str
    strength: w.Strength | None = None
    tension: w.Tension | None = None
    energy: w.Energy | None = None
    state: w.State | None = None
    word: str | None = None
    support: tuple[tuple[str, w.Exchange], ...] = ()

    @property
    def broken(self) -> bool:
        return self.state is w.State.BROKEN

    @property
    def stressful(self) -> bool:
        return self.tension in (w.Tension.SOMETIMES, w.Tension.OFTEN)


@dataclass(frozen=True, slots=True)
class ClearedPerson:
    """Someone (or a group, organisation, animal or place) as they are on one map."""

    id: str
    who: str
    pseudonym: str | None = None
    sign: w.Sign | None = None
    present: w.Present | None = None
    kind: w.Kind = w.Kind.PERSON
    circles: tuple[w.Circle, ...] = ()
    belongs: w.Belongs | None = None
    meaning: str | None = None
    own_voice: str | None = None
    relation: str | None = None
    relation_to: str | None = None
    since: w.Since | int | None = None
    ring: w.Ring | None = None
    how_often: w.Frequency | None = None
    how: tuple[str, ...] = ()
    deceased: bool = False
    missed: bool = False
    travel_time: int | None = None
    time: w.Time | None = None
    at_a_distance: bool | None = None
    talents: tuple[str, ...] = ()
    ties: tuple[ClearedTie, ...] = ()

    @property
    def circle(self) -> w.Circle:
        """The circle that decides the place on the map: the first one named."""
        return self.circles[0] if self.circles else w.Circle.OTHER

    @property
    def professional(self) -> bool:
        """Here for their work: a professional, or an organisation or service."""
        paid = {w.Circle.PROFESSIONAL, w.Circle.SERVICES}
        return bool(paid.intersection(self.circles)) or self.kind is w.Kind.ORGANISATION

    @property
    def broken(self) -> bool:
        """No tie is left: all of them are broken."""
        return bool(self.ties) and all(tie.broken for tie in self.ties)

    @property
    def alive(self) -> bool:
        """A living person or group: animals, places and the dead are drawn and told, never counted."""
        return not self.deceased and self.kind not in (w.Kind.ANIMAL, w.Kind.PLACE)


@dataclass(frozen=True, slots=True)
class ClearedLink:
    """Two people around who know each other (or, with bond `none`, who do not), by opaque id, a < b."""

    a: str
    b: str
    bond: w.Bond = w.Bond.ORDINARY
    tension: w.Tension | None = None


@dataclass(frozen=True, slots=True)
class ClearedMap:
    """One view: who was there at a moment, seen by someone, drawn with someone."""

    id: str
    centre: tuple[ClearedPerson, ...]
    people: tuple[ClearedPerson, ...]
    links: tuple[ClearedLink, ...] = ()
    links_complete: bool = False
    moment: str | None = None
    when: str | None = None
    seen_by: str | None = None
    drawn_with: str | None = None
    noticed: str | None = None
    longing: str | None = None
    in_between: str | None = None
    beside: str | None = None


@dataclass(frozen=True, slots=True)
class ClearedExperience:
    """The person's own words beside a figure. `map` is the id of a map."""

    experience: str | None = None
    according_to: str | None = None
    map: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ClearedDilemma:
    """A threshold or dilemma; holders and people around as labels."""

    type: w.DilemmaType
    name: str | None = None
    meaning: str | None = None
    holders: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    map: str | None = None
    according_to: str | None = None
    story: str | None = None
    on_one_hand: str | None = None
    on_other_hand: str | None = None
    deliberate_choice: bool = False
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClearedExpectation:
    """What may or may not be expected of someone who was asked (`discussed`)."""

    what: str
    of: str
    discussed: bool
    possible: w.Possible | None


@dataclass(frozen=True, slots=True)
class ClearedRoom:
    professional: str | None = None
    organisation: str | None = None
    municipality: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """How this case was made public: what the page says of it."""

    origin: w.Origin
    altered: tuple[str, ...] = ()
    consent_by: w.ConsentBy | None = None
    consent_month: str | None = None
    reviewer: str | None = None
    reviewed: str | None = None


@dataclass(frozen=True, slots=True)
class ClearedCase:
    """A case as it may be seen by the audience of this build."""

    id: str
    language: Language
    title: str
    lead: str | None
    themes: tuple[str, ...]
    translation_of: str | None
    provenance: Provenance
    maps: tuple[ClearedMap, ...]
    experiences: tuple[tuple[str, ClearedExperience], ...] = ()
    dilemmas: tuple[ClearedDilemma, ...] = ()
    expectations: tuple[ClearedExpectation, ...] = ()
    room: ClearedRoom = ClearedRoom()
    sources: tuple[str, ...] = ()
    notation: str | None = None

    @property
    def drawn(self) -> ClearedMap:
        """The first map: there is always one."""
        return self.maps[0]
