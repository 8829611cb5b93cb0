"""Lines as seen from the centre: for every direction, how far away the line is.

The wide ellipse on which people stand is made round first. A tie is then a ray, an arc among people a distance for
each step of the compass, and two arcs cross where the nearer one becomes the further one, which is quickly told.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mensenwerk.ecomap.ellipse import ASPECT
from mensenwerk.ecomap.geometry import Point

TURN = 2 * math.pi
STEPS = 72
STEP = TURN / STEPS
BACK = TURN * 0.9
"""Nearly a full turn further is a little back."""
Seen = tuple[float, float]
"""A direction from 0 to a full turn, and a distance."""


def seen(point: Point) -> Seen:
    x, y = point[0] / ASPECT, point[1]
    return math.atan2(y, x) % TURN, math.hypot(x, y)


@dataclass(frozen=True, slots=True)
class Profile:
    """The distances of a line at the steps of the compass that it passes, the first of which is `first`."""

    first: int
    far: Sequence[float]


def profile_of(points: Iterable[Point], turn: float) -> Profile:
    """The profile of a line in the round that goes clockwise from the direction `turn`."""
    turns, fars = [], []
    for x, y in points:
        onwards = (math.atan2(y, x) - turn) % TURN
        turns.append(turn + (onwards if onwards < BACK else 0.0))
        fars.append(math.hypot(x, y))
    first = math.ceil(turns[0] / STEP)
    at = first * STEP
    far: list[float] = []
    for index in range(len(turns) - 1):
        start, end, near = turns[index], turns[index + 1], fars[index]
        if at > end:
            continue
        slope = (fars[index + 1] - near) / (end - start) if end > start else 0.0  # both in one direction
        while at <= end:
            far.append(near + (at - start) * slope)
            at += STEP
    return Profile(first % STEPS, far)


def crossings(one: Profile, other: Profile) -> int:
    """How often two lines cross, told at both ends and in the middle of what they share: none, once or twice."""
    a, b = one.far, other.far
    shift = (other.first - one.first) % STEPS
    if shift < len(a):
        i, j = shift, 0
        size = min(len(a) - shift, len(b))
    else:
        i, j = 0, STEPS - shift
        size = min(len(b) - j, len(a))
    if size <= 0:
        return 0
    half = size // 2
    middle = a[i + half] < b[j + half]
    return ((a[i] < b[j]) != middle) + ((a[i + size - 1] < b[j + size - 1]) != middle)


def rays_crossed(line: Profile, rays: Iterable[Seen]) -> int:
    """How many rays from the centre a line crosses; a ray has its direction in steps, and its length."""
    first, far = line.first, line.far
    last = len(far) - 1
    count = 0
    for step, length in rays:
        along = (step - first) % STEPS
        if along < last:
            index = int(along)
            if far[index] + (far[index + 1] - far[index]) * (along - index) < length:
                count += 1
    return count
