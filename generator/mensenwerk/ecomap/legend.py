"""The legend: a small picture and words for every glyph that occurs on the map, in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from xml.etree.ElementTree import Element, tostring

from mensenwerk.ecomap.drawing import LegendItem, LegendWords
from mensenwerk.ecomap.geometry import bent, straight
from mensenwerk.ecomap.glyphs import course, gapped, number, side_by_side, ticks
from mensenwerk.ecomap.marks import Mark, draw_mark
from mensenwerk.ecomap.notation import Notation, Stroke, circle_key, support_key
from mensenwerk.ecomap.shapes import Shape, shape_of
from mensenwerk.guards.cleared import ALL, ClearedMap, ClearedTie
from mensenwerk.model import words as w

LEGEND_KEYS = (
    "member-woman", "member-man", "member-other", "member-first", "member-partly", "member-absent",
    "person", "group", "professional", "organisation", "animal", "place", "deceased", "missed",
    "strong", "ordinary", "weak", "tension-sometimes", "tension-often", "broken",
    "energy-gives", "energy-costs", "energy-both", "word",
    "link-good", "link-ordinary", "link-superficial", "link-broken",
)  # fmt: skip
"""Every key of the legend of a map, in the order in which the legend tells them."""
CHANGE_KEYS = (*(mark.value for mark in Mark), "change-other", "change-still")
"""The same of a map of change."""

_SHAPE = 'class="mw-eco-key-shape" fill="#fff" stroke="#27343b" stroke-width="1.6"'
_LINE = 'class="mw-eco-key-line" fill="none" stroke="#27343b"'
_LINK = 'class="mw-eco-key-link" fill="none" stroke="#72858f"'
_HEAD = 'class="mw-eco-key-head" fill="#27343b"'
_ROW = straight((3.0, 10.0), (45.0, 10.0))
_ARC = bent((3.0, 15.0), (24.0, 1.0), (45.0, 15.0))


def legend_of(map_: ClearedMap, words: LegendWords, notation: Notation) -> tuple[LegendItem, ...]:
    """Only what occurs on this map; the plain line is named as soon as there is a line."""
    found = keys_of(map_)
    told = signs_of([key for key in LEGEND_KEYS if key in found], words, notation)
    return (*told, *circle_codes(map_, words, notation), *_support_codes(map_, words, notation))


def signs_of(keys: Sequence[str], words: LegendWords, notation: Notation) -> tuple[LegendItem, ...]:
    """Signs by their keys: what a map holds, or what someone may draw with."""
    lines = lines_of(notation)
    return tuple(LegendItem(key, picture_of(lines[key]) if key in lines else _picture(key), words[key]) for key in keys)


def codes_of(words: LegendWords, notation: Notation) -> tuple[LegendItem, ...]:
    """All codes of a notation: what someone may write above a name or on a line."""
    circles = dict.fromkeys(each.code for each in notation.circles.values())
    support = dict.fromkeys(each.code for each in notation.support.values())
    return (
        *(LegendItem(circle_key(code), _letters(code), words[circle_key(code)]) for code in circles),
        *(LegendItem(support_key(code), _letters(code, slanted=True), words[support_key(code)]) for code in support),
    )


def circle_codes(map_: ClearedMap, words: LegendWords, notation: Notation) -> tuple[LegendItem, ...]:
    """The codes of the circles of people on a map, in the order of the circles."""
    here = {person.circle for person in map_.people}
    codes = dict.fromkeys(notation.circle_code(circle) for circle in w.Circle if circle in here)
    return tuple(LegendItem(circle_key(code), _letters(code), words[circle_key(code)]) for code in codes if code)


def _support_codes(map_: ClearedMap, words: LegendWords, notation: Notation) -> tuple[LegendItem, ...]:
    """The codes on the ties of a map."""
    support = [each for person in (*map_.people, *map_.centre) for tie in person.ties for each in tie.support]
    codes = notation.support_codes(support)
    return tuple(
        LegendItem(support_key(code), _letters(code, slanted=True), words[support_key(code)]) for code in codes
    )


def _letters(code: str, *, slanted: bool = False) -> str:
    """A code as it stands on the map: above a name, or slanted on a line."""
    style = ' font-style="italic"' if slanted else ""
    return picture_of(
        f'<text class="mw-eco-key-text" x="24" y="14.5" font-size="13"{style} text-anchor="middle" fill="#27343b">'
        f"{code}</text>"
    )


def lines_of(notation: Notation) -> dict[str, str]:
    """The pictures of what a notation decides: lines, and ticks on them."""
    pictures = {strength.value: _stroke(stroke) for strength, stroke in notation.ties.items()}
    plain = notation.ties[w.Strength.ORDINARY]
    for tension, every in (("sometimes", notation.ticks.sometimes), ("often", notation.ticks.often)):
        across = f'<path {_LINE} stroke-width="1.5" d="{ticks(_ROW, every)}"/>'
        pictures[f"tension-{tension}"] = _stroke(plain) + across
    for bond, stroke in notation.links.items():
        if bond is not w.Bond.BROKEN:
            dash = f' stroke-dasharray="{stroke.dash}"' if stroke.dash else ""
            arcs = "".join(course(each) for each in side_by_side(_ARC, stroke.lines, stroke.width))
            pictures[f"link-{bond.value}"] = f'<path {_LINK} stroke-width="{number(stroke.width)}"{dash} d="{arcs}"/>'
    return pictures


def _stroke(stroke: Stroke) -> str:
    dash = f' stroke-dasharray="{stroke.dash}"' if stroke.dash else ""
    line = "".join(course(each) for each in side_by_side(_ROW, stroke.lines, stroke.width))
    return f'<path {_LINE} stroke-width="{number(stroke.width)}"{dash} d="{line}"/>'


def keys_of(map_: ClearedMap) -> set[str]:
    """The keys of all glyphs on a map."""

    found: set[str] = set()
    household = len(map_.centre) > 1
    for index, person in enumerate(map_.centre):
        if household:
            found |= _member_keys(person.sign, person.present, index)
        found |= {"deceased"} if person.deceased else set()
        found |= {"missed"} if person.missed else set()
    for person in map_.people:
        found.add(shape_of(person).value)
        found |= {"missed"} if person.missed else set()
        found |= {"deceased"} if person.deceased else set()
    centre = {person.id for person in map_.centre}
    for person in map_.people:
        for tie in person.ties:
            if tie.to == ALL or tie.to in centre:
                found |= _tie_keys(tie)
    for person in map_.centre:
        for tie in person.ties:
            if household and tie.to in centre and tie.to != person.id:
                found |= _tie_keys(tie)
    here = {person.id for person in map_.people}
    for link in map_.links:
        if link.bond is not w.Bond.NONE and {link.a, link.b} <= here and link.a != link.b:
            found.add(f"link-{link.bond.value}")
            found |= _tension_keys(link.tension)
    return found


def _member_keys(sign: w.Sign | None, present: w.Present | None, index: int) -> set[str]:
    found = {f"member-{sign.value}" if sign else "member-other"}
    if index == 0:
        found.add("member-first")
    if present is w.Present.PARTLY:
        found.add("member-partly")
    if present is w.Present.NO:
        found.add("member-absent")
    return found


def _tie_keys(tie: ClearedTie) -> set[str]:
    found = _tension_keys(tie.tension) | ({"word"} if tie.word else set())
    if tie.broken:
        return found | {"broken"}
    found.add((tie.strength or w.Strength.ORDINARY).value)
    if tie.energy is not None and tie.energy is not w.Energy.NONE:
        found.add(f"energy-{tie.energy.value}")
    return found


def _tension_keys(tension: w.Tension | None) -> set[str]:
    return {f"tension-{tension.value}"} if tension in (w.Tension.SOMETIMES, w.Tension.OFTEN) else set()


@cache
def _picture(key: str) -> str:
    broken, bars = gapped(_ROW)
    box = 'x="10" y="3" width="28" height="14"'
    pictures = {
        "member-woman": f'<circle {_SHAPE} cx="24" cy="10" r="8"/>',
        "member-man": f'<rect {_SHAPE} x="16.5" y="2.5" width="15" height="15"/>',
        "member-other": f'<path {_SHAPE} d="M24 1L33 10L24 19L15 10Z"/>',
        "member-first": f'<circle {_SHAPE} cx="24" cy="10" r="8.5"/><circle {_SHAPE} cx="24" cy="10" r="5"/>',
        "member-partly": f'<circle {_SHAPE} stroke-dasharray="5 3" cx="24" cy="10" r="8"/>',
        "member-absent": f'<circle {_SHAPE} stroke-dasharray="1.5 3.5" cx="24" cy="10" r="8"/>',
        Shape.PERSON: f'<ellipse {_SHAPE} cx="24" cy="10" rx="15" ry="8"/>',
        Shape.GROUP: f'<ellipse {_SHAPE} cx="24" cy="10" rx="16.5" ry="9"/>'
        f'<ellipse {_SHAPE} cx="24" cy="10" rx="13" ry="5.5"/>',
        Shape.PROFESSIONAL: f'<rect {_SHAPE} {box} rx="5"/>',
        Shape.ORGANISATION: f"<rect {_SHAPE} {box}/>",
        Shape.ANIMAL: f'<path {_SHAPE} stroke-linejoin="round" d="M16 2.5H32L40 10L32 17.5H16L8 10Z"/>',
        Shape.PLACE: f'<path {_SHAPE} d="M10 18V7L24 1.5L38 7V18Z"/>',
        "deceased": f'<ellipse {_SHAPE} stroke-dasharray="5 3" cx="20" cy="10" rx="15" ry="8"/>'
        '<text class="mw-eco-key-text" x="40" y="15" font-size="14" fill="#27343b">†</text>',
        "missed": f'<ellipse {_SHAPE} stroke-dasharray="1.5 3.5" cx="24" cy="10" rx="15" ry="8"/>',
        "broken": f'<path {_LINE} stroke-width="1.7" d="{broken}"/><path {_LINE} stroke-width="2.4" d="{bars}"/>',
        "energy-gives": _arrow(False, True),
        "energy-costs": _arrow(True, False),
        "energy-both": _arrow(True, True),
        "word": f'<path {_LINE} stroke-width="1.7" d="M3 16H45"/>'
        '<text class="mw-eco-key-text" x="24" y="11" font-size="11" font-style="italic"'
        ' text-anchor="middle" fill="#27343b">abc</text>',
        "link-broken": f'<path {_LINK} stroke-width="1.1" d="M3 15Q11 10 18 9M30 9Q37 10 45 15"/>'
        f'<path {_LINK} stroke-width="2.4" d="M18 4V14M30 4V14"/>',
    }
    return picture_of(pictures[key])


@cache
def change_picture(key: str) -> str:
    """The sign of a mark of the map of change, or of what stayed as it was."""
    if key in ("change-other", "change-still"):
        width = "1.1" if key == "change-still" else "2.6"
        return picture_of(f'<path {_LINK} stroke-width="{width}" d="{course(_ROW)}"/>')
    group = Element("g")
    draw_mark(group, Mark(key), (24.0, 10.0))
    return picture_of(tostring(group[0], encoding="unicode"))


def picture_of(picture: str) -> str:
    return (
        f'<svg class="mw-eco-key" viewBox="0 0 48 20" width="48" height="20" aria-hidden="true" focusable="false">'
        f"{picture}</svg>"
    )


def _arrow(from_alter: bool, to_centre: bool) -> str:
    """Always alter left, centre (the filled dot) right."""
    left = f'<path {_HEAD} d="M3 10L12 6V14Z"/>' if from_alter else ""
    right = f'<path {_HEAD} d="M36 10L27 6V14Z"/>' if to_centre else ""
    line = f'<path {_LINE} stroke-width="1.7" d="M{9 if from_alter else 3} 10H{30 if to_centre else 36}"/>'
    return f'{line}{left}{right}<circle {_HEAD} cx="42" cy="10" r="4.5"/>'
