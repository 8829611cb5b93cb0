"""A map as GraphML says all that a map says, in NetworkX and in igraph; and counts there as it does in the book."""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest

from exchange.cases import subject
from mensenwerk.exchange.write import Subject
from mensenwerk.exchange.write.graph import graph, graphml
from mensenwerk.guards import ClearedMap
from mensenwerk.network import acquaintance, density_of
from mensenwerk.network.counting import counted

EVERY = [(subject(uncleared=private), number) for private in (False, True) for number in range(3)]


def in_networkx(raw: bytes) -> nx.MultiGraph[str]:
    return nx.read_graphml(io.BytesIO(raw), force_multigraph=True, edge_key_type=str)


def in_igraph(raw: bytes, folder: Path) -> igraph.Graph:
    file = folder / "map.graphml"
    file.write_bytes(raw)
    return igraph.Graph.Read_GraphML(str(file))


def known(attributes: dict[str, Any]) -> dict[str, Any]:
    """Without what igraph puts where nothing was said: an empty text, or no number."""
    empty = ("", None)
    return {k: v for k, v in attributes.items() if v not in empty and not (isinstance(v, float) and math.isnan(v))}


@pytest.mark.parametrize(("case", "number"), EVERY)
def test_networkx_reads_back_every_attribute_that_was_written(case: Subject, number: int) -> None:
    each = case.case.maps[number]
    made, back = graph(case, each), in_networkx(graphml(case, each))
    assert not back.is_directed()
    assert dict(back.nodes(data=True)) == dict(made.nodes(data=True))
    assert list(back.edges(keys=True, data=True)) == list(made.edges(keys=True, data=True))
    assert {key: back.graph[key] for key in made.graph} == made.graph


@pytest.mark.parametrize(("case", "number"), EVERY)
def test_igraph_reads_back_every_attribute_that_was_written(case: Subject, number: int, tmp_path: Path) -> None:
    each = case.case.maps[number]
    made, back = graph(case, each), in_igraph(graphml(case, each), tmp_path)
    assert not back.is_directed()
    truths = {"deceased", "missed", "counted"}  # igraph has no truth value that is missing
    for vertex in back.vs:
        said = known(vertex.attributes())
        wanted = made.nodes[said.pop("id")]
        assert {k: v for k, v in said.items() if k in wanted or k not in truths} == wanted
    for edge, (source, target, said) in zip(back.es, made.edges(data=True), strict=True):
        assert {back.vs[edge.source]["id"], back.vs[edge.target]["id"]} == {source, target}
        assert {k: v for k, v in known(edge.attributes()).items() if k != "id"} == said  # igraph muddles ids of edges
    assert {key: back[key] for key in made.graph} == made.graph


def test_a_map_says_who_ties_to_whom_and_what_goes_to_and_fro() -> None:
    case = subject()
    made = graph(case, case.case.maps[0])
    labels = dict(made.nodes(data="label"))
    assert labels == {"c1": "Ria", "c2": "her son", "n1": "her sister", "n2": "the carer", "all": "Ria, her son"}
    (tie,) = made["n1"]["c1"].values()
    assert tie == {
        "relation": "tie",
        "label": "late",
        "strength": "strong",
        "tension": "sometimes",
        "energy": "costs",
        "state": "uncertain",
        "word": "late",
        "support_practical": "receives",
        "support_company": "both",
        "support_advice": "gives",
        "support_emotional": "receives",
    }
    (whole,) = made["n1"]["all"].values()
    assert (whole["relation"], whole["strength"]) == ("tie", "weak")


def test_what_is_not_said_is_absent_and_never_no() -> None:
    case = subject()
    carer = graph(case, case.case.maps[0]).nodes["n2"]
    assert not {"at_a_distance", "belongs", "travel_time", "ring"} & carer.keys()
    sister = graph(case, case.case.maps[0]).nodes["n1"]
    assert sister["at_a_distance"] == "yes"


def test_pairs_who_do_not_know_each_other_are_no_lines() -> None:
    case = subject()
    later: ClearedMap = case.case.maps[1]
    assert [(link.a, link.b, link.bond.value) for link in later.links] == [("n1", "n3", "broken")]
    made = graph(case, later)
    assert "apart" in made.graph
    assert made.graph["apart"] == "n1 n3 broken"
    assert not made.has_edge("n1", "n3")


def test_who_is_chosen_as_the_note_says_gives_the_density_of_the_book(tmp_path: Path) -> None:
    text = """\
language: en
id: a-choir
title: A choir
centre: {id: me, who: the singer}
people:
  - {id: a, who: a tenor, belongs: yes, ties: {strength: strong}}
  - {id: b, who: an alto, belongs: yes}
  - {id: c, who: a bass, belongs: yes}
  - {id: dog, who: the dog, kind: animal}
who_knows_who: {complete: yes, groups: [[a, b, dog]], pairs: [{between: [b, c], bond: none}]}
"""
    case = subject(text)
    each = case.case.maps[0]
    back = in_igraph(graphml(case, each), tmp_path)
    around = back.vs.select(role="alter", counted=True)
    assert [vertex["label"] for vertex in around] == [person.who for person in counted(each)]
    assert back.subgraph(around).density() == pytest.approx(1 / 3)
    known_pairs = acquaintance(each)
    assert density_of(known_pairs.nodes, known_pairs.edges) == pytest.approx(1 / 3)


@pytest.mark.parametrize(("uncleared", "said"), [(True, True), (False, False)])
def test_only_a_case_that_was_not_cleared_says_not_for_publication(uncleared: bool, said: bool) -> None:
    case = subject(uncleared=uncleared)
    raw = graphml(case, case.case.maps[0])
    assert (b"<!-- Made by Mensenwerk. NOT FOR PUBLICATION" in raw) is said
    assert ("notice" in in_networkx(raw).graph) is said
    assert ("own_id" in in_networkx(raw).nodes["n1"]) is said


def test_the_same_map_gives_the_same_bytes() -> None:
    case = subject()
    assert graphml(case, case.case.maps[0]) == graphml(subject(), case.case.maps[0])
