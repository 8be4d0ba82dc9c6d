"""The interface as OpenAPI 3.1: made from the catalogue of queries, so that it cannot fall behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import kg
from kg.queries import Query, catalogue
from kg.queries.parameters import DAY, DAYS
from kg.service import media
from kg.service.media import Media
from kg.service.replies import PROBLEM
from kg.service.requests import DATASET, FORM, QUERY, UPDATE

Json = dict[str, Any]

REFUSALS = {
    "400": "The request is malformed, or asks for what the service never does (SERVICE, LOAD).",
    "404": "There is nothing of that name.",
    "406": "The answer cannot be had in any of the accepted formats.",
    "408": "The request was not sent in time.",
    "413": "The request is too long.",
    "415": "The body is of another type than the service reads.",
    "422": "The answer is too long, or the engine broke down on the query.",
    "503": "Too many questions are waiting.",
    "504": "The query took too long, and was stopped.",
    "507": "The query needed too much memory.",
}
TEXT: Json = {"type": "string"}
NAME: Json = {"type": "string", "minLength": 1}
GRAPH: Json = {"type": "string", "format": "iri", "minLength": 1}
DATE: Json = {"type": "string", "pattern": f"^{DAY.pattern}$"}


def document(writable: bool) -> Json:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "conflict-kg",
            "version": kg.__version__,
            "description": "A graph of claims about conflict and diplomacy: who says what, where, in which words.",
        },
        "paths": {
            "/sparql": sparql(writable),
            "/store": {"get": graph()},
            "/queries": {"get": plain("listQueries", "List the questions that come with the package.")},
            **{f"/queries/{query.name}": {"get": canned(query)} for query in catalogue()},
            "/health": {"get": plain("health", "Which state of the store is served.")},
            "/metrics": {"get": plain("metrics", "Counts for Prometheus.", "text/plain")},
            "/openapi.json": {"get": plain("openapi", "This description.")},
        },
    }


def listed(query: Query) -> Json:
    """A query as `/queries` lists it."""
    return {
        "name": query.name,
        "title": query.title,
        "question": query.question,
        "parameters": {parameter.name: parameter.meaning for parameter in query.parameters},
        "href": f"/queries/{query.name}",
    }


def canned(query: Query) -> Json:
    """The operation that answers a query of the catalogue."""
    parameters = [parameter(own.name, own.meaning, of=DATE if own.name in DAYS else NAME) for own in query.parameters]
    return {
        "operationId": query.name,
        "summary": query.title,
        "description": query.question,
        "parameters": [*parameters, form(media.TABLES)],
        "responses": responses(media.TABLES, "400", "406", "422", "503", "504", "507"),
    }


def sparql(writable: bool) -> Json:
    """The SPARQL endpoint."""
    graphs = [parameter(name, "IRI of a graph to ask", GRAPH, several=True) for name in DATASET]
    every = responses([*media.RESULTS, *media.GRAPHS], *REFUSALS)
    bodies = (FORM, QUERY, UPDATE) if writable else (FORM, QUERY)
    if writable:
        every |= {"204": {"description": "The update was made."}, "401": refusal("The token is missing or wrong.")}
    asked = {"content": {kind: {"schema": filled(writable) if kind == FORM else TEXT} for kind in bodies}}
    return {
        "get": {
            "operationId": "query",
            "summary": "Ask in SPARQL 1.1; without a query, describe the service.",
            "parameters": [parameter("query", "SPARQL 1.1 query"), *graphs, form([*media.RESULTS, *media.GRAPHS])],
            "responses": every,
        },
        "post": {
            "operationId": "post",
            "summary": "Ask in SPARQL 1.1" + (", or send an update." if writable else "."),
            "parameters": graphs,
            "requestBody": {**asked, "required": True},
            "responses": every,
        },
    }


def filled(writable: bool) -> Json:
    """What a form has."""
    if not writable:
        return {"type": "object", "properties": {"query": TEXT}, "required": ["query"]}
    return {"type": "object", "properties": {"query": TEXT, "update": TEXT}, "minProperties": 1, "maxProperties": 1}


def graph() -> Json:
    """Reading a graph."""
    return {
        "operationId": "graph",
        "summary": "Read one graph, or all of them together (Graph Store Protocol).",
        "parameters": [
            parameter("graph", "IRI of a graph", GRAPH),
            parameter("default", "all graphs together"),
            form(media.GRAPHS),
        ],
        "responses": responses(media.GRAPHS, "400", "404", "406", "422", "503", "504", "507"),
    }


def plain(name: str, summary: str, kind: str = "application/json") -> Json:
    """An operation without parameters."""
    answer = {"description": "The answer.", "content": {kind: {}}}
    return {"operationId": name, "summary": summary, "responses": {"200": answer}}


def parameter(name: str, meaning: str, of: Json = TEXT, several: bool = False) -> Json:
    """A parameter in the address: text of some kind, or several."""
    schema = {"type": "array", "items": of} if several else of
    return {"name": name, "in": "query", "description": meaning, "schema": schema}


def form(offers: Iterable[Media]) -> Json:
    """The parameter that names the format of the answer."""
    names = list(dict.fromkeys(offer.name for offer in offers))
    return parameter("format", "format of the answer, in place of an Accept header") | {
        "schema": {"type": "string", "enum": names}
    }


def responses(offers: Iterable[Media], *statuses: str) -> Json:
    """The answer in any of some formats, 304, and some refusals."""
    content: Mapping[str, Json] = {offer.type: {} for offer in offers}
    answer = {"200": {"description": "The whole answer.", "content": content}}
    unchanged = {"304": {"description": "The answer is the one that the client has."}}
    return answer | unchanged | {status: refusal(REFUSALS[status]) for status in statuses}


def refusal(meaning: str) -> Json:
    """A problem document (RFC 9457)."""
    return {"description": meaning, "content": {PROBLEM: {"schema": {"type": "object"}}}}
