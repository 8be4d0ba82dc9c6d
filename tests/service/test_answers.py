"""What a client gets: the format it asked for, and nothing where it has it; what the service tells of itself."""

from __future__ import annotations

import csv
import io
import json
import time
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from kg.queries import catalogue, load, run, written
from kg.store import open_store
from tests.service.conftest import DATA, indexed

SELECT = "SELECT (1 AS ?x) {}"
CONSTRUCT = "CONSTRUCT { <a:s> <a:p> 1 } {}"
NYALA = {"place": "Nyala"}


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/json", "application/sparql-results+json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (SELECT, "text/*", "application/sparql-results+xml"),
        (SELECT, "text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        (SELECT, "text/csv;q=0, */*;q=0.1", "application/sparql-results+json"),
        (SELECT, "text/html, application/xml;q=0.9, */*;q=0.8", "application/sparql-results+xml"),
        (CONSTRUCT, "*/*", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        ("DESCRIBE <a:s>", "text/turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_an_answer_has_the_format_that_is_liked_best(service: httpx.Client, query: str, accept: str, kind: str) -> None:
    response = service.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, kind)


@pytest.mark.parametrize(
    ("form", "body"),
    [
        ("json", '{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"1","datatype":'
         '"http://www.w3.org/2001/XMLSchema#integer"}}]}}'),
        ("csv", "x\r\n1\r\n"),
        ("tsv", "?x\n1\n"),
    ],
)  # fmt: skip
def test_a_format_can_be_named(service: httpx.Client, form: str, body: str) -> None:
    assert service.get("/sparql", params={"query": SELECT, "format": form}).text == body


def test_prefixes_of_the_project_need_not_be_declared(service: httpx.Client) -> None:
    query = 'ASK { ?city a kg:City ; skos:prefLabel "Nyala" }'
    assert service.get("/sparql", params={"query": query}).json()["boolean"] is True


def test_all_graphs_are_asked_unless_the_query_names_some(service: httpx.Client) -> None:
    one, two = DATA.format(1), DATA.format(2)
    assert values(service, f"SELECT ?x {{ ?x a ?type VALUES ?x {{ <{one}> <{two}> }} }}") == {one, two}
    assert values(service, f"SELECT ?x FROM <{one}> {{ ?x a ?type VALUES ?x {{ <{one}> <{two}> }} }}") == {one}


def test_an_answer_that_the_client_has_is_not_sent_again(service: httpx.Client) -> None:
    first = service.get("/queries/timeline", params=NYALA)
    again = service.get("/queries/timeline", params=NYALA, headers={"If-None-Match": first.headers["etag"]})
    other = service.get("/queries/clashes", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, other.status_code) == (304, b"", 200)


def test_an_answer_that_may_be_another_next_time_is_not_kept(service: httpx.Client) -> None:
    query = {"query": "SELECT (STRUUID() AS ?x) {}"}
    first, second = (service.get("/sparql", params=query) for _ in range(2))
    assert first.text != second.text
    assert ("etag" in first.headers, first.headers["cache-control"]) == (False, "no-store")


def test_answers_are_compressed_for_those_who_can_read_it(service: httpx.Client) -> None:
    query = {"query": "SELECT * { ?s ?p ?o }"}
    packed = service.get("/sparql", params=query, headers={"Accept-Encoding": "gzip"})
    plain = service.get("/sparql", params=query, headers={"Accept-Encoding": "identity"})
    assert (packed.headers["content-encoding"], "content-encoding" in plain.headers) == ("gzip", False)
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content) / 5


def test_pages_of_any_origin_may_read(service: httpx.Client) -> None:
    origin = {"Origin": "https://example.org"}
    asked = {**origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    assert service.get("/health", headers=origin).headers["access-control-allow-origin"] == "*"
    assert service.options("/sparql", headers=asked).status_code == 200


def test_no_page_may_use_a_writable_service(writable: httpx.Client) -> None:
    origin = {"Origin": "https://example.org"}
    asked = {**origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    assert "access-control-allow-origin" not in writable.get("/health", headers=origin).headers
    assert writable.options("/sparql", headers=asked).status_code == 400


def test_head_tells_what_get_would_send(service: httpx.Client) -> None:
    got, head = (service.request(method, "/sparql", params={"query": SELECT}) for method in ("GET", "HEAD"))
    assert head.content == b""
    assert (head.status_code, head.headers["content-length"]) == (200, got.headers["content-length"])


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_every_question_is_answered_as_kg_query_does(service: httpx.Client, query, store) -> None:
    given = {"date": "2023-10-27"} if query.name == "asof" else {}
    response = service.get(f"/queries/{query.name}", params={**given, "format": "csv"})
    assert response.text == written(run(store, load(query.name), given), "csv")


def test_a_question_is_narrowed_by_its_parameters(service: httpx.Client) -> None:
    rows = list(csv.DictReader(io.StringIO(service.get("/queries/timeline", params={**NYALA, "format": "csv"}).text)))
    assert [row["label"] for row in rows] == [
        "armed clash",
        "capture of Nyala by Rapid Support Forces",
        "repulse by Sudanese Armed Forces",
    ]


def test_questions_are_listed_with_what_they_take(service: httpx.Client) -> None:
    listed = {query["name"]: query for query in service.get("/queries").json()["queries"]}
    assert list(listed) == [query.name for query in catalogue()]
    assert "place" in listed["timeline"]["parameters"]
    assert service.get(listed["timeline"]["href"]).status_code == 200


def test_one_graph_can_be_read(service: httpx.Client) -> None:
    graph = DATA.format(1)
    response = service.get("/store", params={"graph": graph}, headers={"Accept": "application/n-triples"})
    assert (
        response.text
        == f"<{graph}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Document> .\n"
    )


def test_all_graphs_can_be_read_together(service: httpx.Client) -> None:
    triples = list(ox.parse(service.get("/store?default").content, format=ox.RdfFormat.TURTLE))
    assert {str(len(triples))} == values(service, "SELECT (COUNT(DISTINCT *) AS ?x) { ?s ?p ?o }")


def test_the_service_describes_itself_and_its_data(service: httpx.Client) -> None:
    while "etag" not in (described_ := service.get("/sparql")).headers:
        assert described_.status_code == 200
        time.sleep(0.05)
    described = ox.Store()
    described.load(described_.content, format=ox.RdfFormat.TURTLE)
    prefixes = {"sd": "http://www.w3.org/ns/sparql-service-description#", "void": "http://rdfs.org/ns/void#"}
    (row,) = described.query(
        "SELECT ?n ?documents { ?s a sd:Service ; sd:supportedLanguage sd:SPARQL11Query ; "
        "sd:defaultDataset ?data . ?data void:triples ?n ; void:documents ?documents }",
        prefixes=prefixes,
    )
    assert {row["n"].value} == values(service, "SELECT (COUNT(*) AS ?x) { GRAPH ?g { ?s ?p ?o } }")
    assert {row["documents"].value} == values(service, "SELECT (COUNT(*) AS ?x) { ?s a kg:Document }")
    assert service.get("/.well-known/void").status_code == 200


def test_the_openapi_description_names_every_address_and_parameter(service: httpx.Client) -> None:
    paths = service.get("/openapi.json").json()["paths"]
    assert {f"/queries/{query.name}" for query in catalogue()} | {"/sparql", "/store", "/health"} <= set(paths)
    parameters = {parameter["name"] for parameter in paths["/queries/timeline"]["get"]["parameters"]}
    assert parameters == {"format", *(parameter.name for parameter in load("timeline").parameters)}


def test_health_tells_which_state_is_served(service: httpx.Client) -> None:
    health = service.get("/health").json()
    assert (health["status"], health["current"], health["updates"], health["writable"]) == ("ok", True, 0, False)


def test_metrics_count_requests(service: httpx.Client) -> None:
    service.get("/health")
    assert 'kg_requests_total{path="/health",status="200"}' in service.get("/metrics").text


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    """The store that the service answers from, opened beside it."""
    folder: Path = indexed(tmp_path_factory.mktemp("beside") / "store")
    return open_store(folder)


def values(client: httpx.Client, query: str) -> set[str]:
    """The values of ?x."""
    found = json.loads(client.get("/sparql", params={"query": query}).content)["results"]["bindings"]
    return {row["x"]["value"] for row in found}
