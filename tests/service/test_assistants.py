"""What an assistant gets over the Model Context Protocol: the questions as tools, and answers with their quotes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp_types import CallToolResult, Tool

from kg.queries import catalogue, load
from kg.service.assistants import Assistants, server
from tests.service.conftest import indexed


@pytest.fixture(scope="module")
def assistants(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistants]:
    """The tools over the graph of the query tests."""
    made = Assistants(indexed(tmp_path_factory.mktemp("assistants") / "store"))
    yield made
    made.close()


def listed(assistants: Assistants) -> list[Tool]:
    """The tools that a client is offered."""

    async def ask() -> list[Tool]:
        async with Client(server(assistants)) as client:
            return (await client.list_tools()).tools

    return asyncio.run(ask())


def called(assistants: Assistants, name: str, **given: str) -> CallToolResult:
    """What a tool answers a client."""

    async def ask() -> CallToolResult:
        async with Client(server(assistants)) as client:
            return await client.call_tool(name, given)

    return asyncio.run(ask())


def test_every_question_is_a_tool_with_its_parameters(assistants: Assistants) -> None:
    tools = {tool.name: tool for tool in listed(assistants)}
    assert list(tools) == [*(query.name for query in catalogue()), "explain"]
    timeline = tools["timeline"]
    assert timeline.description == load("timeline").question
    assert list(timeline.input_schema["properties"]) == [parameter.name for parameter in load("timeline").parameters]
    assert timeline.annotations is not None and timeline.annotations.read_only_hint


def test_an_answer_has_its_quotes(assistants: Assistants) -> None:
    found: Any = called(assistants, "timeline", place="Nyala").structured_content
    rows = {row["label"]: row for row in found["rows"]}
    evidence = {
        (statement["claimant"], statement["publisher"], statement["document"], *statement["quotes"])
        for statement in rows["capture of Nyala by Rapid Support Forces"]["evidence"]
    }
    quote = "The paramilitaries say they took Nyala on Friday, October 26."
    assert ("Rapid Support Forces", "Nile Herald", "herald-1", quote) in evidence


def test_a_node_is_explained_by_its_name(assistants: Assistants) -> None:
    found: Any = called(assistants, "explain", node="Nyala").structured_content
    assert found["label"] == "Nyala"
    assert all(statement["quotes"] for statement in found["statements"])


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("timeline", {"place": "Atlantis"}, "no place is called 'Atlantis'"),
        ("explain", {"node": "Atlantis"}, "there is no node"),
    ],
)
def test_what_cannot_be_answered_is_told_plainly(
    assistants: Assistants, tool: str, given: dict[str, str], said: str
) -> None:
    result = called(assistants, tool, **given)
    assert result.is_error
    assert said in result.content[0].text


def test_a_build_is_seen_by_the_next_call(tmp_path: Path) -> None:
    folder = indexed(tmp_path / "store")
    made = Assistants(folder)
    before = made.states.state.name
    (folder / "judgements.ttl").write_text("# a judgement\n")
    indexed(folder)
    assert called(made, "names-used").is_error is False
    assert made.states.state.name != before
    made.close()
