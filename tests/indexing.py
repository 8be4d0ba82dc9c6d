"""Quads as the index of a store."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import BinaryIO

import pyoxigraph as ox

from kg.rdf import nquads
from kg.store import EmbeddedStore, Index


def file_of(quads: Iterable[ox.Quad]) -> BinaryIO:
    """Quads as a file of N-Quads."""
    return io.BytesIO(nquads.dumps(quads))


def indexed(index: Index, quads: Iterable[ox.Quad]) -> EmbeddedStore:
    """Make quads the index of the present state of a ledger, and open it."""
    return index.load(index.ledger.state(), [file_of(quads)])
