"""A case on each of its maps: what lasts, what does not, and who is there."""

from __future__ import annotations

from typing import Any

import pytest

from mensenwerk.model import moments
from mensenwerk.model import words as w

HEAD = """\
language: en
id: a
title: T
centre: [{id: mother, who: the mother}, {id: son, who: her son}]
maps: [{id: one}, {id: two}, {id: two-son, beside: two}, {id: three}]
"""


@pytest.fixture
def on_maps(read: Any) -> Any:
    """`on_maps(yaml)`: the moments of a case with three maps of its own, and one beside the second."""

    def build(more: str) -> dict[str, Any]:
        case, found = read(HEAD + more)
        assert found == []
        return {moment.map.id: moment for moment in moments(case.case)}

    return build


def _someone(on_maps: Any, said: str) -> dict[str, Any]:
    """The one person around, on each map; None where they are not there."""
    maps = on_maps(f"people: {{id: x, who: a sister, {said}}}\n")
    return {name: next(iter(moment.people), None) for name, moment in maps.items()}


def _present(on_maps: Any, said: str) -> list[str]:
    return [name for name, person in _someone(on_maps, said).items() if person is not None]


def test_a_case_without_maps_has_one_moment(read: Any) -> None:
    case, _ = read("id: a\ntitel: T\nmiddelpunt: {id: ik, wie: ik}\nmensen: {id: x, wie: zus}\n")
    (only,) = moments(case.case)
    assert ([p.id for p in only.centre], [p.id for p in only.people], only.pairs) == (["ik"], ["x"], {})


def test_there_is_a_moment_for_every_map_in_the_order_of_the_file(on_maps: Any) -> None:
    assert list(on_maps("")) == ["one", "two", "two-son", "three"]


def test_a_change_lasts_on_later_maps_and_on_the_map_beside(on_maps: Any) -> None:
    rings = {n: p.ring for n, p in _someone(on_maps, "ring: edge, changed: {two: {ring: inner}}").items()}
    assert rings == {"one": "edge", "two": "inner", "two-son": "inner", "three": "inner"}


def test_a_later_change_goes_over_an_earlier_one(on_maps: Any) -> None:
    said = "ring: edge, changed: {three: {ring: outer}, two: {ring: inner}}"
    assert _someone(on_maps, said)["three"].ring is w.Ring.OUTER


def test_what_someone_else_sees_does_not_last(on_maps: Any) -> None:
    said = "ring: edge, seen_differently: {two-son: {ring: inner}}, changed: {two: {ring: middle}}"
    rings = {name: person.ring for name, person in _someone(on_maps, said).items()}
    assert rings == {"one": "edge", "two": "middle", "two-son": "inner", "three": "middle"}


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("belongs: yes", ["one", "two", "two-son", "three"]),
        ("changed: {two: enters}", ["two", "two-son", "three"]),
        ("changed: {two: leaves}", ["one"]),
        ("changed: {two: enters, three: leaves}", ["two", "two-son"]),
        ("changed: {two: leaves, three: enters}", ["one", "three"]),
        ("changed: {one: enters}", ["one", "two", "two-son", "three"]),
        ("seen_differently: {two-son: leaves}", ["one", "two", "three"]),
        ("seen_differently: {two-son: enters}", ["two-son"]),
        ("changed: {two: leaves}, seen_differently: {two-son: enters}", ["one", "two-son"]),
        ("changed: {three: enters}, seen_differently: {two-son: enters}", ["two-son", "three"]),
    ],
)
def test_who_enters_was_not_there_before_and_who_leaves_is_not_there_after(
    said: str, there: list[str], on_maps: Any
) -> None:
    assert _present(on_maps, said) == there


def test_a_change_keeps_what_it_does_not_name(on_maps: Any) -> None:
    said = (
        "contact: {how_often: weekly, how: [phone], state: active}, talents: [maths, cooking],"
        "changed: {two: {contact: {state: faded}, talents: [cooking]}}"
    )
    person = _someone(on_maps, said)["two"]
    assert (person.contact.how_often, person.contact.how, person.contact.state) == ("weekly", ("phone",), "faded")
    assert person.talents == ("cooking",)


def test_a_change_in_a_tie_keeps_the_rest_of_it_and_the_other_ties(on_maps: Any) -> None:
    said = (
        "ties: [{with: mother, strength: strong, support: {advice: gives}}, {with: son, strength: weak}],"
        "changed: {two: {ties: {mother: {tension: often, support: {company: both}}}}}"
    )
    mother, son = _someone(on_maps, said)["three"].ties
    assert (mother.to, mother.strength, mother.tension) == ("mother", "strong", "often")
    assert (mother.support.advice, mother.support.company) == ("gives", "both")
    assert (son.to, son.strength, son.tension) == ("son", "weak", None)


def test_a_change_for_everyone_means_the_only_tie_there_is(on_maps: Any) -> None:
    said = "ties: {with: mother, strength: strong}, changed: {two: {ties: {tension: often}}}"
    assert [(t.to, t.strength, t.tension) for t in _someone(on_maps, said)["two"].ties] == [
        ("mother", "strong", "often")
    ]


def test_a_change_for_everyone_stands_beside_several_ties(on_maps: Any) -> None:
    said = "ties: [{with: mother}, {with: son}], changed: {two: {ties: {all: {tension: often}}}}"
    assert [t.to for t in _someone(on_maps, said)["two"].ties] == ["mother", "son", "all"]


def test_a_tie_may_begin_on_a_later_map(on_maps: Any) -> None:
    people = _someone(on_maps, "changed: {two: {ties: {son: strong}}}")
    assert people["one"].ties == ()
    assert [(t.to, t.strength) for t in people["two"].ties] == [("son", "strong")]


def test_the_centre_changes_as_others_do(read: Any) -> None:
    text = HEAD.replace("who: her son}", "who: her son, changed: {two: leaves}}")
    case, found = read(text)
    assert found == []
    assert [[p.id for p in moment.centre] for moment in moments(case.case)] == [["mother", "son"]] + [["mother"]] * 3


PEOPLE = "people: [{id: c, who: c}, {id: a, who: a}, {id: b, who: b, changed: {three: leaves}}]\n"


def test_all_in_a_group_know_each_other(on_maps: Any) -> None:
    pairs = on_maps(PEOPLE + "who_knows_who: {groups: [[c, a, b]]}\n")["one"].pairs
    assert {key: pair.bond for key, pair in pairs.items()} == dict.fromkeys(
        [("a", "b"), ("a", "c"), ("b", "c")], "ordinary"
    )


def test_a_pair_says_more_than_its_group_and_changes_like_a_person(on_maps: Any) -> None:
    maps = on_maps(
        PEOPLE + "who_knows_who: {groups: [[c, a]],"
        "pairs: {between: [c, a], bond: superficial, tension: often, changed: {two: {bond: good}}}}\n"
    )
    said = {name: (m.pairs["a", "c"].bond, m.pairs["a", "c"].tension) for name, m in maps.items()}
    assert said == {
        "one": ("superficial", "often"),
        "two": ("good", "often"),
        "two-son": ("good", "often"),
        "three": ("good", "often"),
    }


def test_a_pair_without_a_bond_knows_each_other_and_none_says_that_they_do_not(on_maps: Any) -> None:
    pairs = on_maps(PEOPLE + "who_knows_who: {pairs: [{between: [c, a]}, {between: [a, b], bond: none}]}\n")[
        "one"
    ].pairs
    assert {key: pair.bond for key, pair in pairs.items()} == {("a", "c"): "ordinary", ("a", "b"): "none"}


def test_a_pair_is_gone_when_one_of_them_is(on_maps: Any) -> None:
    maps = on_maps(PEOPLE + "who_knows_who: {groups: [[a, b], [a, c]]}\n")
    assert set(maps["two"].pairs) == {("a", "b"), ("a", "c")}
    assert set(maps["three"].pairs) == {("a", "c")}
