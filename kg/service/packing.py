"""Answers compressed for clients who say that they read that."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import Receive, Scope, Send

from kg.service.media import weights

ENCODING = "accept-encoding"


class Packing(GZipMiddleware):
    """Starlette's gzip, which looks for the word alone: here `gzip;q=0` is a refusal and `*` an invitation."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with the one encoding that its answer is to have."""
        if scope["type"] == "http":
            likes = dict(weights(", ".join(Headers(scope=scope).getlist(ENCODING))))
            wanted = likes.get("gzip", likes.get("*", 0.0)) > 0
            MutableHeaders(scope=scope)[ENCODING] = "gzip" if wanted else "identity"
        await super().__call__(scope, receive, send)
