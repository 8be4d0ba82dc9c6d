"""Connections, which no client can hold for nothing, and the server that takes them.

The parser of HTTP is h11: httptools is faster, but under uvicorn it has no limit to how long the head of a request is.
"""

from __future__ import annotations

import asyncio
from socket import socket
from typing import cast

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 10.0
"""How long (s) a client may send nothing of a request it began, or read nothing of its answer; twice that at most."""

KEPT = 75
"""How long (s) a connection is kept on which nothing is asked: longer than a person looks at an answer."""

MOST = 800
"""How many connections there may be: fewer than the files that systems let a process open."""

ENDING = 5.0
"""How long (s) questions may still take when the service is told to end."""


class Connection(H11Protocol):
    """A connection of uvicorn that is given up where its client stalls."""

    seen: object = None
    watch: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        """Begin to look after a connection."""
        super().connection_made(transport)
        self.look()

    def connection_lost(self, exc: Exception | None) -> None:
        """Look after it no longer."""
        if self.watch is not None:
            self.watch.cancel()
        super().connection_lost(exc)

    def look(self) -> None:
        """Give the connection up where nothing moved since the last look, and it is the client's turn."""
        left = self.transport.get_write_buffer_size()
        seen = (id(self.cycle), left)
        busy = self.cycle is not None and not self.cycle.response_complete
        resting = self.timeout_keep_alive_task is not None
        if seen == self.seen and (left or not (busy or resting)):
            self.transport.abort()
            return
        self.seen = seen
        self.watch = self.loop.call_later(PATIENCE, self.look)


class Server(uvicorn.Server):
    """A server that ends in time, whatever its clients do."""

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """Take nothing new, let what was asked be answered, and cut off those who still wait after a while."""
        cutting = asyncio.get_running_loop().call_later(ENDING, self.cut)
        try:
            await super().shutdown(sockets)
        finally:
            cutting.cancel()

    def cut(self) -> None:
        """End all connections; questions whose clients are gone are given up."""
        for connection in list(self.server_state.connections):
            cast(H11Protocol, connection).transport.abort()


def server(application: ASGIApp) -> Server:
    """A server of an application; it says nothing of what clients do wrong, which they could fill a disk with."""
    config = uvicorn.Config(
        application,
        http=Connection,
        ws="none",
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_keep_alive=KEPT,
        limit_concurrency=MOST,
    )
    return Server(config)
