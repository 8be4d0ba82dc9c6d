"""Where nodes are drawn: a force-directed layout that is the same on every machine.

Edges pull their ends together, nodes push each other apart (Fruchterman and Reingold 1991, "Graph Drawing by
Force-directed Placement"). Where there are many nodes, each is pushed by some that change from step to step, not by
all: negative sampling as in LargeVis (Tang et al. 2016). Only operations that IEEE 754 rounds exactly are used, and
sums in a fixed order, so that no processor gives other digits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
STEPS = 120
PUSHED_BY = 40
"""By how many others a node is pushed in a step."""
COST = 40_000_000
"""About how many pushes a layout may take in all: large networks get fewer steps."""
FEWEST = 12
SPACING = 40.0
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def spiral(count: int, first: int = 0) -> list[tuple[float, float]]:
    """Points of equal density around the origin, from the `first` outwards (Vogel 1979, the head of a sunflower)."""
    ranks = range(first, first + count)
    return [(math.sqrt(r) * math.cos(r * GOLDEN_ANGLE), math.sqrt(r) * math.sin(r * GOLDEN_ANGLE)) for r in ranks]


def layout(count: int, sources: Sequence[int], targets: Sequence[int]) -> list[tuple[float, float]]:
    """The places of nodes 0 … count - 1, joined by edges from `sources` to `targets`, in units of a picture."""
    places = np.round(np.array(spiral(count), dtype=np.float64).reshape(count, 2), 6)
    ends = np.asarray(sources, dtype=np.int64), np.asarray(targets, dtype=np.int64)
    if count > 1:
        steps = max(FEWEST, min(STEPS, COST // (count * min(PUSHED_BY, count - 1))))
        degrees = np.bincount(np.concatenate(ends), minlength=count).astype(np.float64)
        for step in range(steps):
            moves = pulls(places, ends, degrees, count) + pushes(places, step)
            length = np.sqrt(moves[:, 0] * moves[:, 0] + moves[:, 1] * moves[:, 1])
            reach = math.sqrt(count) * 0.2 * (1 - step / steps)
            places += moves * (np.minimum(length, reach) / np.maximum(length, 1e-9))[:, None]
    return [(round(x * SPACING, 1), round(y * SPACING, 1)) for x, y in places.tolist()]


def pulls(places: Numbers, ends: tuple[NDArray[np.int64], NDArray[np.int64]], degrees: Numbers, count: int) -> Numbers:
    """How edges move their ends: by the square of their length, less at a node of many edges."""
    source, target = ends
    away = places[target] - places[source]
    force = away * np.sqrt(away[:, 0] * away[:, 0] + away[:, 1] * away[:, 1])[:, None]
    share = 1.0 / np.maximum(np.sqrt(degrees), 1.0)
    moved = np.empty_like(places)
    for axis in (0, 1):
        there = np.bincount(source, force[:, axis], count) - np.bincount(target, force[:, axis], count)
        moved[:, axis] = there * share - places[:, axis] * 0.05
    return moved


def pushes(places: Numbers, step: int) -> Numbers:
    """How nodes move away from others: by the inverse of their distance; those at even strides around the circle."""
    count = len(places)
    several = min(PUSHED_BY, count - 1)
    stride = max(1, (count - 1) // several)
    moved = np.zeros_like(places)
    for number in range(several):
        other = np.roll(places, 1 + number * stride + (step * 7 % stride), axis=0)
        away = places - other
        square = np.maximum(away[:, 0] * away[:, 0] + away[:, 1] * away[:, 1], 1e-6)
        moved += away / square[:, None]
    return moved * ((count - 1) / several)
