"""Queries that mean harm, and requests that are none: each is refused for what it is, and the service goes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx
import pytest

CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"
NUMBERS = " ".join(str(number) for number in range(100))
MANY = " ".join(f"VALUES ?v{place} {{ {NUMBERS} }}" for place in range(5))
QUERY = {"Content-Type": "application/sparql-query"}

STOPPED = (422, 504, 507)
"""A limit was reached; which one first depends on the machine."""

QUERIES: Mapping[str, tuple[str, int | tuple[int, ...]]] = {
    "counting a cross join": (f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}", 504),
    "a cross join that finds nothing": (f"ASK {{ {CROSS} FILTER(STRLEN(CONCAT(STR(?a), STR(?o))) < 0) }}", 504),
    "sorting a cross join": (f"SELECT * {{ {MANY} }} ORDER BY ?v4 ?v3", STOPPED),
    "a set of a cross join": (f"SELECT DISTINCT * {{ {MANY} }}", STOPPED),
    "grouping a cross join": (f"SELECT ?v0 (COUNT(*) AS ?n) {{ {MANY} }} GROUP BY ?v0", 504),
    "rows of a cross join": (f"SELECT * {{ {MANY} }}", STOPPED),
    "triples of a cross join": (f"CONSTRUCT {{ ?s <x:p> ?v0 }} {{ {MANY} BIND(UUID() AS ?s) }}", STOPPED),
    "a string that doubles": (
        'SELECT ?x { BIND("aaaaaaaa" AS ?s0) '
        + " ".join(f"BIND(CONCAT(?s{place}, ?s{place}) AS ?s{place + 1})" for place in range(40))
        + " BIND(STRLEN(?s40) AS ?x) }",
        STOPPED,
    ),
    "a regular expression that explodes": (
        'ASK { FILTER REGEX("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "(a+)+$") }',
        200,
    ),
    "a regular expression that is large": ('ASK { FILTER REGEX("a", "((a{1,500}){1,500}){1,500}") }', 200),
    "brackets": ("SELECT * {" + "{" * 50_000 + "}" * 50_000 + "}", 400),
    "round brackets": ("SELECT (" + "(" * 50_000 + "1" + ")" * 50_000 + " AS ?x) {}", 400),
    "negations": ("ASK { FILTER(" + "!" * 150_000 + "true) }", STOPPED),
    "alternatives": ("ASK { " + "{} UNION " * 20_000 + "{} }", STOPPED),
    "SERVICE": ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 400),
    "SERVICE SILENT with a variable": ("SELECT * { ?s ?p ?x SERVICE SILENT ?x { ?s ?p ?o } }", 400),
    "SERVICE after a comparison": ("SELECT * { ?s ?p ?a FILTER(?a<2)SERVICE#>\n<http://127.0.0.1:1/>{?x ?y ?z} }", 400),
    "SERVICE within what looks like an IRI": ("SELECT * { FILTER(1<2)SERVICE?s{?x ?y ?z} # >\n }", 400),
    "SERVICE stuck to a name": ("PREFIX x: <http://127.0.0.1:1/> ASK { SERVICEx:a { ?s ?p ?o } }", 400),
    "SERVICE SILENT stuck to a name": ("PREFIX x: <http://127.0.0.1:1/> ASK { serviceSILENTx:a { ?s ?p ?o } }", 400),
    "SERVICE stuck to a number": ("ASK { ?s ?p 1SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 400),
    "SERVICE by its numbers": ("SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 400),
    "SERVICE in a subquery": ("ASK { { SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } }", 400),
    "SERVICE in EXISTS": ("ASK { FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }", 400),
    "SERVICE in words only": (
        "PREFIX service: <x:SERVICE/> ASK { # SERVICE <x:y> {\n VALUES ?service { 'SERVICE <x:y> {' <x:SERVICE> } }",
        200,
    ),
    "LOAD": ("LOAD <http://127.0.0.1:1/>", 400),
    "an update": ("INSERT DATA { <a:b> <a:b> 1 }", 400),
    "nothing": ("", 400),
    "no SPARQL": ("DROP TABLE students; --", 400),
    "a null character": ("ASK { \0 }", 400),
}
REQUESTS: Mapping[str, tuple[str, str, dict[str, Any], int]] = {
    "an update by GET": ("GET", "/sparql?update=CLEAR%20ALL", {}, 400),
    "an update by GET beside a query": ("GET", "/sparql?query=ASK%7B%7D&update=CLEAR%20ALL", {}, 400),
    "no content type": ("POST", "/sparql", {"content": "ASK {}"}, 415),
    "a body that is too long": ("POST", "/sparql", {"content": "#" * 300_000, "headers": QUERY}, 413),
    "a body that does not say how long it is": (
        "POST",
        "/sparql",
        {"content": iter([b"#" * 100_000] * 3), "headers": QUERY},
        413,
    ),
    "too many parameters": ("POST", "/sparql", {"data": {f"p{place}": "x" for place in range(2000)}}, 400),
    "no UTF-8 in the address": ("GET", "/sparql?query=%FF", {}, 400),
    "no UTF-8 in the body": ("POST", "/sparql", {"content": b"ASK {} # \xff", "headers": QUERY}, 400),
    "a graph that is no IRI": ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=no%20iri", {}, 400),
    "a format that there is not": ("GET", "/sparql?query=ASK%7B%7D&format=pdf", {}, 400),
    "a format that does not fit": ("GET", "/sparql?query=ASK%7B%7D", {"headers": {"Accept": "text/turtle"}}, 406),
    "a file for a query": ("GET", "/queries/..%2Fpyproject.toml", {}, 404),
    "SPARQL for the name of a query": ("GET", "/queries/ASK%7B%7D", {}, 404),
    "a parameter that there is not": ("GET", "/queries/timeline?where=Nyala", {}, 400),
    "a parameter given twice": ("GET", "/queries/timeline?place=Nyala&place=Khartoum", {}, 400),
    "SPARQL for a value": ("GET", "/queries/timeline?since=2023%22%29%20SERVICE", {}, 400),
    "an IRI that breaks out": ("GET", "/queries/timeline?place=x://%3E%7D%20SERVICE%20%3Cx", {}, 400),
    "no graph": ("GET", "/store", {}, 400),
    "a graph that there is not": ("GET", "/store?graph=x:y", {}, 404),
    "writing a graph": ("PUT", "/store?graph=x:y", {"content": "<a:b> <a:b> 1 ."}, 405),
    "an address that there is not": ("GET", "/admin", {}, 404),
}


@pytest.mark.parametrize(("query", "status"), QUERIES.values(), ids=QUERIES)
def test_a_query_that_means_harm(service: httpx.Client, query: str, status: int | tuple[int, ...]) -> None:
    response = service.post("/sparql", content=query, headers=QUERY)
    assert response.status_code in (status if isinstance(status, tuple) else (status,)), response.text[:200]
    assert ask(service) is True


@pytest.mark.parametrize(("method", "address", "request_", "status"), REQUESTS.values(), ids=REQUESTS)
def test_a_request_that_is_none(
    service: httpx.Client, method: str, address: str, request_: dict[str, Any], status: int
) -> None:
    response = service.request(method, address, **request_)
    assert (response.status_code, response.json()["status"]) == (status, status)
    assert response.json()["detail"]


def test_what_was_stopped_no_longer_runs(service: httpx.Client) -> None:
    before = figure(service, 'kg_workers_killed_total{kind="query",status="504"}')
    assert service.get("/sparql", params={"query": f"SELECT (COUNT(?a) AS ?n) {{ {CROSS} }}"}).status_code == 504
    assert figure(service, 'kg_workers_killed_total{kind="query",status="504"}') == before + 1
    assert figure(service, 'kg_workers{kind="query"}') <= 2


def ask(client: httpx.Client) -> bool:
    """Whether the service still answers."""
    answer: bool = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"]
    return answer


def figure(client: httpx.Client, name: str) -> float:
    """A figure of /metrics; 0 where it was not counted yet."""
    lines = dict(line.rsplit(" ", 1) for line in client.get("/metrics").text.splitlines() if not line.startswith("#"))
    return float(lines.get(name, 0))
