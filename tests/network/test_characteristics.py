"""Six characteristics: who counts, what is known, what is not."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mensenwerk.guards import ClearedLink, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model import words as w
from mensenwerk.network import characteristics as six
from mensenwerk.network import density_of
from mensenwerk.network.counting import counted

EGO = (ClearedPerson("c1", "ik"),)


def person(number: int, **said: object) -> ClearedPerson:
    return ClearedPerson(f"n{number}", f"mens {number}", **said)  # type: ignore[arg-type]


def a_map(*people: ClearedPerson, links: tuple[ClearedLink, ...] = (), complete: bool = False) -> ClearedMap:
    return ClearedMap("begin", EGO, people, links, complete)


def link(a: int, b: int, bond: w.Bond = w.Bond.ORDINARY) -> ClearedLink:
    return ClearedLink(f"n{a}", f"n{b}", bond)


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ({}, True),
        ({"belongs": w.Belongs.UNSURE}, True),
        ({"belongs": w.Belongs.NO}, False),
        ({"kind": w.Kind.GROUP}, True),
        ({"kind": w.Kind.ANIMAL}, False),
        ({"kind": w.Kind.PLACE}, False),
        ({"deceased": True, "missed": True}, False),
        ({"circles": (w.Circle.PROFESSIONAL,)}, False),
        ({"circles": (w.Circle.PROFESSIONAL,), "belongs": w.Belongs.UNSURE}, False),
        ({"circles": (w.Circle.FRIENDS, w.Circle.PROFESSIONAL), "belongs": w.Belongs.YES}, True),
        ({"kind": w.Kind.ORGANISATION}, False),
        ({"kind": w.Kind.ORGANISATION, "belongs": w.Belongs.YES}, True),
        ({"circles": (w.Circle.VOLUNTEER,)}, True),
        ({"ties": (ClearedTie("all", state=w.State.BROKEN),)}, False),
        ({"ties": (ClearedTie("c1", state=w.State.BROKEN), ClearedTie("c2"))}, True),
        ({"ties": (ClearedTie("all", state=w.State.FADED),)}, True),
    ],
    ids=str,
)
def test_who_counts_follows_the_rules_that_the_pages_state(said: dict[str, object], counts: bool) -> None:
    assert bool(counted(a_map(person(1, **said)))) is counts


def test_professionals_who_do_not_belong_stand_beside_the_size() -> None:
    nurse = person(2, circles=(w.Circle.PROFESSIONAL,))
    friend_for_work = person(3, circles=(w.Circle.PROFESSIONAL,), belongs=w.Belongs.YES)
    size = six.size(a_map(person(1), nurse, friend_for_work))
    assert (size.own, size.professionals, size.beside) == ((person(1),), (friend_for_work,), (nurse,))


def test_someone_in_two_circles_stands_in_both() -> None:
    both = person(1, circles=(w.Circle.NEIGHBOURS, w.Circle.FRIENDS))
    assert six.composition(a_map(both)).circles == ((w.Circle.FRIENDS, (both,)), (w.Circle.NEIGHBOURS, (both,)))


def test_density_leaves_the_unknown_apart() -> None:
    found = six.density(a_map(person(1), person(2), person(3), person(4), links=(link(1, 2), link(1, 3, w.Bond.NONE))))
    assert (found.known, found.unknown, found.possible, found.share) == (1, 4, 6, pytest.approx(1 / 6))


def test_density_of_a_complete_list_knows_no_unknown() -> None:
    found = six.density(a_map(person(1), person(2), person(3), links=(link(1, 2),), complete=True))
    assert (found.known, found.unknown) == (1, 0)
    assert [p.id for p in found.alone] == ["n3"]
    assert [[p.id for p in group] for group in found.groups] == [["n1", "n2"]]


def test_a_broken_bond_between_people_is_told_and_not_counted() -> None:
    assert six.density(a_map(person(1), person(2), links=(link(1, 2, w.Bond.BROKEN),))).known == 0


def test_a_group_knows_nobody_as_a_person_does_and_who_knows_it_is_told_apart() -> None:
    choir = person(3, kind=w.Kind.GROUP)
    found = six.density(a_map(person(1), person(2), choir, links=(link(1, 3), link(1, 2, w.Bond.NONE))))
    assert (found.known, found.unknown, found.possible) == (0, 0, 1)
    assert [(group.id, [p.id for p in who]) for group, who in found.in_touch] == [("n3", ["n1"])]


def test_everyone_who_knows_everyone_is_found_and_no_pair_twice() -> None:
    pairs = [*combinations(range(1, 6), 2), (5, 6), (5, 7), (6, 7), (7, 8)]
    found = six.density(a_map(*[person(n) for n in range(1, 9)], links=tuple(link(a, b) for a, b in pairs)))
    assert [[p.id for p in knit] for knit in found.knit] == [["n1", "n2", "n3", "n4", "n5"], ["n5", "n6", "n7"]]


@given(st.data())
def test_among_all_who_know_each_other_everyone_does(data: st.DataObject) -> None:
    people, links = data.draw(networks())
    known = {frozenset(pair) for pair in links}
    found = six.density(a_map(*[person(n) for n in people], links=tuple(link(a, b) for a, b in links)))
    told = [frozenset(int(p.id[1:]) for p in pair) for knit in found.knit for pair in combinations(knit, 2)]
    assert len(told) == len(set(told))
    assert set(told) <= known


@pytest.mark.parametrize("size", [0, 1])
def test_density_does_not_exist_below_two_people(size: int) -> None:
    assert six.density(a_map(*[person(n) for n in range(size)])).share is None


def test_stability_compares_with_the_map_before() -> None:
    before = a_map(person(1), person(2))
    found = six.stability(a_map(person(1), person(3)), before)
    assert ([p.id for p in found.came], [p.id for p in found.went]) == (["n3"], ["n2"])


@pytest.mark.parametrize(
    ("since", "where"),
    [
        (w.Since.ALWAYS, "old"),
        (w.Since.YOUTH, "old"),
        (10, "old"),
        (9, "between"),
        (3, "between"),
        (2, "recent"),
        (0, "recent"),
        (None, "untold"),
    ],
)
def test_the_age_of_a_contact_decides_where_it_stands(since: w.Since | int | None, where: str) -> None:
    found = six.stability(a_map(person(1, since=since)))
    assert [name for name in ("old", "between", "recent", "untold") if getattr(found, name)] == [where]


def test_a_talent_names_everyone_who_has_it() -> None:
    found = six.complexity(a_map(person(1, talents=("rijbewijs",)), person(2, talents=("rijbewijs", "luisteren"))))
    assert [(talent, [p.id for p in people]) for talent, people in found.talents] == [
        ("rijbewijs", ["n1", "n2"]),
        ("luisteren", ["n2"]),
    ]


@pytest.mark.parametrize(
    ("minutes", "time", "where"),
    [
        (30, w.Time.AMPLE, "easy"),
        (5, w.Time.VARYING, "varying"),
        (0, w.Time.VARYING, "here"),
        (0, None, "here"),
        (31, w.Time.AMPLE, "far"),
        (90, w.Time.NONE, "far"),
        (10, w.Time.TIGHT, "busy"),
        (10, w.Time.NONE, "busy"),
        (None, w.Time.AMPLE, "untold"),
        (10, None, "untold"),
    ],
)
def test_reachability_takes_travel_time_and_busyness_together(minutes: int, time: w.Time, where: str) -> None:
    found = six.reachability(a_map(person(1, travel_time=minutes, time=time)))
    assert [name for name in ("easy", "varying", "far", "busy", "here", "untold") if getattr(found, name)] == [where]


def test_of_who_is_cared_for_nobody_asks_whether_they_have_time_to_come() -> None:
    found = six.reachability(a_map(person(1, travel_time=10), person(2, travel_time=10)), {"n1"})
    assert ([p.id for p in found.near], [p.id for p in found.untold]) == (["n1"], ["n2"])


@st.composite
def networks(draw: st.DrawFn) -> tuple[list[int], list[tuple[int, int]]]:
    people = list(range(draw(st.integers(0, 12))))
    pairs = list(combinations(people, 2))
    links = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return people, links


@given(networks(), st.randoms(use_true_random=False))
def test_density_is_bounded_and_does_not_depend_on_names_or_order(network, random) -> None:  # type: ignore[no-untyped-def]
    people, links = network
    found = density_of(people, links)
    if len(people) < 2:
        assert found is None
        return
    assert found is not None
    assert 0 <= found <= 1
    assert found == pytest.approx(2 * len(links) / (len(people) * (len(people) - 1)))
    renamed = {one: f"p{place}" for place, one in enumerate(random.sample(people, len(people)))}
    turned = [(renamed[b], renamed[a]) for a, b in links]
    random.shuffle(turned)
    assert density_of(renamed.values(), turned) == pytest.approx(found)


@given(networks())
def test_adding_someone_who_knows_nobody_never_raises_density(network) -> None:  # type: ignore[no-untyped-def]
    people, links = network
    before, after = density_of(people, links), density_of([*people, "new"], links)
    assert before is None or (after is not None and after <= before)


@given(networks())
def test_density_agrees_with_networkx_on_the_same_pairs(network) -> None:  # type: ignore[no-untyped-def]
    people, links = network
    graph = nx.Graph(links)
    graph.add_nodes_from(people)
    on_map = six.density(a_map(*[person(n) for n in people], links=tuple(link(a, b) for a, b in links)))
    assert (on_map.share or 0) == pytest.approx(nx.density(graph))
    assert on_map.known + on_map.unknown == on_map.possible
    assert len(on_map.alone) + sum(map(len, on_map.groups)) == len(people)
