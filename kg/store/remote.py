"""The remote store: any service that speaks SPARQL 1.1 Query, Update and the Graph Store Protocol."""

from __future__ import annotations

import http.client
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.rdf.namespaces import PREFIXES
from kg.store.base import Results
from kg.store.embedded import EmbeddedStore
from kg.store.endpoint import Endpoint, RefusedError
from kg.store.reach import plain_query
from kg.store.updates import adding, named, ntriples, replacing

if TYPE_CHECKING:
    from rdflib import Dataset

FORM = "application/x-www-form-urlencoded"
TRIPLES = "application/n-triples"
ROWS = "application/sparql-results+json"
PROLOGUE = "".join(f"PREFIX {name}: <{namespace.iri}> " for name, namespace in PREFIXES.items())
EVERY = """SELECT ?s ?p ?o ?g {
  { GRAPH ?g { ?s ?p ?o } } UNION { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?any { ?s ?p ?o } } }
}"""
"""All quads, but for those in the default graph that are in another too: some servers show all graphs there."""


class RemoteStore:
    """A store behind an address: `RemoteStore("http://localhost:7878")`. Nothing is asked before it is needed.

    A server whose default graph is not all graphs together must be told so in the address, in its own way:
    Oxigraph is told by us, Fuseki takes `?default-graph-uri=urn:x-arq:UnionGraph`.
    """

    def __init__(self, url: str) -> None:
        """Raises `StoreError` where the address is none."""
        self.endpoint = Endpoint.at(url)

    def query(self, sparql: str) -> Results:
        """Run a query over all graphs together, or those it names; the project's prefixes need not be declared.

        It is parsed here before it is sent, so that every store tells a mistake alike.
        Raises `QueryError` where it is malformed or refused, `StoreError` where the service does not answer.
        """
        kind = EmbeddedStore().query(sparql)
        plain = plain_query(sparql)
        given = {"query": f"{PROLOGUE}{plain.text}"}
        if not plain.dataset:
            given["union-default-graph"] = ""
        if isinstance(kind, ox.QueryTriples):
            return constructed(ox.parse(self._asked(given, TRIPLES), format=ox.RdfFormat.N_TRIPLES))
        try:
            return ox.parse_query_results(self._asked(given, ROWS), format=ox.QueryResultsFormat.JSON)
        except SyntaxError as error:
            raise self.endpoint.broken(error) from error

    def _asked(self, given: Mapping[str, str], wanted: str) -> bytes:
        form = urlencode(given).encode()
        try:
            with self.endpoint.ask(self.endpoint.query, form, content_type=FORM, accept=wanted) as response:
                if response.headers.get_content_type() != wanted:
                    raise StoreError(f"{self.endpoint.query} answers no SPARQL: name the address of its queries")
                return self.endpoint.read(response)
        except RefusedError as error:
            raise QueryError(str(error)) if error.status == 400 else error from error

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of the graph of one IRI, as they come over the network."""
        try:
            yield from self._quads() if graph is None else self._triples(named(graph))
        except (SyntaxError, KeyError, TypeError, OSError, http.client.HTTPException) as error:
            raise self.endpoint.broken(error) from error

    def _quads(self) -> Iterator[ox.Quad]:
        form = urlencode({"query": EVERY}).encode()
        with self.endpoint.ask(self.endpoint.query, form, content_type=FORM, accept=ROWS) as response:
            rows = ox.parse_query_results(response, format=ox.QueryResultsFormat.JSON)
            for row in rows:  # type: ignore[union-attr]  # a SELECT query gives rows
                yield ox.Quad(row["s"], row["p"], row["o"], row["g"])

    def _triples(self, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        try:
            response = self.endpoint.ask(self.endpoint.graph(graph.value), None, accept=TRIPLES)
        except RefusedError as error:
            if error.status == http.client.NOT_FOUND:
                return
            raise
        with response:
            for quad in ox.parse(response, format=ox.RdfFormat.N_TRIPLES):
                yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)

    def lines(self) -> bytes:
        """All quads as lines of N-Quads, in no order, none twice."""
        data: bytes = ox.serialize(self.quads(), format=ox.RdfFormat.N_QUADS)  # type: ignore[assignment]
        return data

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Put quads in, all or none."""
        self._update(adding(quads))

    def replace(self, graphs: Mapping[str, Iterable[ox.Triple]]) -> None:
        """Let each of these graphs, by IRI, hold these triples and no others, all in one request."""
        if len(graphs) != 1:
            self._update(replacing(graphs))
            return
        ((graph, triples),) = graphs.items()
        place = self.endpoint.graph(named(graph).value)
        self.endpoint.tell(place, "PUT", ntriples(triples), content_type=TRIPLES)

    def remove(self, graph: str) -> None:
        """Let there be no graph of this IRI."""
        self._update(f"DROP SILENT GRAPH {named(graph)}")

    def _update(self, update: str) -> None:
        self.endpoint.tell(self.endpoint.update, "POST", update.encode(), content_type="application/sparql-update")

    def close(self) -> None:
        """Nothing is held between two requests."""

    @cached_property
    def dataset(self) -> Dataset:
        """The store as an rdflib `Dataset` that asks the service for each pattern and each query."""
        found: Dataset = import_module("kg.store.dataset").remote(self.endpoint)
        return found


def constructed(triples: Iterable[ox.Quad]) -> ox.QueryTriples:
    """Triples as what a CONSTRUCT query gives."""
    store = ox.Store()
    store.extend(triples)
    return store.query("CONSTRUCT WHERE { ?s ?p ?o }")  # type: ignore[return-value]  # a CONSTRUCT query gives triples
