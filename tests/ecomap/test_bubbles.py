"""A map with many people from further away: circles as bubbles."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_maps import SVG, WORDS, alone, many, parsed, person

from mensenwerk.ecomap import Drawing
from mensenwerk.ecomap.bubbles import ABOVE, CORE, bubbles_of, groups_of
from mensenwerk.ecomap.geometry import distance
from mensenwerk.guards.cleared import ClearedLink, ClearedMap
from mensenwerk.model import words as w


def drawn(map_: ClearedMap) -> Drawing:
    labels = [f"{circle.value} {len(people)}" for circle, people in groups_of(map_)]
    drawing = bubbles_of(map_, labels, "Ria en haar zoon", name="a", words=WORDS)
    assert drawing is not None
    return drawing


def bubbles(drawing: Drawing) -> list[tuple[float, float, float]]:
    found = [each for each in parsed(drawing.svg).iter(f"{SVG}circle") if "mw-view-bubble" in each.get("class", "")]
    return [(float(each.get("cx", "")), float(each.get("cy", "")), float(each.get("r", ""))) for each in found]


def family(count: int, *links: ClearedLink) -> ClearedMap:
    rest = tuple(person(100 + n, "een zanger", w.Circle.ASSOCIATION) for n in range(ABOVE))
    return alone(*(person(n, "tante", w.Circle.FAMILY) for n in range(1, count + 1)), *rest, links=links)


def test_a_map_of_which_everyone_is_seen_is_not_made_smaller() -> None:
    assert bubbles_of(many(ABOVE), ["kring"] * 16, "Ria", name="a", words=WORDS) is None
    assert bubbles_of(many(ABOVE + 1), ["kring"] * 16, "Ria", name="a", words=WORDS) is not None


def test_everyone_is_a_dot_and_every_circle_a_bubble() -> None:
    drawing = drawn(many(40))
    assert len(bubbles(drawing)) == len(groups_of(many(40)))
    assert sum(path.get("d", "").count("h0") for path in parsed(drawing.svg).iter(f"{SVG}path")) == 40


def test_a_bubble_grows_with_the_people_in_it() -> None:
    sizes = [bubbles(drawn(family(count)))[0][2] for count in (1, 4, 9, 20)]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 4


def test_who_knows_whom_is_a_line_in_the_bubble_or_between_two() -> None:
    inside = drawn(family(3, ClearedLink("n1", "n2")))
    assert [item.key for item in inside.legend] == ["bubble-person", "bubble-within"]
    between = drawn(family(3, ClearedLink("n1", "n100"), ClearedLink("n2", "n100")))
    assert [item.key for item in between.legend] == ["bubble-person", "bubble-between"]
    assert len(re.findall(r'd="M[^"]*Q', between.svg)) == 1, (
        "one line between two circles, however many know each other"
    )
    assert [item.key for item in drawn(family(3, ClearedLink("n1", "n2", w.Bond.NONE))).legend] == ["bubble-person"]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(w.Circle), min_size=ABOVE + 1, max_size=90))
def test_no_bubble_lies_over_another_or_over_the_centre_or_out_of_the_frame(circles: list[w.Circle]) -> None:
    drawing = drawn(alone(*(person(n, "iemand", circle) for n, circle in enumerate(circles, start=1))))
    placed = bubbles(drawing)
    for index, (x, y, r) in enumerate(placed):
        assert distance((x, y), (0, 0)) > r + CORE
        assert abs(x) + r < drawing.width / 2
        assert abs(y) + r < drawing.height / 2
        assert all(distance((x, y), (a, b)) > r + s for a, b, s in placed[:index])


@pytest.mark.parametrize("count", [26, 60])
def test_the_drawing_is_the_same_again_and_small(count: int) -> None:
    map_ = many(count)
    assert drawn(map_) == drawn(replace(map_))
    assert len(drawn(map_).svg) < 25_000
