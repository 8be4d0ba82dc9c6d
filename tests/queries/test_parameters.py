"""What may be given for a parameter, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.queries import load, run
from kg.queries.catalogue import parsed
from kg.queries.parameters import values
from kg.queries.results import Table
from kg.store import EmbeddedStore
from kg.store.names import plain

BASE = "https://example.org/kg/"
ASKED = ("place", "actor", "agreement", "document", "since", "until", "word")
ASKS = parsed("asks", "\n".join(f"# param {name}: any" for name in ASKED))


@pytest.mark.parametrize(
    ("name", "value", "terms"),
    [
        ("place", "Nyala", "<place/near-nyala> <place/nyala>"),
        ("place", "nYALA ", "<place/near-nyala> <place/nyala>"),
        ("place", BASE + "place/khartoum", "<place/khartoum>"),
        ("actor", "SAF", "<actor/army>"),
        ("actor", "rapid support forces", "<actor/fighters> <actor/rsf>"),
        ("agreement", "Juba accord", "<juba>"),
        ("document", "post-2", "<d2>"),
        ("document", BASE + "d1", "<d1>"),
        ("since", "2023-10", '"2023-10"'),
        ("until", "2023-10", '"2023-10-99"'),
        ("word", 'a "quoted" \\ word\n', r'"a \"quoted\" \\ word\n"'),
    ],
)
def test_a_value_stands_for_terms(sudan: EmbeddedStore, name: str, value: str, terms: str) -> None:
    assert values(sudan, ASKS, {name: value})[name].replace(BASE, "") == terms


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("place", "Nyalla", "no place is called 'Nyalla'; did you mean 'nyala'"),
        ("place", "SAF", "'SAF' is the name of something, but of no place"),
        ("place", "https://x/ } DELETE", "is no IRI"),
        ("document", "post-3", "no document is called 'post-3'; did you mean 'post-2'"),
        ("since", "last week", "since='last week' is no date"),
        ("until", "2023-13", "until='2023-13' is no date"),
        ("town", "Nyala", "the query 'asks' has no parameter 'town': it takes actor, agreement, document"),
    ],
)
def test_a_wrong_value_is_told(sudan: EmbeddedStore, name: str, value: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        values(sudan, ASKS, {name: value})
    assert message in str(caught.value)


@given(word=st.text(alphabet=st.characters(codec="utf-8")))
def test_no_text_breaks_out_of_its_quotes(word: str) -> None:
    """Whatever is given for a free parameter comes back as that one text."""
    query = parsed("echo", "# param word: any\nSELECT ?said {\n#? word: VALUES ?said { $word }\n}")
    table = run(EmbeddedStore(), query, {"word": word})
    assert isinstance(table, Table)
    assert [getattr(row[0], "value", None) for row in table.rows] == [word]


@given(name=st.text())
def test_a_plain_name_is_plain_already(name: str) -> None:
    assert plain(plain(name)) == plain(name)


def test_a_query_without_parameters_says_so(sudan: EmbeddedStore) -> None:
    with pytest.raises(QueryError, match="it takes none"):
        run(sudan, load("ASK { ?s ?p ?o }"), {"place": "Nyala"})
