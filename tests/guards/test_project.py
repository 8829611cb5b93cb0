"""Nothing private passes the door: a token is planted in every field, found by reflection."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from mensenwerk.exchange.write import FORMATS, Subject, files_of
from mensenwerk.guards.project import clear
from mensenwerk.model import Case
from mensenwerk.model.case import (
    Clearance,
    Consent,
    Dilemma,
    Expectation,
    Map,
    Person,
    Publication,
    Relation,
    Review,
    Tie,
)
from mensenwerk.model.words import Audience, ConsentBy, DilemmaType, Origin

PRIVATE = {
    "Person.id",  # ids of people are opaque in everything that is made
    "Person.age",  # makes someone easier to recognise, and no page needs it
    "Consent.reference",  # where the form lies
    "Consent.valid_until",
    "Publication.next_review",
    "Review.text",  # which text was read: a hash, of use to the author alone
    "Clearance.finding",  # what someone let stand, and why
    "Clearance.role",
    "Clearance.month",
    "Clearance.reason",
}
"""Fields of the model whose text may never leave the guard. A new field that is not projected must be
added here by hand, or `test_every_other_text_is_projected` fails."""


def planted() -> tuple[Case, dict[str, str]]:
    """A case with a token of its own in every free text, and the field that each token stands in."""
    tokens: dict[str, str] = {}
    numbers = itertools.count(1)

    def token(field: str) -> str:
        found = f"zq{next(numbers)}x"
        tokens[found] = field
        return found

    def fill(model: type[BaseModel], **fixed: Any) -> Any:
        values = dict(fixed)
        for name, info in model.model_fields.items():
            if name in fixed:
                continue
            kind = _text_kind(info.annotation)
            if kind == "text":
                values[name] = token(f"{model.__name__}.{name}")
            elif kind == "texts":
                values[name] = (token(f"{model.__name__}.{name}"),)
            elif (inner := _model_in(info.annotation)) is not None and inner not in _BY_HAND:
                values[name] = fill(inner)
        return model.model_construct(**values)

    ego = fill(Person, ties=(), changed={}, seen_differently={}, relation=Relation())
    relation = fill(Relation, to=ego.id)
    alter = fill(Person, ties=(fill(Tie, to=ego.id),), changed={}, seen_differently={}, relation=relation)
    publication = fill(
        Publication,
        intended_for=Audience.PUBLIC,
        origin=Origin.REAL,
        consent=fill(Consent, by=ConsentBy.CLIENT, scope=None, withdrawn=False, text_read=True),
        review=fill(Review),
        let_pass=(fill(Clearance),),
    )
    case = fill(
        Case,
        language="nl",
        version=1,
        id="zq-case",
        translation_of=None,
        publication=publication,
        centre=(ego,),
        people=(alter,),
        who_knows_who=Case.model_fields["who_knows_who"].default,
        maps=(fill(Map, id="begin", beside=None),),
        dilemmas=(fill(Dilemma, type=DilemmaType.OTHER, around=(alter.id,), map="begin"),),
        expectations=(fill(Expectation, of=alter.id),),
    )
    return case, tokens


_BY_HAND = {Clearance, Publication, Consent, Review, Map, Dilemma, Expectation, Person, Relation, Tie}


def _text_kind(annotation: Any) -> str | None:
    options = [one for one in get_args(annotation) if one is not type(None)] or [annotation]
    for one in options:
        if get_origin(one) is tuple and _text_kind(get_args(one)[0]) == "text":
            return "texts"
    if get_origin(annotation) is tuple:
        return "texts" if _text_kind(get_args(annotation)[0]) == "text" else None
    if annotation is str:
        return "text"
    for one in options:
        if one is str or (get_origin(one) is not None and str in get_args(one)[:1]):
            return "text"
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    for one in [annotation, *get_args(annotation)]:
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one
    return None


def texts(value: Any) -> Iterator[str]:
    """Every text in a cleared value."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)


def test_no_token_from_a_private_field_passes() -> None:
    case, tokens = planted()
    passed = set(texts(clear(case)))
    leaked = {field for token, field in tokens.items() if field in PRIVATE and any(token in t for t in passed)}
    assert not leaked


def test_every_other_text_is_projected() -> None:
    case, tokens = planted()
    passed = " ".join(texts(clear(case)))
    lost = {field for token, field in tokens.items() if field not in PRIVATE and token not in passed}
    assert not lost


def test_no_export_holds_a_token_from_a_private_field_and_json_holds_every_other() -> None:
    case, tokens = planted()
    files = files_of([Subject(clear(case))], FORMATS, "nl")
    assert {name.rpartition(".")[2] for name in files} >= set(FORMATS)
    said = {name: raw.decode() for name, raw in files.items()}
    private = {token for token, field in tokens.items() if field in PRIVATE}
    assert {name for name, text in said.items() if any(token in text for token in private)} == set()
    lost = {field for token, field in tokens.items() if field not in PRIVATE and token not in said["zq-case.json"]}
    assert lost == set()


def test_the_private_fields_were_really_planted() -> None:
    _, tokens = planted()
    assert set(tokens.values()) >= PRIVATE
    assert len(tokens) > 40


def test_ids_of_people_are_opaque_and_the_same_on_every_map() -> None:
    case, _ = planted()
    second = case.maps[0].model_copy(update={"id": "later"})
    cleared = clear(case.model_copy(update={"maps": (*case.maps, second)}))
    assert [[p.id for p in each.people] for each in cleared.maps] == [["n1"], ["n1"]]
    assert [[p.id for p in each.centre] for each in cleared.maps] == [["c1"], ["c1"]]


def test_a_case_without_a_publication_block_cannot_be_cleared() -> None:
    case, _ = planted()
    with pytest.raises(ValueError, match="publication"):
        clear(case.model_copy(update={"publication": None}))
