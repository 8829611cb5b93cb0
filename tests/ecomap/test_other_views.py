"""The other pictures: circles by closeness, who knows whom, people over the moments."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_maps import SVG, WORDS, alone, layer, parsed, person

from mensenwerk.ecomap.bands import Quarter, quarter_at
from mensenwerk.ecomap.convoy import convoy_of, quarter_of
from mensenwerk.ecomap.geometry import Box
from mensenwerk.ecomap.grid import GridRow, grid_of
from mensenwerk.ecomap.matrix import matrix_of
from mensenwerk.ecomap.measure import text_width
from mensenwerk.ecomap.timeline import timeline_of
from mensenwerk.ecomap.who import WhoCard, who_of
from mensenwerk.guards.cleared import ClearedLink, ClearedMap, ClearedTie
from mensenwerk.model import words as w

RINGS = {**WORDS, "ring-inner": "heel dichtbij", "ring-middle": "dichtbij", "ring-outer": "ver", "ring-edge": "rand"}
NAMES = ("haar zus", "de wijkverpleegkundige", "oma", "de ouders op het plein", "de bovenbuurvrouw van vroeger")


QUARTERS = {**RINGS, **{f"quarter-{each.value}": each.value for each in Quarter}}


def closeness(rings: list[w.Ring | None]) -> tuple[ClearedMap, list[str]]:
    people = tuple(person(n, NAMES[n % 5], w.Circle.FAMILY, ring=ring) for n, ring in enumerate(rings, start=1))
    return alone(*people), [each.who for each in people]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from([*w.Ring, None]), min_size=2, max_size=30))
def test_no_name_lies_over_another_in_circles_and_everyone_who_was_told_of_is_there_once(
    rings: list[w.Ring | None],
) -> None:
    map_, names = closeness(rings)
    drawing = convoy_of(map_, names, "Ria", name="a", words=RINGS)
    told = [ring for ring in rings if ring]
    if len(told) < 2:
        assert drawing is None
        return
    assert drawing is not None
    rows = [each for each in parsed(drawing.svg).iter(f"{SVG}text") if each.get("font-weight") is None]
    boxes = []
    for row in rows:
        size, x, y = (float(row.get(key, "")) for key in ("font-size", "x", "y"))
        boxes.append(Box(x, y - size * 0.36, text_width(row.text or "", size) / 2, size * 0.5))
        assert abs(x) + boxes[-1].half_width <= drawing.width / 2
        assert abs(y) <= drawing.height / 2
    assert not any(one.overlaps(other, -1.0) for place, one in enumerate(boxes) for other in boxes[:place])
    drawn = "".join((row.text or "").replace("-", "") for row in rows).replace(" ", "")
    for name, ring in zip(names, rings, strict=True):
        expected = sum(1 for one, r in zip(names, rings, strict=True) if one == name and r)
        assert drawn.count(name.replace(" ", "")) == expected, (name, ring)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(w.Ring), st.sampled_from(w.Circle)), min_size=2, max_size=30))
def test_in_quarters_every_name_lies_whole_in_its_own_and_over_no_other(told: list[tuple[w.Ring, w.Circle]]) -> None:
    people = [person(n, NAMES[n % 5], circle, ring=ring) for n, (ring, circle) in enumerate(told, start=1)]
    map_ = alone(*people)
    drawing = convoy_of(map_, [f"{n} {each.who}" for n, each in enumerate(people)], "Ria", name="a", words=QUARTERS,
                        quarters=True)  # fmt: skip
    if len({quarter_of(each) for each in people}) < 2:
        assert drawing is None
        return
    assert drawing is not None
    boxes = []
    whose: Quarter | None = None
    for row in parsed(drawing.svg).iter(f"{SVG}text"):
        if row.get("font-weight") or row.get("font-style"):  # the centre, and what quarters are called
            continue
        size, x, y = (float(row.get(key, "")) for key in ("font-size", "x", "y"))
        box = Box(x, y - size * 0.36, text_width(row.text or "", size) / 2, size * 0.5)
        assert abs(x) + box.half_width <= drawing.width / 2
        boxes.append(box)
        if row.get("letter-spacing"):
            continue
        number = (row.text or "").split()[0]
        whose = quarter_of(people[int(number)]) if number.isdigit() else whose
        for side in (-1, 1):
            assert quarter_at((box.x + side * box.half_width, box.y)) is whose
    assert not any(one.overlaps(other, -1.0) for place, one in enumerate(boxes) for other in boxes[:place])


def test_an_animal_and_a_place_stand_in_forms_of_their_own_and_in_no_quarter_of_people() -> None:
    people = (
        person(1, "haar zus", w.Circle.FAMILY, ring=w.Ring.INNER),
        person(2, "de buurman", w.Circle.NEIGHBOURS, ring=w.Ring.MIDDLE),
        person(3, "de hond", w.Circle.OTHER, ring=w.Ring.INNER, kind=w.Kind.ANIMAL),
        person(4, "het park", w.Circle.OTHER, ring=w.Ring.EDGE, kind=w.Kind.PLACE),
    )
    names = [each.who for each in people]
    circles = convoy_of(alone(*people), names, "Ria", name="a", words=QUARTERS)
    quarters = convoy_of(alone(*people), names, "Ria", name="a", words=QUARTERS, quarters=True)
    assert circles is not None
    assert quarters is not None
    assert [item.key for item in circles.legend] == ["animal", "place"]
    assert len(layer(circles.svg, "mw-view-forms")) == 2
    assert {"de hond", "het park"} <= {each.text for each in parsed(circles.svg).iter(f"{SVG}text")}
    assert quarters.legend == ()
    assert {"de hond", "het park"}.isdisjoint(each.text for each in parsed(quarters.svg).iter(f"{SVG}text"))


def test_a_quarter_without_anyone_is_named_softly() -> None:
    people = (
        person(1, "haar zus", w.Circle.FAMILY, ring=w.Ring.INNER),
        person(2, "de buurman", w.Circle.NEIGHBOURS, ring=w.Ring.MIDDLE),
    )
    drawing = convoy_of(alone(*people), ["zus", "buurman"], "Ria", name="a", words=QUARTERS, quarters=True)
    assert drawing is not None
    soft = [each.text for each in parsed(drawing.svg).iter(f"{SVG}text") if each.get("font-style")]
    assert soft == [QUARTERS["quarter-peers"], QUARTERS["quarter-professionals"]]


def test_a_circle_without_anyone_is_not_drawn() -> None:
    map_, names = closeness([w.Ring.INNER, w.Ring.EDGE])
    drawing = convoy_of(map_, names, "Ria", name="a", words=RINGS)
    assert drawing is not None
    texts = [each.text for each in parsed(drawing.svg).iter(f"{SVG}text")]
    assert "HEEL DICHTBIJ" in texts
    assert "VER" not in texts


def links(*bonds: tuple[int, int, w.Bond]) -> ClearedMap:
    people = tuple(person(n, f"mens {n}") for n in range(1, 5))
    return alone(*people, links=tuple(ClearedLink(f"n{a}", f"n{b}", bond) for a, b, bond in bonds))


def test_who_knows_whom_has_a_sign_for_each_pair_that_was_told_and_none_for_the_rest() -> None:
    map_ = links((1, 2, w.Bond.GOOD), (1, 3, w.Bond.NONE), (2, 4, w.Bond.SUPERFICIAL))
    drawing = matrix_of(map_, [each.who for each in map_.people], name="a", words=WORDS)
    assert drawing is not None
    assert [item.key for item in drawing.legend] == ["know-good", "know-superficial", "know-none"]
    places = {each.get("transform") for each in parsed(drawing.svg).iter(f"{SVG}g") if each.get("transform")}
    assert len(places) == 3


@pytest.mark.parametrize(("count", "drawn"), [(1, False), (2, True), (40, True), (41, False)])
def test_who_knows_whom_is_drawn_for_two_to_forty_people(count: int, drawn: bool) -> None:
    map_ = alone(*(person(n, f"mens {n}") for n in range(1, count + 1)), links=(ClearedLink("n1", "n2"),))
    picture = matrix_of(map_, [each.who for each in map_.people], name="a", words=WORDS)
    assert (picture is not None) is drawn


def test_without_a_pair_that_was_told_there_is_no_matrix() -> None:
    assert matrix_of(links(), ["a", "b", "c", "d"], name="a", words=WORDS) is None


def test_a_line_over_time_is_as_long_as_someone_is_there_and_as_thick_as_the_tie_is_strong() -> None:
    stays, went = (person(n, f"mens {n}", w.Circle.FAMILY, ClearedTie("c1", w.Strength.STRONG)) for n in (1, 2))
    broken = replace(stays, ties=(ClearedTie("c1", state=w.State.BROKEN),))
    maps = [alone(stays, went), alone(broken, id_="later")]
    people = [("n1", "Mens 1"), ("n2", "Mens 2")]
    drawing = timeline_of(maps, people, ["begin", "later"], name="a", words=WORDS)
    assert drawing is not None
    assert [item.key for item in drawing.legend] == ["time-there", "time-broken", "time-strong", "time-break"]
    lines = [each for each in parsed(drawing.svg).iter(f"{SVG}path") if each.get("class") == "mw-eco-key-line"]
    assert [line.get("stroke-width") for line in lines] == ["4.2", "1.7"]  # half the way, and the strokes of the break
    assert timeline_of(maps[:1], people, ["begin"], name="a", words=WORDS) is None


@pytest.mark.parametrize(
    ("then", "now", "widths", "dashes"),
    [
        (w.Strength.STRONG, w.Strength.STRONG, ["4.2"], [None]),
        (w.Strength.STRONG, w.Strength.WEAK, ["4.2", "1.7"], [None, "7 5"]),
        (w.Strength.WEAK, w.Strength.ORDINARY, ["1.7", "1.7"], ["7 5", None]),
    ],
)
def test_each_stretch_of_a_line_over_time_is_drawn_as_the_tie_was_at_that_moment(
    then: w.Strength, now: w.Strength, widths: list[str], dashes: list[str | None]
) -> None:
    maps = [alone(person(1, "mens 1", w.Circle.FAMILY, ClearedTie("c1", each))) for each in (then, now)]
    drawing = timeline_of(maps, [("n1", "Mens 1")], ["begin", "later"], name="a", words=WORDS)
    assert drawing is not None
    lines = [each for each in parsed(drawing.svg).iter(f"{SVG}path") if each.get("class") == "mw-eco-key-line"]
    assert [line.get("stroke-width") for line in lines] == widths
    assert [line.get("stroke-dasharray") for line in lines] == dashes
    assert {f"time-{each}" for each in {then.value, now.value}} <= {item.key for item in drawing.legend}


HEADS = ("steun", "gezelschap", "praktisch", "raad", "hoe dichtbij", "contact", "sinds")
WAYS = {**WORDS, "grid-receives": "naar het midden", "grid-gives": "uit het midden", "grid-both": "over en weer"}


def test_in_the_grid_an_arrow_stands_for_what_was_told_and_for_nothing_else() -> None:
    rows = [
        GridRow("Haar zus", "familie", "", {"company": w.Exchange.BOTH}, ("dichtbij", "dagelijks", "altijd al")),
        GridRow("De buurman", "buren", "", {}, ("verder weg", "", "")),
    ]
    drawing = grid_of(rows, HEADS, map_id="begin", name="a", words=WAYS)
    assert drawing is not None
    assert [item.key for item in drawing.legend] == ["grid-both"]
    root = parsed(drawing.svg)
    assert sum("M35 10" in (path.get("d") or "") for path in root.iter(f"{SVG}path")) == 1
    texts = [each.text for each in root.iter(f"{SVG}text")]
    assert {"Haar zus", "familie", "De buurman", "verder weg"} <= set(texts)
    assert drawing.width <= 1130  # shown at 1280 its letters stay 11 px
    assert grid_of(rows[1:], HEADS, map_id="begin", name="a", words=WAYS) is None


def test_someone_tied_to_two_in_the_centre_has_a_line_for_each() -> None:
    rows = [
        GridRow("Oma", "familie", "Ria", {"advice": w.Exchange.RECEIVES}, ("dichtbij", "", "")),
        GridRow("", "", "haar zoon", {"company": w.Exchange.GIVES}, ("", "", "")),
    ]
    drawing = grid_of(rows, HEADS, map_id="begin", name="a", words=WAYS)
    assert drawing is not None
    texts = [each.text for each in parsed(drawing.svg).iter(f"{SVG}text")]
    assert texts.count("Oma") == 1
    assert {"Ria", "haar zoon"} <= set(texts)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(["", "Ze belt.", "Met haar kan hij zwijgen, ook als er veel te zeggen is. " * 5]),
                min_size=1, max_size=20))  # fmt: skip
def test_cards_of_who_is_important_hold_their_words_and_lie_over_no_other(meanings: list[str]) -> None:
    cards = [WhoCard(f"{n} {NAMES[n % 5]}", w.Circle.FAMILY, said, "“Kom binnen.”") for n, said in enumerate(meanings)]
    drawing = who_of(cards, "Ria en haar zoon", map_id="begin", name="a")
    assert drawing is not None
    assert drawing.width <= 1130
    root = parsed(drawing.svg)
    boxes = []
    for rect in root.iter(f"{SVG}rect"):
        x, y, wide, high = (float(rect.get(key, "")) for key in ("x", "y", "width", "height"))
        boxes.append(Box(x + wide / 2, y + high / 2, wide / 2, high / 2))
        assert y + high <= drawing.height
    assert len(boxes) == len(cards)
    assert not any(one.overlaps(other, 4.0) for place, one in enumerate(boxes) for other in boxes[:place])
    for text in root.iter(f"{SVG}text"):
        if text.get("text-anchor"):
            continue  # the name in the middle
        size, x, y = (float(text.get(key, "")) for key in ("font-size", "x", "y"))
        end = x + text_width(text.text or "", size, bold=bool(text.get("font-weight")))
        around = [b for b in boxes if abs(x - b.x) < b.half_width and abs(y - b.y) < b.half_height]
        assert len(around) == 1, text.text
        assert end < around[0].x + around[0].half_width, text.text


def test_where_nobody_was_given_a_meaning_there_is_no_sheet_of_who_is_important() -> None:
    assert who_of([WhoCard("zijn broer", w.Circle.FAMILY)], "Wil", map_id="begin", name="a") is None
    assert who_of([], "Wil", map_id="begin", name="a") is None
