"""One map → GraphML: a file for each, because Gephi, igraph and NetworkX all read one graph from a file.

Undirected: who gives and who receives differs per kind of support, and stands beside the line as seen from the centre.
Nothing is made into a weight: strength, tension and energy are three things, and no axis. What is not said is left
out. A tie with the household as a whole ends at a point of its own (`all`), so that nothing is said of one member
that nobody said. Pairs who do not know each other are no lines; they stand with the graph, under `apart`.
"""

from __future__ import annotations

import io
from typing import Any

import networkx as nx

from mensenwerk.exchange.write.flat import BETWEEN, NOTICE, Row, Subject, alter_row, label, person_row, tie_row
from mensenwerk.exchange.write.tables import ego_row, network_id, pairs
from mensenwerk.guards import ALL, ClearedMap

MARK = "Made by Mensenwerk"
"""By which a file of ours is known from others."""

_HEAD = b"<?xml version='1.0' encoding='utf-8'?>"


def graphml(subject: Subject, each: ClearedMap) -> bytes:
    """The file of one map, with a remark in it when its case was not cleared."""
    stream = io.BytesIO()
    nx.write_graphml_xml(graph(subject, each), stream)
    said = f"{MARK}. {NOTICE}." if subject.private else f"{MARK}."
    body = stream.getvalue().removeprefix(_HEAD)
    return _HEAD + f"\n<!-- {said} -->".encode() + (body if body.startswith(b"\n") else b"\n" + body) + b"\n"


def graph(subject: Subject, each: ClearedMap) -> nx.MultiGraph[str]:
    """The map as a graph: members of the centre, people around, their ties, and who knows whom."""
    made: nx.MultiGraph[str] = nx.MultiGraph()
    apart = BETWEEN.join(f"{link.a} {link.b} {link.bond.value}" for link in pairs(each.links, apart=True))
    notice: Row = {"notice": NOTICE} if subject.private else {}
    made.graph.update(_said({"egoID": network_id(subject, each), **ego_row(subject, each), "apart": apart, **notice}))
    for person in each.centre:
        made.add_node(person.id, label=label(person), role="ego", **_said(person_row(person, subject.own)))
    for person in each.people:
        made.add_node(person.id, label=label(person), role="alter", **_said(alter_row(person, subject.own)))
    everyone = (*each.centre, *each.people)
    if any(tie.to == ALL for person in everyone for tie in person.ties):
        made.add_node(ALL, label=", ".join(map(label, each.centre)), role="household")
        for person in each.centre:
            _add(made, person.id, ALL, {"relation": "household"})
    for person in everyone:
        for tie in person.ties:
            row = tie_row(tie)
            row.pop("to")
            _add(made, person.id, tie.to, {"relation": "tie", "label": tie.word, **row})
    for link in pairs(each.links, apart=False):
        tension = link.tension.value if link.tension else None
        _add(made, link.a, link.b, {"relation": "acquaintance", "bond": link.bond.value, "tension": tension})
    return made


def _add(made: nx.MultiGraph[str], a: str, b: str, said: Row) -> None:
    made.add_edge(a, b, key=f"e{made.number_of_edges() + 1}", **_said(said))


def _said(row: Row) -> dict[str, Any]:
    """Without what is unknown. Yes and no stand as words where a third answer is possible: igraph reads a missing
    truth value as false."""
    return {
        name: ("yes" if value else "no") if name == "at_a_distance" else value
        for name, value in row.items()
        if value is not None and value != ""
    }
