"""Ties on a straight line, as they stand on a map: for who draws without a layout, such as the form of an author.

A picture begins at the one around (0, 0) and ends at the middle (`length`, 0); whoever uses it turns it to its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from mensenwerk.ecomap.geometry import Cubic, part, straight
from mensenwerk.ecomap.glyphs import course, gapped, number, side_by_side, ticks
from mensenwerk.ecomap.legend import signs_of
from mensenwerk.ecomap.notation import Notation
from mensenwerk.ecomap.scene import Look, tie_look
from mensenwerk.ecomap.shapes import Shape
from mensenwerk.guards.cleared import ALL, ClearedTie
from mensenwerk.model import words as w

SHAPES = (*(shape.value for shape in Shape), "deceased", "missed")
_LINE = 'class="mw-eco-key-line" fill="none" stroke="#27343b"'
_HEAD = 'class="mw-eco-key-head" fill="#27343b"'


def shapes(notation: Notation) -> dict[str, str]:
    """The small picture of what someone is, by its key in the legend."""
    return {item.key: item.svg for item in signs_of(SHAPES, dict.fromkeys(SHAPES, ""), notation)}


def tie_pictures(notation: Notation, length: float) -> dict[str, str]:
    """Every tie that can be said, by `strength tension energy` (`broken tension` for one that was broken); what was not
    said is `-`."""
    tensions = (None, w.Tension.SOMETIMES, w.Tension.OFTEN)
    energies = (None, w.Energy.GIVES, w.Energy.COSTS, w.Energy.BOTH)
    found = {
        _key(strength, tension, energy): _picture(
            tie_look(ClearedTie(ALL, strength=strength, tension=tension, energy=energy), notation), length
        )
        for strength, tension, energy in product(w.Strength, tensions, energies)
    }
    broken = {
        f"broken {tension.value if tension else '-'}": _picture(
            tie_look(ClearedTie(ALL, tension=tension, state=w.State.BROKEN), notation), length
        )
        for tension in tensions
    }
    return found | broken


def _key(*said: w.Strength | w.Tension | w.Energy | None) -> str:
    return " ".join(each.value if each else "-" for each in said)


def _picture(look: Look, length: float) -> str:
    whole = straight((0.0, 0.0), (length, 0.0))
    head = look.arrow(length)
    curve = part(whole, head / length if look.head_from else 0.0, 1.0 - (head / length if look.head_to else 0.0))
    width = f'stroke-width="{number(look.width)}"'
    if look.broken:
        line, bars = gapped(curve)
        drawn = _path(width, line) + _path('stroke-width="2.4"', bars)
    else:
        dash = f' stroke-dasharray="{look.dash}"' if look.dash else ""
        drawn = _path(width + dash, "".join(course(each) for each in side_by_side(curve, look.lines, look.width)))
    if look.ticks:
        size = 6.5 if look.width > 3 else 5.0
        drawn += _path('stroke-width="1.5"', ticks(curve, look.ticks, size=size, gap=look.broken))
    return drawn + "".join(_heads(look, curve, head, length))


def _heads(look: Look, curve: Cubic, head: float, length: float) -> list[str]:
    """Arrowheads as Graphviz draws them: a third as wide to either side as they are long."""
    half = number(head * 0.35)
    found = []
    if look.head_from:
        found.append(f'<path {_HEAD} d="M0 0L{number(curve[0][0])} -{half}V{half}Z"/>')
    if look.head_to:
        found.append(f'<path {_HEAD} d="M{number(length)} 0L{number(curve[3][0])} -{half}V{half}Z"/>')
    return found


def _path(look: str, course_: str) -> str:
    return f'<path {_LINE} {look} d="{course_}"/>' if course_ else ""


def pictures_by_length(notation: Notation, lengths: tuple[float, ...]) -> Mapping[str, Mapping[str, str]]:
    """The same in several lengths."""
    return {number(length): tie_pictures(notation, length) for length in lengths}
