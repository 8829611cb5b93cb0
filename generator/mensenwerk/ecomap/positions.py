"""Places around the centre: one to a few rings on a wide ellipse, nobody over anybody else.

Slots are shared out by the room that a label takes along the ellipse, so that wide labels above and
below and low ones left and right lie equally loose. If a ring does not fit it grows by small steps.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mensenwerk.ecomap.geometry import Box
from mensenwerk.model import words as w

ASPECT = 1.3
GAP = 14.0
SECTOR_GAP = 20.0
SPOKE = 88.0
"""The shortest length of a line to the centre, so that its pattern can be read."""
SAMPLES = 360
CLOSENESS = {w.Ring.INNER: 0.84, w.Ring.MIDDLE: 0.93, w.Ring.OUTER: 1.0, w.Ring.EDGE: 1.08}


@dataclass(frozen=True, slots=True)
class Slot:
    """Someone to place: half width and height of their figure, their sector, how close they are felt to be."""

    half_width: float
    half_height: float
    sector: int
    ring: w.Ring | None = None


@dataclass(frozen=True, slots=True)
class Rings:
    """The innermost ellipse, the steps to the next ones, and how many there are."""

    rx: float
    ry: float
    dx: float
    dy: float
    count: int

    def radii(self, level: float) -> tuple[float, float]:
        return self.rx + level * self.dx, self.ry + level * self.dy


def place(slots: Sequence[Slot], core: float) -> list[Box]:
    """Boxes in the order of `slots` around a centre of radius `core` at (0, 0)."""
    if not slots:
        return []
    count = ring_count(len(slots))
    high = max(slot.half_height for slot in slots)
    wide = sum(slot.half_width for slot in slots) / len(slots)
    ry = core + SPOKE + high
    boxes: list[Box] = []
    for attempt in range(60):
        rings = Rings(ry * ASPECT, ry, 2 * wide + 30, 2 * high + 34, count)
        angles = _angles(slots, rings)
        if angles is not None:
            boxes = _boxes(slots, angles, rings, core)
            if _clear(boxes, core, spokes=attempt < 24):
                return boxes
        ry *= 1.035
    return _pushed_apart(boxes)


def ring_count(people: int) -> int:
    """One ring to 16 people, two to 34, then one more for every forty."""
    return 1 if people <= 16 else 2 if people <= 34 else 3 + (people - 35) // 40


@cache
def _unit_lengths() -> tuple[float, ...]:
    """Length along an ellipse with half axes `ASPECT` and 1, from angle 0, at each sample."""
    total, lengths = 0.0, [0.0]
    for index in range(SAMPLES):
        a, b = (2 * math.pi * k / SAMPLES for k in (index, index + 1))
        total += math.hypot(ASPECT * (math.cos(b) - math.cos(a)), math.sin(b) - math.sin(a))
        lengths.append(total)
    return tuple(lengths)


def _length_at(angle: float) -> float:
    turns, rest = divmod(angle / (2 * math.pi), 1.0)
    lengths = _unit_lengths()
    index, share = divmod(rest * SAMPLES, 1.0)
    low = lengths[int(index)]
    high = lengths[min(SAMPLES, int(index) + 1)]
    return turns * lengths[-1] + low + (high - low) * share


def _angle_at(length: float) -> float:
    lengths = _unit_lengths()
    turns, rest = divmod(length, lengths[-1])
    low, high = 0, SAMPLES
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if lengths[middle] <= rest else (low, middle)
    share = (rest - lengths[low]) / ((lengths[high] - lengths[low]) or 1.0)
    return 2 * math.pi * (turns + (low + share) / SAMPLES)


def _angles(slots: Sequence[Slot], rings: Rings) -> list[float] | None:
    """An angle per slot, the first sector in the middle above; None when the ring is too short."""
    size = len(slots)
    if size == 1:
        return [0.0]
    rx, ry = rings.radii((rings.count - 1) / 2)
    unit = (rx / ASPECT + ry) / 2
    round_ = _unit_lengths()[-1] * unit
    angles = [-math.pi / 2 + 2 * math.pi * index / size for index in range(size)]
    share = 1.0 if rings.count == 1 else 1.12 / rings.count
    for _ in range(5):
        steps = []
        for index in range(size):
            other = (index + 1) % size
            after = angles[other] + (2 * math.pi if other == 0 else 0.0)
            steps.append(_step(slots[index], slots[other], (angles[index] + after) / 2, share))
        if sum(steps) > round_:
            return None
        steps = _shared_out(steps, slots, round_)
        run = [0.0]
        for step in steps[:-1]:
            run.append(run[-1] + step)
        first = [index for index, slot in enumerate(slots) if slot.sector == slots[0].sector]
        middle = (run[first[0]] + run[first[-1]]) / 2
        top = _length_at(-math.pi if size == 2 and len(first) == 1 else -math.pi / 2) * unit
        angles = [_angle_at((top + length - middle) / unit) for length in run]
    return angles


def _step(one: Slot, other: Slot, angle: float, share: float) -> float:
    """Length along the ring between two neighbours: they may pass each other sideways or above."""
    tx, ty = ASPECT * math.sin(angle), math.cos(angle)
    size = math.hypot(tx, ty)
    across = (one.half_width + other.half_width + GAP) / max(abs(tx) / size, 1e-6)
    above = (one.half_height + other.half_height + GAP) / max(abs(ty) / size, 1e-6)
    return min(across, above) * share + (SECTOR_GAP if one.sector != other.sector else 0.0)


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
        level = (rings.count - 1 - index % rings.count) if rings.count > 1 else 0
        rx, ry = rings.radii(level)
        close = CLOSENESS[slot.ring] if slot.ring is not None and rings.count == 1 else 1.0
        cos, sin = math.cos(angle), math.sin(angle)
        along = math.hypot(cos * rx, sin * ry)
        ux, uy = cos * rx / along, sin * ry / along
        edge = min(slot.half_width / max(abs(ux), 1e-6), slot.half_height / max(abs(uy), 1e-6))
        reach = max(along * close, core + edge + SPOKE * 0.8)
        boxes.append(Box(ux * reach, uy * reach, slot.half_width, slot.half_height))
    return boxes


def _clear(boxes: Sequence[Box], core: float, *, spokes: bool) -> bool:
    """Nobody over anybody else; as long as it is asked, nobody in the way of a line to the centre."""
    size = len(boxes)
    near = size if size <= 12 else 8
    for index, box in enumerate(boxes):
        if math.hypot(max(0.0, abs(box.x) - box.half_width), max(0.0, abs(box.y) - box.half_height)) < core + 40:
            return False
        for step in range(1, min(near, size)):
            other = boxes[(index + step) % size]
            if box is not other and box.overlaps(other, GAP * 0.6):
                return False
            if spokes and (
                other.crossed_by((0.0, 0.0), (box.x, box.y), 4.0) or box.crossed_by((0.0, 0.0), (other.x, other.y), 4.0)
            ):
                return False
    return all(
        not box.overlaps(other) for index, box in enumerate(boxes) for other in boxes[index + near :]
    )


def _pushed_apart(boxes: list[Box]) -> list[Box]:
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
