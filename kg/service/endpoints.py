"""What the service does at each address."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

import kg
from kg import queries
from kg.queries.catalogue import nearest
from kg.service import description, media, openapi, replies, requests
from kg.service.answers import Answer
from kg.service.engine import Engine
from kg.service.refusals import Refusal, malformed, unknown


class Endpoints:
    """The endpoints over one engine; `token` is what a client that writes must know, None where nobody may."""

    def __init__(self, engine: Engine, token: str | None = None) -> None:
        self.engine = engine
        self.token = token

    async def sparql(self, request: Request) -> Response:
        """Answer a query, make an update, or describe the service where neither is sent."""
        wanted = await requests.operation(request, self.engine.limits.body)
        base = requests.endpoint(request)
        if wanted.update is not None:
            self.authorise(request)
            graphs = {"using": wanted.default, "using_named": wanted.named}
            update = {"task": "update", "update": wanted.update, "base": base, **graphs}
            await self.engine.update(update, requests.client(request))
            return Response(status_code=204)
        if wanted.query is None:
            return await self.described(request, base, wanted.format)
        graphs = {"default": wanted.default, "named": wanted.named}
        asked = {"task": "query", "query": wanted.query, "base": base, **graphs, **accepted(request, wanted.format)}
        return await self.ask(request, asked)

    async def graph(self, request: Request) -> Response:
        """Write one graph, or all together (`default`), as the Graph Store Protocol says."""
        given = requests.once(requests.address(request))
        named, default = given.get("graph"), "default" in given
        if (named is None) is not default:
            raise malformed("name a graph (?graph=IRI), or ask for all of them together (?default)")
        return await self.ask(request, {"task": "graph", "graph": named, **accepted(request, given.get("format"))})

    async def queries(self, request: Request) -> Response:
        """List the questions that come with the package, with what each one takes."""
        return replies.document({"queries": [openapi.listed(query) for query in queries.catalogue()]})

    async def canned(self, request: Request) -> Response:
        """Answer one of them; each parameter narrows it."""
        name = request.path_params["name"]
        known = {query.name: query for query in queries.catalogue()}
        if name not in known:
            raise unknown(f"there is no query {name!r}{nearest(name, known)}")
        given = requests.once(requests.address(request))
        form = media.chosen(media.TABLES, requests.header(request, "accept"), given.pop("format", None))
        return await self.ask(request, {"task": "canned", "name": name, "given": given, "format": form.name})

    async def described(self, request: Request, endpoint: str, form: str | None) -> Response:
        """What the service can do and how much it holds, in RDF; without figures while they are being counted."""
        chosen = media.chosen(media.GRAPHS, requests.header(request, "accept"), form)
        await self.engine.refresh()
        counts = self.engine.census.found
        tag = None if counts is None else self.engine.key({"described": endpoint, "format": chosen.name})
        body = description.written(endpoint, counts, self.token is not None, chosen)
        return replies.answered(request, Answer(chosen.content_type, body, tag))

    async def openapi(self, request: Request) -> Response:
        """Describe this interface in OpenAPI 3.1."""
        return replies.document(openapi.document(self.token is not None))

    async def health(self, request: Request) -> Response:
        """Which state is served, and whether it is that of the ledger."""
        await self.engine.refresh()
        state = self.engine.state
        return replies.document(
            {
                "status": "ok",
                "version": kg.__version__,
                "state": state.name,
                "current": await asyncio.to_thread(self.engine.states.current),
                "updates": state.updates,
                "writable": self.token is not None,
            }
        )

    async def metrics(self, request: Request) -> Response:
        """Count what was asked and how long it took, for Prometheus."""
        lines = self.engine.metrics.lines(self.engine.figures())
        return Response("\n".join([*lines, ""]), media_type="text/plain; version=0.0.4")

    async def home(self, request: Request) -> Response:
        """Lead to the description of the interface."""
        return RedirectResponse("/openapi.json", 302)

    async def void(self, request: Request) -> Response:
        """Lead to the description of the data."""
        return RedirectResponse("/sparql", 302)

    async def ask(self, request: Request, asked: Mapping[str, object]) -> Response:
        """The response to a question; a client that has the answer already is told so without asking anybody."""
        await self.engine.refresh()
        key = self.engine.key(asked)
        if replies.holds(request, key):
            return Response(status_code=304, headers={**replies.HEADERS, "ETag": replies.tag(key)})
        if (kept := self.engine.known(key)) is not None:
            return replies.answered(request, kept)
        answer = self.engine.answer(asked, requests.client(request))
        return replies.answered(request, await requests.attended(request, answer))

    def authorise(self, request: Request) -> None:
        """Raises a refusal where the client may not write."""
        if self.token is None:
            raise Refusal(403, "this service is read-only: start it with --writable to send updates")
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(token.strip().encode("latin-1"), self.token.encode()):
            raise Refusal(401, "an update needs the service's token: Authorization: Bearer TOKEN")


def accepted(request: Request, name: str | None) -> dict[str, str | None]:
    """The formats that a client takes: of the name it gives, else of its Accept header."""
    return {"accept": "" if name else requests.header(request, "accept"), "format": name}
