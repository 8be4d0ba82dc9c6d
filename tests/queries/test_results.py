"""Gathering rows into cells, and writing results."""

from __future__ import annotations

import json
from random import Random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.queries import FORMATS, Answer, Graph, Table, load, run, written
from kg.queries.results import Row, folded, text
from kg.rdf.namespaces import XSD
from kg.store import EmbeddedStore

COLUMNS = ("day", "who", "who_iri", "document")


def row(day: str, who: str | None, iri: str | None, document: str) -> Row:
    """A row of `COLUMNS`."""
    return (
        ox.Literal(day),
        None if who is None else ox.Literal(who),
        None if iri is None else ox.NamedNode(f"http://a/{iri}"),
        ox.Literal(document),
    )


def plain(table: Table) -> list[tuple[str, ...]]:
    return [tuple(text(cell).replace("http://a/", "") for cell in row) for row in table.rows]


def test_values_are_gathered_sorted_and_each_label_beside_its_iri() -> None:
    rows = [
        row("1", "M23", "z", "b"),
        row("1", "FARDC", "x", "b"),
        row("1", "M23", "y", "a"),
        row("2", None, None, "a"),
    ]
    assert plain(folded(COLUMNS, rows, ["who", "document"])) == [
        ("1", "FARDC | M23 | M23", "x | y | z", "a | b"),
        ("2", "", "", "a"),
    ]


def test_one_value_stays_the_term_it_was() -> None:
    table = folded(COLUMNS, [row("1", "M23", "y", "a")], ["who", "document"])
    assert table.rows == ((ox.Literal("1"), ox.Literal("M23"), ox.NamedNode("http://a/y"), ox.Literal("a")),)


def test_two_labels_of_one_entity_are_one_row() -> None:
    rows = [row("1", "the M23", "y", "a"), row("1", "M23", "y", "a")]
    assert plain(folded(COLUMNS, rows, [])) == [("1", "M23", "y", "a")]


@given(
    rows=st.lists(st.builds(row, *[st.sampled_from("ab")] * 4), min_size=1, max_size=12),
    seed=st.integers(0, 1000),
)
def test_cells_do_not_depend_on_the_order_of_rows(rows: list[Row], seed: int) -> None:
    shuffled = Random(seed).sample(rows, len(rows))
    one, other = (plain(folded(COLUMNS, r, ["who", "document"])) for r in (rows, shuffled))
    assert sorted(one) == sorted(other)


TABLE = Table(
    ("n", "who", "who_iri"), ((ox.Literal(2), ox.Literal("a, b"), ox.NamedNode("http://a/x")), (None, None, None))
)


@pytest.mark.parametrize(
    ("cell", "written_out"),
    [
        (ox.Literal('=HYPERLINK("http://x.example")'), '"\'=HYPERLINK(""http://x.example"")"'),
        (ox.Literal("+1", language="en"), "'+1"),
        (ox.Literal("@x"), "'@x"),
        (ox.Literal("-5", datatype=XSD.integer), "-5"),
        (ox.Literal("-5"), "'-5"),
        (ox.NamedNode("x:=1"), "x:=1"),
    ],
)
def test_no_text_is_a_formula_in_csv(cell: ox.Literal | ox.NamedNode, written_out: str) -> None:
    assert written(Table(("x",), ((cell,),)), "csv") == f"x\n{written_out}\n"


def test_csv() -> None:
    assert written(TABLE, "csv") == 'n,who,who_iri\n2,"a, b",http://a/x\n,,\n'


def test_json_is_sparql_results_json() -> None:
    integer = {"type": "literal", "value": "2", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}
    assert json.loads(written(TABLE, "json")) == {
        "head": {"vars": ["n", "who", "who_iri"]},
        "results": {
            "bindings": [
                {
                    "n": integer,
                    "who": {"type": "literal", "value": "a, b"},
                    "who_iri": {"type": "uri", "value": "http://a/x"},
                },
                {},
            ]
        },
    }


def test_the_table_for_people_leaves_iris_out() -> None:
    shown = written(TABLE, "table")
    assert "a, b" in shown
    assert "http://a/x" not in shown
    assert shown.endswith("2 rows\n")


@pytest.mark.parametrize(
    ("query", "form", "expected"),
    [
        ("ASK { }", "table", "yes\n"),
        ("ASK { <http://a/b> ?p ?o }", "table", "no\n"),
        ("ASK { }", "json", '{\n "head": {},\n "boolean": true\n}\n'),
        (
            'CONSTRUCT { ?e kg:status ?s } { ?e a kg:Event ; kg:status ?s FILTER(?s = "unrealised") }',
            "turtle",
            '<https://example.org/kg/e4> kg:status "unrealised" .',
        ),
    ],
)
def test_other_kinds_of_queries(sudan: EmbeddedStore, query: str, form: str, expected: str) -> None:
    assert expected in written(run(sudan, load(query)), form)


@pytest.mark.parametrize(
    ("result", "form", "message"),
    [
        (TABLE, "xml", "there is no format 'xml': choose one of table, csv, json, turtle"),
        (TABLE, "turtle", "only a CONSTRUCT or DESCRIBE query"),
        (Graph(()), "csv", "only a SELECT query"),
        (Graph(()), "json", "use --format turtle"),
        (Answer(True), "csv", "only a SELECT query"),
    ],
)
def test_a_result_that_does_not_fit_its_format_is_told(result: Table | Graph | Answer, form: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        written(result, form)
    assert message in str(caught.value)


def test_all_formats_are_listed() -> None:
    assert list(FORMATS) == ["table", "csv", "json", "turtle"]
