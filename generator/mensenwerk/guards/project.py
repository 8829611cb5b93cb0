"""Case → `ClearedCase`: public fields are named one by one, references become labels, ids opaque."""

from __future__ import annotations

from collections.abc import Iterable

from mensenwerk.guards import cleared as c
from mensenwerk.model import Case, Moment, moments
from mensenwerk.model import words as w
from mensenwerk.model.case import Dilemma, Expectation, Experience, Person, Publication, Tie


def clear(case: Case) -> c.ClearedCase:
    """Project a case that may be published (see `withheld`). Needs its publication block."""
    if case.publication is None:
        raise ValueError("a case without a publication block cannot be cleared")
    return _Projection(case).case(case.publication)


def opaque_ids(case: Case) -> dict[str, str]:
    """The id under which everyone in a case is published, by their own."""
    return {
        person.id: f"{letter}{number}"
        for letter, people in (("c", case.centre), ("n", case.people))
        for number, person in enumerate(people, start=1)
    }


class _Projection:
    """Knows the opaque id and the label of everyone in one case."""

    def __init__(self, source: Case) -> None:
        self.source = source
        self.opaque = {c.ALL: c.ALL, **opaque_ids(source)}
        self.label = {person.id: person.pseudonym or person.who for person in (*source.centre, *source.people)}

    def case(self, block: Publication) -> c.ClearedCase:
        case = self.source
        return c.ClearedCase(
            id=case.id,
            language=case.language,
            title=case.title,
            lead=case.lead,
            themes=case.themes,
            translation_of=case.translation_of,
            notation=case.notation,
            provenance=c.Provenance(
                origin=block.origin,
                altered=block.altered,
                consent_by=block.consent.by if block.consent else None,
                consent_month=block.consent.month if block.consent else None,
                reviewer=block.review.role if block.review else None,
                reviewed=block.review.month if block.review else None,
            ),
            maps=tuple(self.map(moment) for moment in moments(case)),
            experiences=tuple(
                (name, self.experience(value)) for name, value in case.characteristics if value is not None
            ),
            dilemmas=tuple(self.dilemma(dilemma) for dilemma in case.dilemmas),
            expectations=tuple(self.expectation(each) for each in case.expectations),
            room=c.ClearedRoom(case.room.professional, case.room.organisation, case.room.municipality),
            sources=case.sources,
        )

    def map(self, moment: Moment) -> c.ClearedMap:
        each = moment.map
        return c.ClearedMap(
            id=each.id,
            centre=tuple(self.person(person) for person in moment.centre),
            people=tuple(self.person(person) for person in moment.people),
            links=self.links(moment),
            links_complete=self.source.who_knows_who.complete,
            moment=each.moment,
            when=each.when,
            seen_by=self.voice(each.seen_by),
            drawn_with=self.voice(each.drawn_with),
            noticed=each.noticed,
            longing=each.longing,
            in_between=each.in_between,
            beside=each.beside,
        )

    def links(self, moment: Moment) -> tuple[c.ClearedLink, ...]:
        links = []
        for pair, said in moment.pairs.items():
            a, b = sorted((self.opaque[one] for one in pair), key=_number)
            links.append(c.ClearedLink(a, b, said.bond or w.Bond.ORDINARY, said.tension))
        return tuple(sorted(links, key=lambda link: (_number(link.a), _number(link.b))))

    def person(self, person: Person) -> c.ClearedPerson:
        return c.ClearedPerson(
            id=self.opaque[person.id],
            who=person.who,
            pseudonym=person.pseudonym,
            sign=person.sign,
            present=person.present,
            kind=person.kind,
            circles=person.circle,
            belongs=person.belongs,
            meaning=person.meaning,
            own_voice=person.own_voice,
            relation=person.relation.what,
            relation_to=self.voice(person.relation.to),
            since=person.since,
            ring=person.ring,
            how_often=person.contact.how_often,
            how=person.contact.how,
            deceased=person.deceased is True,
            missed=person.missed is True,
            travel_time=person.reachability.travel_time,
            time=person.reachability.time,
            at_a_distance=person.reachability.at_a_distance,
            talents=person.talents,
            ties=tuple(self.tie(tie, person) for tie in self.ties(person)),
        )

    def ties(self, person: Person) -> Iterable[Tie]:
        """A contact that is broken or faded is a tie even where no tie is written."""
        if person.ties or person.contact.state in (None, w.State.ACTIVE):
            return person.ties
        return (Tie(),)

    def tie(self, tie: Tie, person: Person) -> c.ClearedTie:
        return c.ClearedTie(
            to=self.opaque[tie.to],
            strength=tie.strength,
            tension=tie.tension,
            energy=tie.energy,
            state=tie.state or person.contact.state,
            word=tie.word,
            support=tuple((name, way) for name, way in tie.support if way is not None),
        )

    def experience(self, value: Experience) -> c.ClearedExperience:
        return c.ClearedExperience(value.experience, self.voice(value.according_to), value.map, value.text)

    def dilemma(self, dilemma: Dilemma) -> c.ClearedDilemma:
        return c.ClearedDilemma(
            type=dilemma.type,
            name=dilemma.name,
            meaning=dilemma.meaning,
            holders=tuple(self.label.get(holder, holder) for holder in dilemma.holder),
            around=tuple(self.label[one] for one in dilemma.around),
            map=dilemma.map,
            according_to=self.voice(dilemma.according_to),
            story=dilemma.story,
            on_one_hand=dilemma.on_one_hand,
            on_other_hand=dilemma.on_other_hand,
            deliberate_choice=dilemma.deliberate_choice is True,
            questions=dilemma.questions,
        )

    def expectation(self, each: Expectation) -> c.ClearedExpectation:
        return c.ClearedExpectation(each.what, self.label[each.of], each.discussed is True, each.possible)

    def voice(self, value: str | None) -> str | None:
        """The label of someone in the case, or the words as they are."""
        return self.label.get(value, value) if value is not None else None


def _number(opaque: str) -> int:
    return int(opaque[1:]) if opaque != c.ALL else 0
