"""Canonical N-Quads: one quad a line, sorted, no line twice. Without blank nodes this is a canonical form."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox


def dumps(quads: Iterable[ox.Quad]) -> bytes:
    """The quads as sorted N-Quads; the same set of quads always gives the same bytes."""
    data: bytes = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)  # type: ignore[assignment]  # bytes without output
    return ordered(b"\n".join(set(data.split(b"\n"))))


def ordered(*portions: bytes) -> bytes:
    """Lines of N-Quads, none of them twice, in their order: by Unicode code points, which are those of the bytes."""
    found = [line for portion in portions for line in portion.split(b"\n") if line]
    found.sort()
    return b"\n".join(found) + b"\n" * bool(found)


def loads(data: bytes) -> list[ox.Quad]:
    """The quads of an N-Quads file. Raises `SyntaxError` where it is malformed."""
    return list(ox.parse(data, format=ox.RdfFormat.N_QUADS))
