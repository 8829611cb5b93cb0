"""GraphML that we wrote ourselves (`mensenwerk export`): its fields are the model's words, and hold no real names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mensenwerk.exchange.read.columns import Said
from mensenwerk.exchange.read.network import Left, When

MARK = "Made by Mensenwerk"
"""By which a file of ours is known; exchange.write puts it there."""

_BETWEEN = " | "
_TEXTS = {"meaning", "own_voice", "talents", "how", "relation", "relation_to", "word", "label", "pseudonym"}
_FIXED = ("sign", "kind", "age")
_SEEN = ("ring", "belongs")
_TIE = ("strength", "tension", "energy", "state")
_SUPPORT = {f"support_{kind}": kind for kind in ("practical", "company", "advice", "emotional")}


def is_ours(remarks: Iterable[str]) -> bool:
    return any(each.strip().startswith(MARK) for each in remarks)


def household(fields: Mapping[str, str]) -> bool:
    """Whether a point stands for everyone in the middle together."""
    return fields.get("role") == "household"


def moment(fields: Mapping[str, str]) -> When:
    return When(fields.get("moment", ""))


def said_by_us(fields: Mapping[str, str], left: Left) -> Said:
    """What a point says of someone. Texts do not come along: whoever wants them has the case itself."""
    said = Said(role=fields.get("who"))
    said.fixed = {name: fields[name] for name in _FIXED if name in fields}
    said.seen = {name: fields[name] for name in _SEEN if name in fields}
    if "circles" in fields:
        said.seen["circle"] = fields["circles"].split(_BETWEEN)
    contact = {name: fields[name] for name in ("how_often", "state") if name in fields}
    if contact:
        said.seen["contact"] = contact
    said.seen |= {name: True for name in ("deceased", "missed") if fields.get(name) == "true"}
    known = {*_FIXED, *_SEEN, *contact, "who", "role", "circle", "circles", "deceased", "missed", "counted", "notice"}
    for name in fields.keys() - known:
        left.note(name, "text" if name in _TEXTS else "no-place")
    return said


def tie_by_us(fields: Mapping[str, str], left: Left) -> dict[str, Any]:
    """What a line to the middle says of the tie."""
    tie: dict[str, Any] = {name: fields[name] for name in _TIE if name in fields}
    support = {kind: fields[name] for name, kind in _SUPPORT.items() if name in fields}
    for name in fields.keys() - {*_TIE, *_SUPPORT, "relation"}:
        left.note(name, "text" if name in _TEXTS else "no-place")
    return {**tie, "support": support} if support else tie
