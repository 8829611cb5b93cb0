"""A drawing in fewer bytes shows the same."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mensenwerk.publish.lean_svg import lean, relative

MAP = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="mw-ecomap" id="kaart-1" role="img" aria-labelledby="t" '
    'aria-describedby="s" viewBox="-90 -60 180 120" style="--mw-drawn: 180px">'
    '<g aria-hidden="true" font-family="Arial, sans-serif">'
    '<g class="mw-eco-ties" fill="none" stroke="#27343b">'
    '<path d="M0 -50.4L10.2 -20.6" stroke-width="4.2" stroke-dasharray="7 5" data-p="1" data-q="gives" />'
    '<polygon class="mw-eco-head" fill="#27343b" stroke="none" points="-5.2 -23.5 0 -38.5 5.2 -23.5" data-p="1" /></g>'
    '<g class="mw-eco-people" fill="#ffffff" stroke="#27343b" stroke-width="1.6">'
    '<ellipse cx="0.4" cy="-50.6" rx="12.5" ry="7" class="mw-eco-family" data-p="1" /></g>'
    '<g class="mw-eco-text" fill="#27343b" text-anchor="middle">'
    '<text x="0" y="0.2" font-size="15.5" font-weight="700">Noor &amp; co</text>'
    '<text x="0" y="-46" font-size="14" font-weight="700">haar zus</text>'
    '<text x="1" y="-36" font-size="14" font-weight="700">†</text></g></g></svg>'
)
COMMANDS = st.lists(
    st.tuples(
        st.sampled_from("MLC"), st.lists(st.floats(-900, 900).map(lambda x: round(x, 1)), min_size=6, max_size=6)
    ),
    min_size=1,
    max_size=12,
)
TAKES = {"M": 2, "L": 2, "C": 6}


def test_words_shapes_and_what_carries_meaning_stay() -> None:
    made = ET.fromstring(lean(MAP))  # noqa: S314
    assert ["".join(each.itertext()) for each in made.iter("text")] == ["Noor & co", "haar zus", "†"]
    line, head = made.iter("path")
    assert (line.get("stroke-width"), line.get("stroke-dasharray")) == ("4.2", "7 5")
    assert head.get("class") == "mw-eco-head"
    (person,) = made.iter("ellipse")
    assert (person.get("cx"), person.get("cy"), person.get("class")) == ("0", "-51", "mw-eco-family")
    assert (made.get("aria-labelledby"), made.get("aria-describedby"), made.get("role")) == ("t", "s", "img")


def test_what_most_of_a_group_says_is_said_once() -> None:
    made = ET.fromstring(lean(MAP))  # noqa: S314
    (text,) = (each for each in made.iter("g") if each.get("class") == "mw-eco-text")
    assert (text.get("font-size"), text.get("font-weight")) == ("14", "700")
    assert [each.get("font-size") for each in text] == ["15.5", None, None]


def test_what_only_a_script_or_a_reader_without_styles_needs_goes() -> None:
    made = lean(MAP)
    for gone in ("data-", "aria-hidden", "font-family", "#27343b", "xmlns", " id="):
        assert gone not in made
    assert 'fill="none"' in made  # a line is no plane, whatever the style sheet says


def test_made_lean_twice_is_the_same() -> None:
    assert lean(lean(MAP)) == lean(MAP)


@given(COMMANDS)
def test_every_point_lies_where_it_lay_to_half_a_unit(commands: list[tuple[str, list[float]]]) -> None:
    commands = [("M", [0.0, 0.0]), *((name, numbers[: TAKES[name]]) for name, numbers in commands)]
    course = "".join(name + " ".join(map(str, numbers)) for name, numbers in commands)
    wanted = [number for _, numbers in commands for number in numbers]
    assert [pytest.approx(number, abs=0.51) for number in wanted] == absolute(relative(course))


@pytest.mark.parametrize(
    ("course", "made"),
    [
        ("M-5.2 -123.5 0 -138.5 5.2 -123.5Z", "m-5-124 5-14 5 14z"),
        ("M14 60H894", "m14 60h880"),
        ("M240.2 10h26M240.2 10V322", "m240 10h26m-26 0v312"),
        ("M0 -8.4L30.1 0A30.7 20.5 0 0 1 25.4 14.3Z", "m0-8l30 8a31 20 0 0 1-5 14z"),
        ("M1 1L9 1ZL3 3", "m1 1l8 0zl2 2"),
    ],
)
def test_courses_are_told_from_point_to_point(course: str, made: str) -> None:
    assert relative(course) == made


def absolute(course: str) -> list[int]:
    """The points of a course of lines and curves, as they lie."""
    found: list[int] = []
    here = (0, 0)
    for name, told in re.findall(r"([mlc])([-\d ]+)", course):
        numbers = [int(each) for each in re.findall(r"-?\d+", told)]
        for start in range(0, len(numbers), TAKES[name.upper()]):
            step = numbers[start : start + TAKES[name.upper()]]
            points = [value + here[place % 2] for place, value in enumerate(step)]
            found += points
            here = (points[-2], points[-1])
    return found
