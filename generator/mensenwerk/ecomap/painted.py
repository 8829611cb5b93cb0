"""A drawing that needs no page around it: its colours stand in it, and no names that only a page knows."""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.drawing import Drawing, LegendItem
from mensenwerk.themes import themes_folder

SVG = "http://www.w3.org/2000/svg"
_COLOUR = re.compile(r"--mw-eco-([a-z-]+): (#[0-9a-f]{6});")
_ONLY_ON_A_PAGE = ("class", "id", "role", "aria-labelledby", "aria-describedby", "aria-hidden", "focusable", "style")


def painted(drawing: Drawing) -> ET.Element:
    """The picture of a drawing, in the light colours of the theme."""
    return painted_svg(drawing.svg)


def painted_svg(svg: str) -> ET.Element:
    """The same of the SVG of a drawing, of a sign in a legend or of a small map on a card."""
    root = ET.fromstring(svg if "xmlns=" in svg else svg.replace("<svg ", f'<svg xmlns="{SVG}" ', 1))  # noqa: S314  # our own
    for layer in root.iter(f"{{{SVG}}}g"):
        for element in layer:
            _paint(element, layer.get("class", ""))
    return _plain(root)


def sign(item: LegendItem) -> ET.Element:
    """The picture of a line of the legend, of 48 by 20 units."""
    return painted_svg(item.svg)


def as_file(picture: ET.Element) -> bytes:
    """A picture as a file of its own."""
    ET.register_namespace("", SVG)
    return ET.tostring(picture, encoding="unicode").encode()


def _paint(element: ET.Element, layer: str) -> None:
    """The colour that the style sheet gives to what belongs to a circle of people."""
    circle = element.get("class", "").removeprefix("mw-eco-")
    colours = _colours()
    if layer == "mw-eco-sectors":
        element.set("fill", colours[circle])
    elif layer == "mw-eco-people" and circle:
        element.set("stroke", colours[f"{circle}-line"])


def _plain(picture: ET.Element) -> ET.Element:
    for element in picture.iter():
        for name in (*_ONLY_ON_A_PAGE, "data-p", "data-q"):
            element.attrib.pop(name, None)
    return picture


@cache
def _colours() -> dict[str, str]:
    """The light palette, from where the theme has it."""
    css = (themes_folder() / "mensenwerk/assets/mensenwerk/ecomap.css").read_text(encoding="utf-8")
    return dict(_COLOUR.findall(css.partition("@media")[0]))
