"""The graph for assistants that speak the Model Context Protocol, as `kg mcp` offers it.

Each question of `kg queries` is a tool, and so is `explain`. An answer carries its evidence: beside each row stand the
claims it rests on, who makes them in which document, and the words that say so. Nothing can be written.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import Field

import kg
from kg import queries
from kg.errors import KgError, QueryError
from kg.explaining import explanation
from kg.explaining.explanation import Statement
from kg.ledger import Ledger
from kg.service.states import States
from kg.store import EmbeddedStore

ROWS = 30
STATEMENTS = 3
INSTRUCTIONS = (
    "A graph of what news reports claim about conflict and diplomacy. Nothing in it is a fact: say who claims what, "
    "in which document, and quote the words. Claims that contradict each other stand side by side."
)

Json = dict[str, Any]


class Assistants:
    """The tools over the store in a folder. Each call sees the last whole state of the store."""

    def __init__(self, folder: Path) -> None:
        """Raises `StoreError` where there is no store, or no index of its present state."""
        self.states = States(folder)
        self.base = Ledger(folder).base
        self.opened = EmbeddedStore.reading(self.states.state.folder)

    @property
    def store(self) -> EmbeddedStore:
        """The store as it is now."""
        if (earlier := self.states.refreshed()) is not None:
            self.opened = EmbeddedStore.reading(self.states.state.folder)
            self.states.forget(earlier.folder)
        return self.opened

    def answer(self, query: queries.Query, given: Mapping[str, str]) -> Json:
        """The rows of a question with their evidence, as many as an assistant can read."""
        store = self.store
        result = queries.run(store, query, given)
        rows = result.texts() if isinstance(result, queries.Table) else []
        found: Json = {"question": query.question, "rows": [row | self.evidence(store, row) for row in rows[:ROWS]]}
        if len(rows) > ROWS:
            found["left_out"] = f"{len(rows) - ROWS} more rows: narrow the question"
        return found

    def evidence(self, store: EmbeddedStore, row: Mapping[str, str]) -> Json:
        """The claims that a row rests on: those of the first of its nodes that has any."""
        for node in (value for value in row.values() if "://" in value and " " not in value):
            with suppress(QueryError):  # an address, not a node
                if statements := explanation.explain(store, node, self.base).statements:
                    return {"evidence": [told(statement) for statement in statements[:STATEMENTS]]}
        return {}

    def explain(self, node: str) -> Json:
        """What a node rests on, whole."""
        found = explanation.explain(self.store, node, self.base)
        return asdict(found) | {"statements": [told(statement) for statement in found.statements]}

    def close(self) -> None:
        """Let go of the store."""
        self.opened.close()
        self.states.room.close()


def told(statement: Statement) -> Json:
    """A claim with its quotes."""
    names = ("claim", "claimant", "publisher", "document", "kind", "polarity", "modality", "about")
    quotes = [" ".join(quote.words.split()) for quote in statement.quotes]
    return {name: getattr(statement, name) for name in names} | {"quotes": quotes}


def server(assistants: Assistants) -> MCPServer:
    """A server of these tools."""
    made = MCPServer("conflict-kg", version=kg.__version__, instructions=INSTRUCTIONS, log_level="WARNING")
    only_reads = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    for name, description, function in tools(assistants):
        made.add_tool(function, name, description=description, annotations=only_reads)
    return made


def tools(assistants: Assistants) -> Iterator[tuple[str, str, Callable[..., Json]]]:
    """The name, the meaning and the function of each tool."""
    for query in queries.catalogue():
        yield query.name, query.question, asking(assistants, query)

    def explain(
        node: Annotated[str, Field(description="IRI or name of a node: an event, claim, actor, place")],
    ) -> Json:
        with plainly():
            return assistants.explain(node)

    yield "explain", "What does a node of the graph rest on: who claims it, in which words?", explain


def asking(assistants: Assistants, query: queries.Query) -> Callable[..., Json]:
    """The function that answers a question; its parameters are those of the question."""

    def asked(**given: str | None) -> Json:
        with plainly():
            return assistants.answer(query, {name: value for name, value in given.items() if value})

    parameters = [
        inspect.Parameter(
            own.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[str | None, Field(description=own.meaning)],
        )
        for own in query.parameters
    ]
    asked.__signature__ = inspect.Signature(parameters, return_annotation=Json)  # type: ignore[attr-defined]
    return asked


@contextmanager
def plainly() -> Iterator[None]:
    """What the user has to mend is told to the assistant in its own words. Raises `ToolError` for a `KgError`."""
    try:
        yield
    except KgError as error:
        raise ToolError(str(error)) from error
