"""`kg export` and `kg analyse`, as a person runs them."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

from kg import exporters
from kg.cli import app

runner = CliRunner()


def kg(*given: str) -> tuple[int, str, str]:
    """The status, standard output and standard error of a command."""
    result = runner.invoke(app, list(given))
    return result.exit_code, result.stdout, " ".join(result.stderr.split())


def test_every_format_is_listed_on_a_line() -> None:
    status, out, _ = kg("export", "--list")
    assert status == 0
    lines = dict(zip(exporters.formats(), out.splitlines(), strict=True))
    assert all(
        lines[name].split()[0] == name and form.meaning in lines[name] for name, form in exporters.formats().items()
    )


def test_the_ending_of_a_file_says_which_format(seeds_store: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.gexf"
    assert kg("export", "-o", str(file), "--view", "actors", "--store", str(seeds_store)) == (0, "", "")
    assert nx.read_gexf(file).number_of_nodes() > 10
    assert [path.name for path in tmp_path.iterdir()] == ["graph.gexf"]


def test_standard_output_has_what_a_file_has(seeds_store: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.gexf"
    rest = ("--view", "agreements", "--store", str(seeds_store))
    kg("export", "gexf", "-o", str(file), *rest)
    for given in (("gexf",), ("--format", "gexf", "-o", "-")):
        assert kg("export", *given, *rest)[1] == file.read_text("utf-8")


def test_a_window_shows_less(seeds_store: Path) -> None:
    given = ("export", "gexf", "--view", "actors", "--store", str(seeds_store))
    sizes = [len(kg(*given, *window)[1]) for window in ((), ("--since", "2023-11"), ("--since", "2024"))]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("graph.svg",), "there is no export format 'graph.svg': choose one of"),
        (("-o", "graph.svg"), "'graph.svg' does not say which format (.svg): choose one of"),
        ((), "'-' does not say which format (no ending): choose one of"),
        (("gexf", "--view", "map"), "there is no view 'map': choose one of events, actors"),
        (("gexf", "--since", "May"), "since='May' is no date"),
        (("gexf", "--policy", "mine"), "there is no policy 'mine'"),
        (("gexf", "-o", "nowhere/graph.gexf"), "nowhere/graph.gexf cannot be written: no such file or directory"),
    ],
)
def test_what_cannot_be_is_told(seeds_store: Path, given: tuple[str, ...], message: str) -> None:
    status, out, error = kg("export", *given, "--store", str(seeds_store))
    assert (status, out) == (2, "")
    assert message in error


def test_a_file_that_breaks_off_leaves_the_one_before(
    seeds_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "graph.gexf"
    file.write_text("the one before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporters.EXPORTERS["gexf"].make, "finalize", full)
    status, _, error = kg("export", "-o", str(file), "--store", str(seeds_store))
    assert (status, "cannot be written: no space left on device" in error) == (2, True)
    assert (file.read_text(), len(list(tmp_path.iterdir()))) == ("the one before", 1)


def test_a_pipe_is_written_to_at_once(seeds_store: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.gexf"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert kg("export", "-o", str(pipe), "--view", "agreements", "--store", str(seeds_store))[0] == 0
    assert os.read(end, 100_000).rstrip().endswith(b"</gexf>")
    os.close(end)


def test_figures_are_written_and_shown(seeds_store: Path, tmp_path: Path) -> None:
    """The tables, all nodes as CSV and JSON, and the attributes of the export say the same."""
    store = ("--store", str(seeds_store))
    table = kg("analyse", *store)[1]
    rows = list(csv.DictReader(io.StringIO(kg("analyse", "-f", "csv", *store)[1])))
    whole = json.loads(kg("analyse", "-f", "json", *store)[1])
    kg("export", "-o", str(tmp_path / "a.gexf"), "--view", "actors", "--analyse", *store)
    graph = nx.read_gexf(tmp_path / "a.gexf")
    assert [title in table for title in ("Communities", "Most central", "Brokers")] == [True] * 3
    assert rows[0]["label"] in table
    assert [row["id"] for row in rows] == [node["id"] for node in whole["nodes"]]
    ranks = {iri: data["PageRank"] for iri, data in graph.nodes(data=True)}
    assert ranks == {row["id"]: float(row["pagerank"]) for row in rows}
