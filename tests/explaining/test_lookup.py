"""Which node is meant by what a user types."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.explaining.lookup import node
from kg.store import EmbeddedStore

BASE = "https://example.org/"
TURTLE = """
PREFIX kg: <https://w3id.org/conflict-kg/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX : <https://example.org/>
<https://example.org/event/5f0c12ab> a kg:Event . <https://example.org/event/5f0c99ff> a kg:Event .
<https://example.org/mention/event/90af1772> a kg:EventMention .
<https://example.org/actor/m23> a kg:RebelGroup ; skos:prefLabel "March 23 Movement" ; skos:altLabel "M23" .
<https://example.org/place/sake> a kg:City ; skos:prefLabel "Sake" .
<https://example.org/actor/sake> a kg:Person ; skos:prefLabel "Sake" .
"""

# Each case: what is typed, and the node that is meant, or what the error says.
MEANT = {
    "https://example.org/event/5f0c12ab": "event/5f0c12ab",
    "event/5f0c12ab": "event/5f0c12ab",
    "5f0c12ab": "event/5f0c12ab",
    "5f0c1": "event/5f0c12ab",
    "90af": "mention/event/90af1772",
    "event/90af1772": "mention/event/90af1772",
    "m23": "actor/m23",
    "march 23 MOVEMENT": "actor/m23",
    "place/sake": "place/sake",
}
TOLD = {
    "5f0c": "several nodes are called '5f0c': name one of https://example.org/event/5f0c12ab, ",
    "Sake": "several nodes are called 'Sake': name one of https://example.org/actor/sake, ",
    "90a": "there is no node '90a'",
    "0c12": "there is no node '0c12'",
    "f0c.*": "there is no node",
    "https://example.org/event/none": "there is no node",
    "a b": "is no IRI",
}


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    found = ox.Store()
    found.load(TURTLE.encode(), format=ox.RdfFormat.TURTLE)
    return EmbeddedStore(found)


@pytest.mark.parametrize("given", MEANT)
def test_a_node_may_be_written_short(given: str, store: EmbeddedStore) -> None:
    assert node(store, given, BASE).value == BASE + MEANT[given]


@pytest.mark.parametrize("given", TOLD)
def test_what_is_no_node_or_several_is_told(given: str, store: EmbeddedStore) -> None:
    with pytest.raises(QueryError) as told:
        node(store, given, BASE)
    assert TOLD[given] in str(told.value)
