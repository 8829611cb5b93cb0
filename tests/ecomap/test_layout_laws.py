"""Laws that hold for every map: nobody over anybody, all in the frame, the same again the next time."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_maps import WORDS, geometry, parsed

from mensenwerk.ecomap import Engine, draw_maps
from mensenwerk.ecomap.geometry import Box
from mensenwerk.ecomap.measure import text_width
from mensenwerk.ecomap.notation import hartman
from mensenwerk.ecomap.plan import plan_of
from mensenwerk.ecomap.scene import scene_of
from mensenwerk.ecomap.words import LEADING, SIZE, placed_words
from mensenwerk.guards.cleared import ALL, ClearedLink, ClearedMap, ClearedPerson, ClearedTie
from mensenwerk.model import words as w

LABELS = st.text(alphabet="abcdefghij éW-", min_size=1, max_size=45)


@st.composite
def maps(draw: st.DrawFn) -> ClearedMap:
    centre = tuple(
        ClearedPerson(f"c{i + 1}", draw(LABELS), sign=draw(st.sampled_from([None, *w.Sign])))
        for i in range(draw(st.integers(1, 8)))
    )
    ends = st.sampled_from([ALL, *(member.id for member in centre)])
    ties = st.builds(
        ClearedTie,
        ends,
        strength=st.sampled_from([None, *w.Strength]),
        tension=st.sampled_from([None, *w.Tension]),
        energy=st.sampled_from([None, *w.Energy]),
        state=st.sampled_from([None, *w.State]),
        word=st.none() | LABELS,
    )
    people = tuple(
        ClearedPerson(
            f"n{i + 1}",
            draw(LABELS),
            draw(st.none() | LABELS),
            kind=draw(st.sampled_from(w.Kind)),
            circles=(draw(st.sampled_from(w.Circle)),),
            ring=draw(st.sampled_from([None, *w.Ring])),
            ties=tuple(draw(st.lists(ties, max_size=2, unique_by=lambda tie: tie.to))),
        )
        for i in range(draw(st.integers(0, 40)))
    )
    links: tuple[ClearedLink, ...] = ()
    if len(people) > 1:
        number = st.integers(1, len(people))
        pairs = draw(st.sets(st.tuples(number, number).filter(lambda pair: pair[0] < pair[1]), max_size=60))
        links = tuple(ClearedLink(f"n{a}", f"n{b}", draw(st.sampled_from(w.Bond))) for a, b in sorted(pairs))
    return ClearedMap("a", centre, people, links)


SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(maps())
def test_no_label_lies_over_another_or_over_the_centre(map_: ClearedMap) -> None:
    plan = plan_of([map_], hartman())
    spots = list(plan.spots.values())
    boxes = [Box(*spot.middle, *spot.figure.outer) for spot in spots]
    for index, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[:index])
        assert not box.holds((0.0, 0.0), plan.core.radius / 2)


@SLOW
@given(maps())
def test_words_on_ties_lie_over_no_label_and_no_other_word(map_: ClearedMap) -> None:
    plan = plan_of([map_], hartman())
    scene = scene_of(map_, plan, hartman())
    rows = [
        Box(x, y - SIZE * 0.3, text_width(text, SIZE) / 2 - 1, LEADING / 2 - 1)
        for x, y, text, _ in placed_words(scene, plan)
    ]
    for index, row in enumerate(rows):
        assert not any(row.overlaps(node.box) for node in (*scene.nodes, *scene.members))
        assert not any(row.overlaps(other) for other in rows[:index])


@settings(SLOW, max_examples=15)
@given(maps())
def test_everything_lies_inside_the_frame_and_is_the_same_again(wasi: Engine, map_: ClearedMap) -> None:
    drawing = draw_maps([map_], engine=wasi, prefix="a", words=WORDS)[0]
    assert draw_maps([map_], engine=wasi, prefix="a", words=WORDS)[0] == drawing
    left, top, width, height = (float(value) for value in parsed(drawing.svg).get("viewBox", "").split())
    assert (left, top) == (-width / 2, -height / 2)
    for element in parsed(drawing.svg).iter():
        for x, y in _points(element.attrib):
            assert abs(x) <= width / 2
            assert abs(y) <= height / 2
    assert geometry(drawing.svg)


def _points(attributes: dict[str, str]) -> list[tuple[float, float]]:
    """Middles and corners; path data with arcs (the tinted wedges) is left out, it follows the rim."""
    if "points" in attributes:
        flat = [float(value) for value in attributes["points"].split()]
        return list(zip(flat[::2], flat[1::2], strict=True))
    if "cx" in attributes:
        cx, cy, rx, ry = (float(attributes[key]) for key in ("cx", "cy", "rx", "ry"))
        return [(cx - rx, cy - ry), (cx + rx, cy + ry)]
    if "x" in attributes:
        xs, ys = ([float(v) for v in attributes[key].split()] for key in ("x", "y"))
        return list(zip(xs, ys, strict=True))
    return []
