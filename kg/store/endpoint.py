"""One SPARQL service on the network: where it takes queries, updates and graphs, and what it says when it fails."""

from __future__ import annotations

import base64
import http.client
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from kg.errors import StoreError

SECONDS = 600
"""How long the service may be silent before it counts as gone."""
LONGEST = 300
"""How much of what a service says of a mistake is told, in characters."""
OXIGRAPH = ("query", "update", "store")
LAYOUTS = {"": OXIGRAPH, "query": OXIGRAPH, "sparql": ("sparql", "sparql", "store")}
"""Where a service takes queries, updates and graphs, beside each other, by the end of the address that is given."""
BELOW = ("", "/statements", "/rdf-graphs/service")
"""The same where the address ends otherwise (RDF4J, GraphDB): below it."""


class RefusedError(StoreError):
    """The service answered that it does not do this; `status` is its HTTP status."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Endpoint:
    """The addresses of a service, and what is sent along to be let in."""

    name: str
    query: str
    update: str
    graphs: str
    headers: Mapping[str, str]

    @classmethod
    def at(cls, url: str) -> Endpoint:
        """The service at the address of its SPARQL queries, or at that of an Oxigraph server.

        The addresses for updates and graphs follow from it as servers have them; `KG_UPDATE` and `KG_GRAPHS` in the
        environment say otherwise. A name and password may stand in the address; `KG_TOKEN` is sent with changes.
        """
        parts = urlsplit(url)
        try:
            host = parts.hostname and f"{parts.hostname}{f':{parts.port}' if parts.port else ''}"
        except ValueError as error:
            raise StoreError(f"{url} is no address of a store: {error}") from error
        if not host or parts.scheme not in ("http", "https"):
            raise StoreError(f"{url} is no address of a store: write it as http://localhost:7878")
        if ":" in (parts.hostname or ""):
            host = host.replace(parts.hostname or "", f"[{parts.hostname}]", 1)
        query, update, graphs = (urlunsplit((parts.scheme, host, path, "", "")) for path in paths(parts.path))
        return cls(
            urlunsplit((parts.scheme, host, parts.path, "", "")),
            f"{query}?{parts.query}" if parts.query else query,
            os.environ.get("KG_UPDATE", update),
            os.environ.get("KG_GRAPHS", graphs),
            credentials(parts.username, parts.password),
        )

    def graph(self, iri: str) -> str:
        """The address of the graph of an IRI (SPARQL 1.1 Graph Store Protocol, 4.2)."""
        return f"{self.graphs}?graph={quote(iri, safe='')}"

    def ask(self, url: str, data: bytes | None, **headers: str) -> Any:
        """The answer to a request that reads, as a file. Raises `StoreError` where there is none."""
        return self._sent(Request(url, data, {**self.headers, **named(headers)}))  # noqa: S310  # the scheme is checked

    def tell(self, url: str, method: str, data: bytes | None, **headers: str) -> None:
        """Send a change. Raises `StoreError` where it is not carried out."""
        token = os.environ.get("KG_TOKEN")
        own = {**self.headers, **({"Authorization": f"Bearer {token}"} if token else {}), **named(headers)}
        with self._sent(Request(url, data, own, method=method)) as response:  # noqa: S310
            self.read(response)

    def read(self, response: Any) -> bytes:
        """The whole of an answer. Raises `StoreError` where it breaks off."""
        try:
            data: bytes = response.read()
        except (OSError, http.client.HTTPException) as error:
            raise self.broken(error) from error
        return data

    def broken(self, error: Exception) -> StoreError:
        """What is told of an answer that breaks off, or cannot be read."""
        return StoreError(f"the answer of {self.name} breaks off: {' '.join(str(error).split())[:LONGEST]}")

    def _sent(self, request: Request) -> Any:
        try:
            return urlopen(request, timeout=SECONDS)  # noqa: S310
        except HTTPError as error:
            with error:
                said = " ".join(error.read(LONGEST * 4).decode("utf-8", "replace").split())[:LONGEST]
            raise RefusedError(f"{self.name} answers {error.code} {error.reason}: {said}", error.code) from error
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            reason = getattr(error, "reason", error)
            words = getattr(reason, "strerror", None) or str(reason)
            raise StoreError(f"{self.name} cannot be reached: {words.lower()}") from error


def paths(given: str) -> list[str]:
    """Where on its host a service takes queries, updates and graphs, by the path of its address."""
    folder, _, last = given.rpartition("/")
    return [f"{folder}/{name}" for name in LAYOUTS[last]] if last in LAYOUTS else [given + end for end in BELOW]


def credentials(name: str | None, password: str | None) -> dict[str, str]:
    """The header for a name and password (RFC 7617)."""
    if name is None:
        return {}
    pair = f"{unquote(name)}:{unquote(password or '')}".encode()
    return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}


def named(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers by the names they are sent under: `content_type` is Content-Type."""
    return {name.replace("_", "-").title(): value for name, value in headers.items()}
