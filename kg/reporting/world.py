"""The outlines of the countries, for the map: Natural Earth at 1:110 million (public domain), as TopoJSON.

`countries-110m.json` is the file of that name in the package world-atlas 2.0.2 (ISC licence).
Format: https://github.com/topojson/topojson-specification
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

Point = tuple[float, float]
Ring = tuple[Point, ...]


@lru_cache(maxsize=1)
def countries() -> tuple[tuple[str, tuple[Ring, ...]], ...]:
    """Each country's name and its rings, in degrees east and north, the largest first."""
    world = json.loads(Path(__file__).with_name("countries-110m.json").read_text("utf-8"))
    arcs = [decoded(arc, world["transform"]) for arc in world["arcs"]]
    return tuple(
        (country["properties"]["name"], tuple(sorted((stitched(ring, arcs) for ring in rings(country)), key=len)[::-1]))
        for country in world["objects"]["countries"]["geometries"]
    )


def decoded(arc: Sequence[tuple[int, int]], transform: dict[str, tuple[float, float]]) -> Ring:
    """An arc in degrees: its points are stored as whole steps from one to the next."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    steps = accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
    return tuple((x * wide + west, y * high + south) for x, y in steps)


def rings(geometry: dict[str, list[list[int]]]) -> Iterator[list[int]]:
    """The rings of a polygon or of several, each the numbers of its arcs."""
    for part in geometry["arcs"]:
        if part and isinstance(part[0], list):
            yield from part
        else:
            yield part


def stitched(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """One ring of its arcs; a negative number is the complement of an arc that is run backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)
