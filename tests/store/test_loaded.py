"""RDF of others: read in any syntax, kept beside the ledger, asked with it, and gone when it is taken out."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kg import open_store, upkeep
from kg.derivation import derive
from kg.errors import StoreError
from kg.ledger import Ledger
from kg.rdf import nquads
from kg.settings import Settings
from kg.store import EmbeddedStore, foreign
from kg.store.loaded import Loaded

BASE = "https://example.org/"
OWN = f"<{BASE}loaded/x>"
TRIPLE = f"<x:a> <x:b> <x:c> {OWN} .\n".encode()


def read(data: str | bytes, name: str, graph: str | None = None, syntax: str | None = None) -> dict[str, bytes]:
    """The graphs in a file of this name."""
    return foreign.graphs(data.encode() if isinstance(data, str) else data, name, graph, syntax, BASE)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.ttl", "<x:a> <x:b> <x:c> ."),
        ("folder/x.nt", "<x:a> <x:b> <x:c> ."),
        ("x.nq", "<x:a> <x:b> <x:c> .\n<x:a> <x:b> <x:c> ."),
        ("x.trig", "{ <x:a> <x:b> <x:c> }"),
        ("x.TTL", "<x:a> <x:b> <x:c> ."),
        ("x.jsonld", '{"@id": "x:a", "x:b": {"@id": "x:c"}}'),
        ("x.ttl.gz", gzip.compress(b"<x:a> <x:b> <x:c> .", mtime=0)),
        (
            "x.rdf",
            '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="x:">'
            '<r:Description r:about="x:a"><x:b r:resource="x:c"/></r:Description></r:RDF>',
        ),
    ],
)
def test_every_syntax_gives_the_same_graph_named_for_the_file(name, data):
    assert read(data, name) == {f"{BASE}loaded/x": TRIPLE}


def test_what_names_a_graph_stays_in_it_and_the_rest_goes_where_it_is_told():
    data = "<x:a> <x:b> <x:c> .\n<x:a> <x:b> <x:d> <x:g> ."
    assert read(data, "-", "x:h", "nq") == {
        "x:g": b"<x:a> <x:b> <x:d> <x:g> .\n",
        "x:h": b"<x:a> <x:b> <x:c> <x:h> .\n",
    }


def test_relative_iris_stand_below_the_graph():
    assert read("<#a> <b> <> .", "-", "http://h/g", "ttl") == {
        "http://h/g": b"<http://h/g#a> <http://h/b> <http://h/g> <http://h/g> .\n"
    }


def test_blank_nodes_become_iris_and_always_the_same():
    data = "<x:a> <x:b> [ <x:c> _:n ] . _:n <x:c> _:n ."
    (lines,) = read(data, "x.ttl").values()
    assert lines == read(data, "x.ttl")[f"{BASE}loaded/x"]
    assert b"_:" not in lines
    assert lines.count(b"/genid/") == 5
    assert set(read(data, "x.ttl").values()) != set(read(data, "y.ttl").values())


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        ("<x:a> <x:b>\noops .", "x.ttl", "x.ttl cannot be loaded: .* line 2"),
        ("<rdf", "x.rdf", "x.rdf cannot be loaded: "),
        (b"\xff\xfe", "x.nq", "x.nq cannot be loaded: "),
        (gzip.compress(b"<x:a> <x:b> <x:c> .", mtime=0)[:-9], "x.nt.gz", "x.nt.gz cannot be loaded: "),
        (b"\x1f\x8bno gzip at all", "x.nt.gz", "x.nt.gz cannot be loaded: "),
        (
            '{"@context": "https://schema.org/", "@id": "x:a"}',
            "x.jsonld",
            "x.jsonld cannot be loaded: .*write the context into the file",
        ),
        ("", "x.txt", "x.txt does not say what RDF it is: give --format, one of ttl, "),
        ("", "-", "- does not say what RDF it is"),
    ],
)
def test_a_broken_file_is_told_in_one_line(data, name, told):
    with pytest.raises(StoreError, match=f"^{told}") as found:
        read(data, name)
    assert "\n" not in str(found.value)


def chosen(folder: Path) -> Settings:
    return Settings(store=folder / "s", base=BASE)


def asked(folder: Path) -> set[str]:
    """What the loaded graphs of a store say, by their objects."""
    rows = open_store(folder / "s").query("SELECT ?o { GRAPH ?g { <x:a> <x:b> ?o } }")
    return {row["o"].value for row in rows}


def test_what_is_loaded_is_asked_outlives_a_rebuild_and_can_be_taken_out(tmp_path):
    upkeep.load(chosen(tmp_path), {"x:g": b"<x:a> <x:b> <x:c> <x:g> .\n", "x:h": b"<x:a> <x:b> <x:d> <x:h> .\n"})
    assert asked(tmp_path) == {"x:c", "x:d"}
    upkeep.rebuild(tmp_path / "s")
    assert asked(tmp_path) == {"x:c", "x:d"}
    upkeep.load(chosen(tmp_path), {"x:g": b"<x:a> <x:b> <x:e> <x:g> .\n"})
    assert asked(tmp_path) == {"x:d", "x:e"}
    upkeep.unload(tmp_path / "s", ["x:h"])
    assert asked(tmp_path) == {"x:e"}
    with pytest.raises(StoreError, match="no graph x:h was loaded into"):
        upkeep.unload(tmp_path / "s", ["x:h"])


def test_step_by_step_is_the_same_as_all_at_once(tmp_path):
    for graphs in ({"x:g": "c", "x:h": "c"}, {"x:h": "d"}, {"x:i": "e", "x:g": "d"}):
        upkeep.load(chosen(tmp_path), {g: f"<x:a> <x:b> <x:{o}> <{g}> .\n".encode() for g, o in graphs.items()})
    dumped = nquads.ordered(open_store(tmp_path / "s").lines())
    assert asked(tmp_path) == {"x:d", "x:e"}
    whole = EmbeddedStore()
    whole.add(derive(Ledger(tmp_path / "s")).quads())
    assert nquads.ordered(whole.lines()) == dumped
    upkeep.rebuild(tmp_path / "s")
    assert nquads.ordered(open_store(tmp_path / "s").lines()) == dumped


def test_a_graph_that_the_store_makes_is_not_loaded_over(tmp_path):
    with pytest.raises(StoreError, match="is one that the store makes itself"):
        upkeep.load(chosen(tmp_path), {f"{BASE}graph/fused": b""})


def test_a_file_that_was_changed_is_told(tmp_path):
    upkeep.load(chosen(tmp_path), {"x:g": b"<x:a> <x:b> <x:c> <x:g> .\n"})
    (file,) = Loaded(Ledger(tmp_path / "s")).graphs().values()
    file.write_bytes(b"<x:a> <x:b> <x:d> <x:g> .\n")
    with pytest.raises(StoreError, match="was changed: delete it, and load its graph again"):
        upkeep.rebuild(tmp_path / "s")


def test_an_index_from_before_a_graph_was_put_there_is_out_of_date(tmp_path):
    upkeep.load(chosen(tmp_path), {})
    Loaded(Ledger(tmp_path / "s")).put("x:g", b"<x:a> <x:b> <x:c> <x:g> .\n")
    with pytest.raises(StoreError, match="out of date"):
        open_store(tmp_path / "s")
    upkeep.rejudge(tmp_path / "s")
    assert asked(tmp_path) == {"x:c"}
