"""From the maps of a case to their drawings, in one call of the engine."""

from __future__ import annotations

from collections.abc import Sequence

from mensenwerk.ecomap.dot import dot_of
from mensenwerk.ecomap.drawing import Drawing, DrawingImpossible, LegendWords
from mensenwerk.ecomap.engine import Engine
from mensenwerk.ecomap.legend import legend_of
from mensenwerk.ecomap.plan import plan_of
from mensenwerk.ecomap.scene import scene_of
from mensenwerk.ecomap.svg import svg_of
from mensenwerk.guards.cleared import ClearedMap

MOST_PEOPLE, MOST_LINES = 200, 600


def draw_maps(maps: Sequence[ClearedMap], *, engine: Engine, prefix: str, words: LegendWords) -> tuple[Drawing, ...]:
    """One drawing a map, everybody in the same place and all in the same frame.

    Ids are `{prefix}-1`, `{prefix}-2`, …; the page gives the title (`…-title`) and the summary
    (`…-summary`) that the pictures point at. Raises DrawingImpossible.
    """
    for one in maps:
        _check_size(one)
    plan = plan_of(maps)
    if len(plan.spots) > MOST_PEOPLE:
        raise DrawingImpossible("too-many")
    scenes = [scene_of(one, plan) for one in maps]
    drawn = engine.render([dot_of(scene) for scene in scenes])
    if len(drawn) != len(scenes):
        raise DrawingImpossible("broken")
    return tuple(
        Drawing(
            one.id,
            svg_of(scene, plan, text, f"{prefix}-{index}", words),
            legend_of(one, words),
            plan.frame[2],
            plan.frame[3],
        )
        for index, (one, scene, text) in enumerate(zip(maps, scenes, drawn, strict=True), 1)
    )


def _check_size(map_: ClearedMap) -> None:
    lines = len(map_.links) + sum(len(person.ties) for person in (*map_.people, *map_.centre))
    if len(map_.people) + len(map_.centre) > MOST_PEOPLE or lines > MOST_LINES:
        raise DrawingImpossible("too-many")
