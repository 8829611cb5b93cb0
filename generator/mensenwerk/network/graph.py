"""Who knows whom, as a graph of the people around (the centre is not in it)."""

from __future__ import annotations

from itertools import combinations

import networkx as nx

from mensenwerk.guards import ClearedMap
from mensenwerk.model import words as w
from mensenwerk.network.counting import counted

_APART = {w.Bond.NONE, w.Bond.BROKEN}


def acquaintance(each: ClearedMap) -> nx.Graph[str]:
    """Nodes: opaque ids of those who count. Edges: pairs who know each other (a broken bond is none)."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(person.id for person in counted(each))
    graph.add_edges_from(
        (link.a, link.b) for link in each.links if link.bond not in _APART and link.a in graph and link.b in graph
    )
    return graph


def unknown_pairs(each: ClearedMap) -> int:
    """How many pairs of those who count the file says nothing of. Unknown is not no."""
    if each.links_complete:
        return 0
    said = {(link.a, link.b) for link in each.links}
    people = [person.id for person in counted(each)]
    return sum((a, b) not in said and (b, a) not in said for a, b in combinations(people, 2))
