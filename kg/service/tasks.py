"""What a worker does: each task takes a request and gives an answer, or raises a refusal.

A request is a JSON object; each function below says which keys it reads.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import queries
from kg.errors import QueryError
from kg.rdf.namespaces import PREFIXES
from kg.service import media
from kg.service.media import Media
from kg.service.refusals import malformed, too_long_an_answer, unknown
from kg.store import EmbeddedStore, names
from kg.store.index import share
from kg.store.reach import plain_query, plain_update

NAMESPACES = {name: namespace.iri for name, namespace in PREFIXES.items()}
PARTITIONS = {
    "classes": "SELECT ?term (COUNT(DISTINCT ?s) AS ?n) { ?s a ?term } GROUP BY ?term",
    "properties": "SELECT ?term (COUNT(*) AS ?n) { ?s ?term ?o } GROUP BY ?term",
    "graphs": "SELECT ?term (COUNT(*) AS ?n) { GRAPH ?term { ?s ?p ?o } } GROUP BY ?term",
}

Request = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole of an answer. One that is `volatile` (NOW, RAND) may be another the next time."""

    type: str
    body: bytes
    volatile: bool = False


class Bounded(io.BytesIO):
    """Bytes in memory, up to a limit; going over it raises a refusal."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, data: Any, /) -> int:
        """Put bytes behind those that are there."""
        if self.tell() + len(data) > self.limit:
            raise too_long_an_answer(self.limit)
        return super().write(data)


def query(store: EmbeddedStore, request: Request, limit: int) -> Answer:
    """Answer SPARQL: `query`, `accept`, `format`, `base`, and the graphs it is asked over, `default` and `named`.

    Without graphs named by request or query, all are asked together.
    """
    plain = plain_query(request["query"])
    default, named = graphs(request["default"]), graphs(request["named"])
    dataset: dict[str, Any] = {"use_default_graph_as_union": not plain.dataset}
    if default or named:
        dataset = {"default_graph": default, "named_graphs": named}
    try:
        found = store.store.query(plain.text, base_iri=request["base"], prefixes=NAMESPACES, **dataset)
    except SyntaxError as error:
        raise QueryError(f"the query is malformed: {plain.told(error)}") from error
    if isinstance(found, ox.QueryTriples):
        return triples(found, media.chosen(media.GRAPHS, request["accept"], request["format"]), limit, plain.volatile)
    form = media.chosen(media.RESULTS, request["accept"], request["format"])
    out = Bounded(limit)
    found.serialize(out, form.engine)  # type: ignore[arg-type]  # the engine's name of a format for results
    return Answer(form.content_type, out.getvalue(), plain.volatile)


def graphs(iris: Iterable[str]) -> list[ox.NamedNode]:
    """Graphs by their IRIs. Raises a refusal where one is no IRI."""
    try:
        return [ox.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise malformed(f"a graph is named by an absolute IRI: {error}") from error


def triples(found: Iterable[ox.Triple], form: Media, limit: int, volatile: bool = False) -> Answer:
    """Triples written in a format."""
    out = Bounded(limit)
    ox.serialize(found, out, form.engine, prefixes=NAMESPACES)  # type: ignore[arg-type]  # as above, for triples
    return Answer(form.content_type, out.getvalue(), volatile)


def canned(store: EmbeddedStore, request: Request, limit: int) -> Answer:
    """Answer a question that comes with the package: its `name`, what is `given` for its parameters, the `format`."""
    result = queries.run(store, queries.load(request["name"]), request["given"])
    form = media.chosen(media.TABLES, "", request["format"])
    body = queries.written(result, form.name).encode()
    if len(body) > limit:
        raise too_long_an_answer(limit)
    return Answer(form.content_type, body)


def graph(store: EmbeddedStore, request: Request, limit: int) -> Answer:
    """Write the graph of the IRI `graph`, or all of them together where it is None; `accept`, `format`."""
    form = media.chosen(media.GRAPHS, request["accept"], request["format"])
    if request["graph"] is None:
        every = store.store.query("CONSTRUCT WHERE { ?s ?p ?o }", use_default_graph_as_union=True)
        return triples(every, form, limit)  # type: ignore[arg-type]  # a CONSTRUCT query gives triples
    (wanted,) = graphs([request["graph"]])
    if not store.store.contains_named_graph(wanted):
        raise unknown(f"there is no graph {wanted.value}")
    return triples((quad.triple for quad in store.quads(wanted.value)), form, limit)


def counts(store: EmbeddedStore, _request: Request, _limit: int) -> Answer:
    """Count what the store holds: instances by class, triples by property and by graph."""
    found = {name: {row["term"]: int(row["n"]) for row in table(store, sparql)} for name, sparql in PARTITIONS.items()}
    return Answer("application/json", json.dumps(found, sort_keys=True).encode())


def table(store: EmbeddedStore, sparql: str) -> list[dict[str, str]]:
    """The rows of a query as texts."""
    result = queries.run(store, queries.Query("count", sparql))
    return result.texts() if isinstance(result, queries.Table) else []


def update(_store: EmbeddedStore, request: Request, _limit: int) -> Answer:
    """Make a new store in the folder `target` of the one in `source` and an `update`: the old one stays as it was.

    `using` and `using_named` are the graphs its patterns are read over, `base` resolves its relative IRIs.
    """
    for iri in (*request["using"], *request["using_named"]):
        graphs([iri])
    plain = plain_update(request["update"], tuple(request["using"]), tuple(request["using_named"]))
    target = Path(request["target"])
    share(Path(request["source"]), target)
    names.forget(target)
    changed = ox.Store(str(target))
    try:
        changed.update(plain.text, base_iri=request["base"], prefixes=NAMESPACES)
    except SyntaxError as error:
        raise QueryError(f"the update is malformed: {plain.told(error)}") from error
    changed.flush()
    return Answer("text/plain", b"", volatile=True)


TASKS: Mapping[str, Callable[[EmbeddedStore, Request, int], Answer]] = {
    "query": query,
    "canned": canned,
    "graph": graph,
    "counts": counts,
    "update": update,
}
