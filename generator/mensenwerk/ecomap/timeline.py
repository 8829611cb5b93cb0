"""People over the moments: a row each, a line as long as they are on the map and as thick as the tie is strong.

A moment has no length here: columns stand at equal distances, whatever lay between. Halfway between two moments a line
turns from what it was into what it is: when that was, nobody told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from mensenwerk.ecomap.canvas import SIZE, canvas, finished, write
from mensenwerk.ecomap.drawing import Drawing, LegendItem, LegendWords
from mensenwerk.ecomap.glyphs import number
from mensenwerk.ecomap.legend import picture_of
from mensenwerk.ecomap.measure import text_width, wrap
from mensenwerk.guards.cleared import ClearedMap, ClearedPerson
from mensenwerk.model import words as w

ROW, NAMES, COLUMN = 30.0, 220.0, 190.0
_LINES = {w.Strength.STRONG: (4.2, ""), w.Strength.ORDINARY: (1.7, ""), w.Strength.WEAK: (1.7, "7 5")}
"""Width of the line and its dashes, in every notation: it tells how long, the map tells how."""
TIME_KEYS = ("time-there", "time-broken", "time-deceased", "time-strong", "time-ordinary", "time-weak", "time-break")
_THERE = '<circle class="mw-eco-key-head" fill="#27343b" cx="24" cy="10" r="5"/>'
_BROKEN = '<circle class="mw-eco-key-shape" fill="#fff" stroke="#27343b" stroke-width="1.8" cx="24" cy="10" r="5"/>'
_DEAD = '<text class="mw-eco-key-text" fill="#27343b" x="24" y="15" font-size="15" text-anchor="middle">†</text>'
_PICTURES = dict(zip(TIME_KEYS, (_THERE, _BROKEN, _DEAD), strict=False))
_KEY_OF = {w.Strength.STRONG: "time-strong", w.Strength.ORDINARY: "time-ordinary", w.Strength.WEAK: "time-weak"}
_BREAK = "m-5 6l4 -12m3 12l4 -12"
"""Two strokes across, where a line ends because the contact did."""


def timeline_of(
    maps: Sequence[ClearedMap],
    people: Sequence[tuple[str, str]],
    moments: Sequence[str],
    *,
    name: str,
    words: LegendWords,
) -> Drawing | None:
    """`people`: id and name, in the order of the rows; `moments`: what each map is called. None for one moment."""
    if len(maps) < 2 or not people:
        return None
    left = max(text_width(row, SIZE) for row in [wrap(text, SIZE, NAMES, lines=1)[0] for _, text in people]) + 60
    width, height = left + (len(maps) - 1) * COLUMN + 100, len(people) * ROW + 52
    root, inner = canvas(name, width, height)
    found: set[str] = set()
    here = [{person.id: person for person in each.people} for each in maps]
    for place, moment in enumerate(moments):
        x = left + place * COLUMN
        for line, said in enumerate(wrap(moment, 13.0, COLUMN - 20, lines=2)):
            write(inner, x, 14 + line * 14, said, size=13, anchor="middle")
        rule = {"class": "mw-view-grid", "stroke": "#c9c4ba", "d": f"M{number(x)} 38V{number(height - 6)}"}
        ET.SubElement(inner, "path", rule)
    for row, (id_, text) in enumerate(people):
        y = 52 + row * ROW
        write(inner, left - 28, y + 5, wrap(text, SIZE, NAMES, lines=1)[0], anchor="end")
        for place in range(len(maps)):
            person, x = here[place].get(id_), left + place * COLUMN
            if person is None:
                continue
            after = here[place + 1].get(id_) if place + 1 < len(maps) else None
            if after is not None:
                found.update(_between(inner, person, after, x, y))
            key = "time-deceased" if person.deceased else "time-broken" if person.broken else "time-there"
            found.add(key)
            sign = ET.SubElement(inner, "g", {"transform": f"translate({number(x - 24)} {number(y - 10)})"})
            sign.append(ET.fromstring(_PICTURES[key]))  # noqa: S314  # our own
    legend = tuple(LegendItem(key, _key(key), words[key]) for key in TIME_KEYS if key in found)
    return Drawing(maps[-1].id, finished(root), legend, width, height)


def _between(inner: ET.Element, was: ClearedPerson, now: ClearedPerson, x: float, y: float) -> Iterator[str]:
    """From the moment at `x` to the next: half as it was, half as it is. Gives the keys of what is drawn."""
    middle, end = x + COLUMN / 2, x + COLUMN - 7
    halves = [(was, x + 7, middle), (now, middle, end)]
    strengths = [None if each.broken else _strength(each) or w.Strength.ORDINARY for each in (was, now)]
    if strengths[0] is strengths[1]:
        halves, strengths = [(now, x + 7, end)], strengths[:1]
    for (_, start, stop), strength in zip(halves, strengths, strict=True):
        if strength is not None:
            _stretch(inner, strength, f"M{number(start)} {number(y)}h{number(stop - start)}")
            yield _KEY_OF[strength]
    if None in strengths and len(strengths) > 1:
        look = {"class": "mw-eco-key-line", "stroke": "#27343b", "stroke-width": "1.7", "fill": "none"}
        ET.SubElement(inner, "path", {**look, "d": f"M{number(middle)} {number(y)}{_BREAK}"})
        yield "time-break"


def _stretch(parent: ET.Element, strength: w.Strength, course: str) -> None:
    thick, dash = _LINES[strength]
    look = {"class": "mw-eco-key-line", "stroke": "#27343b", "stroke-width": number(thick)}
    if dash:
        look["stroke-dasharray"] = dash
    ET.SubElement(parent, "path", {**look, "d": course})


def _key(key: str) -> str:
    if key in _PICTURES:
        return picture_of(_PICTURES[key])
    group = ET.Element("g")
    if key == "time-break":
        look = {"class": "mw-eco-key-line", "stroke": "#27343b", "stroke-width": "1.7", "fill": "none"}
        ET.SubElement(group, "path", {**look, "d": f"M24 10{_BREAK}"})
    else:
        _stretch(group, next(strength for strength, each in _KEY_OF.items() if each == key), "M4 10h40")
    return picture_of(ET.tostring(group[0], encoding="unicode"))


def _strength(person: ClearedPerson) -> w.Strength | None:
    """The strongest tie that is not broken."""
    told = {tie.strength for tie in person.ties if not tie.broken}
    return next((strength for strength in _LINES if strength in told), None)
