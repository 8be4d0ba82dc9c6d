"""Terms: plain values and the literals or IRIs they become."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.rdf import terms
from kg.rdf.namespaces import XSD


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        ("2024-05-09", ox.Literal("2024-05-09", datatype=XSD.date)),
        ("2024-05", ox.Literal("2024-05", datatype=XSD.gYearMonth)),
        ("2024", ox.Literal("2024", datatype=XSD.gYear)),
        ("-0044", ox.Literal("-0044", datatype=XSD.gYear)),
        ("2024-13", ox.Literal("2024-13")),
        ("9 May 2024", ox.Literal("9 May 2024")),
    ],
)
def test_a_day_is_typed_as_precisely_as_it_is_known(value: str, literal: ox.Literal) -> None:
    assert terms.day(value) == literal


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (6754.0, "6754"),
        (2.5, "2.5"),
        (-0.0, "0"),
        (100.0, "100"),
        (1e21, "1000000000000000000000"),
        (1e-7, "0.0000001"),
    ],
)
def test_a_number_is_written_in_canonical_form(value: float, form: str) -> None:
    assert terms.decimal(value) == ox.Literal(form, datatype=XSD.decimal)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_no_literal(value: float) -> None:
    assert terms.decimal(value) is None


@pytest.mark.parametrize(
    ("address", "term"),
    [
        ("https://example.org/news?id=1#top", ox.NamedNode("https://example.org/news?id=1#top")),
        ("https://example.org/a b/é", ox.NamedNode("https://example.org/a%20b/%C3%A9")),
        ("https://example.org/a%20b", ox.NamedNode("https://example.org/a%20b")),
        ("page 3", ox.Literal("page 3")),
    ],
)
def test_an_address_becomes_a_safe_iri(address: str, term: ox.NamedNode | ox.Literal) -> None:
    assert terms.link(address) == term


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Thomas Lubanga Dyilo", "thomas-lubanga-dyilo"),
        ("Forces armées révolutionnaires", "forces-armees-revolutionnaires"),
        ("S/RES/1325 (2000)", "s-res-1325-2000"),
        ("قوات", terms.digest("قوات")),
    ],
)
def test_a_slug_is_ascii_words(name: str, slug: str) -> None:
    assert terms.slug(name) == slug


def test_a_digest_keeps_its_parts_apart() -> None:
    assert terms.digest("ab", "c") != terms.digest("a", "bc")
