"""No query and no update makes the engine reach into the network, however it is written; others mean the same."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.queries import catalogue
from kg.store import EmbeddedStore
from kg.store.reach import plain_query, plain_update
from kg.store.tokens import DEEPEST, tokens

QUADS = [
    ox.Quad(ox.NamedNode(f"x:s{number}"), ox.NamedNode("x:p"), ox.Literal(number), ox.NamedNode("x:g"))
    for number in range(3)
]


class Trap:
    """A listener on loopback that counts who comes."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.visitors = 0
        threading.Thread(target=self.wait, daemon=True).start()

    def wait(self) -> None:
        """Count visitors until the listener is closed."""
        with suppress(OSError):
            while True:
                visitor, _ = self.listener.accept()
                self.visitors += 1
                visitor.close()


@pytest.fixture(scope="module")
def trap() -> Iterator[Trap]:
    """A trap for the tests of this file."""
    trap = Trap()
    yield trap
    trap.listener.close()


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    """A store of three quads."""
    store = EmbeddedStore()
    store.add(QUADS)
    return store


def test_the_trap_closes_on_a_query_that_nobody_reads_first(trap: Trap) -> None:
    before = trap.visitors
    with suppress(OSError):
        list(ox.Store().query(f"SELECT * {{ FILTER(1<2)SERVICE#>\n<http://127.0.0.1:{trap.port}/>{{ ?s ?p ?o }} }}"))
    assert trap.visitors > before


WORDS = r"""SERVICE service SERVICESILENT SERVICEe:x servicee:x <HOST> e:x ?x $x { } {?s|?p|?o} ( ) [ ] . ; , < > <= <<(
)>> # ' " ''' \ \u0053ERVICE \u0022 'a' "b\"" '''c''' <x:y> <y'> <?x> <x#> <x:p> a 1 1. true FILTER FILTER( FILTER(1<2)
FILTER(?x< BIND( AS OPTIONAL UNION EXISTS MINUS GRAPH ?g VALUES SELECT * WHERE ASK LIMIT @en @service ^^ / | ! = && ||
e: : service:x e:SERVICE _:b _:SERVICE ?SERVICE % e:a. e:%41"""
SPACED = ("\n", "\r", " ", "\t", "?s ?p ?o", "{ ?s ?p ?o }", "SERVICE SILENT ?x", "# >")
PIECES = st.sampled_from([*WORDS.split(), *SPACED, '"""'])
OPENINGS = st.sampled_from(
    ["SELECT * { ", "ASK { ?s ?p ?o ", "SELECT * { FILTER(?x<", "CONSTRUCT { ?s ?p ?o } { ", "ASK { VALUES ?x { "]
)


@settings(max_examples=1500, deadline=None)
@given(
    opening=OPENINGS,
    pieces=st.lists(PIECES, max_size=12),
    joined=st.sampled_from(["", " "]),
    closings=st.integers(0, 3),
)
def test_no_query_reaches_out(
    trap: Trap, store: EmbeddedStore, opening: str, pieces: list[str], joined: str, closings: int
) -> None:
    host = f"http://127.0.0.1:{trap.port}/"
    prologue = f"PREFIX e: <{host}> PREFIX : <{host}> PREFIX service: <{host}> "
    text = prologue + opening + joined.join(pieces).replace("HOST", host) + " }" * closings
    before = trap.visitors
    with suppress(QueryError):
        found = store.query(text)
        if not isinstance(found, ox.QueryBoolean):
            for _, _ in zip(range(5), found, strict=False):
                pass
    assert trap.visitors == before, text


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_a_query_in_plain_spelling_means_the_same(query) -> None:
    text = query.text.replace("$", "?")
    kept = [token.text for token in tokens(text) if token.kind != "space"]
    assert [token.text for token in tokens(plain_query(text).text) if token.kind != "space"] == kept


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1<2&&3>2", "true"),
        ("?o<2", "true"),
        ("?o <2||<x:a>=<x:b>", "true"),
        ("STR(<x:it's>)", "x:it's"),
        ("'''two\nlines'''", "two\nlines"),
        ('"""a ""quoted"" # word"""', 'a ""quoted"" # word'),
        ("'SERVICE <x:y> {'", "SERVICE <x:y> {"),
        ("IF(?o<2,'less',\"more\")", "less"),
        ("(?o+1)<2", "true"),
        ("'\\u0041'", "A"),
        ("EXISTS{?s<x:p>?o}", "true"),
    ],
)
def test_an_expression_keeps_its_value(store: EmbeddedStore, expression: str, value: str) -> None:
    (row,) = store.query(f"SELECT ({expression} AS ?x) {{ ?s<x:p>?o # SERVICE\n FILTER(?o<1) }}")
    assert row["x"].value == value


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s ?p }",
        "SELECT ?x\n{\n ?s ?p <\n}",
        "ASK { '''a\nb''' ?s ?p ?o ! }",
        "ASK {\n FILTER(?x<3) # why\n ?? }",
    ],
)
def test_a_mistake_is_told_where_it_was_written(store: EmbeddedStore, query: str) -> None:
    with pytest.raises(SyntaxError) as plainly:
        ox.Store().query(query)
    place = re.search(r"\d+:\d+", str(plainly.value))
    assert place
    with pytest.raises(QueryError, match=f"malformed: error at {place[0]}:"):
        store.query(query)


def test_a_query_that_names_its_graphs_is_asked_of_them(store: EmbeddedStore) -> None:
    assert bool(store.query("ASK { ?s ?p ?o }"))
    assert bool(store.query("ASK FROM <x:g> { ?s ?p ?o }"))
    assert not bool(store.query("ASK FROM <x:other> { ?s ?p ?o }"))


@pytest.mark.parametrize("bracket", ["{}", "()", "[]"])
def test_a_query_that_nests_too_deeply_is_refused(store: EmbeddedStore, bracket: str) -> None:
    with pytest.raises(QueryError, match="write it flatter"):
        store.query("ASK { " + bracket[0] * DEEPEST + bracket[1] * DEEPEST + " }")


@pytest.mark.parametrize(
    ("update", "made"),
    [
        (
            "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
            "DELETE { ?s ?p ?o }  USING <x:a> USING NAMED <x:b> WHERE { ?s ?p ?o }",
        ),
        ("CLEAR ALL", "CLEAR ALL"),
        ("INSERT DATA { <x:a> <x:b> 'WHERE' }", "INSERT DATA { <x:a> <x:b> 'WHERE' }"),
    ],
)
def test_the_graphs_of_an_update_are_written_into_it(update: str, made: str) -> None:
    assert plain_update(update, ("x:a",), ("x:b",)).text == made
