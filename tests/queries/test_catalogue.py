"""Reading queries, and what the package's own ones promise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.queries import Parameter, catalogue, load
from kg.queries.catalogue import parsed

# The columns of each question, in this order; others may stand between and after them.
COLUMNS = {
    "agreements": "agreement label kind date status party document quote",
    "asof": "kind who place status start end claimant document quote",
    "background": "start end type label documents",
    "claimed-events": "event label claimant documents quotes",
    "clashes": "start end initiator target place claimant document quote",
    "contradictions": "kind claimA claimantA quoteA claimB claimantB quoteB",
    "control": "start end holder place claimant document quote",
    "event-dates": "event label date document quote",
    "invokes": "act actor agreement date claimant document quote",
    "measurements": "what value lower upper unit about document quote",
    "names-used": "actor name document speaker count",
    "not-asserted": "event type polarity modality claimant document quote",
    "problems": "document code message quote",
    "ties": "subject relation object document quote",
    "timeline": "start end type event label documents claimants",
}
ENTITIES = {
    "initiator",
    "target",
    "place",
    "claimant",
    "holder",
    "actor",
    "party",
    "speaker",
    "subject",
    "object",
    "about",
}

TEXT = """# title: Towns
# question: Which towns are there?
# param place: a place
# several: name, document
PREFIX kg: <https://w3id.org/conflict-kg/ontology#>
# title: not in the head any more
SELECT ?name { ?town a kg:City
  #? place: VALUES ?in { $place } ?town kg:partOf ?in .
}
"""


def selected(text: str) -> list[str]:
    """The variables of a query's outer SELECT."""
    head = re.search(r"^SELECT(.*?)^WHERE", text, re.MULTILINE | re.DOTALL)
    assert head
    return re.findall(r"\?(\w+)(?=[\s)]|$)", re.sub(r"\(COUNT.*? AS", "(", head.group(1)))


def test_a_query_describes_itself() -> None:
    query = parsed("towns", TEXT)
    assert (query.title, query.question) == ("Towns", "Which towns are there?")
    assert query.parameters == (Parameter("place", "a place"),)
    assert query.several == ("name", "document")


def test_a_conditional_line_stands_only_with_its_parameter() -> None:
    query = parsed("towns", TEXT)
    assert "kg:partOf" not in query.filled({})
    assert "\n  VALUES ?in { <http://a/b> } ?town kg:partOf ?in .\n" in query.filled({"place": "<http://a/b>"})


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_stand_in_their_order(name: str) -> None:
    columns = selected(load(name).text)
    assert [column for column in columns if column in COLUMNS[name].split()] == COLUMNS[name].split()
    for column in set(columns) & ENTITIES:
        assert columns[columns.index(column) + 1] == f"{column}_iri"


def test_the_catalogue_is_complete_and_described() -> None:
    assert [query.name for query in catalogue()] == sorted(COLUMNS)
    for query in catalogue():
        assert query.title
        assert query.question.endswith("?")
        assert all(parameter.meaning for parameter in query.parameters)
        assert set(query.several) <= set(selected(query.text))
        used = set(re.findall(r"#\? (\w+):", query.text))
        assert used == {parameter.name for parameter in query.parameters}


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("clash", "there is no query or file 'clash'; did you mean 'clashes'?"),
        ("zzz", "there is no query or file 'zzz'"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(source: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        load(source)
    assert str(caught.value) == message


def test_a_query_may_be_a_file_or_its_own_text(tmp_path: Path) -> None:
    file = tmp_path / "towns.rq"
    file.write_text(TEXT)
    assert load(str(file)) == parsed("towns", TEXT)
    assert load("ASK { ?s ?p ?o }").text == "ASK { ?s ?p ?o }"


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "binary.rq"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(QueryError, match=r"binary\.rq cannot be read as a query"):
        load(str(file))
