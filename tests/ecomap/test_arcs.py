"""Lines among people cross as little as they can, and lie on the ground with everyone."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_maps import alone, person
from test_layout_laws import SLOW, maps

from mensenwerk.ecomap.compass import STEP, crossings, profile_of, seen
from mensenwerk.ecomap.ellipse import ASPECT
from mensenwerk.ecomap.geometry import Point, polyline
from mensenwerk.ecomap.notation import hartman
from mensenwerk.ecomap.plan import Plan, plan_of
from mensenwerk.guards.cleared import ClearedLink, ClearedMap, ClearedTie
from mensenwerk.model import words as w


def drawn(*pairs: tuple[int, int], people: int = 10) -> Plan:
    """Friends in the order of their number, all with a tie, and links between some of them."""
    row = [person(n, "een vriend", w.Circle.FRIENDS, ClearedTie("c1")) for n in range(1, people + 1)]
    return plan_of([alone(*row, links=tuple(ClearedLink(f"n{a}", f"n{b}") for a, b in pairs))], hartman())


def crossed(plan: Plan) -> int:
    """Crossings of lines that have no end in common."""
    lines = [({a, b}, polyline(curve, 24)) for (a, b), curve in {**plan.ties, **plan.links}.items()]
    return sum(_cross(one, other) for (a, one), (b, other) in combinations(lines, 2) if not a & b)


def _cross(one: list[Point], other: list[Point]) -> bool:
    return any(_meet(a, b, c, d) for a, b in pairwise(one) for c, d in pairwise(other))


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def test_a_line_goes_outside_someone_whose_tie_it_would_cross() -> None:
    assert crossed(drawn((1, 3))) == 0


def test_of_two_lines_that_would_cross_one_goes_outside() -> None:
    assert crossed(drawn((1, 3), (2, 4))) <= 2


def test_lines_outside_lie_over_each_other_without_crossing() -> None:
    assert crossed(drawn((1, 3), (1, 4), (5, 7), (8, 10))) == 0


@SLOW
@given(maps())
def test_every_arc_lies_on_the_ground(map_: ClearedMap) -> None:
    plan = plan_of([map_], hartman())
    wide, high = plan.rim
    for arc in plan.links.values():
        assert all(math.hypot(x / wide, y / high) <= 1.01 for x, y in polyline(arc, 24))


@given(st.lists(st.tuples(st.floats(0.3, 2.6), st.floats(60, 300)), min_size=4, max_size=4))
def test_lines_cross_as_their_profiles_say(ends: list[tuple[float, float]]) -> None:
    """Straight lines, between the first and the last step of the compass that both of them pass."""
    turns = sorted(turn for turn, _ in ends)
    if min(b - a for a, b in pairwise(turns)) < 0.15:
        return
    (a, b), (c, d) = (sorted(pair) for pair in (ends[:2], ends[2:]))
    one, other = (_point(a), _point(b)), (_point(c), _point(d))
    profiles = [profile_of(_fine(*line), start[0]) for line, start in ((one, a), (other, c))]
    assert crossings(*profiles) == crossings(*profiles[::-1])
    first, last = math.ceil(max(a[0], c[0]) / STEP) * STEP, math.floor(min(b[0], d[0]) / STEP) * STEP
    if first > last:
        assert crossings(*profiles) == 0
        return
    gaps = [_far(one, turn) - _far(other, turn) for turn in (first, last)]
    if min(map(abs, gaps)) > 1:
        assert crossings(*profiles) == ((gaps[0] > 0) != (gaps[1] > 0))


@pytest.mark.parametrize("turn", [0.0, STEP, 18 * STEP, 36 * STEP])
def test_a_line_that_begins_straight_outwards_on_a_step_has_a_profile(turn: float) -> None:
    """Found in a book of ten thousand cases: two points in the very direction of a step of the compass."""
    outwards = [(far * math.cos(turn), far * math.sin(turn)) for far in (100.0, 120.0)]
    end = (150 * math.cos(turn + 1), 150 * math.sin(turn + 1))
    profile = profile_of([*outwards, end], turn)
    assert profile.far[0] == pytest.approx(100.0, abs=25)
    assert crossings(profile, profile) == 0


def _point(place: tuple[float, float]) -> Point:
    return place[1] * math.cos(place[0]), place[1] * math.sin(place[0])


def _fine(start: Point, end: Point) -> list[Point]:
    return [(start[0] + (end[0] - start[0]) * k / 60, start[1] + (end[1] - start[1]) * k / 60) for k in range(61)]


def _far(line: tuple[Point, Point], turn: float) -> float:
    """How far from the centre a straight line is, seen in a direction."""
    (x, y), (u, v) = line
    return (x * v - y * u) / (math.cos(turn) * (v - y) - math.sin(turn) * (u - x))


def test_a_place_is_seen_in_its_direction_on_the_round() -> None:
    turn, far = seen((ASPECT * 100, 0.0))
    assert (turn, round(far, 6)) == (0.0, 100.0)
    assert round(seen((0.0, -50.0))[0], 6) == round(1.5 * math.pi, 6)
