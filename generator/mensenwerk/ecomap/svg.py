"""What Graphviz drew, made into a fragment for a page: allowlisted, in layers, coloured by classes only.

Only the geometry of known groups is taken over; everything else (titles, comments, styles) stays behind.
Fill and stroke on the layers are a fallback for readers without the style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.captions import SIZE as CAPTION
from mensenwerk.ecomap.captions import captions
from mensenwerk.ecomap.dot import MARK
from mensenwerk.ecomap.drawing import DrawingImpossible, LegendWords
from mensenwerk.ecomap.geometry import Cubic, Point
from mensenwerk.ecomap.glyphs import course, gapped, number, pair, side_by_side, ticks
from mensenwerk.ecomap.marks import draw_mark
from mensenwerk.ecomap.plan import Plan
from mensenwerk.ecomap.scene import Edge, Node, Scene
from mensenwerk.ecomap.sectors import wedge
from mensenwerk.ecomap.words import SIZE as WORD
from mensenwerk.ecomap.words import placed_words

FONT = "Arial, Liberation Sans, Helvetica, sans-serif"
INK, QUIET, PAPER = "#27343b", "#72858f", "#ffffff"
_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


def svg_of(scene: Scene, plan: Plan, drawn: str, name: str, words: LegendWords) -> str:
    """One line of SVG whose root has id `name`. Raises DrawingImpossible when the engine left something out."""
    parts = _Parts(drawn)
    left, top, width, height = plan.frame
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "mw-ecomap",
            "id": name,
            "role": "img",
            "aria-labelledby": f"{name}-title",
            "aria-describedby": f"{name}-summary",
            "viewBox": " ".join(number(value) for value in (left, top, width, height)),
            "style": f"--mw-drawn: {number(width)}px",
        },
    )
    inner = ET.SubElement(root, "g", {"aria-hidden": "true", "font-family": FONT})
    a, b = plan.rim
    ground = {"class": "mw-eco-ground", "fill": "#f7f5f0", "rx": number(a), "ry": number(b)}
    ET.SubElement(inner, "ellipse", ground)
    _sectors(inner, scene, plan, words)
    whose = {node.id: node.person for node in scene.nodes if node.person}
    core = _layer(inner, "mw-eco-core", PAPER, INK, "2")
    core.extend(parts.figure(scene.core))
    links = _layer(inner, "mw-eco-links", "none", QUIET)
    ties = _layer(inner, "mw-eco-ties", "none", INK)
    for edge in scene.edges:  # what stayed on a map of change is as quiet as a line between others
        _draw_edge(links if edge.kind in ("link", "still") else ties, edge, parts, _pointed(edge, whose))
    for class_, nodes in (("mw-eco-members", scene.members), ("mw-eco-people", scene.nodes)):
        if nodes:
            layer = _layer(inner, class_, PAPER, INK, "1.6")
            for node in nodes:
                _draw_node(layer, node, parts)
    labels = [scene.core, *scene.members, *scene.nodes]
    text = ET.SubElement(inner, "g", {"class": "mw-eco-text", "fill": INK, "text-anchor": "middle"})
    for node in labels:
        _draw_label(text, node)
    said = placed_words(scene, plan)
    if scene.marks:
        layer = ET.SubElement(inner, "g", {"class": "mw-eco-marks"})
        for mark, place in scene.marks:
            draw_mark(layer, mark, place)
    if said:
        layer = ET.SubElement(
            inner,
            "g",
            {
                "class": "mw-eco-words",
                "fill": INK,
                "stroke": PAPER,
                "stroke-width": "3",
                "font-size": number(WORD),
                "font-style": "italic",
                "text-anchor": "middle",
                "paint-order": "stroke",
                "stroke-linejoin": "round",
            },
        )
        for x, y, row, edge in said:
            ET.SubElement(layer, "text", {"x": number(x), "y": number(y), **_pointed(edge, whose)}).text = row
    return ET.tostring(root, encoding="unicode")


def _layer(parent: ET.Element, class_: str, fill: str, stroke: str, width: str = "") -> ET.Element:
    attributes = {"class": class_, "fill": fill, "stroke": stroke}
    if width:
        attributes["stroke-width"] = width
    return ET.SubElement(parent, "g", attributes)


def _sectors(parent: ET.Element, scene: Scene, plan: Plan, words: LegendWords) -> None:
    shown = [sector for sector in plan.sectors if sector.circle in scene.circles]
    if not shown:
        return
    layer = ET.SubElement(
        parent, "g", {"class": "mw-eco-sectors", "fill": "#ebe8e1", "stroke": PAPER, "stroke-width": "3"}
    )
    for sector in shown:
        ET.SubElement(layer, "path", {"class": f"mw-eco-{sector.circle.value}", "d": wedge(sector, plan)})
    text = ET.SubElement(parent, "g", {"class": "mw-eco-captions", "fill": "#4c5a61", "font-size": number(CAPTION)})
    text.extend(captions([(words[f"circle-{sector.circle.value}"], sector) for sector in shown], plan))


def _pointed(edge: Edge, whose: Mapping[str, int]) -> dict[str, str]:
    """Between which people a line lies and what a tie says, so that a page can let a reader look at some of them."""
    people = [str(whose[end]) for end in (edge.start, edge.end) if end in whose]
    if not people:
        return {}
    look = edge.look
    says = {"gives": look.head_to, "costs": look.head_from, "tense": bool(look.ticks), "broken": look.broken}
    kinds = {"tie": says, "link": {"tense": bool(look.ticks)}}  # who knows whom has its own way to be looked at
    told = [word for word, holds in kinds.get(edge.kind, {}).items() if holds]
    return {"data-p": " ".join(people), **({"data-q": " ".join(told)} if told else {})}


def _draw_node(layer: ET.Element, node: Node, parts: _Parts) -> None:
    elements = parts.figure(node)
    if node.circle is not None:
        for element in elements:
            element.set("class", f"mw-eco-{node.circle.value}")
    if node.person:
        for element in elements:
            element.set("data-p", str(node.person))
    if node.weight:
        elements[0].set("stroke-width", number(node.weight))
    if node.dash:
        elements[0].set("stroke-dasharray", node.dash)
    layer.extend(reversed(elements))  # the outer outline lies under the inner one


def _draw_label(layer: ET.Element, node: Node) -> None:
    for line in node.lines:
        attributes = {
            "x": number(node.box.x),
            "y": number(node.box.y + line.y + (4.0 if node.shape == "place" else 0.0)),
            "font-size": number(line.size),
        }
        if line.bold:
            attributes["font-weight"] = "700"
        if node.person:
            attributes["data-p"] = str(node.person)
        ET.SubElement(layer, "text", attributes).text = line.text


def _draw_edge(layer: ET.Element, edge: Edge, parts: _Parts, pointed: Mapping[str, str]) -> None:
    look = edge.look
    curve, heads = parts.edge(edge)
    width = {"stroke-width": number(look.width)}
    if look.broken:
        line, bars = gapped(curve)
        _line(layer, line, width, pointed)
        _line(layer, bars, {"stroke-width": "2.4"}, pointed)
    else:
        dash = {"stroke-dasharray": look.dash} if look.dash else {}
        line = "".join(course(each) for each in side_by_side(curve, look.lines, look.width))
        _line(layer, line, {**width, **dash}, pointed)
    if look.ticks:
        size = 4.0 if edge.kind == "link" else 6.5 if look.width > 3 else 5.0
        _line(layer, ticks(curve, look.ticks, size=size, gap=look.broken), {"stroke-width": "1.5"}, pointed)
    for head in heads:
        points = " ".join(pair(point) for point in head)
        shape = {"class": "mw-eco-head", "fill": INK, "stroke": "none", "points": points}
        ET.SubElement(layer, "polygon", {**shape, **pointed})


def _line(layer: ET.Element, course: str, look: Mapping[str, str], pointed: Mapping[str, str]) -> None:
    ET.SubElement(layer, "path", {"d": course, **look, **pointed})


class _Parts:
    """The groups of Graphviz's SVG by id, moved back to our coordinates."""

    def __init__(self, drawn: str) -> None:
        try:
            root = ET.fromstring(drawn)  # noqa: S314 (written by our own engine; expat loads nothing from outside)
        except ET.ParseError as cause:
            raise DrawingImpossible("broken") from cause
        self._groups = {group.get("id", ""): group for group in root.iter(f"{_SVG}g")}
        mark = self._find(MARK).find(f"{_SVG}ellipse")
        if mark is None:
            raise DrawingImpossible("broken")
        self._dx, self._dy = float(mark.get("cx", "")), float(mark.get("cy", ""))

    def _find(self, key: str) -> ET.Element:
        if key not in self._groups:
            raise DrawingImpossible("broken")
        return self._groups[key]

    def figure(self, node: Node) -> list[ET.Element]:
        """The outlines of a figure, the inner one first."""
        group = self._find(node.id)
        if len(group.findall(f"{_SVG}text")) != len(node.lines):
            raise DrawingImpossible("broken")
        elements = [element for child in group if (element := self._outline(child)) is not None]
        if len(elements) != (2 if node.double else 1):
            raise DrawingImpossible("broken")
        return elements

    def _outline(self, child: ET.Element) -> ET.Element | None:
        tag = child.tag.removeprefix(_SVG)
        if tag == "ellipse":
            middle = {
                "cx": float(child.get("cx", "")) - self._dx,
                "cy": float(child.get("cy", "")) - self._dy,
            }
            size = {key: float(child.get(key, "")) for key in ("rx", "ry")}
            return ET.Element(tag, {key: number(value) for key, value in {**middle, **size}.items()})
        if tag == "polygon":
            points = self._points(child.get("points", ""))
            if points[0] == points[-1]:
                points.pop()
            return ET.Element(tag, {"points": " ".join(pair(point) for point in points)})
        if tag == "path":
            return ET.Element(tag, {"d": _path(self._points(child.get("d", "")))})
        return None

    def edge(self, edge: Edge) -> tuple[Cubic, list[list[Point]]]:
        """The curve of a line and the outlines of its arrowheads."""
        group = self._find(edge.id)
        path = group.find(f"{_SVG}path")
        points = self._points(path.get("d", "")) if path is not None else []
        heads = [self._points(head.get("points", ""))[:3] for head in group.findall(f"{_SVG}polygon")]
        if len(points) != 4 or len(heads) != edge.look.head_from + edge.look.head_to:
            raise DrawingImpossible("broken")
        return (points[0], points[1], points[2], points[3]), heads

    def _points(self, text: str) -> list[Point]:
        values = [float(value) for value in _NUMBER.findall(text)]
        return [(x - self._dx, y - self._dy) for x, y in zip(values[::2], values[1::2], strict=True)]


def _path(points: list[Point]) -> str:
    """A rounded outline: Graphviz writes its straight pieces as curves of which three points are the same."""
    text = f"M{pair(points[0])}"
    for b, c, d in zip(points[1::3], points[2::3], points[3::3], strict=True):
        text += f"L{pair(d)}" if c == d else f"C{pair(b)} {pair(c)} {pair(d)}"
    return text + "Z"
