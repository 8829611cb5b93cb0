"""The DOT and the geometry of a few maps, kept. Accept a change with MENSENWERK_ACCEPT=1."""

from __future__ import annotations

import json

import pytest
from sample_maps import ACCEPT, GOLDEN, WORDS, alone, everything, geometry, many

from mensenwerk.ecomap import Engine, draw_maps
from mensenwerk.ecomap.dot import dot_of
from mensenwerk.ecomap.notation import hartman
from mensenwerk.ecomap.plan import plan_of
from mensenwerk.ecomap.scene import scene_of
from mensenwerk.guards.cleared import ClearedMap

MAPS = [alone(id_="leeg"), everything(), many(14)]


@pytest.mark.parametrize("map_", MAPS, ids=lambda one: one.id)
def test_the_dot_is_as_it_was(map_: ClearedMap) -> None:
    path = GOLDEN / f"ecomap-{map_.id}.dot"
    text = dot_of(scene_of(map_, plan_of([map_], hartman()), hartman())) + "\n"
    if ACCEPT:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("map_", MAPS, ids=lambda one: one.id)
def test_the_geometry_is_as_it_was(wasi: Engine, map_: ClearedMap) -> None:
    path = GOLDEN / f"ecomap-{map_.id}.json"
    rows = geometry(draw_maps([map_], engine=wasi, prefix="a", words=WORDS)[0].svg)
    if ACCEPT:
        path.write_text("\n".join(["[", ",\n".join(map(json.dumps, rows)), "]", ""]), encoding="utf-8", newline="\n")
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert len(rows) == len(kept)
    for row, before in zip(rows, kept, strict=True):
        assert row == pytest.approx(before, abs=0.2)
