"""Small maps to draw, and what the tests read back from a drawing."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

from mensenwerk.guards.cleared import ALL, ClearedLink, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model import words as w

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parents[1] / "golden"
ACCEPT = os.environ.get("MENSENWERK_ACCEPT") == "1"
WORDING = Path(__file__).parents[2] / "generator" / "mensenwerk" / "pages" / "wording"


def wording(language: str) -> dict[str, str]:
    """The words of the legend and of the circles, as the page hands them over."""
    table = tomllib.loads((WORDING / language / "ecomap.toml").read_text(encoding="utf-8"))
    return {**table["legend"], **{f"circle-{key}": text for key, text in table["circles"].items()}}


WORDS = wording("nl")
MOTHER = ClearedPerson("c1", "de moeder", "Ria", sign=w.Sign.WOMAN)
SON = ClearedPerson("c2", "haar zoon", "Bram", sign=w.Sign.MAN, present=w.Present.PARTLY, ties=(ClearedTie("c1"),))


def person(
    number: int, who: str, circle: w.Circle = w.Circle.FAMILY, *ties: ClearedTie, **more: object
) -> ClearedPerson:
    return replace(ClearedPerson(f"n{number}", who, circles=(circle,), ties=ties), **more)  # type: ignore[arg-type]


def alone(*people: ClearedPerson, links: tuple[ClearedLink, ...] = (), id_: str = "begin") -> ClearedMap:
    return ClearedMap(id_, (MOTHER,), people, links)


def everything() -> ClearedMap:
    """Every glyph of the notation on one map."""
    tie = ClearedTie
    people = (
        person(1, "haar zus", w.Circle.FAMILY, tie("c1", w.Strength.STRONG, w.Tension.SOMETIMES, w.Energy.GIVES)),
        person(2, "haar vader", w.Circle.FAMILY, tie(ALL, w.Strength.WEAK), deceased=True, missed=False),
        person(3, "een vriendin", w.Circle.FRIENDS, tie("c1", state=w.State.BROKEN), missed=True),
        person(4, "het koor", w.Circle.ASSOCIATION, tie("c1", energy=w.Energy.BOTH, word="zingen"), kind=w.Kind.GROUP),
        person(5, "de wijkverpleegkundige", w.Circle.PROFESSIONAL, tie(ALL, w.Strength.ORDINARY)),
        person(6, "het loket", w.Circle.SERVICES, tie("c1", tension=w.Tension.OFTEN, energy=w.Energy.COSTS),
               kind=w.Kind.ORGANISATION),
        person(7, "de hond", w.Circle.OTHER, tie("c2", w.Strength.STRONG), kind=w.Kind.ANIMAL),
        person(8, "de volkstuin", w.Circle.OTHER, tie("c1"), kind=w.Kind.PLACE),
    )  # fmt: skip
    links = (
        ClearedLink("n1", "n2", w.Bond.GOOD),
        ClearedLink("n1", "n3", w.Bond.SUPERFICIAL),
        ClearedLink("n2", "n4", w.Bond.ORDINARY, w.Tension.OFTEN),
        ClearedLink("n5", "n6", w.Bond.BROKEN),
        ClearedLink("n7", "n8", w.Bond.NONE),
    )
    away = ClearedPerson("c3", "haar dochter", present=w.Present.NO)
    return ClearedMap("alles", (MOTHER, SON, away), people, links)


def many(count: int) -> ClearedMap:
    """A map with `count` people in all circles, and a link from each to the third after it."""
    circles = list(w.Circle)
    strengths = list(w.Strength)
    people = tuple(
        person(
            index + 1,
            ("haar zus", "de trainer van haar zoon", "oma", "de ouders op het plein")[index % 4],
            circles[index * 5 % len(circles)],
            ClearedTie("c1", strengths[index % 3]),
        )
        for index in range(count)
    )
    links = tuple(ClearedLink(f"n{i + 1}", f"n{i + 4}") for i in range(max(0, count - 3)))
    return alone(*people, links=links, id_=f"met-{count}")


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 (our own drawing)


def layer(svg: str, class_: str) -> list[ET.Element]:
    """The elements of one layer; an empty list when the drawing has none."""
    return [element for group in parsed(svg).iter(f"{SVG}g") if group.get("class") == class_ for element in group]


def numbers(text: str) -> list[float]:
    return [float(value) for value in re.findall(r"-?\d+(?:\.\d+)?", text)]


GEOMETRY = ("d", "points", "cx", "cy", "rx", "ry", "x", "y")


def geometry(svg: str) -> list[list[float]]:
    """All coordinates of a drawing, a row for every element that has any."""
    rows = [[number for key in GEOMETRY for number in numbers(element.get(key, ""))] for element in parsed(svg).iter()]
    return [row for row in rows if row]
