"""Where the words on ties stand: beside their line or at the label, on nobody's label and on no other word."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from mensenwerk.ecomap.geometry import Box, Cubic, Point, at, is_straight, polyline
from mensenwerk.ecomap.measure import text_width, wrap
from mensenwerk.ecomap.plan import Plan
from mensenwerk.ecomap.scene import Edge, Scene

SIZE = 13.0
LEADING = 14.5
PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)
AWAY = 6.0


def placed_words(scene: Scene, plan: Plan) -> list[tuple[float, float, str, Edge]]:
    """x, baseline and text of every row, and the line it belongs to. A word for which there is no room is left to the
    table."""
    labels = [Box(n.box.x, n.box.y, n.box.half_width + 3, n.box.half_height + 3) for n in scene.nodes]
    labels += [n.box for n in scene.members] if scene.members else [scene.core.box]
    lines = {edge.id: polyline(edge.curve, 1 if is_straight(edge.curve) else 6) for edge in scene.edges}
    radius = plan.core.radius
    turns = (k * math.pi / 12 for k in range(25))
    lines["core"] = [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]
    pieces = [(key, a, b) for key, line in lines.items() for a, b in pairwise(line)]
    taken = list(labels)
    figures = {node.id: node.box for node in scene.nodes}
    rows: list[tuple[float, float, str, Edge]] = []
    for edge in scene.edges:
        if not edge.look.word:
            continue
        text = wrap(edge.look.word, SIZE, 92.0, lines=3)
        if not text:
            continue
        half = (max(text_width(row, SIZE) for row in text) / 2 + 2, len(text) * LEADING / 2)
        others = [(a, b) for key, a, b in pieces if key != edge.id and _near(a, b, edge.curve)]
        places = [*_beside(edge.curve, half), *_at_label(figures.get(edge.start), half)]
        box = _best(places, taken, others, plan)
        if box is None:
            continue
        taken.append(box)
        first = box.y - half[1] + LEADING * 0.76
        rows += [(box.x, first + index * LEADING, row, edge) for index, row in enumerate(text)]
    return rows


def _beside(curve: Cubic, half: tuple[float, float]) -> list[tuple[float, Box]]:
    """Places along a line, on both sides of it, the middle first: how little we want each, and where."""
    places = []
    for rank, t in enumerate(PLACES):
        x, y = at(curve, t)
        (ax, ay), (bx, by) = at(curve, max(0, t - 0.05)), at(curve, min(1, t + 0.05))
        size = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / size, (bx - ax) / size
        away = abs(nx) * half[0] + abs(ny) * half[1] + AWAY
        for side in (1.0, -1.0):
            price = rank * 0.5 + (0.2 if side < 0 else 0.0)
            places.append((price, Box(x + nx * away * side, y + ny * away * side, *half)))
    return places


def _at_label(figure: Box | None, half: tuple[float, float]) -> list[tuple[float, Box]]:
    """Right under, above or outside somebody's figure, for where lines lie close together."""
    if figure is None:
        return []
    above, across = figure.half_height + half[1] + 4.0, figure.half_width + half[0] + 5.0
    down, right = math.copysign(1.0, figure.y), math.copysign(1.0, figure.x)
    return [
        (4.0, Box(figure.x, figure.y + above * down, *half)),
        (4.2, Box(figure.x + across * right, figure.y, *half)),
        (4.5, Box(figure.x, figure.y - above * down, *half)),
    ]


def _best(
    places: Sequence[tuple[float, Box]],
    taken: Sequence[Box],
    lines: Sequence[tuple[Point, Point]],
    plan: Plan,
) -> Box | None:
    """The place that crosses fewest lines, among those that are free; None without any."""
    best: tuple[float, Box] | None = None
    for price, box in places:
        if best is not None and price >= best[0]:
            continue
        if any(box.overlaps(other, 1.0) for other in taken) or not _in_frame(box, plan):
            continue
        price += 5 * sum(box.crossed_by(a, b) for a, b in lines)
        if best is None or price < best[0]:
            best = price, box
    return best[1] if best else None


def _near(a: Point, b: Point, curve: Cubic) -> bool:
    """Whether a piece of line can come near a word beside this curve."""
    reach = 60.0
    xs, ys = [x for x, _ in curve], [y for _, y in curve]
    return (
        min(a[0], b[0]) < max(xs) + reach
        and max(a[0], b[0]) > min(xs) - reach
        and min(a[1], b[1]) < max(ys) + reach
        and max(a[1], b[1]) > min(ys) - reach
    )


def _in_frame(box: Box, plan: Plan) -> bool:
    """Whether all of a word lies within the rim."""
    a, b = plan.rim
    return math.hypot((abs(box.x) + box.half_width) / a, (abs(box.y) + box.half_height) / b) < 1
