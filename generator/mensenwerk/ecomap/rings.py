"""Angles for several rings: people stand alternately further out and further in, as in a theatre.

The line of someone on an outer ring runs between two people on a ring within, so what counts is the
angle under which the inner label is seen from the centre.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from mensenwerk.ecomap.geometry import Box
from mensenwerk.model import words as w

SECTOR_ANGLE = 0.035
AIR = 3.0
ROUNDS = 16


@dataclass(frozen=True, slots=True)
class Slot:
    """Someone to place: half width and height of their figure, their sector, how close they are felt to be."""

    half_width: float
    half_height: float
    sector: int
    ring: w.Ring | None = None


@dataclass(frozen=True, slots=True)
class Rings:
    """The half axes of the innermost ellipse, the steps to the next ones, and how many there are."""

    rx: float
    ry: float
    dx: float
    dy: float
    count: int

    def level(self, index: int) -> int:
        """The ring of the person with this index, counted from within."""
        return self.count - 1 - index % self.count

    def far(self, level: int, angle: float) -> float:
        """From the centre to a ring in a direction."""
        rx, ry = self.rx + level * self.dx, self.ry + level * self.dy
        return 1 / math.hypot(math.cos(angle) / rx, math.sin(angle) / ry)


def ring_count(people: int) -> int:
    """One ring to 16 people, two to 34, then one more for every forty."""
    return 1 if people <= 16 else 2 if people <= 34 else 3 + (people - 35) // 40


def staggered_angles(slots: Sequence[Slot], rings: Rings) -> list[float] | None:
    """A direction for everyone, the first sector in the middle above; None when the rings are too small.

    Neighbours who are still in each other's way get a little more room, round after round.
    """
    size = len(slots)
    levels = [rings.level(index) for index in range(size)]
    angles = [-math.pi / 2 + 2 * math.pi * index / size for index in range(size)]
    first = [index for index, slot in enumerate(slots) if slot.sector == slots[0].sector]
    extra = [0.0] * size
    for round_ in range(ROUNDS):
        halves = [_half(slot, rings.far(levels[i], angles[i]), angles[i]) for i, slot in enumerate(slots)]
        steps = [a + b for a, b in zip(_steps(slots, levels, halves, rings.count), extra, strict=True)]
        total = sum(steps)
        if total > 2 * math.pi and round_ >= 2:
            return None
        run = [0.0]
        for step in steps[:-1]:
            run.append(run[-1] + step * 2 * math.pi / total)
        middle = (run[first[0]] + run[first[-1]]) / 2
        angles = [-math.pi / 2 + turn - middle for turn in run]
        boxes = boxes_at(slots, angles, rings)
        clashes = [i for i in range(size) if _clash(boxes[i], boxes[(i + 1) % size])]
        if round_ >= 3 and not clashes:
            break
        for i in clashes:
            extra[i] += 0.03
    return angles


def boxes_at(slots: Sequence[Slot], angles: Sequence[float], rings: Rings) -> list[Box]:
    """Everyone on their ring in their direction."""
    boxes = []
    for index, (slot, angle) in enumerate(zip(slots, angles, strict=True)):
        far = rings.far(rings.level(index), angle)
        boxes.append(Box(far * math.cos(angle), far * math.sin(angle), slot.half_width, slot.half_height))
    return boxes


def _clash(box: Box, other: Box) -> bool:
    centre = (0.0, 0.0)
    return (
        box.overlaps(other, 8.0)
        or box.crossed_by(centre, (other.x, other.y), 3.5)
        or other.crossed_by(centre, (box.x, box.y), 3.5)
    )


def _half(slot: Slot, far: float, angle: float) -> float:
    across = slot.half_width * abs(math.sin(angle)) + slot.half_height * abs(math.cos(angle))
    return math.atan2(across + AIR, far)


def _steps(slots: Sequence[Slot], levels: Sequence[int], halves: Sequence[float], count: int) -> list[float]:
    size = len(slots)
    steps = []
    for i in range(size):
        j = (i + 1) % size
        inner = [
            half
            for half, level in ((halves[i], levels[i]), (halves[j], levels[j]))
            if level == min(levels[i], levels[j])
        ]
        step = sum(inner)  # of two on different rings only the inner one is in the other's way
        steps.append(step + (SECTOR_ANGLE if slots[i].sector != slots[j].sector else 0.0))
    for i in range(size):
        short = halves[i] + halves[(i + count) % size] - sum(steps[(i + k) % size] for k in range(count))
        if short > 0:
            for k in range(count):
                steps[(i + k) % size] += short / count
    return steps
