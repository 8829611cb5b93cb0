"""Ties with everyone in the centre, and maps that are always someone's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mensenwerk.model import ReadCase, moments
from mensenwerk.model.household import met
from mensenwerk.problems import Problem

Read = Callable[[str], tuple[ReadCase | None, list[Problem]]]
HEAD = "taal: nl\nid: een\ntitel: Een\n"


@pytest.mark.parametrize(
    ("centre", "person", "to", "end"),
    [
        (["a"], "n", "all", "a"),
        (["a", "b"], "n", "all", "all"),
        (["a", "b"], "a", "all", "b"),
        (["a", "b", "c"], "a", "all", "all"),
        (["a", "b"], "n", "b", "b"),
    ],
)
def test_everyone_is_the_one_other_where_there_is_just_one(centre: list[str], person: str, to: str, end: str) -> None:
    assert met(centre, person, to) == end


def test_a_tie_with_everyone_and_with_the_only_one_is_told_twice(read: Read) -> None:
    _, found = read(
        f"{HEAD}middelpunt: {{id: ik, wie: ik}}\n"
        "mensen: [{id: n, wie: zus, banden: [{sterkte: sterk}, {met: ik, sterkte: zwak}]}]\n"
    )
    assert [problem.code for problem in found] == ["tie-twice"]


def test_a_change_with_the_only_one_changes_the_tie_with_everyone(read: Read) -> None:
    case, found = read(
        f"{HEAD}middelpunt: {{id: ik, wie: ik}}\nkaarten: [{{id: a}}, {{id: b}}]\n"
        "mensen: [{id: n, wie: zus, banden: {sterkte: sterk}, veranderd: {b: {banden: {ik: {spanning: vaak}}}}}]\n"
    )
    assert case is not None, found
    (tie,) = moments(case.case)[1].people[0].ties
    assert (tie.to, tie.strength, tie.tension) == ("ik", "strong", "often")


def test_a_tie_within_a_household_of_three_says_with_whom(read: Read) -> None:
    _, found = read(
        f"{HEAD}middelpunt: [{{id: a, wie: a}}, {{id: b, wie: b}}, {{id: c, wie: c, banden: {{sterkte: sterk}}}}]\n"
    )
    assert [problem.code for problem in found] == ["tie-with-whom"]


def test_a_tie_with_someone_who_left_the_centre_is_not_on_the_map(read: Read) -> None:
    case, found = read(
        f"{HEAD}kaarten: [{{id: a}}, {{id: b}}]\n"
        "middelpunt: [{id: ik, wie: ik}, {id: kind, wie: kind, veranderd: {b: weg}}]\n"
        "mensen: [{id: n, wie: oma, banden: [{met: kind}, {met: ik}]}]\n"
    )
    assert case is not None, found
    first, second = moments(case.case)
    assert [tie.to for tie in first.people[0].ties] == ["kind", "ik"]
    assert [tie.to for tie in second.people[0].ties] == ["ik"]


def test_a_map_that_everyone_in_the_centre_has_left_is_refused(read: Read) -> None:
    _, found = read(f"{HEAD}kaarten: [{{id: a}}, {{id: b}}]\nmiddelpunt: {{id: ik, wie: ik, veranderd: {{b: weg}}}}\n")
    assert [(problem.code, problem.span.line) for problem in found] == [("centre-empty", 4)]
