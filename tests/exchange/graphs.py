"""Files as other programs write GraphML, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

from commands import run_here, said
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
