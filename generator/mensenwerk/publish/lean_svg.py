"""A drawing as it stands in a file that is mailed: the same to see, in fewer bytes.

Only what we drew ourselves comes here. Places are rounded to whole units (a drawing is some 900 wide, and a screen
seldom has more), lines say how far they go instead of where they end, and what the style sheet says is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_BY_STYLE = {
    "mw-eco-ground": {"fill"},
    "mw-eco-sectors": {"fill", "stroke", "stroke-width"},
    "mw-eco-captions": {"fill"},
    "mw-eco-core": {"fill", "stroke"},
    "mw-eco-links": {"stroke"},
    "mw-eco-ties": {"stroke"},
    "mw-eco-head": {"fill", "stroke"},
    "mw-eco-members": {"fill", "stroke"},
    "mw-eco-people": {"fill", "stroke"},
    "mw-eco-text": {"fill"},
    "mw-eco-words": {"fill", "stroke"},
}
"""What the style sheet of a finished file sets, by class: in a drawing it stands for readers that have none."""
_FOR_OTHERS = re.compile(r"data-|aria-hidden|focusable|font-family")
_SHARED = ("font-size", "font-weight", "text-anchor", "stroke-width")
_PLACES = {"x", "y", "cx", "cy", "rx", "ry", "r", "width", "height"}
_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
_TAKES = {"M": 2, "L": 2, "C": 6, "A": 7, "H": 1, "V": 1}


def lean(svg: str) -> str:
    """The drawing, leaner. What it is labelled by stays as it is; its own name goes, for nothing leads to a drawing."""
    root = ET.fromstring(svg if "xmlns=" in svg else svg.replace("<svg ", f'<svg xmlns="{_SVG[1:-1]}" ', 1))  # noqa: S314  # our own
    root.attrib.pop("id", None)
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
        if element is not root:
            _round(element)
        dropped = _BY_STYLE.get(element.get("class", ""), set())
        for name in list(element.attrib):
            if name in dropped or _FOR_OTHERS.match(name):
                del element.attrib[name]
    for group in root.iter("g"):
        _share(group)
    for group in root:  # what only said that no one should read it aloud
        if group.tag == "g" and not group.attrib and len(root) == 1:
            root[:] = list(group)
    return ET.tostring(root, encoding="unicode").replace(" />", "/>")


def _round(element: ET.Element) -> None:
    if element.tag == "polygon":
        element.tag = "path"
        element.set("d", relative(f"M{element.attrib.pop('points')}Z"))
    elif element.tag == "path":
        element.set("d", relative(element.get("d", "")))
    for name in sorted(_PLACES & set(element.keys())):
        element.set(name, _TOKEN.sub(lambda found: str(round(float(found[0]))), element.get(name, "")))


def _share(group: ET.Element) -> None:
    """What most of a group says of itself, said once by the group; what says otherwise goes before."""
    for name in _SHARED:
        said = Counter(each.get(name) for each in group if each.tag != "g")
        value, times = said.most_common(1)[0] if said else (None, 0)
        if value is None or times < 2 or None in said or name in group.attrib:
            continue
        group.set(name, value)
        for each in group:
            if each.get(name) == value:
                del each.attrib[name]


def relative(course: str) -> str:
    """Path data in whole units, each point told from the one before."""
    return "".join(_steps(course)).replace(" -", "-")


def _steps(course: str) -> Iterator[str]:
    tokens = _TOKEN.findall(course)
    here, begin = (0, 0), (0, 0)
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place, again = tokens[place], place + 1, ""
        else:
            again = " "
            command = {"M": "L", "m": "l"}.get(command, command)
        if command in "Zz":
            here = begin
            yield "z"
            continue
        known = command.upper()
        raw = [float(each) for each in tokens[place : place + _TAKES[known]]]
        place += _TAKES[known]
        told, here = _step(known, raw, here, from_here=command.islower())
        begin = here if known == "M" else begin
        sign = again if again and told[0] >= 0 else "" if again else known.lower()
        yield sign + " ".join(map(str, told))


def _step(known: str, raw: list[float], here: tuple[int, int], *, from_here: bool) -> tuple[list[int], tuple[int, int]]:
    """One command from `here`: its numbers from there, in whole units, and where it ends."""
    x, y = here
    if known == "H":
        end = (round(raw[0]) + (x if from_here else 0), y)
        return [end[0] - x], end
    if known == "V":
        end = (x, round(raw[0]) + (y if from_here else 0))
        return [end[1] - y], end
    shape, points = (raw[:5], raw[5:]) if known == "A" else ([], raw)
    dx, dy = (0, 0) if from_here else (x, y)
    moved = [round(value) - (dx, dy)[number % 2] for number, value in enumerate(points)]
    return [*map(round, shape), *moved], (x + moved[-2], y + moved[-1])
