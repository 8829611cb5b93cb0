"""The map of change: everyone in their own place, a mark at what is different, readable without colour."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_maps import GEOMETRY, MOTHER, SON, SVG, WORDS, alone, everything, layer, numbers, parsed, person

from mensenwerk.ecomap import Drawing, Engine, draw_maps
from mensenwerk.ecomap.marks import DARK, Mark
from mensenwerk.guards.cleared import ClearedMap, ClearedTie
from mensenwerk.model import words as w
from mensenwerk.network.change import differences


def tie(**more: object) -> ClearedTie:
    return ClearedTie("c1", **more)  # type: ignore[arg-type]


def drawn(was: ClearedMap, now: ClearedMap, engine: Engine) -> tuple[Drawing, ...]:
    step = differences(was, now)
    return draw_maps([was, now], engine=engine, prefix="kaart", words=WORDS, steps=[step])


def of_one(was: ClearedTie, now: ClearedTie, engine: Engine) -> Drawing:
    """The map of change between two maps with one tie."""
    maps = [alone(person(1, "haar zus", w.Circle.FAMILY, one), id_=id_) for id_, one in (("was", was), ("nu", now))]
    return drawn(maps[0], maps[1], engine)[2]


def keys(drawing: Drawing) -> list[str]:
    """What the legend says of change."""
    return [item.key for item in drawing.legend if item.key.startswith("change-")]


@pytest.mark.parametrize(
    ("was", "now", "marks"),
    [
        (tie(strength=w.Strength.WEAK), tie(strength=w.Strength.STRONG), ["change-stronger"]),
        (tie(strength=w.Strength.STRONG), tie(strength=w.Strength.ORDINARY), ["change-weaker"]),
        (tie(tension=w.Tension.NO), tie(tension=w.Tension.OFTEN), ["change-tension-more"]),
        (tie(tension=w.Tension.OFTEN), tie(tension=w.Tension.NO), ["change-tension-less"]),
        (tie(tension=w.Tension.OFTEN), tie(tension=w.Tension.SOMETIMES), ["change-tension-less"]),
        (tie(tension=w.Tension.SOMETIMES), tie(tension=w.Tension.OFTEN), ["change-tension-more"]),
        (tie(state=w.State.ACTIVE), tie(state=w.State.BROKEN), ["change-broke"]),
        (tie(state=w.State.BROKEN), tie(state=w.State.ACTIVE), ["change-again"]),
        (tie(state=w.State.ACTIVE), tie(state=w.State.FADED), ["change-weaker"]),
        (
            tie(strength=w.Strength.WEAK, tension=w.Tension.OFTEN),
            tie(strength=w.Strength.STRONG, tension=w.Tension.NO),
            ["change-stronger", "change-tension-less"],
        ),
        (tie(strength=w.Strength.WEAK), tie(strength=w.Strength.WEAK), []),
        (tie(), tie(strength=w.Strength.STRONG), []),  # what was not told before is no change
    ],
)
def test_a_line_has_a_mark_for_what_is_different_and_none_without(
    wasi: Engine, was: ClearedTie, now: ClearedTie, marks: list[str]
) -> None:
    drawing = of_one(was, now, wasi)
    assert [key for key in keys(drawing) if key != "change-still"] == marks
    found = layer(drawing.svg, "mw-eco-marks") if marks else []
    assert len(found) == len(marks)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ({"how_often": w.Frequency.MONTHLY}, {"how_often": w.Frequency.WEEKLY}),
        ({"ties": (tie(energy=w.Energy.COSTS),)}, {"ties": (tie(energy=w.Energy.GIVES),)}),
    ],
)
def test_what_has_no_mark_is_not_drawn_as_if_nothing_had_changed(wasi: Engine, was: dict, now: dict) -> None:
    sister = person(1, "haar zus", w.Circle.FAMILY, tie(strength=w.Strength.STRONG))
    change = drawn(alone(replace(sister, **was), id_="was"), alone(replace(sister, **now), id_="nu"), wasi)[2]
    assert keys(change) == ["change-other"]
    assert len(layer(change.svg, "mw-eco-ties")) == 1
    assert layer(change.svg, "mw-eco-links") == []


def test_who_came_and_who_went_are_both_there_with_a_mark(wasi: Engine) -> None:
    stays, goes, comes = (person(n, f"mens {n}", w.Circle.FAMILY, tie()) for n in (1, 2, 3))
    change = drawn(alone(stays, goes, id_="was"), alone(stays, comes, id_="nu"), wasi)[2]
    assert keys(change) == ["change-new", "change-gone", "change-still"]
    texts = {element.text for element in parsed(change.svg).iter(f"{SVG}text")}
    assert {"mens 1", "mens 2", "mens 3"} <= texts
    outlines = layer(change.svg, "mw-eco-people")
    assert [each.get("stroke-dasharray") for each in outlines].count("2 4") == 1
    assert [each.get("stroke-width") for each in outlines].count("3.2") == 1


def test_the_legend_names_every_form_and_line_that_is_drawn_here_and_no_other(wasi: Engine) -> None:
    stays = person(1, "het koor", w.Circle.ASSOCIATION, tie(strength=w.Strength.STRONG), kind=w.Kind.GROUP)
    was = person(2, "haar oom", w.Circle.FAMILY, tie(strength=w.Strength.WEAK, energy=w.Energy.GIVES), deceased=True)
    now = replace(was, ties=(tie(strength=w.Strength.ORDINARY, tension=w.Tension.OFTEN, word="stil"),))
    goes = person(3, "de hond", w.Circle.OTHER, tie(strength=w.Strength.STRONG), kind=w.Kind.ANIMAL)
    before = ClearedMap("was", (MOTHER, SON), (stays, was, goes))
    change = drawn(before, replace(before, id="nu", people=(stays, now)), wasi)[2]
    assert [item.key for item in change.legend if not item.key.startswith("change-")] == [
        "member-woman", "member-man", "member-first", "member-partly",
        "person", "group", "animal", "deceased", "ordinary", "tension-often",
    ]  # fmt: skip


def test_everybody_is_where_they_are_on_the_other_maps(wasi: Engine) -> None:
    before = everything()
    after = replace(before, id="nu", people=tuple(replace(each, ties=()) for each in before.people[1:]))
    was, _, change = drawn(before, after, wasi)

    def places(drawing: Drawing) -> set[tuple[float, ...]]:
        return {
            tuple(numbers(" ".join(each.get(key, "") for key in GEOMETRY)))
            for each in layer(drawing.svg, "mw-eco-people")
        }

    assert places(was) == places(change)
    assert (was.width, was.height) == (change.width, change.height)


def test_marks_differ_without_colour() -> None:
    """Dark and light, round and square, and the sign: no two marks have the same of all three."""
    from xml.etree.ElementTree import Element, tostring

    from mensenwerk.ecomap.marks import draw_mark

    pictures = set()
    for mark in Mark:
        parent = Element("g")
        draw_mark(parent, mark, (0.0, 0.0))
        pictures.add(tostring(parent))
    assert len(pictures) == len(Mark)
    assert len(DARK) == len(Mark) / 2


def test_no_word_no_arrow_and_no_line_among_others_stands_on_a_map_of_change(wasi: Engine) -> None:
    was = everything()
    now = replace(was, id="nu", people=tuple(replace(p, ties=tuple(
        replace(t, strength=w.Strength.WEAK) for t in p.ties)) for p in was.people))  # fmt: skip
    svg = drawn(was, now, wasi)[2].svg
    assert "mw-eco-head" not in svg
    assert "zingen" not in svg


def test_no_line_leads_to_someone_who_left_the_centre(wasi: Engine) -> None:
    was = ClearedMap("was", (MOTHER, SON), (person(1, "mens 1", w.Circle.FAMILY, ClearedTie("c2")),))
    svg = drawn(was, replace(was, id="nu", centre=(MOTHER,)), wasi)[2].svg
    assert layer(svg, "mw-eco-ties") == layer(svg, "mw-eco-links") == []
