"""The service as an ASGI application: addresses, and what holds for all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.errors import KgError
from kg.service import replies
from kg.service.endpoints import Endpoints
from kg.service.engine import Engine
from kg.service.limits import Limits
from kg.service.metrics import Metrics
from kg.service.packing import Packing
from kg.service.refusals import Refusal


def application(
    store: Path, limits: Limits | None = None, token: str | None = None, origins: Sequence[str] | None = None
) -> Starlette:
    """The service for the store in a folder.

    Clients that know `token` may send updates; without one nobody may. Pages from `origins` may read the answers
    (CORS): by default those of any origin where the service is read-only, as nobody's rights are lent to a page and
    all that it could read is open to whoever reaches the service. A writable one names none: what holds a token there
    is a program, and a page that came by the token should not be able to use it from somebody's browser.
    Raises `StoreError` where there is no store, or no index of its present state.
    """
    engine = Engine(store, limits or Limits())

    @asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        try:
            await engine.start()
            yield
        finally:
            await engine.close()

    cors = Middleware(
        CORSMiddleware,
        allow_origins=(("*",) if token is None else ()) if origins is None else origins,
        allow_methods=("GET", "POST"),
        allow_headers=("*",),
        expose_headers=("ETag",),
    )
    app = Starlette(
        routes=routes(Endpoints(engine, token)),
        middleware=[Middleware(Counting, metrics=engine.metrics), cors, Middleware(Packing, compresslevel=5)],
        exception_handlers={Refusal: refused, KgError: broken, HTTPException: unfound, ClientDisconnect: gone},
        lifespan=running,
    )
    app.router.redirect_slashes = False  # it would lead to whatever host a request names
    return app


def routes(endpoints: Endpoints) -> list[Route]:
    """What is done at each address; HEAD goes with GET."""
    return [
        Route("/", endpoints.home),
        Route("/sparql", endpoints.sparql, methods=["GET", "POST"]),
        Route("/sparql/", endpoints.sparql, methods=["GET", "POST"]),
        Route("/store", endpoints.graph),
        Route("/queries", endpoints.queries),
        Route("/queries/{name}", endpoints.canned),
        Route("/openapi.json", endpoints.openapi),
        Route("/health", endpoints.health),
        Route("/metrics", endpoints.metrics),
        Route("/.well-known/void", endpoints.void),
    ]


async def refused(request: Request, error: Exception) -> Response:
    """A question that is not answered."""
    assert isinstance(error, Refusal)
    return replies.refused(error)


async def broken(request: Request, error: Exception) -> Response:
    """A store that cannot be read."""
    return replies.refused(Refusal(500, str(error)))


async def gone(request: Request, error: Exception) -> Response:
    """A client that did not wait; nobody reads this, but it is counted."""
    return replies.refused(Refusal(499, "the client left"))


async def unfound(request: Request, error: Exception) -> Response:
    """An address or a method that there is not."""
    assert isinstance(error, HTTPException)
    response = replies.refused(Refusal(error.status_code, error.detail))
    response.headers.update(error.headers or {})
    return response


class Counting:
    """Counts each request by its address, status and time."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and count it when it is answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, status = perf_counter(), 500

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            route = scope.get("route")
            self.metrics.request(route.path if route else "other", status, perf_counter() - started)
