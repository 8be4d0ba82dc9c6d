"""A document of the ledger as an increment takes it."""

from __future__ import annotations

import pyoxigraph as ox

from kg.increments.increment import Come
from kg.ledger import Ledger
from kg.rdf import nquads, views
from kg.rdf.namespaces import KG


def read(ledger: Ledger, iri: str) -> Come:
    """What a current document says, by its IRI. Raises `StoreError` where its file is not what its name says."""
    file = ledger.documents[iri]
    quads = nquads.loads(ledger.graph(file))
    digests = (quad.object for quad in quads if quad.predicate == KG.textHash)
    text = next((digest.value for digest in digests if isinstance(digest, ox.Literal)), "")
    return Come(iri, file.stem, text, views.read(quads))
