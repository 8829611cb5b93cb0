"""GraphML of NetworkX, igraph, Gephi, yEd and our own becomes a case, with roles in place of names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands import run_here, said
from exchange.cases import read, subject
from mensenwerk.exchange.read.graph_text import graphs_of
from mensenwerk.exchange.read.graphml import NOBODY, read_graphml
from mensenwerk.exchange.read.own_graph import MARK
from mensenwerk.exchange.write import graph as written
from mensenwerk.model import Case, read_case
from mensenwerk.problems import Problems
from mensenwerk.source import read_file

NAMES = ("Zelda", "Ottokar", "Ibolya", "Mirza", "Quastenburg")

GEPHI = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
<key attr.name="weight" attr.type="double" for="edge" id="weight"/>
<key attr.name="Edge Id" attr.type="string" for="edge" id="edgeid"/>
<key attr.name="r" attr.type="int" for="node" id="r"/>
<key attr.name="x" attr.type="float" for="node" id="x"/>
<key attr.name="Relation" attr.type="string" for="node" id="relation"><default>friend</default></key>
<key attr.name="Shoe size" attr.type="int" for="node" id="shoe"/>
<graph edgedefault="undirected">
<node id="0"><data key="label">Ego</data><data key="r">10</data><data key="relation"></data></node>
<node id="1"><data key="label">Ottokar Quastenburg</data><data key="relation">father</data>
  <data key="x">3.5</data></node>
<node id="2"><data key="label">Ibolya</data><data key="shoe">41</data></node>
<edge id="0" source="0" target="1"><data key="edgeid">0</data><data key="weight">1.0</data></edge>
<edge id="1" source="0" target="2"><data key="weight">3.0</data></edge>
<edge id="2" source="1" target="2"><data key="weight">2.0</data></edge>
</graph>
</graphml>
"""

YED = """\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <!--Created by yEd 3.23-->
  <key for="port" id="d1" yfiles.type="portgraphics"/>
  <key attr.name="url" attr.type="string" for="node" id="d4"/>
  <key attr.name="description" attr.type="string" for="node" id="d5"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="graphml" id="d7" yfiles.type="resources"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry x="1.0" y="2.0"/>
      <y:NodeLabel fontSize="12">ik<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel>
    </y:ShapeNode></data></node>
    <node id="n1" yfiles.foldertype="group">
      <data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">
        <y:GroupNode><y:NodeLabel>familie</y:NodeLabel></y:GroupNode>
        <y:GroupNode><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode>
      </y:Realizers></y:ProxyAutoBoundsNode></data>
      <graph edgedefault="directed" id="n1:">
        <node id="n1::n0"><data key="d5"><![CDATA[belt elke dag]]></data>
          <data key="d6"><y:ShapeNode><y:NodeLabel>Ottokar</y:NodeLabel></y:ShapeNode></data></node>
        <node id="n1::n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Ibolya</y:NodeLabel></y:ShapeNode></data></node>
        <edge id="n1::e0" source="n1::n0" target="n1::n1"/>
      </graph>
    </node>
    <node id="n2"><data key="d6"><y:ShapeNode><y:NodeLabel>Mirza</y:NodeLabel></y:ShapeNode></data>
      <port name="a"/></node>
    <edge id="e0" source="n0" target="n1::n0"><data key="d10"><y:PolyLineEdge>
      <y:EdgeLabel>vader<y:LabelModel/></y:EdgeLabel></y:PolyLineEdge></data></edge>
    <edge id="e1" source="n2" target="n0"/>
    <edge id="e2" source="n2" target="n2"/>
  </graph>
  <data key="d7"><y:Resources/></data>
</graphml>
"""


def cases(folder: Path, name: str, *options: str) -> tuple[list[Case], str]:
    """The cases made of a file, in the order of their ids, and what was said."""
    done = run_here("import", name, *options, folder=folder)
    assert done.returncode == 0, said(done)
    found = []
    for file in sorted(folder.glob("*.yaml")):
        assert [each for each in NAMES if each.lower() in file.read_text(encoding="utf-8").lower()] == []
        problems = Problems()
        document = read_file(file, file.name, problems)
        assert document is not None
        one = read_case(document, problems)
        assert one is not None, problems.found
        found.append(one.case)
    assert [each for each in NAMES if each in said(done)] == []
    return found, said(done)


def one(folder: Path, text: str, *options: str) -> tuple[Case, str]:
    (folder / "graaf.graphml").write_text(text, encoding="utf-8")
    (found,), told = cases(folder, "graaf.graphml", *options)
    return found, told


def refused(folder: Path, text: str | bytes, *options: str) -> str:
    raw = text.encode() if isinstance(text, str) else text
    (folder / "graaf.graphml").write_bytes(raw)
    done = run_here("import", "graaf.graphml", *options, folder=folder)
    assert done.returncode == 1, said(done)
    assert list(folder.glob("*.yaml")) == []
    assert [each for each in NAMES if each in said(done)] == []
    return said(done)


def people(case: Case) -> dict[str, tuple[str, ...]]:
    return {each.id: tuple(each.circle) for each in case.people}


def pairs(case: Case) -> set[frozenset[str]]:
    return {frozenset(each.between) for each in case.who_knows_who.pairs}


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


_BITS = [
    "",
    "<node id='x'>",
    "</node>",
    "<graph>",
    "</graph>",
    "<data key='d6'>",
    "</data>",
    "<",
    ">",
    "'",
    '"',
    "&lt;",
    "x",
]
_BOMB = '<!DOCTYPE g [<!ENTITY a "{}"><!ENTITY b "{}">]><graphml><graph><node id="&b;"/></graph></graphml>'
_OUTSIDE = '<!DOCTYPE graphml SYSTEM "{}"><graphml><graph><node id="ego"/></graph></graphml>'
REFUSED = {
    "entities": (_BOMB.format("x" * 5000, "&a;" * 5000), "graaf.graphml:1:1: Dit bestand bepaalt zelf"),
    "a file outside": (_OUTSIDE.format("file:///etc/passwd"), "graaf.graphml:1:1: Dit bestand bepaalt zelf"),
    "an entity that nobody defined": (
        "<graphml>\n<graph>&x;</graph></graphml>",
        "graaf.graphml:2:8: Dit is geen geldige XML",
    ),
    "no XML": ("graph {a -- b}", "graaf.graphml:1:1: Dit is geen geldige XML"),
    "half a file": ("<graphml><graph>\n<node id='a'/>\n", "graaf.graphml:3:1: Dit is geen geldige XML"),
    "other XML": ("<gexf><graph/></gexf>", "Bij graphml staat iets anders dan GraphML schrijft"),
    "no graph": ("<graphml/>", "Bij graphml staat iets anders dan GraphML schrijft"),
    "nobody": ("<graphml><graph/></graphml>", "Hier staat niemand in"),
    "nothing": ("", "Dit bestand is leeg"),
    "very deep": ("<graphml><graph>" + "<node id='a'><graph>" * 30, "veel te veel in elkaar genest"),
    "a point without an id": ("<graphml><graph>\n<node/></graph></graphml>", "graaf.graphml:2:1: Bij node"),
    "two points with one id": (
        "<graphml><graph>\n<node id='Zelda'/>\n<node id='Zelda'/></graph></graphml>",
        "graaf.graphml:3:1: Dit punt heeft een id die een ander punt al heeft",
    ),
    "a line to nowhere": (
        "<graphml><graph><node id='ego'/>\n<edge source='ego' target='Zelda'/></graph></graphml>",
        "graaf.graphml:2:1: Deze lijn leidt naar een punt dat er niet is",
    ),
    "a line with one end": (
        "<graphml><graph><node id='ego'/>\n<edge source='ego'/></graph></graphml>",
        "graaf.graphml:2:1: Bij edge",
    ),
    "a key without an id": ("<graphml>\n<key for='node'/><graph/></graphml>", "graaf.graphml:2:1: Bij key"),
    "a whole town": (
        "<graphml><graph><node id='ego'/>" + "".join(f"<node id='a{n}'/>" for n in range(151)) + "</graph></graphml>",
        "ten hoogste 150",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_told_with_its_line_and_nothing_is_written(folder: Path, registry: Path, name: str) -> None:
    text, expected = REFUSED[name]
    assert expected in refused(folder, text)
    assert registry.read_text(encoding="utf-8") == ""


def test_all_that_is_wrong_is_told_at_once(folder: Path) -> None:
    told = refused(folder, "<graphml><graph>\n<node/>\n<node id='a'/>\n<edge source='a' target='b'/></graph></graphml>")
    assert [line.split(" ")[0] for line in told.splitlines()] == ["graaf.graphml:2:1:", "graaf.graphml:4:1:"]


@settings(max_examples=200)
@given(
    st.sampled_from([GEPHI, YED]),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 40), st.sampled_from(_BITS)), max_size=4),
)
def test_a_file_that_is_damaged_anywhere_is_read_or_its_faults_are_told(
    text: str, cuts: list[tuple[int, int, str]]
) -> None:
    for begin, length, bit in cuts:
        text = text[:begin] + bit + text[begin + length :]
    for ego in (None, "0", NOBODY):
        problems = Problems()
        networks = read_graphml(text.encode(), "graaf.graphml", ego, problems)
        assert bool(networks) is not bool(problems.errors())


@pytest.mark.skipif(sys.platform == "win32", reason="a link takes rights there")
def test_a_link_is_not_followed(folder: Path) -> None:
    (folder / "echt.graphml").write_text(GEPHI, encoding="utf-8")
    (folder / "graaf.graphml").symlink_to(folder / "echt.graphml")
    assert run_here("import", "graaf.graphml", folder=folder).returncode == 1


def test_a_case_of_a_graph_is_read_as_any_other(folder: Path) -> None:
    one(folder, GEPHI)
    text = (folder / "ingelezen.yaml").read_text(encoding="utf-8")
    assert read(text).case.publication.intended_for == "internal"  # type: ignore[union-attr]
    assert "Ingelezen uit GraphML" in text


def test_fields_of_one_name_are_numbered_and_however_many_there_are_read_in_one_go() -> None:
    """A second look at each of these would take minutes."""
    many = 20_000
    keys = "".join(f'<key id="k{n}" for="node" attr.name="label" attr.type="string"/>' for n in range(many))
    data = "".join(f'<data key="k{n}">waarde {n}</data>' for n in range(many))
    raw = f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}<graph edgedefault="undirected">'
    found = graphs_of(f'{raw}<node id="a">{data}</node></graph></graphml>'.encode(), "een.graphml", Problems("nl"))
    assert found is not None
    fields = found.graphs[0].points["a"].fields
    assert len(fields) == many
    assert (fields["label"], fields["label 2"], fields["label 3"]) == ("waarde 0", "waarde 1", "waarde 2")


def test_a_kind_of_support_that_is_none_is_told_and_not_taken_over(folder: Path) -> None:
    text = (
        '<graphml><!-- Made by Mensenwerk. --><key id="s" for="edge" attr.name="support_Ottokar"/><graph>'
        '<node id="ego"/><node id="n1"/><edge source="ego" target="n1"><data key="s">both</data></edge></graph>'
        "</graphml>"
    )
    (folder / "graaf.graphml").write_text(text, encoding="utf-8")
    done = run_here("import", "graaf.graphml", folder=folder)
    assert done.returncode == 0, said(done)
    assert "Ottokar" not in said(done)
    assert "een veld waarvan de naam hier niet kan staan, één keer" in said(done)


def test_values_that_hold_for_many_points_are_not_filled_in_without_end() -> None:
    """A small file would take a gigabyte."""
    keys = "".join(f'<key id="k{n}" for="node" attr.name="f{n}"><default>x</default></key>' for n in range(2001))
    points = "".join(f'<node id="n{n}"/>' for n in range(120))
    text = f"<graphml>{keys}<graph>{points}</graph></graphml>"
    problems = Problems()
    assert read_graphml(text.encode(), "graaf.graphml", NOBODY, problems) == []
    assert [problem.code for problem in problems.found] == ["import-rows"]
