"""An empty picture for a page, and the few things that our own pictures are made of."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from mensenwerk.ecomap.glyphs import number
from mensenwerk.ecomap.svg import FONT, INK

SIZE = 14.0


def canvas(name: str, width: float, height: float) -> tuple[ET.Element, ET.Element]:
    """A picture whose root has id `name`, and the group in which all of it stands. The page gives the title
    (`…-title`) and the text (`…-summary`) that the picture points at."""
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "mw-view",
            "id": name,
            "role": "img",
            "aria-labelledby": f"{name}-title",
            "aria-describedby": f"{name}-summary",
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "style": f"--mw-drawn: {number(width)}px",
        },
    )
    return root, ET.SubElement(root, "g", {"aria-hidden": "true", "font-family": FONT})


def write(
    parent: ET.Element, x: float, y: float, text: str, *, size: float = SIZE, anchor: str = "start"
) -> ET.Element:
    """A line of text; `anchor` as in SVG."""
    attributes = {"class": "mw-eco-text", "fill": INK, "x": number(x), "y": number(y), "font-size": number(size)}
    if anchor != "start":
        attributes["text-anchor"] = anchor
    element = ET.SubElement(parent, "text", attributes)
    element.text = text
    return element


def finished(root: ET.Element) -> str:
    """The picture as one line of SVG."""
    return ET.tostring(root, encoding="unicode")
