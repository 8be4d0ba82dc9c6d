"""A store as an rdflib `Dataset`, for code written for rdflib: nothing is copied, nothing can be changed.

rdflib is imported here alone, and this module when it is first asked for: a query must not wait for it. oxrdflib, which
does the same for any Oxigraph store, gives plain literals back as `xsd:string`, which rdflib holds for other ones.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

import pyoxigraph as ox
from rdflib import Dataset, Graph, URIRef, Variable
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.query import Result
from rdflib.store import Store
from rdflib.term import Identifier, Node

from kg.errors import StoreError
from kg.rdf.namespaces import PREFIXES
from kg.rdf.rdflib_terms import from_rdflib, name, to_rdflib

if TYPE_CHECKING:
    from kg.store.embedded import EmbeddedStore
    from kg.store.endpoint import Endpoint

UNION = "__UNION__"
"""What rdflib calls all graphs together."""
Triple = tuple[Node, Node, Node]
Contexts = Generator[Graph, None, None]
Pattern = tuple[Node | None, Node | None, Node | None]


def embedded(store: EmbeddedStore) -> Dataset:
    """A store in this process as a `Dataset`; its default graph is all graphs together."""
    return bound(Dataset(View(store), default_union=True))


def remote(endpoint: Endpoint) -> Dataset:
    """A SPARQL service as a `Dataset`; its default graph is all graphs together."""
    return bound(Dataset(RemoteView(endpoint.query, headers=dict(endpoint.headers)), default_union=True))


def bound(dataset: Dataset) -> Dataset:
    """The data set with the project's prefixes."""
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace.iri)
    return dataset


class RemoteView(SPARQLStore):
    """What rdflib asks of a SPARQL service."""

    def _query(self, *args: Any, **asked: Any) -> Result:
        alone = asked.get("default_graph") is not None
        self.kwargs["params"] = {} if alone else {"union-default-graph": ""}
        return super()._query(*args, **asked)

    def add_graph(self, graph: Graph) -> None:
        """A graph is there when it holds something."""


class View(Store):
    """What rdflib asks of a store, answered by Oxigraph."""

    context_aware = True
    graph_aware = True

    def __init__(self, store: EmbeddedStore) -> None:
        super().__init__()
        self.inner = store
        self.prefixes: dict[str, URIRef] = {}

    def triples(self, triple_pattern: Pattern, context: Graph | None = None) -> Iterator[tuple[Triple, Contexts]]:
        """The triples of a pattern, each once, with the graphs they stand in."""
        s, p, o = (None if node is None else from_rdflib(node) for node in triple_pattern)
        try:
            graph = None if context is None else graph_name(context)
            found = self.inner.store.quads_for_pattern(s, p, o, graph)  # type: ignore[arg-type]  # as rdflib asks
        except TypeError:  # a literal as a subject, as SHACL may ask for
            return
        seen: set[ox.Triple] = set()
        for quad in found:
            if context is None and quad.triple in seen:
                continue
            if context is None:
                seen.add(quad.triple)
            yield triple(quad), self._holding(quad)

    def _holding(self, quad: ox.Quad) -> Contexts:
        for other in self.inner.store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None):
            yield self._graph(other.graph_name)

    def _graph(self, graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> Graph:
        return Graph(self, DATASET_DEFAULT_GRAPH_ID if isinstance(graph, ox.DefaultGraph) else name(graph))

    def contexts(self, triple: Triple | None = None) -> Contexts:
        """All graphs, or those that hold a triple."""
        if triple is None:
            yield from map(self._graph, self.inner.store.named_graphs())
        else:
            yield from (graph for _, graphs in self.triples(triple) for graph in graphs)

    def __len__(self, context: Graph | None = None) -> int:
        """How many triples a graph holds, or all graphs together."""
        graph = None if context is None else graph_name(context)
        pattern = self.inner.store.quads_for_pattern(None, None, None, graph)
        return sum(1 for _ in pattern) if context is not None else len({quad.triple for quad in pattern})

    def query(
        self,
        query: Any,
        initNs: Mapping[str, Any],  # noqa: N803  # the names are rdflib's
        initBindings: Mapping[str, Node],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **_others: Any,
    ) -> Result:
        """Ask all graphs together; of one graph, rdflib works it out itself."""
        if queryGraph != UNION or not isinstance(query, str):
            raise NotImplementedError
        prologue = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in {**self.prefixes, **initNs}.items())
        return result(self.inner.query(f"{prologue}{query} {values(initBindings)}"))

    def bind(self, prefix: str, namespace: URIRef, override: bool = True) -> None:
        """Let a prefix stand for a namespace."""
        if override or prefix not in self.prefixes:
            self.prefixes[prefix] = namespace

    def namespace(self, prefix: str) -> URIRef | None:
        """What a prefix stands for."""
        return self.prefixes.get(prefix)

    def prefix(self, namespace: URIRef) -> str | None:
        """The prefix of a namespace."""
        return next((prefix for prefix, iri in self.prefixes.items() if iri == namespace), None)

    def namespaces(self) -> Iterator[tuple[str, URIRef]]:
        """All prefixes with what they stand for."""
        return iter(list(self.prefixes.items()))

    def add_graph(self, graph: Graph) -> None:
        """A graph is there when it holds something."""

    def add(self, triple: Triple, context: Graph, quoted: bool = False) -> NoReturn:
        """Raises `StoreError`: what a store holds follows from its ledger."""
        raise StoreError("this Dataset is for reading: kg load puts RDF into a store, kg build articles")

    def remove(self, triple: Pattern, context: Graph | None = None) -> NoReturn:
        """Raises `StoreError`: what a store holds follows from its ledger."""
        raise StoreError("this Dataset is for reading: kg retract takes articles out of a store")


def triple(found: ox.Quad | ox.Triple) -> tuple[Identifier, Identifier, Identifier]:
    """The three terms of a quad as rdflib has them."""
    return to_rdflib(found.subject), to_rdflib(found.predicate), to_rdflib(found.object)


def graph_name(graph: Graph) -> ox.NamedNode | ox.BlankNode | ox.DefaultGraph:
    """The name of a graph as Oxigraph has it."""
    if graph.identifier == DATASET_DEFAULT_GRAPH_ID:
        return ox.DefaultGraph()
    return from_rdflib(graph.identifier)  # type: ignore[return-value]  # a graph is not named by a literal


def values(given: Mapping[str, Node]) -> str:
    """A VALUES clause at the end of a query, for values of its variables."""
    if not given:
        return ""
    variables, terms = (f"?{variable}" for variable in given), (str(from_rdflib(term)) for term in given.values())
    return f"VALUES ({' '.join(variables)}) {{ ({' '.join(terms)}) }}"


def result(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Result:
    """What a query gives, as rdflib has it."""
    if isinstance(found, ox.QueryBoolean):
        answer = Result("ASK")
        answer.askAnswer = bool(found)
    elif isinstance(found, ox.QueryTriples):
        answer = Result("CONSTRUCT")
        answer.graph = Graph()
        for found_triple in found:
            answer.graph.add(triple(found_triple))
    else:
        answer = Result("SELECT")
        answer.vars = [Variable(variable.value) for variable in found.variables]
        answer.bindings = list(bindings(answer.vars, found))
    return answer


def bindings(variables: list[Variable], rows: Iterable[ox.QuerySolution]) -> Iterator[dict[Variable, Identifier]]:
    """Each row by its variables; those that are not bound are left out."""
    for row in rows:
        yield {name: to_rdflib(value) for name, value in zip(variables, row, strict=True) if value is not None}
