"""The case: what an author can say about a person and the people around. Frozen, English names in code.

What each field means to an author, in both languages, stands once, in vocabulary.toml; the JSON Schemas
and messages are made from there.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StringConstraints

from mensenwerk.model import words as w

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,64}$")]
Ref = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,64}$"), Field(description="ref")]
"""An id of someone in this case."""
Label = Annotated[str, StringConstraints(min_length=1, max_length=60)]
"""A few words that also stand in a drawing."""
Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=6000)]
"""Running text, in a safe subset of Markdown."""
Voice = Annotated[str, StringConstraints(min_length=1, max_length=120)]
"""An id of someone in this case, or a few words ("maatschappelijk werker")."""
Month = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
"""What `mensenwerk review` writes down of a text: a text that changed has another."""
Age = Annotated[str, StringConstraints(pattern=r"^([0-9]{1,2}-[0-9]{1,3}|[0-9]{2}[+])$")]


Group = Annotated[tuple[Ref, ...], Field(min_length=2, max_length=150)]
"""People who all know each other."""


class Model(BaseModel):
    """All parts of a case: frozen, and a field that is not known is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Contact(Model):
    how_often: w.Frequency | None = None
    how: tuple[Line, ...] = ()
    state: w.State | None = None


class Reachability(Model):
    """Travel time and how busy someone is belong together (Kruijswijk et al., 2014)."""

    travel_time: Annotated[StrictInt, Field(ge=0, le=2880, multiple_of=5)] | None = None
    time: w.Time | None = None
    at_a_distance: StrictBool | None = None


class Relation(Model):
    what: Label | None = None
    to: Ref | None = None


class Support(Model):
    practical: w.Exchange | None = None
    company: w.Exchange | None = None
    advice: w.Exchange | None = None
    emotional: w.Exchange | None = None


class TieChange(Model):
    """What can be said of a tie; also what may change in one."""

    strength: w.Strength | None = None
    tension: w.Tension | None = None
    energy: w.Energy | None = None
    support: Support = Support()
    word: Label | None = None
    state: w.State | None = None


class Tie(TieChange):
    to: Ref = "all"


class Traits(Model):
    """What can be said of someone and may differ from map to map."""

    who: Label | None = None
    meaning: Prose | None = None
    own_voice: Prose | None = None
    circle: tuple[w.Circle, ...] = ()
    belongs: w.Belongs | None = None
    ring: w.Ring | None = None
    contact: Contact = Contact()
    deceased: StrictBool | None = None
    missed: StrictBool | None = None
    present: w.Present | None = None
    reachability: Reachability = Reachability()
    talents: tuple[Line, ...] = ()


class Change(Traits):
    """What is different on a map; fields that are not named stay as they were."""

    enters: StrictBool = False
    leaves: StrictBool = False
    ties: dict[Ref, TieChange] = {}


class Person(Traits):
    id: Id
    who: Label
    pseudonym: Label | None = None
    age: Age | None = None
    sign: w.Sign | None = None
    kind: w.Kind = w.Kind.PERSON
    relation: Relation = Relation()
    since: w.Since | Annotated[StrictInt, Field(ge=0, le=99)] | None = None
    ties: tuple[Tie, ...] = ()
    changed: dict[Ref, Change] = {}
    seen_differently: dict[Ref, Change] = {}


class PairChange(Model):
    bond: w.Bond | None = None
    tension: w.Tension | None = None


class Pair(PairChange):
    between: Annotated[tuple[Ref, ...], Field(min_length=2, max_length=2)]
    changed: dict[Ref, PairChange] = {}


class WhoKnowsWho(Model):
    """`complete`: pairs that are not named do not know each other. Otherwise nothing is known of them."""

    complete: StrictBool = False
    groups: Annotated[tuple[Group, ...], Field(max_length=100)] = ()
    pairs: Annotated[tuple[Pair, ...], Field(max_length=1000)] = ()


class Map(Model):
    """One ecomap: a view at a moment, by someone, drawn together with someone."""

    id: Id
    moment: Line | None = None
    when: Line | None = None
    seen_by: Voice | None = None
    drawn_with: Voice | None = None
    noticed: Prose | None = None
    longing: Prose | None = None
    in_between: Prose | None = None
    beside: Ref | None = None


class Experience(Model):
    experience: Line | None = None
    according_to: Voice | None = None
    map: Ref | None = None
    text: Prose | None = None


class Characteristics(Model):
    """The person's own words beside each of the six figures."""

    size: Experience | None = None
    composition: Experience | None = None
    density: Experience | None = None
    stability: Experience | None = None
    complexity: Experience | None = None
    reachability: Experience | None = None


class Dilemma(Model):
    type: w.DilemmaType
    name: Label | None = None
    meaning: Prose | None = None
    holder: tuple[Voice, ...] = ()
    around: tuple[Ref, ...] = ()
    map: Ref | None = None
    according_to: Voice | None = None
    story: Prose | None = None
    on_one_hand: Prose | None = None
    on_other_hand: Prose | None = None
    deliberate_choice: StrictBool | None = None
    questions: tuple[Line, ...] = ()


class Expectation(Model):
    what: Line
    of: Ref
    discussed: StrictBool | None = None
    possible: w.Possible | None = None


class Room(Model):
    """What this network asks of others."""

    professional: Prose | None = None
    organisation: Prose | None = None
    municipality: Prose | None = None


class Consent(Model):
    by: w.ConsentBy
    scope: w.Audience | None = None
    month: Month | None = None
    valid_until: Month | None = None
    text_read: StrictBool | None = None
    reference: Line | None = None
    withdrawn: StrictBool = False


class Review(Model):
    """Who read the case, and which text (`text`): `mensenwerk review` writes it down. What was read is what may
    be published; when the text changes, someone reads again."""

    role: Line
    month: Month
    text: Fingerprint | None = None


class Clearance(Model):
    """One finding that someone looked at and let pass: it holds for the texts it stood in, not for others."""

    finding: Fingerprint
    role: Line
    month: Month
    reason: Line


class Publication(Model):
    intended_for: w.Audience
    origin: w.Origin
    altered: tuple[Line, ...] = ()
    consent: Consent | None = None
    review: Review | None = None
    let_pass: tuple[Clearance, ...] = ()
    next_review: Month | None = None


class Case(Model):
    """One case file. Everything but id, title and whose map it is may be left out; without a
    publication block it is never published."""

    language: Literal["nl", "en"] = "nl"
    version: Annotated[StrictInt, Field(ge=1, le=1)] = 1
    id: Id
    title: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    lead: Prose | None = None
    themes: tuple[Label, ...] = ()
    translation_of: Id | None = None
    notation: Id | None = None
    publication: Publication | None = None
    centre: Annotated[tuple[Person, ...], Field(min_length=1, max_length=8)]
    people: Annotated[tuple[Person, ...], Field(max_length=150)] = ()
    who_knows_who: WhoKnowsWho = WhoKnowsWho()
    maps: Annotated[tuple[Map, ...], Field(max_length=24)] = ()
    characteristics: Characteristics = Characteristics()
    dilemmas: tuple[Dilemma, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    room: Room = Room()
    sources: tuple[Id, ...] = ()
