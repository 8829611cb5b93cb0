"""Places around the centre: one to a few rings on a wide ellipse, nobody over anybody else.

Slots are shared out by the room that a label takes along the ellipse, so that wide labels above and
below and low ones left and right lie equally loose. If a ring does not fit it grows by small steps.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from mensenwerk.ecomap.ellipse import ASPECT, angle_at, length_at, unit_lengths
from mensenwerk.ecomap.geometry import Box
from mensenwerk.ecomap.rings import Rings, Slot, ring_count, staggered_angles
from mensenwerk.model import words as w

GAP = 14.0
SECTOR_GAP = 20.0
SPOKE = 88.0
"""The shortest length of a line to the centre, so that its pattern can be read."""
CLOSENESS = {w.Ring.INNER: 0.84, w.Ring.MIDDLE: 0.93, w.Ring.OUTER: 1.0, w.Ring.EDGE: 1.08}
TRIES = 60
GROWTH = 1.03
"""How much larger a ring becomes when people do not fit on it."""


def place(slots: Sequence[Slot], core: float, *, roomy: bool = False) -> list[Box]:
    """Boxes in the order of `slots` around a centre of radius `core` at (0, 0); `roomy` for words on ties."""
    if not slots:
        return []
    count = ring_count(len(slots))
    high = max(slot.half_height for slot in slots)
    wide = sum(slot.half_width for slot in slots) / len(slots)
    ry = core + SPOKE + high + (14.0 if roomy else 0.0)
    if count == 1 and len(slots) > 1:  # a ring that is too short at once need not be tried
        least = sum(_steps(slots, _even(len(slots)))) / unit_lengths()[-1]
        while ry < least:
            ry *= GROWTH
    boxes: list[Box] = []
    for attempt in range(TRIES):
        rings = Rings(ry * ASPECT, ry, 2 * wide + 16, 2 * high + 16, count)
        angles = staggered_angles(slots, rings) if count > 1 else _single_angles(slots, rings)
        if angles is not None:
            boxes = _boxes(slots, angles, rings, core)
            if _clear(boxes, core, spokes=attempt < TRIES // 3):
                return boxes
        ry *= GROWTH
    return _pushed_apart(boxes or _boxes(slots, _even(len(slots)), rings, core))


def _even(size: int) -> list[float]:
    return [2 * math.pi * index / size - math.pi / 2 for index in range(size)]


def _single_angles(slots: Sequence[Slot], rings: Rings) -> list[float] | None:
    """A direction per slot, the first sector in the middle above; None when the ring is too short."""
    size = len(slots)
    if size == 1:
        return [-math.pi / 2]
    unit = rings.ry
    round_ = unit_lengths()[-1] * unit
    angles = _even(size)
    first = [index for index, slot in enumerate(slots) if slot.sector == slots[0].sector]
    top = length_at(-math.pi if size == 2 and len(first) == 1 else -math.pi / 2) * unit
    for _ in range(4):
        steps = _steps(slots, angles)
        if sum(steps) > round_:
            return None
        steps = _shared_out(steps, slots, round_)
        run = [0.0]
        for step in steps[:-1]:
            run.append(run[-1] + step)
        middle = (run[first[0]] + run[first[-1]]) / 2
        angles = [angle_at((top + length - middle) / unit) for length in run]
    return [math.atan2(math.sin(angle), ASPECT * math.cos(angle)) for angle in angles]


def _steps(slots: Sequence[Slot], angles: Sequence[float]) -> list[float]:
    """How far it is along the ring from everyone to the next, at least, in units."""
    steps = []
    for index, slot in enumerate(slots):
        other = (index + 1) % len(slots)
        after = angles[other] + (2 * math.pi if other == 0 else 0.0)
        steps.append(_step(slot, slots[other], (angles[index] + after) / 2))
    return steps


def _step(one: Slot, other: Slot, angle: float) -> float:
    """Length along the ring between two neighbours: they may pass each other sideways or above."""
    tx, ty = ASPECT * math.sin(angle), math.cos(angle)
    size = math.hypot(tx, ty)
    across = (one.half_width + other.half_width + GAP) / max(abs(tx) / size, 1e-6)
    above = (one.half_height + other.half_height + GAP) / max(abs(ty) / size, 1e-6)
    return min(across, above) + (SECTOR_GAP if one.sector != other.sector else 0.0)


def _shared_out(steps: list[float], slots: Sequence[Slot], round_: float) -> list[float]:
    """Spread what is left evenly, but keep people of one sector together."""
    size = len(steps)
    between = [slots[i].sector != slots[(i + 1) % size].sector or i == size - 1 for i in range(size)]
    widest = round_ * 0.15
    factor = round_ / sum(steps)
    spread = [
        step * factor if gap else max(step, min(step * factor, widest))
        for step, gap in zip(steps, between, strict=True)
    ]
    left = (round_ - sum(spread)) / sum(between)
    return [step + left if gap else step for step, gap in zip(spread, between, strict=True)]


def _boxes(slots: Sequence[Slot], angles: Sequence[float], rings: Rings, core: float) -> list[Box]:
    boxes = []
    for index, (slot, angle) in enumerate(zip(slots, angles, strict=True)):
        close = CLOSENESS[slot.ring] if slot.ring is not None and rings.count == 1 else 1.0
        ux, uy = math.cos(angle), math.sin(angle)
        edge = min(slot.half_width / max(abs(ux), 1e-6), slot.half_height / max(abs(uy), 1e-6))
        reach = max(rings.far(rings.level(index), angle) * close, core + edge + SPOKE * 0.8)
        boxes.append(Box(ux * reach, uy * reach, slot.half_width, slot.half_height))
    return boxes


def _clear(boxes: Sequence[Box], core: float, *, spokes: bool) -> bool:
    """Nobody over anybody else; as long as it is asked, nobody in the way of a line to the centre."""
    size = len(boxes)
    if any(_gap_to_centre(box) < core + 40 for box in boxes):
        return False
    for index, box in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if box.overlaps(other, GAP * 0.5):
                return False
    if not spokes:
        return True
    near = range(1, min(6, size // 2) + 1)
    pairs = ((box, boxes[(index + step) % size]) for index, box in enumerate(boxes) for step in near)
    centre = (0.0, 0.0)
    return not any(
        box is not other
        and (other.crossed_by(centre, (box.x, box.y), 3.0) or box.crossed_by(centre, (other.x, other.y), 3.0))
        for box, other in pairs
    )


def _gap_to_centre(box: Box) -> float:
    return math.hypot(max(0.0, abs(box.x) - box.half_width), max(0.0, abs(box.y) - box.half_height))


def _pushed_apart(boxes: Sequence[Box]) -> list[Box]:
    """Move whoever lies over someone else outwards along their ray until nobody does."""
    settled: list[Box] = []
    for box in boxes:
        size = math.hypot(box.x, box.y) or 1.0
        ux, uy = box.x / size, box.y / size
        moved = box
        while any(moved.overlaps(other, GAP * 0.5) for other in settled):
            moved = Box(moved.x + ux * 8, moved.y + uy * 8, box.half_width, box.half_height)
        settled.append(moved)
    return settled
