"""What a drawing says: notation, places, frame and the rules of a fragment for a page."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest
from sample_maps import MOTHER, SON, SVG, WORDS, alone, everything, layer, many, numbers, parsed, person

from mensenwerk.ecomap import Drawing, Engine, draw_maps
from mensenwerk.ecomap.notation import hartman
from mensenwerk.ecomap.plan import plan_of
from mensenwerk.guards.cleared import ALL, ClearedLink, ClearedMap, ClearedTie
from mensenwerk.model import words as w

ALLOWED = {
    "svg": {"class", "id", "role", "aria-labelledby", "aria-describedby", "viewBox", "style"},
    "g": {"class", "aria-hidden", "font-family", "fill", "stroke", "stroke-width", "text-anchor", "font-size",
          "font-style", "paint-order", "stroke-linejoin"},
    "ellipse": {"class", "fill", "cx", "cy", "rx", "ry", "stroke-dasharray", "data-p"},
    "polygon": {"class", "points", "fill", "stroke", "stroke-dasharray", "data-p", "data-q"},
    "path": {"class", "d", "stroke-width", "stroke-dasharray", "data-p", "data-q"},
    "text": {"x", "y", "rotate", "font-size", "font-weight", "data-p", "data-q"},
}  # fmt: skip


def draw(map_: ClearedMap, engine: Engine) -> Drawing:
    return draw_maps([map_], engine=engine, prefix="kaart", words=WORDS)[0]


@pytest.mark.parametrize("map_", [alone(), everything(), many(2), many(32)], ids=lambda one: one.id)
def test_only_allowed_elements_and_attributes_leave(wasi: Engine, map_: ClearedMap) -> None:
    for element in parsed(draw(map_, wasi).svg).iter():
        assert set(element.attrib) <= ALLOWED[element.tag.removeprefix(SVG)]
        assert re.fullmatch(r"(--mw-drawn: [\d.]+px)?", element.get("style", ""))  # how wide it is, and nothing else


SMALLEST_LETTERS = 13.0
"""Drawings are shown at no less than 0.847 of their own size (maps.css): letters then stay 11 px."""


@pytest.mark.parametrize("map_", [alone(), everything(), many(32)], ids=lambda one: one.id)
def test_no_letter_is_smaller_than_can_be_read_on_a_page(wasi: Engine, map_: ClearedMap) -> None:
    sizes = [float(size) for each in parsed(draw(map_, wasi).svg).iter() if (size := each.get("font-size"))]
    assert min(sizes) >= SMALLEST_LETTERS


def test_a_drawing_is_one_line_named_for_the_page(wasi: Engine) -> None:
    first, second = draw_maps([everything(), alone(id_="later")], engine=wasi, prefix="x", words=WORDS)
    root = parsed(second.svg)
    assert (root.get("id"), root.get("role")) == ("x-2", "img")
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == ("x-2-title", "x-2-summary")
    assert [child.get("aria-hidden") for child in root] == ["true"]
    assert "\n" not in first.svg
    assert second.map_id == "later"
    assert [element.get("id") for element in parsed(first.svg).iter() if element.get("id")] == ["x-1"]


def test_no_id_of_a_person_is_in_a_drawing(wasi: Engine) -> None:
    assert not {"n1", "n8", "c1", "c3"} & set(draw(everything(), wasi).svg.replace('"', " ").split())


@pytest.mark.parametrize(
    ("energy", "at_centre", "at_alter"),
    [(w.Energy.GIVES, True, False), (w.Energy.COSTS, False, True), (w.Energy.BOTH, True, True),
     (w.Energy.NONE, False, False), (None, False, False)],
)  # fmt: skip
def test_the_arrowhead_is_at_the_receiver(
    wasi: Engine, energy: w.Energy | None, at_centre: bool, at_alter: bool
) -> None:
    svg = draw(alone(person(1, "zus", w.Circle.FAMILY, ClearedTie("c1", energy=energy))), wasi).svg
    heads = [element for element in layer(svg, "mw-eco-ties") if element.tag == f"{SVG}polygon"]
    tips = [numbers(head.get("points", ""))[2:4] for head in heads]
    alter = [layer(svg, "mw-eco-people")[0].get(key, "") for key in ("cx", "cy")]
    middle = [float(value) for value in alter]
    nearer = [math.hypot(*tip) < math.dist(tip, middle) for tip in tips]
    assert sorted(nearer) == sorted([True] * at_centre + [False] * at_alter)


def test_strength_stress_and_breaking_are_three_patterns(wasi: Engine) -> None:
    def tie(**more: object) -> list[dict[str, str]]:
        svg = draw(alone(person(1, "zus", w.Circle.FAMILY, ClearedTie("c1", **more))), wasi).svg  # type: ignore[arg-type]
        return [element.attrib for element in layer(svg, "mw-eco-ties")]

    (plain,), (strong,), (weak,) = tie(), tie(strength=w.Strength.STRONG), tie(strength=w.Strength.WEAK)
    assert float(strong["stroke-width"]) > 2 * float(plain["stroke-width"])
    assert "stroke-dasharray" in weak
    assert "stroke-dasharray" not in plain
    _, sparse = tie(strength=w.Strength.STRONG, tension=w.Tension.SOMETIMES)
    _, dense = tie(tension=w.Tension.OFTEN)
    assert dense["d"].count("M") > 2 * sparse["d"].count("M") > 2
    halves, bars = tie(state=w.State.BROKEN, energy=w.Energy.BOTH)
    assert halves["d"].count("M") == bars["d"].count("M") == 2


def test_a_tie_with_one_member_ends_at_that_member_and_one_with_all_at_the_circle() -> None:
    map_ = ClearedMap(
        "a", (MOTHER, SON),
        (person(1, "zus", w.Circle.FAMILY, ClearedTie("c2")), person(2, "buur", w.Circle.NEIGHBOURS, ClearedTie(ALL))),
    )  # fmt: skip
    plan = plan_of([map_], hartman())
    son = next(member for member in plan.core.members if member.id == "c2")
    assert math.dist(plan.ties["n1", "c2"][3], son.at) < son.half * 1.5
    assert math.hypot(*plan.ties["n2", ALL][3]) == pytest.approx(plan.core.radius, abs=4)


def test_nobody_moves_between_moments_and_the_frame_stays(wasi: Engine) -> None:
    begin = many(14)
    gone = tuple(p for p in begin.people if p.id not in ("n3", "n8"))
    new = person(40, "taalmaatje", w.Circle.VOLUNTEER, ClearedTie("c1"))
    later = replace(begin, id="later", people=(*gone, new), links=())
    one, other = draw_maps([begin, later], engine=wasi, prefix="a", words=WORDS)
    plan = plan_of([begin, later], hartman())
    assert (one.width, one.height) == (other.width, other.height)
    assert parsed(one.svg).get("viewBox") == parsed(other.svg).get("viewBox")

    def places(drawing: Drawing) -> set[tuple[str, ...]]:
        return {
            tuple(element.get(key, "") for key in ("cx", "cy", "rx", "ry", "points", "d"))
            for element in layer(drawing.svg, "mw-eco-people")
        }

    assert len(places(one) & places(other)) == len(gone)
    assert set(plan.spots) == {p.id for p in begin.people} | {"n40"}


def test_pairs_who_do_not_know_each_other_get_no_line(wasi: Engine) -> None:
    assert len({id(edge) for edge in layer(draw(everything(), wasi).svg, "mw-eco-links")}) == 4 + 2


def test_tension_between_people_around_can_be_looked_at_as_tension_with_the_centre_can(wasi: Engine) -> None:
    people = tuple(person(n, f"mens {n}", w.Circle.FAMILY, ClearedTie("c1")) for n in (1, 2, 3))
    links = (ClearedLink("n1", "n2", tension=w.Tension.OFTEN), ClearedLink("n2", "n3", tension=w.Tension.NO))
    lines = layer(draw(alone(*people, links=links), wasi).svg, "mw-eco-links")
    assert {line.get("data-q") for line in lines if line.get("data-p") == "1 2"} == {"tense"}
    assert {line.get("data-q") for line in lines if line.get("data-p") == "2 3"} == {None}


def test_on_another_s_map_stand_only_their_own_words(wasi: Engine) -> None:
    def map_(id_: str, *words: str) -> ClearedMap:
        ties = (ClearedTie("c1", word=word) for word in words)
        return alone(*(person(n, f"mens {n}", w.Circle.FAMILY, tie) for n, tie in enumerate(ties, start=1)), id_=id_)

    own, other = map_("haar", "koffie", "soep"), replace(map_("zijn", "koffie", "van mij"), beside="haar")
    drawn = draw_maps([own, other], engine=wasi, prefix="kaart", words=WORDS)
    first, second = ({text.text for text in layer(one.svg, "mw-eco-words")} for one in drawn)
    assert (first, second) == ({"koffie", "soep"}, {"van mij"})


def test_an_empty_map_is_a_centre_with_space_around_it(wasi: Engine) -> None:
    drawing = draw(alone(), wasi)
    ground = next(element for element in parsed(drawing.svg).iter(f"{SVG}ellipse"))
    assert ground.get("class") == "mw-eco-ground"
    assert float(ground.get("ry", "")) > 2 * float(layer(drawing.svg, "mw-eco-core")[0].get("ry", ""))
    assert layer(drawing.svg, "mw-eco-people") == []
    assert "Ria" in drawing.svg


@pytest.mark.parametrize("members", [1, 2, 3, 6, 8])
def test_members_stand_apart_inside_the_circle(members: int) -> None:
    centre = tuple(replace(MOTHER, id=f"c{i + 1}", sign=list(w.Sign)[i % 3]) for i in range(members))
    plan = plan_of([ClearedMap("a", centre, (person(1, "zus", w.Circle.FAMILY, ClearedTie("c1")),))], hartman())
    placed = plan.core.members
    assert all(math.hypot(*m.at) + m.half <= plan.core.radius for m in placed)
    for index, one in enumerate(placed):
        assert not any(math.dist(one.at, other.at) < one.half + other.half for other in placed[:index])


def test_fourteen_people_stay_within_twenty_five_kilobytes(wasi: Engine) -> None:
    assert len(draw(many(14), wasi).svg.encode()) <= 25_000


def test_no_maps_give_no_drawings(wasi: Engine) -> None:
    assert draw_maps([], engine=wasi, prefix="a", words=WORDS) == ()
