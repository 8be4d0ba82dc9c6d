"""The test cases of the SPARQL 1.1 Protocol (W3C data-sparql11/protocol), written anew from the specification.

Each case is a request and what must come of it; the names are those of the W3C's manifest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from tests.service.conftest import DATA, TOKEN

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}
D1, D2, D3 = (DATA.format(number) for number in (1, 2, 3))
BOTH = f"ASK {{ <{D1}> a ?type . <{D2}> a ?type }}"
NAMED = f"ASK {{ GRAPH ?g1 {{ <{D1}> a ?type }} GRAPH ?g2 {{ <{D2}> a ?type }} }}"
FULL = f"ASK {{ <{D3}> a ?type GRAPH ?g1 {{ <{D1}> a ?type }} GRAPH ?g2 {{ <{D2}> a ?type }} }}"

YES: Mapping[str, tuple[str, dict[str, Any]]] = {
    "query_get": ("GET", {"params": {"query": "ASK {}"}}),
    "query_post_form": ("POST", {"data": {"query": "ASK {}"}, "params": {"default-graph-uri": DATA.format(0)}}),
    "query_post_direct": ("POST", {"content": "ASK {}", "headers": QUERY}),
    "query_dataset_default_graphs_get": ("GET", {"params": {"query": BOTH, "default-graph-uri": [D1, D2]}}),
    "query_dataset_default_graphs_post": (
        "POST",
        {"content": BOTH, "headers": QUERY, "params": {"default-graph-uri": [D1, D2]}},
    ),
    "query_dataset_named_graphs_get": ("GET", {"params": {"query": NAMED, "named-graph-uri": [D1, D2]}}),
    "query_dataset_named_graphs_post": (
        "POST",
        {"content": NAMED, "headers": QUERY, "params": {"named-graph-uri": [D1, D2]}},
    ),
    "query_dataset_full": (
        "POST",
        {"content": FULL, "headers": QUERY, "params": {"default-graph-uri": D3, "named-graph-uri": [D1, D2]}},
    ),
    "query_multiple_dataset": (
        "POST",
        {
            "content": f"ASK FROM <{D1}> {{ <{D2}> a ?type }}",
            "headers": QUERY,
            "params": {"default-graph-uri": D2},
        },
    ),
}
CONTENT = {
    "query_content_type_select": ("SELECT (1 AS ?value) {}", "application/sparql-results+json"),
    "query_content_type_ask": ("ASK {}", "application/sparql-results+json"),
    "query_content_type_describe": ("DESCRIBE <http://example.org/>", "text/turtle"),
    "query_content_type_construct": ("CONSTRUCT { <s> <p> 1 } WHERE {}", "text/turtle"),
}
BAD_QUERIES: Mapping[str, tuple[str, dict[str, Any], int]] = {
    "bad_query_method": ("PUT", {"params": {"query": "ASK {}"}}, 405),
    "bad_multiple_queries": ("GET", {"params": {"query": ["ASK {}", "SELECT * {}"]}}, 400),
    "bad_query_wrong_media_type": ("POST", {"content": "ASK {}", "headers": {"Content-Type": "text/plain"}}, 415),
    "bad_query_missing_form_type": ("POST", {"content": "query=ASK%20%7B%7D"}, 415),
    "bad_query_missing_direct_type": ("POST", {"content": "ASK {}"}, 415),
    "bad_query_non_utf8": (
        "POST",
        {
            "content": "ASK {}".encode("utf-16"),
            "headers": {"Content-Type": "application/sparql-query; charset=UTF-16"},
        },
        415,
    ),
    "bad_query_syntax": ("GET", {"params": {"query": "ASK {"}}, 400),
}
BAD_UPDATES: Mapping[str, tuple[str, dict[str, Any], int]] = {
    "bad_update_get": ("GET", {"params": {"update": "CLEAR ALL"}}, 400),
    "bad_multiple_updates": ("POST", {"content": "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", "headers": FORM}, 400),
    "bad_update_wrong_media_type": ("POST", {"content": "CLEAR NAMED", "headers": {"Content-Type": "text/plain"}}, 415),
    "bad_update_missing_form_type": ("POST", {"content": "update=CLEAR%20NAMED"}, 415),
    "bad_update_non_utf8": (
        "POST",
        {
            "content": "CLEAR NAMED".encode("utf-16"),
            "headers": {"Content-Type": "application/sparql-update; charset=UTF-16"},
        },
        415,
    ),
    "bad_update_syntax": ("POST", {"data": {"update": "CLEAR XYZ"}}, 400),
    "bad_update_dataset_conflict": (
        "POST",
        {
            "data": {
                "using-named-graph-uri": "http://example/people",
                "update": "WITH <http://example/addresses> DELETE { ?p ?q 'Bill' } INSERT { ?p ?q 'William' } "
                "WHERE { ?p ?q 'Bill' }",
            }
        },
        400,
    ),
}
MADE = "http://example.org/protocol-update-dataset-test/"
INSERTED = " ".join(f"GRAPH <{graph}> {{ <{graph}> a foaf:Document }}" for graph in (D1, D2, D3))
CLEARED = f"PREFIX foaf: <http://xmlns.com/foaf/0.1/> CLEAR ALL ; INSERT DATA {{ {INSERTED} }} ;"
COPIED = f"INSERT {{ GRAPH <{MADE}> {{ ?s a <http://purl.org/dc/terms/BibliographicResource> }} }} WHERE "
FROM_DEFAULT = CLEARED + COPIED + "{ ?s a foaf:Document }"
FROM_NAMED = CLEARED + COPIED + "{ GRAPH ?g { ?s a foaf:Document } }"
FROM_ALL = CLEARED + COPIED + "{ { GRAPH ?g { ?s a foaf:Document } } UNION { ?s a foaf:Document } }"

UPDATES: Mapping[str, tuple[str, dict[str, Any], set[str]]] = {
    "update_dataset_default_graph": (FROM_DEFAULT, {"using-graph-uri": D1}, {D1}),
    "update_dataset_default_graphs": (FROM_DEFAULT, {"using-graph-uri": [D1, D2]}, {D1, D2}),
    "update_dataset_named_graphs": (FROM_NAMED, {"using-named-graph-uri": [D1, D2]}, {D1, D2}),
    "update_dataset_full": (FROM_ALL, {"using-graph-uri": D1, "using-named-graph-uri": D2}, {D1, D2}),
}


@pytest.mark.parametrize(("method", "request_"), YES.values(), ids=YES)
def test_a_query_is_answered_with_yes(service: httpx.Client, method: str, request_: dict[str, Any]) -> None:
    response = service.request(method, "/sparql/", **request_)
    assert (response.status_code, response.json()["boolean"]) == (200, True)


@pytest.mark.parametrize(("query", "kind"), CONTENT.values(), ids=CONTENT)
def test_an_answer_has_a_type_that_fits_the_query(service: httpx.Client, query: str, kind: str) -> None:
    response = service.post("/sparql/", content=query, headers=QUERY)
    assert (response.status_code, response.headers["content-type"].partition(";")[0]) == (200, kind)


@pytest.mark.parametrize(("method", "request_", "status"), BAD_QUERIES.values(), ids=BAD_QUERIES)
def test_a_bad_query_is_refused(service: httpx.Client, method: str, request_: dict[str, Any], status: int) -> None:
    response = service.request(method, "/sparql/", **request_)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize(("method", "request_", "status"), BAD_UPDATES.values(), ids=BAD_UPDATES)
def test_a_bad_update_is_refused(writable: httpx.Client, method: str, request_: dict[str, Any], status: int) -> None:
    headers = {**request_.get("headers", {}), **bearer(TOKEN)}
    response = writable.request(method, "/sparql/", **{**request_, "headers": headers})
    assert response.status_code == status


@pytest.mark.parametrize(("update", "graphs", "copied"), UPDATES.values(), ids=UPDATES)
def test_an_update_reads_the_graphs_it_is_told_to(
    writable: httpx.Client, update: str, graphs: dict[str, Any], copied: set[str]
) -> None:
    assert send(writable, update, graphs).status_code == 204
    assert values(writable, f"SELECT ?x {{ GRAPH <{MADE}> {{ ?x a ?type }} }}") == copied


def test_update_post_form(writable: httpx.Client) -> None:
    assert writable.post("/sparql/", data={"update": "CLEAR ALL"}, headers=bearer(TOKEN)).status_code == 204
    assert values(writable, "SELECT ?x { ?x ?p ?o }") == set()


def test_update_post_direct(writable: httpx.Client) -> None:
    assert send(writable, "CLEAR ALL ; INSERT DATA { GRAPH <a:g> { <a:s> <a:p> 1 } }").status_code == 204
    assert values(writable, "SELECT ?x { ?x ?p ?o }") == {"a:s"}


def test_update_base_uri(writable: httpx.Client) -> None:
    send(writable, "CLEAR ALL ; INSERT DATA { GRAPH <a:base> { <a:s> <a:p> <test> } }")
    assert values(writable, "SELECT ?x { GRAPH <a:base> { ?s ?p ?x } }") == {str(writable.base_url.join("/test"))}


@pytest.mark.parametrize(
    ("headers", "status"), [({}, 401), ({"Authorization": "Bearer wrong"}, 401), ({"Authorization": TOKEN}, 401)]
)
def test_an_update_needs_the_token(writable: httpx.Client, headers: dict[str, str], status: int) -> None:
    response = writable.post("/sparql", content="CLEAR ALL", headers={**UPDATE, **headers})
    assert (response.status_code, response.headers["www-authenticate"]) == (status, "Bearer")


def test_a_service_is_read_only_unless_told_otherwise(service: httpx.Client) -> None:
    response = service.post("/sparql", content="CLEAR ALL", headers={**UPDATE, **bearer(TOKEN)})
    assert response.status_code == 403
    assert "--writable" in response.json()["detail"]


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def send(client: httpx.Client, update: str, graphs: dict[str, Any] | None = None) -> httpx.Response:
    """An update by somebody who knows the token."""
    return client.post("/sparql/", content=update, headers={**UPDATE, **bearer(TOKEN)}, params=graphs or {})


def values(client: httpx.Client, query: str) -> set[str]:
    """The values of ?x."""
    found = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    return {row["x"]["value"] for row in found}
