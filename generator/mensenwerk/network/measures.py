"""Measures of any network that is given as a list of people and of pairs who know each other.

The pages say these in words about people; the numbers are here for who wants to compare them with other programs.
The person in the centre is not among the people: with them everyone would know someone.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import networkx as nx

Links = Iterable[tuple[Hashable, Hashable]]
Node = TypeVar("Node", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Measures:
    """What can be counted of `people` persons and `ties` pairs who know each other.

    `density`: see `density_of`. `mean_degree`: how many of the others a person knows on average, 2m / n, from 0 to
    n − 1; None without people (Wasserman & Faust, 1994). `components`: parts between which nobody knows anybody, the
    largest first; `isolates`: those who know none of the others. `betweenness`: for each person, of how many pairs of
    others they are on the shortest way, shared where there are several shortest ways; from 0 to (n − 1)(n − 2) / 2, not
    divided by that (Freeman, 1977). `between`: people without whom a part would fall apart (cutpoints: Wasserman &
    Faust, 1994)."""

    people: int
    ties: int
    density: float | None
    mean_degree: float | None
    components: tuple[frozenset[Hashable], ...]
    isolates: frozenset[Hashable]
    betweenness: Mapping[Hashable, float]
    between: frozenset[Hashable]


def measures(people: Iterable[Hashable], links: Links) -> Measures:
    """Measure an undirected network. A pair that is named twice, or the other way round, is one; a person does not know
    themselves. Whoever occurs in `links` alone is one of the people too."""
    graph = _graph(people, links)
    n = len(graph)
    return Measures(
        people=n,
        ties=graph.number_of_edges(),
        density=_density(graph),
        mean_degree=2 * graph.number_of_edges() / n if n else None,
        components=tuple(
            sorted((frozenset(part) for part in nx.connected_components(graph)), key=lambda part: -len(part))
        ),
        isolates=frozenset(nx.isolates(graph)),
        betweenness=nx.betweenness_centrality(graph, normalized=False),
        between=cutpoints(graph),
    )


def density_of(people: Iterable[Hashable], links: Links) -> float | None:
    """Density of an undirected graph without loops: links present over pairs possible, 2m / n(n − 1)
    (Wasserman & Faust, 1994), from 0 to 1. None below two people, where no pair exists."""
    return _density(_graph(people, links))


def cutpoints(graph: nx.Graph[Node]) -> frozenset[Node]:
    """Those without whom a component falls apart (Wasserman & Faust, 1994)."""
    return frozenset(nx.articulation_points(graph))


def diversity_of(shares: Sequence[int]) -> float | None:
    """How likely it is that two people, picked with replacement, come from different groups: 1 − Σ p² (Blau, 1977),
    from 0 (one group) to 1 − 1/k for k equal groups. `shares`: how many people each group has. None without people."""
    total = sum(shares)
    return 1 - sum((share / total) ** 2 for share in shares) if total else None


def _density(graph: nx.Graph[Hashable]) -> float | None:
    return float(nx.density(graph)) if len(graph) > 1 else None


def _graph(people: Iterable[Hashable], links: Links) -> nx.Graph[Hashable]:
    graph: nx.Graph[Hashable] = nx.Graph()
    graph.add_nodes_from(people)
    graph.add_edges_from((a, b) for a, b in links if a != b)
    return graph
