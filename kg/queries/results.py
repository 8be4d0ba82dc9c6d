"""What a query gives: a table, a graph, or yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

SEPARATOR = " | "
IRI = "_iri"

Cell = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of RDF terms, one a column; None is an empty cell."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def texts(self) -> list[dict[str, str]]:
        """The rows as plain texts by column, "" where empty."""
        return [dict(zip(self.columns, map(text, row), strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Graph:
    """The triples of a CONSTRUCT or DESCRIBE query, sorted."""

    triples: tuple[ox.Triple, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of an ASK query."""

    value: bool


Result = Table | Graph | Answer


def text(cell: Cell) -> str:
    """A cell as plain text: an IRI or a literal's value, "" where empty."""
    if cell is None:
        return ""
    return cell.value if isinstance(cell, ox.NamedNode | ox.Literal) else str(cell)


def folded(columns: Sequence[str], rows: Iterable[Row], several: Sequence[str]) -> Table:
    """One row for all rows that differ only in the columns `several`, whose values are gathered into a cell.

    A column `x` goes with `x_iri`: it is its label, so the IRI decides what is the same, and gathered labels and
    IRIs stand in the same order. Rows keep the order of their first; the values in a cell are sorted.
    """
    gathered = [(label, iri) for label, iri in pairs(columns) if columns[label] in several]
    labels = [(label, iri) for label, iri in pairs(columns) if label != iri and columns[label] not in several]
    loose = {index for pair in (*gathered, *labels) for index in pair if pair in gathered or index == pair[0]}
    groups: dict[Row, list[Row]] = {}
    for row in rows:
        key = tuple(None if index in loose else cell for index, cell in enumerate(row))
        groups.setdefault(key, []).append(row)
    return Table(tuple(columns), tuple(merged(key, group, gathered, labels) for key, group in groups.items()))


def pairs(columns: Sequence[str]) -> list[tuple[int, int]]:
    """Each column with the one that holds its IRI (itself where there is none); IRI columns of others left out."""
    index = {name: i for i, name in enumerate(columns)}
    own = [name for name in columns if not (name.endswith(IRI) and name.removesuffix(IRI) in index)]
    return [(index[name], index.get(name + IRI, index[name])) for name in own]


def merged(
    key: Row, group: Sequence[Row], gathered: Sequence[tuple[int, int]], labels: Sequence[tuple[int, int]]
) -> Row:
    """One row of a group: gathered cells joined, and of several labels of one IRI the first."""
    row = list(key)
    for label, _ in labels:
        row[label] = min((r[label] for r in group), key=text)
    for label, iri in gathered:
        names: dict[str, str] = {}
        for r in group:
            if r[iri] is not None:
                name, own = text(r[label]), text(r[iri])
                names[own] = min(names.get(own, name), name)
        order = sorted(names, key=lambda own: (names[own], own))
        if len(order) == 1:
            one = min((r for r in group if r[iri] is not None), key=lambda r: text(r[label]))
            row[label], row[iri] = one[label], one[iri]
        elif order:
            row[iri] = ox.Literal(SEPARATOR.join(order))
            row[label] = ox.Literal(SEPARATOR.join(names[own] for own in order))
    return tuple(row)
