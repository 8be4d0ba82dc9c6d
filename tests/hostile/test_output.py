"""Hostile names and texts on their way out: into every export, the report, tables, queries and files."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from lxml import etree

from kg import exporters, queries
from kg.errors import QueryError
from kg.explaining import highlight
from kg.exporters import contents
from kg.extraction import extractions
from kg.ledger import Ledger
from kg.model import Document, Extraction, Problem
from kg.pipeline import build
from kg.queries.catalogue import parsed
from kg.readers import read
from kg.reporting import report
from kg.settings import Settings
from kg.spreadsheets import RISKY
from kg.store import open_store
from kg.store.base import Store

INJECTED = "x> . <x:evil> <x:evil> <x:evil> . <x"
SCRIPT = "<script>alert(1)</script>"
ARTICLE = {
    "id": f'=cmd|"/C calc"!A0 {SCRIPT} "{INJECTED}\\',
    "title": f'"""\n<x:evil> <x:evil> "evil" . {SCRIPT}',
    "source": f"../../evil {INJECTED} =1+1 ]]> --> {SCRIPT}",
    "url": f"https://example.org/{INJECTED}?a=1&b=javascript:alert(1)",
    "date": "2022-06-14",
    "text": (
        f"=HYPERLINK(1) The army said on Monday that the M23 had captured Bunagana. {SCRIPT} "
        '“We hold it,” said Colonel \\" } } DROP ALL # of the M23. </textarea></script><img src=x onerror=alert(1)>'
    ),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one article in which everything that can be named is named to do harm."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "articles.jsonl").write_text(json.dumps(ARTICLE))
    build([str(folder / "articles.jsonl")], Settings(store=folder / "store"), watch=lambda _: None)
    return folder / "store"


@pytest.fixture(scope="module")
def store(place: Path) -> Store:
    """The same, opened."""
    return open_store(place)


def exported(store: Store, name: str) -> bytes:
    """The store in a format."""
    form, out = exporters.EXPORTERS[name], io.BytesIO()
    exporters.write(form, contents(store, form), out)
    return out.getvalue()


SYNTAX = {
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "nanopub": ox.RdfFormat.TRIG,
}


@pytest.mark.parametrize("name", SYNTAX)
def test_no_name_becomes_a_statement(store: Store, name: str) -> None:
    assert ARTICLE["source"] in {q.object.value for q in store.quads() if isinstance(q.object, ox.Literal)}
    for quad in ox.parse(exported(store, name), format=SYNTAX[name]):
        nodes = (quad.subject, quad.predicate, quad.object, quad.graph_name)
        assert ox.NamedNode("x:evil") not in nodes


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_no_name_becomes_markup(store: Store, name: str) -> None:
    assert not etree.fromstring(exported(store, name)).xpath("//*[local-name()='script' or local-name()='img']")


@pytest.mark.parametrize("name", ["acled", "csvw", "neo4j"])
def test_no_cell_of_a_table_for_people_is_a_formula_and_no_name_is_a_path(store: Store, name: str) -> None:
    data = exported(store, name)
    tables = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert set(archive.namelist()) <= {
                *("events.csv", "events.csv-metadata.json", "nodes.csv", "relationships.csv", "load.cypher")
            }
            tables = [archive.read(member) for member in archive.namelist() if member.endswith(".csv")]
    for table in tables:
        rows = list(csv.reader(io.StringIO(table.decode())))
        assert len({len(row) for row in rows}) == 1
        if name != "neo4j":  # a database reads it, which runs no formulas and would keep the apostrophe
            assert not [
                cell for row in rows for cell in row if cell.startswith(tuple(set(RISKY) - {"'"})) and not number(cell)
            ]


def number(cell: str) -> bool:
    """Whether a cell is a number."""
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_the_answer_to_a_query_is_no_formula(store: Store) -> None:
    table = queries.run(store, queries.load("timeline"))
    rows = csv.reader(io.StringIO(queries.written(table, "csv")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("form", ["report", "extract"])
def test_no_page_runs_anything_of_an_article(place: Path, store: Store, form: str) -> None:
    items = read([str(place.with_name("articles.jsonl"))])
    pieces = report(store, Ledger(place)) if form == "report" else highlight.page(extractions_of(items))
    tree = etree.HTML("".join(pieces))
    assert len(tree.xpath("//script")) == (1 if form == "report" else 0)
    assert not tree.xpath("//img | //iframe | //@*[starts-with(name(), 'on')] | //a[starts-with(@href, 'javascript')]")


def extractions_of(items: Iterable[Document | Problem]) -> Iterator[Extraction]:
    """What is read from documents."""
    return (found for found in extractions(items, Settings()) if isinstance(found, Extraction))


PARAMETERS = (
    'Bunagana" } } DROP ALL #',
    "Bunagana\n} UNION { ?s ?p ?o }",
    "https://x.example/> } UNION { ?s ?p ?o } #",
    "https://x.example/a> <https://x.example/b",
    "$place",
    "?x",
    "\\u003e \\u007d",
    '"""',
)


@pytest.mark.parametrize("value", PARAMETERS)
@pytest.mark.parametrize(
    "query", [query for query in queries.catalogue() if query.parameters], ids=lambda query: query.name
)
def test_no_parameter_is_sparql(store: Store, query: queries.Query, value: str) -> None:
    """It names something, or it is refused: it never finds more than the query without it."""
    needed = {"date": "2022-06-14"} if any(parameter.name == "date" for parameter in query.parameters) else {}
    for parameter in query.parameters:
        try:
            found = queries.run(store, query, {**needed, parameter.name: value})
        except QueryError:
            continue
        assert (parameter.name, found.texts()) == ("kind", [])


@pytest.mark.parametrize("value", PARAMETERS)
def test_a_free_parameter_is_one_text(store: Store, value: str) -> None:
    query = parsed("echo", "# param word: any\nSELECT ?said {\n#? word: VALUES ?said { $word }\n}")
    assert queries.run(store, query, {"word": value}).texts() == [{"said": value}]
