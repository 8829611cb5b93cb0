"""GraphML of NetworkX, igraph, Gephi, yEd and our own becomes a case, with roles in place of names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest

from commands import run_here, said
from exchange.cases import subject
from exchange.graphs import GEPHI, NAMES, YED, cases, one, pairs, people, refused
from mensenwerk.exchange.read.own_graph import MARK
from mensenwerk.exchange.write import graph as written


def a_graph(directed: bool = False) -> Any:
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_node("Zelda", role="ego", gender="f", age=45)
    graph.add_node("Ottokar", relation="father", age=71, close="very close", deceased=True)
    graph.add_node("Ibolya", relation="friend", shoe=41)
    graph.add_node("Mirza", relation="neighbour", notes="Mirza belt elke dag")
    graph.add_edge("Zelda", "Ottokar", strength="strong")
    graph.add_edge("Zelda", "Ibolya", weight=2.5, frequency="weekly")
    graph.add_edge("Ottokar", "Ibolya", weight=1.0)
    return graph


def test_a_graph_of_networkx_becomes_a_case(folder: Path, registry: Path) -> None:
    nx.write_graphml(a_graph(), folder / "graaf.graphml")
    (case,), told = cases(folder, "graaf.graphml", "--language", "en")
    assert people(case) == {"father": ("family",), "friend": ("friends",), "neighbour": ("neighbours",)}
    father, friend, neighbour = case.people
    assert (case.centre[0].sign, case.centre[0].age) == ("woman", "40-49")
    assert (father.age, father.ring, father.deceased, father.ties[0].strength) == ("70-79", "inner", True, "strong")
    assert friend.contact.how_often == "weekly"
    assert len(friend.ties) == 1
    assert neighbour.ties == ()
    assert pairs(case) == {frozenset({"father", "friend"})}
    assert not case.who_knows_who.complete
    assert {line.split(" = ")[0] for line in registry.read_text(encoding="utf-8").splitlines() if line} == {
        *("Zelda", "Ottokar", "Ibolya", "Mirza")
    }
    for name in ("weight, once", "shoe, once", "notes, once"):
        assert name in told


def test_which_way_a_line_points_is_told_and_a_line_both_ways_is_one(folder: Path) -> None:
    graph = a_graph(directed=True)
    graph.add_edge("Ibolya", "Ottokar")
    graph.add_edge("Ottokar", "Zelda")
    nx.write_graphml(graph, folder / "graaf.graphml")
    (case,), told = cases(folder, "graaf.graphml", "--language", "en")
    assert len(case.people[0].ties) == 1
    assert pairs(case) == {frozenset({"father", "friend"})}
    assert "edge, 5 times: the line itself was taken over" in told


def test_a_graph_of_igraph_becomes_a_case(folder: Path, registry: Path) -> None:
    graph = igraph.Graph([(0, 1), (0, 2), (1, 2)])
    graph.vs["name"] = ["ego", "Ottokar", "Ibolya"]
    graph.vs["rel"] = ["", "brother", "sister"]
    graph.vs["kind"] = ["", "person", "person"]
    graph["bron"] = "vragenlijst"
    graph.write_graphml(str(folder / "graaf.graphml"))
    (case,), told = cases(folder, "graaf.graphml", "--language", "en")
    assert people(case) == {"brother": ("family",), "sister": ("family",)}
    assert pairs(case) == {frozenset({"brother", "sister"})}
    assert "bron, once" in told
    assert "Ottokar = imported/brother" in registry.read_text(encoding="utf-8")


def test_a_graph_of_gephi_becomes_a_case(folder: Path) -> None:
    case, told = one(folder, GEPHI, "--language", "en")
    assert people(case) == {"father": ("family",), "friend": ("friends",)}
    assert [len(each.ties) for each in case.people] == [1, 1]
    assert pairs(case) == {frozenset({"father", "friend"})}
    assert "Shoe size, once" in told
    assert "weight, 2 times" in told
    assert "x, once: left out; it is something of the other tool itself." in told


def test_a_graph_of_yed_becomes_a_case_with_its_groups_as_circles(folder: Path, registry: Path) -> None:
    case, told = one(folder, YED)
    assert people(case) == {"vader": ("family",), "familielid": ("family",), "iemand": ()}
    assert [len(each.ties) for each in case.people] == [1, 0, 1]
    assert pairs(case) == {frozenset({"vader", "familielid"})}
    assert "description, één keer: weggelaten" in told
    assert "edge, één keer: weggelaten; de lijn verbindt iemand met zichzelf." in told
    assert "port, één keer" in told
    assert "Folder" not in registry.read_text(encoding="utf-8")


def test_a_group_that_a_line_leads_to_is_someone(folder: Path) -> None:
    line = '<edge id="e3" source="n0" target="n1"/></graph>\n  <data key="d7">'
    case, told = one(folder, YED.replace('</graph>\n  <data key="d7">', line))
    assert [each.kind for each in case.people].count("group") == 1
    assert "label 2" not in told  # the label of a group that is closed


@pytest.fixture
def ours(folder: Path) -> Path:
    """A map that we wrote, with one person in the middle."""
    text = """\
language: en
id: the-bench
title: The bench
centre: {id: keeper, who: the bridge keeper, symbol: man}
people:
  - {id: brother, who: his brother, circle: [family, neighbours], ring: inner, meaning: He listens., missed: yes,
     ties: {strength: strong, tension: often, support: {company: both}, word: late}}
  - {id: dog, who: his dog, kind: animal, pseudonym: Zelda}
who_knows_who: {complete: yes, pairs: {between: [brother, dog], bond: good}}
maps: [{id: now, moment: at the table, when: autumn}]
"""
    case = subject(text)
    (folder / "graaf.graphml").write_bytes(written.graphml(case, case.case.maps[0]))
    return folder


def test_a_map_that_we_wrote_comes_back_with_its_ties_and_without_its_texts(ours: Path, registry: Path) -> None:
    (case,), told = cases(ours, "graaf.graphml", "--language", "en")
    brother, dog = case.people
    assert case.centre[0].sign == "man"
    assert (brother.who, brother.circle, brother.ring, brother.missed) == (
        *("his brother", ("family", "neighbours"), "inner", True),
    )
    tie = brother.ties[0]
    assert (tie.strength, tie.tension, tie.support.company, tie.word) == ("strong", "often", "both", None)
    assert (dog.who, dog.kind) == ("his dog", "animal")
    assert pairs(case) == {frozenset({brother.id, dog.id})}
    assert case.who_knows_who.complete
    assert case.maps[0].moment == "at the table"
    assert "meaning, once" in told
    assert registry.read_text(encoding="utf-8") == ""  # a pseudonym is no real name


def test_a_household_that_we_wrote_asks_who_it_is_about(folder: Path) -> None:
    case = subject()
    raw = written.graphml(case, case.case.maps[0])
    assert "--ego" in refused(folder, raw)
    (found,), _ = cases(folder, "graaf.graphml", "--ego", "c1", "--language", "en")
    assert len(found.people) == 3
    assert all(each.to == found.centre[0].id for person in found.people for each in person.ties)


def test_our_own_files_are_known_by_the_same_mark_that_is_put_in_them() -> None:
    assert MARK == written.MARK


@pytest.mark.parametrize("said_as", [{"ego": True}, {"isEgo": "yes"}, {"type": "ego"}, {"label": "ik"}])
def test_the_point_that_says_so_is_the_person_it_is_about(folder: Path, said_as: dict[str, Any]) -> None:
    graph = nx.Graph([("n0", "n1"), ("n1", "n2")])
    graph.add_node("n0", **said_as)
    nx.write_graphml(graph, folder / "graaf.graphml")
    (case,), told = cases(folder, "graaf.graphml")
    assert len(case.people) == 2
    assert [len(each.ties) for each in case.people] == [1, 0]
    assert "ego, één keer" not in told


def test_the_only_point_with_a_line_to_all_others_is_taken_and_it_is_told(folder: Path) -> None:
    nx.write_graphml(nx.star_graph(["n0", "n1", "n2", "n3"]), folder / "graaf.graphml")
    (case,), told = cases(folder, "graaf.graphml")
    assert len(case.people) == 3
    assert "Klopt dat niet, zeg het dan met --ego" in told


@pytest.mark.parametrize("graph", [nx.complete_graph(4), nx.path_graph(4), nx.path_graph(2), nx.path_graph(1)])
def test_where_nothing_tells_whom_it_is_about_the_author_is_asked(folder: Path, graph: Any) -> None:
    nx.write_graphml(graph, folder / "graaf.graphml")
    assert "--ego" in refused(folder, (folder / "graaf.graphml").read_bytes())
    (case,), _ = cases(folder, "graaf.graphml", "--ego", "0")
    assert len(case.people) == len(graph) - 1


def test_the_person_it_is_about_can_be_named_by_a_label_or_be_nobody_of_them(folder: Path, registry: Path) -> None:
    graph = nx.Graph([("1", "2"), ("2", "3"), ("1", "3")])
    for key, name in zip("123", NAMES, strict=False):
        graph.nodes[key]["name"] = name
    nx.write_graphml(graph, folder / "graaf.graphml")
    assert "--ego" in refused(folder, (folder / "graaf.graphml").read_bytes(), "--ego", "Quastenburg2")
    (first,), _ = cases(folder, "graaf.graphml", "--ego", "zelda", "--id", "a")
    assert len(first.people) == 2
    (_, second), told = cases(folder, "graaf.graphml", "--ego", "none", "--id", "b")
    assert len(second.people) == 3
    assert all(len(each.ties) == 1 for each in second.people)
    assert "van deze persoon zelf staat er niets" in told
    assert "Zelda = a/ik" in registry.read_text(encoding="utf-8")


def test_only_graphml_asks_who_it_is_about(folder: Path) -> None:
    (folder / "egos.csv").write_text("egoID;sex\n1;w\n", encoding="utf-8")
    done = run_here("import", "egos.csv", "--ego", "1", folder=folder)
    assert done.returncode == 1
    assert "alleen voor GraphML" in said(done)


def test_each_graph_in_a_file_becomes_a_case(folder: Path) -> None:
    graph = "<graph edgedefault='undirected'><node id='ego'/><node id='a1'/><edge source='ego' target='a1'/></graph>"
    (folder / "graaf.xml").write_text(f"<graphml>{graph}{graph}</graphml>", encoding="utf-8")
    found, _ = cases(folder, "graaf.xml")
    assert [len(each.people) for each in found] == [1, 1]


def test_more_than_one_who_says_to_be_the_person_is_told_at_the_second(folder: Path) -> None:
    told = refused(folder, "<graphml><graph>\n<node id='ego'/>\n<node id='ik'/>\n</graph></graphml>")
    assert told.startswith("graaf.graphml:3:1: Meer dan één punt")
