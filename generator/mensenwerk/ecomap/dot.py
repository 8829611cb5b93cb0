"""A scene as DOT for `neato -n2`. The only place where DOT is quoted.

Nothing of a case decides more than the text of a label: ids are made up, attributes are ours, labels
pass `graphviz.escape` (no HTML mode, no `\\N`), and no URL, image or font comes from data.
DOT counts y upwards, so every y changes its sign here and back in `svg`.
"""

from __future__ import annotations

from collections.abc import Mapping

from graphviz import escape, nohtml
from graphviz.quoting import quote

from mensenwerk.ecomap.geometry import Point, at_length, length_of, part
from mensenwerk.ecomap.household import Symbol
from mensenwerk.ecomap.scene import Edge, Node, Scene
from mensenwerk.ecomap.shapes import Shape

MARK = "core"
"""The node at (0, 0): Graphviz shifts a drawing, this one tells by how much."""

_SHAPES: Mapping[Shape | Symbol | None, str] = {
    None: "shape=ellipse",
    Symbol.PLAIN: "shape=ellipse",
    Symbol.WOMAN: "shape=ellipse",
    Symbol.MAN: "shape=box",
    Symbol.OTHER: "shape=diamond",
    Shape.PERSON: "shape=ellipse",
    Shape.GROUP: "shape=ellipse",
    Shape.PROFESSIONAL: "shape=box style=rounded",
    Shape.ORGANISATION: "shape=box",
    Shape.ANIMAL: "shape=hexagon style=rounded",
    Shape.PLACE: "shape=house",
}


def dot_of(scene: Scene) -> str:
    """The DOT of one map: figures with fixed places and sizes, lines with fixed courses."""
    rows = [
        "digraph {",
        'graph [bgcolor="transparent"]',
        'node [fixedsize=true fontname="Arial" fontsize=10]',
        "edge [penwidth=1]",
    ]
    rows += [_node(node) for node in (scene.core, *scene.members, *scene.nodes)]
    rows += [_edge(edge) for edge in scene.edges]
    return "\n".join([*rows, "}"])


def _node(node: Node) -> str:
    box = node.box
    return (
        f'{node.id} [id={node.id} {_SHAPES[node.shape]} pos="{_pair((box.x, box.y))}!"'
        f" width={box.half_width / 36:.4f} height={box.half_height / 36:.4f}"
        f"{' peripheries=2' if node.double else ''} label={_label(node)}]"
    )


def _label(node: Node) -> str:
    """Lines joined by DOT's `\\n`; an ampersand would start an entity."""
    rows = (str(escape(line.text)).replace("&", "&amp;").replace('"', '\\"') for line in node.lines)
    return str(quote(nohtml("\\n".join(rows))))


def _edge(edge: Edge) -> str:
    look = edge.look
    heads = {(True, True): "both", (True, False): "back", (False, True): "forward", (False, False): "none"}
    curve, size, tips = edge.curve, "", ""
    if look.head_from or look.head_to:
        length = length_of(curve)
        arrow = look.arrow(length)
        size = f" arrowsize={arrow / 10:.2f}"
        cuts = [arrow if look.head_from else 0.0, length - arrow if look.head_to else length]
        _, (first, last) = at_length(curve, cuts)
        tips += f"s,{_pair(curve[0])} " if look.head_from else ""
        tips += f"e,{_pair(curve[3])} " if look.head_to else ""
        curve = part(curve, first, last)
    course = " ".join(_pair(point) for point in curve)
    way = heads[look.head_from, look.head_to]
    return f'{edge.start} -> {edge.end} [id={edge.id} dir={way}{size} pos="{tips}{course}"]'


def _pair(point: Point) -> str:
    x, y = point
    return f"{x + 0.0:.2f},{-y + 0.0:.2f}"
