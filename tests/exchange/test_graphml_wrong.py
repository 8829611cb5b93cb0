"""GraphML that is damaged, hostile or says too much: told with its place, and nothing is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands import run_here, said
from exchange.cases import read
from exchange.graphs import GEPHI, YED, one, refused
from mensenwerk.exchange.read.graph_text import graphs_of
from mensenwerk.exchange.read.graphml import NOBODY, read_graphml
from mensenwerk.problems import Problems

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
