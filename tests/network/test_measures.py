"""Measures of a network keep to their formulas, and do not mind names or order."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mensenwerk.network import density_of, measures
from mensenwerk.network.measures import diversity_of

People = tuple[int, ...]
Pairs = tuple[tuple[int, int], ...]


@st.composite
def networks(draw: st.DrawFn) -> tuple[People, Pairs]:
    people = tuple(range(draw(st.integers(0, 9))))
    pairs = list(combinations(people, 2))
    return people, tuple(draw(st.lists(st.sampled_from(pairs), unique=True))) if pairs else ()


@given(networks())
def test_every_measure_keeps_within_its_bounds(network: tuple[People, Pairs]) -> None:
    people, pairs = network
    found, n = measures(people, pairs), len(people)
    assert (found.people, found.ties) == (n, len(pairs))
    assert (found.density is None) is (n < 2)
    assert 0 <= (found.density or 0) <= 1
    assert (found.mean_degree is None) is (n == 0)
    assert 0 <= (found.mean_degree or 0) <= max(n - 1, 0)
    assert all(0 <= each <= max((n - 1) * (n - 2) / 2, 0) + 1e-9 for each in found.betweenness.values())
    assert sum(map(len, found.components)) == n
    assert [len(part) for part in found.components] == sorted(map(len, found.components), reverse=True)


@given(networks(), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(network: tuple[People, Pairs], random: object) -> None:
    people, pairs = network
    renamed = {each: f"mens {each * 7 % 11}" for each in people}
    shuffled = [(renamed[b], renamed[a]) for a, b in pairs]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = measures(people, pairs), measures([renamed[each] for each in reversed(people)], shuffled + shuffled)
    assert (one.density, one.mean_degree, one.ties) == (other.density, other.mean_degree, other.ties)
    assert {renamed[each] for each in one.isolates} == other.isolates
    assert {renamed[each] for each in one.between} == other.between
    for each in people:
        assert one.betweenness[each] == pytest.approx(other.betweenness[renamed[each]])


@given(networks())
def test_someone_who_knows_nobody_is_a_part_of_their_own_and_makes_no_network_denser(
    network: tuple[People, Pairs],
) -> None:
    people, pairs = network
    before, after = measures(people, pairs), measures((*people, 99), pairs)
    assert after.isolates == before.isolates | {99}
    assert len(after.components) == len(before.components) + 1
    assert (after.density or 0) <= (before.density or 0)
    assert {key: each for key, each in after.betweenness.items() if key != 99} == dict(before.betweenness)


@given(networks())
def test_they_agree_with_their_formulas(network: tuple[People, Pairs]) -> None:
    people, pairs = network
    n, m = len(people), len(pairs)
    found = measures(people, pairs)
    if n > 1:
        assert found.density == pytest.approx(2 * m / (n * (n - 1)))
        assert found.mean_degree == pytest.approx(2 * m / n)
    graph = nx.Graph(pairs)
    graph.add_nodes_from(people)
    for each in people:
        rest = graph.subgraph(set(people) - {each})
        falls_apart = nx.number_connected_components(rest) > nx.number_connected_components(graph) - (
            graph.degree(each) == 0
        )
        assert (each in found.between) is falls_apart


def test_the_one_in_the_middle_of_a_star_is_on_every_way() -> None:
    found = measures("abcde", [("a", other) for other in "bcde"])
    assert (found.betweenness["a"], found.between, found.density) == (6.0, {"a"}, pytest.approx(0.4))


def test_one_and_two_people() -> None:
    assert density_of("a", []) is None
    assert density_of("ab", [("a", "b")]) == 1
    assert measures([], []).components == ()
    assert measures([], [("a", "b")]).people == 2
    assert measures("a", [("a", "a")]).ties == 0


@pytest.mark.parametrize(
    ("shares", "diversity"), [([], None), ([5], 0), ([2, 2], 0.5), ([1, 1, 1, 1], 0.75), ([3, 1], 0.375)]
)
def test_diversity_is_the_chance_of_two_from_different_groups(shares: list[int], diversity: float | None) -> None:
    assert diversity_of(shares) == (diversity if diversity is None else pytest.approx(diversity))


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8))
def test_diversity_keeps_within_its_bounds(shares: list[int]) -> None:
    found = diversity_of(shares)
    assert found is not None
    assert -1e-9 <= found <= 1 - 1 / len(shares) + 1e-9
