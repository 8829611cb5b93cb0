"""Small files in the layouts of other tools, written by ourselves. All people in them are invented."""

from __future__ import annotations

import codecs
import json
from typing import Any


def alter(number: int, name: str, role: str, **more: Any) -> dict[str, Any]:
    """Someone as easyNWK writes them: near, in the quarter of the family, with a contact."""
    return {
        "id": number,
        "name": name,
        "role": role,
        "roleDefault": False,
        "human": True,
        "currentGender": "nicht festgelegt",
        "genderDefault": True,
        "age": "",
        "note": "",
        "deceased": False,
        "edgeType": 1,
        "edgeTypeByUser": -1,
        "angle": 45.5,
        "distance": 20.25,
        **more,
    }


def nwk(*alteri: dict[str, Any], links: tuple[tuple[int, int], ...] = ()) -> dict[str, Any]:
    """A map of easyNWK."""
    ego = {"name": "Zelda Quastenburg", "currentGender": "weiblich", "age": "45", "note": "Wohnt bei Ottokar"}
    connections = [{"id1": a, "id2": b} for a, b in links]
    return {"ego": ego, "alteri": list(alteri), "connections": connections}


def record(*maps: dict[str, Any]) -> dict[str, Any]:
    """A file of easyNWK with a version for each map."""
    titles = ("Erstgespräch", "Nach der Pause mit Ottokar")
    dates = ("2024-02-26", "2024-09-03")
    versions = [
        {"id": number + 1, "title": titles[number], "date": dates[number], "nwk": each}
        for number, each in enumerate(maps)
    ]
    return {"versions": versions, "currentVersion": 1}


OTTOKAR = alter(1, "Ottokar", "Vater", currentGender="männlich", age="71", note="ruft jeden Tag an")
MIRZA = alter(2, "Mirza Kalender", "Freund*in", angle=120, distance=50, edgeType=2)
IBO = alter(3, "Ibolya", "Freund*in", angle=130, distance=80, edgeType=0, edgeTypeByUser=0, contactOfPartner=True)
WUFFEL = alter(4, "Wuffelius", "Hund", human=False, edgeType=0)
FINDER = alter(5, "Dr. Findeisen", "Kräuterfrau von Ottokar", angle=-50, distance=120)
OPA = alter(6, "Leopoldo", "Großvater", deceased=True, edgeType=0)

EASYNWK = record(
    nwk(OTTOKAR, MIRZA, IBO, WUFFEL, OPA, links=((1, 2), (2, 3))),
    nwk(OTTOKAR, {**MIRZA, "distance": 10}, WUFFEL, OPA, FINDER, links=((1, 2), (1, 5))),
)
"""Two moments: one friend leaves, the other comes closer, and someone new comes."""

NAMES = ("Zelda", "Quastenburg", "Ottokar", "Mirza", "Kalender", "Ibolya", "Wuffelius", "Findeisen", "Leopoldo")
"""Every name in these files."""

PRIVATE = (*NAMES, "Kräuterfrau", "ruft jeden", "Wohnt bei", "Pause", "2024-02", "71")
"""The names, and what people wrote."""


def easynwk_bytes(data: dict[str, Any] = EASYNWK) -> bytes:
    """As easyNWK saves it: with a byte order mark."""
    return codecs.BOM_UTF8 + json.dumps(data, ensure_ascii=False, indent=2).encode()
