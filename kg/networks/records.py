"""What a network is made of: nodes and edges with typed values, and the view that streams them.

Every value is a text on one line that XML can hold, a whole number, a finite number or a truth value; what is not known
is left out. So no format has to think of None, lists, dates or control characters.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from kg.rdf import terms

Value = str | int | float | bool
Values = Mapping[str, Value]
Spells = tuple[tuple[str, str], ...]
Colour = tuple[int, int, int]
NONE: Values = MappingProxyType({})
Type = Literal["string", "integer", "double", "boolean"]

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONGEST = 10_000
"""The most characters of a text: spreadsheets and graph programs choke on more."""


@dataclass(frozen=True, slots=True)
class Column:
    """An attribute that nodes or edges of a view may have: name (letters, digits, _), type, and title for a person."""

    name: str
    type: Type
    title: str


class Node(NamedTuple):
    """A node: what it is called and what is known of it, by column; how it is drawn.

    `spells` are the stretches of whole days in which it is there, first and last day of each, "" for an open end; none
    where no time is known. `degree` counts the edges at it. `x` and `y` are where it is drawn.
    """

    id: str
    label: str
    kind: str
    values: Values = NONE
    spells: Spells = ()
    colour: Colour = (110, 110, 110)
    degree: int = 0
    x: float = 0.0
    y: float = 0.0


class Edge(NamedTuple):
    """An edge from the node `source` to `target`; no other edge between them is of its `kind`.

    `weight` counts independent claims and is at least 1. `spells` as with a node.
    """

    source: str
    target: str
    kind: str
    label: str
    weight: int
    values: Values = NONE
    spells: Spells = ()

    @property
    def id(self) -> str:
        """A short name, made of its ends and its kind."""
        return terms.digest(self.source, self.kind, self.target)


@dataclass(frozen=True, slots=True)
class View:
    """A stream of items with what they have: nodes, then edges, in an order that the graph alone decides.

    Iterating begins anew each time. A view of another sort ("quads", "acts") streams other items and has no columns.
    `scope` is what it was made from, for formats that need more of the store than the items say.
    """

    name: str
    title: str
    node_columns: tuple[Column, ...]
    edge_columns: tuple[Column, ...]
    items: Callable[[], Iterable[Any]]
    scope: Any = None

    def __iter__(self) -> Iterator[Any]:
        """The items."""
        return iter(self.items())


def clean(text: str) -> str:
    """A text on one line, without what XML cannot hold, cut where it is longer than a program can show."""
    if text.isprintable() and len(text) <= LONGEST and "  " not in text and text == text.strip():
        return text
    line = " ".join(NOT_XML.sub("", text).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 2].rstrip() + " …"


def filled(values: Mapping[str, Value | None]) -> dict[str, Value]:
    """The values that are known, texts cleaned; empty texts and numbers that are not finite are left out."""
    found: dict[str, Value] = {}
    for name, value in values.items():
        if isinstance(value, str):
            if line := clean(value):
                found[name] = line
        elif value is not None and not (isinstance(value, float) and not math.isfinite(value)):
            found[name] = value
    return found
