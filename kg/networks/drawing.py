"""How nodes are drawn: a colour by class that colour-blind people tell apart, a size by degree."""

from __future__ import annotations

import math
from collections.abc import Mapping

from kg.networks.records import Colour

# Paul Tol's "muted" and "bright" schemes (personal.sron.nl/~pault), made to be told apart by colour-blind people.
# The colour of a node is that of its own class, else of the nearest class above it, else of its kind.
COLOURS: Mapping[str, Colour] = {
    "StateForces": (51, 34, 136),
    "Government": (68, 119, 170),
    "NonStateArmedGroup": (204, 51, 17),
    "InternationalOrganisation": (68, 170, 153),
    "NewsOrganisation": (221, 204, 119),
    "Person": (238, 119, 51),
    "Group": (204, 102, 119),
    "Actor": (170, 68, 153),
    "Place": (153, 153, 51),
    "Agreement": (17, 119, 51),
    "event": (119, 119, 119),
    "claim": (136, 204, 238),
    "document": (34, 34, 34),
}
SMALLEST = 4.0
GROWTH = 2.0


def colour(kind: str, path: tuple[str, ...] = ()) -> Colour:
    """The colour of the nearest class that has one."""
    return next((COLOURS[name] for name in (*path, kind) if name in COLOURS), COLOURS["event"])


def size(degree: int) -> float:
    """The size of a node: its area grows with its degree."""
    return SMALLEST + GROWTH * math.sqrt(degree)
