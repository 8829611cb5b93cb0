"""Who knows whom, as a graph of the people around (the centre is not in it)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import networkx as nx

from mensenwerk.guards import ClearedMap, ClearedPerson
from mensenwerk.model import words as w
from mensenwerk.network.counting import counted

People = tuple[ClearedPerson, ...]

_APART = {w.Bond.NONE, w.Bond.BROKEN}


def persons(each: ClearedMap) -> People:
    """Those who count and can know someone: no group or organisation does that as a person does."""
    return tuple(person for person in counted(each) if person.kind is w.Kind.PERSON)


def acquaintance(each: ClearedMap) -> nx.Graph[str]:
    """Nodes: opaque ids of the persons who count. Edges: pairs who know each other (a broken bond is none)."""
    return _known(each, persons(each))


def all_acquainted(each: ClearedMap, people: Sequence[ClearedPerson]) -> tuple[People, ...]:
    """Of these people: three or more in which everyone knows everyone, the most first. No pair is in two of them."""
    graph = _known(each, people)
    found: list[People] = []
    place = {person.id: number for number, person in enumerate(people)}
    while True:
        cliques = [sorted(each, key=place.__getitem__) for each in nx.find_cliques(graph)]
        most = min(cliques, key=lambda ids: (-len(ids), [place[id_] for id_ in ids]), default=[])
        if len(most) < 3:
            return tuple(found)
        found.append(tuple(people[place[id_]] for id_ in most))
        graph.remove_edges_from(list(combinations(most, 2)))


def in_touch(each: ClearedMap, group: ClearedPerson) -> People:
    """The persons who count of whom it is told that they know a group or organisation."""
    pairs = [(link.a, link.b) for link in each.links if link.bond not in _APART]
    known = {id_ for pair in pairs if group.id in pair for id_ in pair}
    return tuple(person for person in persons(each) if person.id in known)


def unknown_pairs(each: ClearedMap) -> int:
    """How many pairs of persons who count the file says nothing of. Unknown is not no."""
    if each.links_complete:
        return 0
    said = {(link.a, link.b) for link in each.links}
    people = [person.id for person in persons(each)]
    return sum((a, b) not in said and (b, a) not in said for a, b in combinations(people, 2))


def _known(each: ClearedMap, people: Sequence[ClearedPerson]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(person.id for person in people)
    graph.add_edges_from(
        (link.a, link.b) for link in each.links if link.bond not in _APART and link.a in graph and link.b in graph
    )
    return graph
