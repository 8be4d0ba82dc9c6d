"""Towns of the world by name and country."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gazetteer import key_of, town
from kg.model import Entity
from kg.vocabulary.naming import KnownName, NameTree, fold

SPELLINGS = [
    ("El Fasher", ("SD",), "SD"),
    ("al-Raqqah", ("SY",), "SY"),
    ("Ar Raqqah", ("SY",), "SY"),
    ("Myawaddy", ("MM",), "MM"),
    ("Córdoba", ("SD",), None),
]


@pytest.mark.parametrize(("name", "countries", "country"), SPELLINGS)
def test_a_town_of_the_text_is_found(name: str, countries: tuple[str, ...], country: str | None) -> None:
    found = town(name, countries)
    assert (found.country if found else None) == country


def test_elsewhere_only_a_large_town_is_taken() -> None:
    assert town("Palmyra", (), least=100_000) is None
    assert getattr(town("Mosul", (), least=100_000), "country", None) == "IQ"


@given(st.text(max_size=40))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.sampled_from(["El Fasher", "N'Djamena", "Deir ez-Zor", "Bogotá"]))
def test_a_key_does_not_depend_on_case(name: str) -> None:
    assert key_of(name) == key_of(name.upper())


ACRONYMS = [
    ("The SAF advanced.", "SAF", ["SAF"]),
    ("He is saf today.", "SAF", []),
    ("The People's Defence  Forces met.", "People's Defence Forces", ["People's Defence  Forces"]),
    ("al-Shabab struck.", "Al Shabab", []),
    ("Al-Shabab struck.", "Al Shabab", ["Al-Shabab"]),
]


@pytest.mark.parametrize(("text", "name", "expected"), ACRONYMS)
def test_names_match_with_other_hyphens_not_other_capitals(text: str, name: str, expected: list[str]) -> None:
    tree = NameTree([KnownName(name, Entity("x:1", name, "organisation", "Organisation"))])
    assert [text[hit.start : hit.end] for hit in tree.find(text)] == expected
