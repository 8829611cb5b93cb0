"""Distance along the wide ellipse on which people stand."""

from __future__ import annotations

import math
from bisect import bisect_right
from functools import cache

ASPECT = 1.3
SAMPLES = 360


@cache
def unit_lengths() -> tuple[float, ...]:
    """Length along an ellipse with half axes `ASPECT` and 1, from angle 0, at each sample."""
    total, lengths = 0.0, [0.0]
    for index in range(SAMPLES):
        a, b = (2 * math.pi * k / SAMPLES for k in (index, index + 1))
        total += math.hypot(ASPECT * (math.cos(b) - math.cos(a)), math.sin(b) - math.sin(a))
        lengths.append(total)
    return tuple(lengths)


def length_at(angle: float) -> float:
    """Length at a parameter of the ellipse, counted on over full turns."""
    turns, rest = divmod(angle / (2 * math.pi), 1.0)
    lengths = unit_lengths()
    index, share = divmod(rest * SAMPLES, 1.0)
    low = lengths[int(index)]
    high = lengths[min(SAMPLES, int(index) + 1)]
    return turns * lengths[-1] + low + (high - low) * share


def angle_at(length: float) -> float:
    """The parameter at a length: `length_at` the other way round."""
    lengths = unit_lengths()
    turns, rest = divmod(length, lengths[-1])
    low = min(bisect_right(lengths, rest), SAMPLES) - 1
    share = (rest - lengths[low]) / ((lengths[low + 1] - lengths[low]) or 1.0)
    return 2 * math.pi * (turns + (low + share) / SAMPLES)
