"""`kg mcp` as an assistant starts it: the official client, a process, and both ends of a pipe."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pyoxigraph as ox
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from kg.ledger import Ledger
from kg.queries import catalogue
from kg.rdf.namespaces import DCTERMS, KG, RDF
from kg.service.assistants import ROWS
from kg.settings import DEFAULT_BASE
from kg.store import Index
from tests.indexing import indexed
from tests.service.conftest import quads

PROBLEMS = ROWS + 5
T = TypeVar("T")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the query tests, with more problems than an assistant is told at once."""
    folder = tmp_path_factory.mktemp("stdio") / "store"
    with Index(Ledger.create(folder, DEFAULT_BASE)) as index:
        indexed(index, [*quads(), *problems()])
    return folder


def problems() -> list[ox.Quad]:
    document = ox.NamedNode("x:many")
    found = [
        ox.Quad(document, RDF.type, KG.Document, document),
        ox.Quad(document, DCTERMS.identifier, ox.Literal("many"), document),
    ]
    for number in range(PROBLEMS):
        node = ox.NamedNode(f"x:problem{number}")
        said = ((RDF.type, KG.Problem), (KG.document, document), (KG.code, ox.Literal("odd")))
        found += [ox.Quad(node, predicate, value, document) for predicate, value in said]
        found.append(ox.Quad(node, KG.message, ox.Literal(f"odd {number}"), document))
    return found


def over_a_pipe(store: Path, work: Callable[[Client], Awaitable[T]]) -> T:
    """What some work with a client of a `kg mcp` of its own comes to."""
    line = ["-c", "from kg.cli import main; main()", "mcp", "--store", str(store)]

    async def run() -> T:
        async with Client(StdioServerParameters(command=sys.executable, args=line), read_timeout_seconds=30) as client:
            return await work(client)

    return asyncio.run(run())


def test_an_assistant_lists_the_tools_and_asks_them_over_a_pipe(store: Path) -> None:
    async def work(client: Client) -> tuple[list[str], dict[str, Any]]:
        tools = [tool.name for tool in (await client.list_tools()).tools]
        asked = {
            "timeline": {"place": "Nyala"},
            "asof": {"date": "2023-11-01"},
            "explain": {"node": "Nyala"},
            "problems": {"document": "many"},
            "clashes": {"place": "Atlantis"},
        }
        return tools, {name: await client.call_tool(name, given) for name, given in asked.items()}

    tools, told = over_a_pipe(store, work)
    assert tools == [*(query.name for query in catalogue()), "explain"]
    assert "capture of Nyala by Rapid Support Forces" in {
        row["label"] for row in told["timeline"].structured_content["rows"]
    }
    (held, *_) = told["asof"].structured_content["rows"]
    assert held["evidence"][0]["quotes"]
    assert told["explain"].structured_content["label"] == "Nyala"
    found = told["problems"].structured_content
    assert (len(found["rows"]), found["left_out"]) == (ROWS, "5 more rows: narrow the question")
    assert told["clashes"].is_error
    assert "no place is called 'Atlantis'" in told["clashes"].content[0].text
