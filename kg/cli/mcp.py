"""`kg mcp`."""

from __future__ import annotations

from contextlib import closing, suppress

from kg.cli.options import StoreFolder, opened, settings
from kg.cli.serve import needed


def mcp(store: StoreFolder = None) -> None:
    """Offer the questions of kg queries, and explain, to an assistant; it starts this command (MCP over stdio)."""
    assistants = needed("kg.service.assistants", "mcp")
    folder = settings(store).store
    opened(folder).close()
    with closing(assistants.Assistants(folder)) as tools, suppress(KeyboardInterrupt):
        assistants.server(tools).run()
