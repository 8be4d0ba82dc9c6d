"""`kg serve`."""

from __future__ import annotations

import os
import signal
import socket
from contextlib import closing, suppress
from dataclasses import replace
from importlib import import_module
from types import ModuleType
from typing import Annotated

import typer

from kg.cli.messages import tell
from kg.cli.options import StoreFolder, opened, settings
from kg.errors import SetupError
from kg.service.limits import MEGABYTE, Limits

DEFAULT = Limits()

Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Who can reach it; 0.0.0.0 is everybody.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")]
Seconds = Annotated[float, typer.Option("--seconds", min=0.1, help="How long a query may take.")]
Memory = Annotated[int, typer.Option("--memory", min=64, metavar="MB", help="How much memory a query may take.")]
Workers = Annotated[int, typer.Option("--workers", min=1, help="Processes for each of named and own queries.")]
Origins = Annotated[
    list[str] | None,
    typer.Option("--origin", help="Web pages that may read it; by default all, and none of a writable one."),
]
Writable = Annotated[bool, typer.Option("--writable", help="Take updates, on a copy that ends with the service.")]


def serve(
    *,
    store: StoreFolder = None,
    host: Host = "127.0.0.1",
    port: Port = 7878,
    seconds: Seconds = DEFAULT.seconds,
    memory: Memory = DEFAULT.memory // MEGABYTE,
    workers: Workers = DEFAULT.workers,
    origin: Origins = None,
    writable: Writable = False,
) -> None:
    """Answer SPARQL and the questions of kg queries over HTTP; Ctrl-C ends it.

    Pages of any origin may read what a read-only service answers: it has no secrets from those who reach it. Updates
    (--writable) change a copy: the store stays as it is, and the next build brings them to an end.
    """
    token = os.environ.get("KG_TOKEN") if writable else None
    if writable and not token:
        raise SetupError("--writable needs a token that clients send with an update: set KG_TOKEN")
    app, connections = needed("kg.service.app"), needed("kg.service.connections")
    folder = settings(store).store
    opened(folder).close()
    limits = replace(DEFAULT, seconds=seconds, memory=memory * MEGABYTE, workers=workers)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # told to end, it ends as by Ctrl-C
    with closing(listening(host, port)) as listener, suppress(KeyboardInterrupt):
        service = app.application(folder, limits, token, origin)
        mode = "read and write" if writable else "read-only"
        tell(f"serving {folder} at {address(listener)} ({mode}; Ctrl-C ends it)")
        connections.server(service).run(sockets=[listener])


def needed(module: str, command: str = "serve") -> ModuleType:
    """A module that the extra of a command brings. Raises `SetupError` where it was not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        missing = (error.name or module).partition(".")[0]
        raise SetupError(f"kg {command} needs {missing}: pip install 'conflict-kg[{command}]'") from error


def listening(host: str, port: int) -> socket.socket:
    """A socket that clients can reach. Raises `SetupError` where the address is taken or not ours.

    Its connections send at once: else each answer waits 40 ms for the client to confirm its first lines.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        reason = (str(error) if isinstance(error, socket.gaierror) else os.strerror(error.errno or 0)).lower()
        raise SetupError(f"{host}:{port} cannot be listened at ({reason}): choose another --port or --host") from error
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def address(listener: socket.socket) -> str:
    """The address that a browser or a SPARQL client takes."""
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/sparql"
