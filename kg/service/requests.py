"""What a client asks for, read from an HTTP request as the SPARQL 1.1 Protocol says; nothing is guessed."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import pyoxigraph as ox
from starlette.requests import ClientDisconnect, Request

from kg.service.refusals import Refusal, malformed, too_long_a_request, too_slow_a_request

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
PARAMETERS = 1000
SENDING = 20.0
"""How long (s) a client may take to send its request's body."""
DATASET = ("default-graph-uri", "named-graph-uri")
USING = ("using-graph-uri", "using-named-graph-uri")

Pairs = list[tuple[str, str]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Operation:
    """What is to be done: the text of a query or an update, or neither where the service is to describe itself.

    `default` and `named` are the graphs it is asked over; `format` is asked for in place of an Accept header.
    """

    query: str | None = None
    update: str | None = None
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    format: str | None = None


async def operation(request: Request, limit: int) -> Operation:
    """The operation of a request to the SPARQL endpoint. Raises a refusal where it is malformed."""
    pairs = address(request)
    if request.method != "POST":
        if values(pairs, "update"):
            raise malformed("an update is sent by POST: a GET changes nothing")
        return read(pairs)
    kind = content_type(request)
    if kind == FORM:
        wanted = read([*pairs, *parsed(await body(request, limit))])
        if wanted.query is None and wanted.update is None:
            raise malformed("a POST has a query or an update")
        return wanted
    if kind not in (QUERY, UPDATE):
        raise Refusal(415, f"a POST has the Content-Type {FORM}, {QUERY} or {UPDATE}, not {kind or 'none'}")
    if values(pairs, "query") or values(pairs, "update"):
        raise malformed("a POST with a query or update as its body has none in its address")
    name = "query" if kind == QUERY else "update"
    return read([*pairs, (name, text(await body(request, limit)))])


def read(pairs: Pairs) -> Operation:
    """The operation that parameters describe."""
    query, update = single(pairs, "query"), single(pairs, "update")
    if query is not None and update is not None:
        raise malformed("a request has a query or an update, not both")
    default, named = (values(pairs, name) for name in (USING if update is not None else DATASET))
    if (default or named) and query is None and update is None:
        raise malformed("graphs are named, but there is no query to ask of them")
    return Operation(query, update, default, named, single(pairs, "format"))


def content_type(request: Request) -> str:
    """The media type of the body. Raises a refusal where its characters are in another encoding than UTF-8."""
    kind, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name == "charset" and value.strip('"') not in ("utf-8", "utf8", "us-ascii"):
            raise Refusal(415, f"a query is read as UTF-8, not {value}")
    return kind


async def body(request: Request, limit: int) -> bytes:
    """The body of a request. Raises a refusal where it is longer than `limit` (bytes), or too slow."""
    if int(request.headers.get("content-length", "0") or 0) > limit:
        raise too_long_a_request(limit)
    found = bytearray()
    try:
        async with asyncio.timeout(SENDING):
            async for part in request.stream():
                found += part
                if len(found) > limit:
                    raise too_long_a_request(limit)
    except TimeoutError:
        raise too_slow_a_request(SENDING) from None
    return bytes(found)


async def attended(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """What some work for a client comes to; it is given up when the client leaves. Raises `ClientDisconnect` then."""
    working, leaving = asyncio.ensure_future(work), asyncio.ensure_future(left(request))
    try:
        await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientDisconnect
        return working.result()
    finally:
        working.cancel()
        leaving.cancel()


async def left(request: Request) -> None:
    """Wait until the client of a request that was read leaves."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def endpoint(request: Request) -> str:
    """The address of the SPARQL endpoint as the client writes it. Raises a refusal where it names no host."""
    try:
        return ox.NamedNode(str(request.url.replace(path="/sparql", query="", fragment=""))).value
    except ValueError as error:
        raise malformed("the Host header names no host") from error


def client(request: Request) -> str:
    """Who asks: the address that a request comes from."""
    return request.client.host if request.client else ""


def header(request: Request, name: str) -> str:
    """The values of a header that is a list, which may be sent in several lines; nothing where it is not sent."""
    return ", ".join(request.headers.getlist(name))


def address(request: Request) -> Pairs:
    """The parameters in the address of a request."""
    return parsed(request.scope["query_string"])


def parsed(form: bytes) -> Pairs:
    """The parameters of a form. Raises a refusal where it is none."""
    try:
        return parse_qsl(form.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=PARAMETERS)
    except ValueError as error:
        raise malformed("the parameters are no URL-encoded UTF-8 text") from error


def text(data: bytes) -> str:
    """A body as text. Raises a refusal where it is no UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise malformed(f"the body is no UTF-8 text: byte {error.start}") from error


def values(pairs: Pairs, name: str) -> tuple[str, ...]:
    """All values of a parameter."""
    return tuple(value for own, value in pairs if own == name)


def single(pairs: Pairs, name: str) -> str | None:
    """The value of a parameter that is given once at most; None where it is not. Raises a refusal for several."""
    found = values(pairs, name)
    if len(found) > 1:
        raise malformed(f"{name} is given {len(found)} times: give it once")
    return found[0] if found else None


def once(pairs: Pairs) -> dict[str, str]:
    """Parameters each of which is given once. Raises a refusal for one that is given several times."""
    return {name: value for name, _ in pairs if (value := single(pairs, name)) is not None}
