"""From the maps of a case to their drawings, in one call of the engine."""

from __future__ import annotations

from collections.abc import Sequence

from mensenwerk.ecomap.changed import changed_legend, changed_scene
from mensenwerk.ecomap.dot import dot_of
from mensenwerk.ecomap.drawing import Drawing, DrawingImpossible, LegendWords
from mensenwerk.ecomap.engine import Engine
from mensenwerk.ecomap.legend import legend_of
from mensenwerk.ecomap.notation import Notation, hartman
from mensenwerk.ecomap.own_words import in_own_words
from mensenwerk.ecomap.plan import plan_of
from mensenwerk.ecomap.scene import scene_of
from mensenwerk.ecomap.svg import svg_of
from mensenwerk.guards.cleared import ClearedMap
from mensenwerk.network.change import Differences

MOST_PEOPLE, MOST_LINES = 200, 600


def draw_maps(
    maps: Sequence[ClearedMap],
    *,
    engine: Engine,
    prefix: str,
    words: LegendWords,
    steps: Sequence[Differences] = (),
    notation: Notation | None = None,
) -> tuple[Drawing, ...]:
    """One drawing a map, then a map of change for each of `steps` (between maps of the same case): everybody in the
    same place and all in the same frame. `notation`: Hartman's where none is named; `words` as it says them.

    Ids are `{prefix}-1`, `{prefix}-2`, …; the page gives the title (`…-title`) and the summary
    (`…-summary`) that the pictures point at. Raises DrawingImpossible.
    """
    for one in maps:
        _check_size(one)
    notation = notation or hartman()
    maps = [in_own_words(one, maps) for one in maps]
    plan = plan_of(maps, notation)
    if len(plan.spots) > MOST_PEOPLE:
        raise DrawingImpossible("too-many")
    scenes = [scene_of(one, plan, notation) for one in maps]
    changes = [changed_scene(step, plan, notation) for step in steps]
    drawn = engine.render([dot_of(scene) for scene in (*scenes, *changes)])
    if len(drawn) != len(scenes) + len(changes):
        raise DrawingImpossible("broken")
    legends = [legend_of(one, words, notation) for one in maps]
    legends += [changed_legend(scene, words, step, notation) for scene, step in zip(changes, steps, strict=True)]
    ids = [one.id for one in maps] + [step.now.id for step in steps]
    return tuple(
        Drawing(
            id_,
            svg_of(scene, plan, text, f"{prefix}-{index}", words),
            legend,
            plan.frame[2],
            plan.frame[3],
            words.get("notation", ""),
        )
        for index, (id_, scene, text, legend) in enumerate(
            zip(ids, [*scenes, *changes], drawn, legends, strict=True), start=1
        )
    )


def _check_size(map_: ClearedMap) -> None:
    lines = len(map_.links) + sum(len(person.ties) for person in (*map_.people, *map_.centre))
    if len(map_.people) + len(map_.centre) > MOST_PEOPLE or lines > MOST_LINES:
        raise DrawingImpossible("too-many")
