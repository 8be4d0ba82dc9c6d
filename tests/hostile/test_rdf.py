"""RDF that others wrote to do harm: entities, addresses, depth."""

from __future__ import annotations

import pytest

from kg.errors import StoreError
from kg.store.foreign import graphs
from tests.hostile import bombs

RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="x:a">{}</rdf:Description></rdf:RDF>'
)
VALUE = '<p xmlns="x:">{}</p>'


@pytest.mark.parametrize(
    ("prolog", "value"),
    [
        (bombs.LAUGHING, "&k;"),
        (bombs.STOLEN, "&l;"),
        ('<!DOCTYPE x [<!ENTITY a "' + "a" * 10_000 + '">]>', "&a;" * 10_000),
        ("<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>", "&b;"),
        ('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;]>', "a"),
    ],
)
def test_rdf_of_others_cannot_expand_or_fetch(prolog: str, value: str) -> None:
    with pytest.raises(StoreError) as caught:
        graphs((prolog + RDF.format(VALUE.format(value))).encode(), "x.rdf", None, None, "https://example.org/")
    assert "entity" in str(caught.value)


def test_rdf_of_others_may_name_its_namespaces() -> None:
    prolog = '<!DOCTYPE rdf:RDF [<!ENTITY owl "http://www.w3.org/2002/07/owl#" >]>'
    (lines,) = graphs(
        (prolog + RDF.format(VALUE.format("&owl;a"))).encode(), "x.rdf", None, None, "https://e.org/"
    ).values()
    assert b"http://www.w3.org/2002/07/owl#a" in lines


@pytest.mark.parametrize(
    "data", [b'{"@context": "http://127.0.0.1:9/c", "@id": "x:a"}', b"[" * 100_000, b"{" * 100_000]
)
def test_json_ld_fetches_nothing_and_is_no_trap(data: bytes) -> None:
    with pytest.raises(StoreError):
        graphs(data, "x.jsonld", None, None, "https://example.org/")
