"""The legend names what is on the map and nothing else; the thumbnail stays small and silent."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from sample_maps import SVG, WORDS, alone, everything, layer, many, parsed, person, wording

from mensenwerk.ecomap import Engine, draw_maps, small_map
from mensenwerk.ecomap.bubbles import BUBBLE_KEYS
from mensenwerk.ecomap.grid import GRID_KEYS
from mensenwerk.ecomap.legend import CHANGE_KEYS, LEGEND_KEYS
from mensenwerk.ecomap.matrix import KNOW_KEYS
from mensenwerk.ecomap.notation import known_notations, read_notation
from mensenwerk.ecomap.timeline import TIME_KEYS
from mensenwerk.guards.cleared import ClearedLink, ClearedMap, ClearedTie
from mensenwerk.model import words as w


def keys(map_: ClearedMap, engine: Engine) -> list[str]:
    return [item.key for item in draw_maps([map_], engine=engine, prefix="a", words=WORDS)[0].legend]


def test_a_full_map_needs_every_key_in_the_fixed_order(wasi: Engine) -> None:
    assert keys(everything(), wasi) == list(LEGEND_KEYS)


def test_an_empty_map_needs_no_legend(wasi: Engine) -> None:
    assert keys(alone(), wasi) == []


def test_the_legend_holds_only_what_occurs(wasi: Engine) -> None:
    zus = person(1, "zus", w.Circle.FAMILY, ClearedTie("c1", w.Strength.WEAK, w.Tension.NO, w.Energy.NONE))
    buur = person(2, "buur", w.Circle.NEIGHBOURS)
    links = (ClearedLink("n1", "n2", w.Bond.NONE),)
    assert keys(alone(zus, buur, links=links), wasi) == ["person", "weak"]


def test_each_moment_has_its_own_legend(wasi: Engine) -> None:
    first, second = draw_maps([everything(), alone(id_="b")], engine=wasi, prefix="a", words=WORDS)
    assert len(first.legend) == len(LEGEND_KEYS)
    assert second.legend == ()


def test_a_sector_bears_the_name_of_its_circle(wasi: Engine) -> None:
    svg = draw_maps([alone(person(1, "zus", w.Circle.FAMILY))], engine=wasi, prefix="a", words=WORDS)[0].svg
    assert [element.text for element in layer(svg, "mw-eco-captions")] == [WORDS["circle-family"].upper()]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_wording_has_every_key_and_no_other(language: str) -> None:
    circles = {f"circle-{circle.value}" for circle in w.Circle}
    assert (
        set(wording(language))
        == {*LEGEND_KEYS, *CHANGE_KEYS, *KNOW_KEYS, *TIME_KEYS, *BUBBLE_KEYS, *GRID_KEYS} | circles
    )


def test_every_picture_of_the_legend_is_plain_svg(wasi: Engine) -> None:
    for item in draw_maps([everything()], engine=wasi, prefix="a", words=WORDS)[0].legend:
        root = parsed(item.svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
        assert root.get("aria-hidden") == "true"
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            "svg", "path", "circle", "ellipse", "rect", "text",
        }  # fmt: skip


def small_layer(map_: ClearedMap, class_: str) -> list[ET.Element]:
    return layer(small_map(map_).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1), class_)


@pytest.mark.parametrize("count", [0, 1, 2, 14, 32, 120])
def test_a_small_map_is_small_and_has_no_words(count: int) -> None:
    svg = small_map(many(count))
    assert len(svg.encode()) <= 5000
    assert "<text" not in svg
    assert re.search(r"\b(zus|oma|Ria)\b", svg) is None


def test_a_small_map_draws_lines_as_the_notation_of_the_case_does() -> None:
    ordinary = alone(person(1, "a", w.Circle.FAMILY, ClearedTie("c1", w.Strength.ORDINARY)))
    assert 'stroke-dasharray="' not in small_map(ordinary)
    ecogram = small_map(ordinary, read_notation(known_notations()["ecogram"]))
    assert 'stroke-dasharray="' in ecogram  # where a neutral tie is dotted, and no ground is tinted
    assert "mw-eco-sectors" in small_map(ordinary)
    assert "mw-eco-sectors" not in ecogram


def test_a_small_map_breaks_a_broken_line_and_crosses_one_with_tension() -> None:
    def lines(tie: ClearedTie) -> tuple[int, int]:
        ties = small_layer(alone(person(1, "a", w.Circle.FAMILY, tie)), "mw-eco-ties")
        return ties[0].attrib["d"].count("M"), sum(each.attrib["d"].count("M") for each in ties[1:])

    assert lines(ClearedTie("c1")) == (1, 0)
    assert lines(ClearedTie("c1", state=w.State.BROKEN)) == (2, 2)
    assert lines(ClearedTie("c1", tension=w.Tension.SOMETIMES)) == (1, 1)
    assert lines(ClearedTie("c1", tension=w.Tension.OFTEN)) == (1, 3)


def test_a_small_map_shows_who_is_in_the_centre_and_around_it_by_their_form() -> None:
    core, people = (small_layer(everything(), name) for name in ("mw-eco-core", "mw-eco-people"))
    assert core[1].attrib["d"].count("M") == len(everything().centre)
    assert sum(each.attrib["d"].count("M") for each in people) == len(everything().people)
    assert {each.get("class") for each in people} <= {f"mw-eco-{circle.value}" for circle in w.Circle}
