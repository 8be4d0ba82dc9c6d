"""Agreements by number, name, and kind and year."""

from __future__ import annotations

import pytest

from kg.extractors.agreements.resolutions import numbered_resolutions
from kg.extractors.events.legal import legal_links
from tests.extractors.examples import read

DATA = "https://w3id.org/conflict-kg/data/agreement/"

LINKED = [
    # text, mention, local part of the IRI
    ("The UN adopted UN Resolution 2690 (2023).", "UN Resolution 2690 (2023)", "s-res-2690"),
    ("The Minsk agreements failed Ukraine.", "Minsk agreements", "ukraine-minsk-2015"),
    ("In Colombia the 2016 peace agreement is at risk.", "the 2016 peace agreement", "colombia-2016"),
    ("Colombian rebels signed a peace deal in 2016.", "a peace deal", "colombia-2016"),
    ("In Mozambique a peace accord of 1992 ended the war.", "a peace accord of 1992", "mozambique-rome-1992"),
    ("In Chad a ceasefire in 2019 did not hold.", "a ceasefire", "ceasefire-chad-2019"),
    ("The Lusaka Protocol of 1994 ended nothing in Angola.", "Lusaka Protocol", "angola-lusaka-1994"),
]


@pytest.mark.parametrize(("text", "mention", "iri"), LINKED)
def test_a_mention_leads_to_its_agreement(text: str, mention: str, iri: str) -> None:
    found = {m.text: m.entity for m in read(text, "2024-05-14").mentions if m.kind == "agreement"}
    assert found.get(mention) == DATA + iri, found


def test_what_says_neither_year_nor_name_stays_in_its_document() -> None:
    reading = read("Rebels called for a truce. The truce did not come.", "2024-05-14")
    entities = [reading.entities[m.entity] for m in reading.mentions if m.entity]
    assert [e.local for e in entities] == [True, True]
    assert entities[0].iri == entities[1].iri


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Security Council resolution 2690", ["s-res-2690"]),
        ("S/RES/2690 (2023)", ["s-res-2690"]),
        ("resolutions 2531 and 2690", ["s-res-2531", "s-res-2690"]),
        ("resolutions 2531 (2020), 2584 (2021) and 2690", ["s-res-2531", "s-res-2584", "s-res-2690"]),
        ("UNSCR 1701", ["s-res-1701"]),
        ("resolution 242 (1967)", ["s-res-242"]),
        ("UN General Assembly Resolution 181 (II)", ["a-res-181"]),
        ("A/RES/68/262", ["a-res-68-262"]),
        ("the resolution of 2690 cases", []),
    ],
)
def test_the_spellings_of_resolutions(text: str, keys: list[str]) -> None:
    assert [r.key for r in numbered_resolutions(text)] == keys


@pytest.mark.parametrize(
    ("sentence", "trigger", "invoked", "violated"),
    [
        ("In application of Resolution 2719, troops entered Beni.", "entered", ["Resolution 2719"], []),
        ("Troops left Beni in accordance with the ceasefire.", "left", ["the ceasefire"], []),
        ("The army shelled Beni in violation of the ceasefire.", "shelled", [], ["the ceasefire"]),
        ("The army shelled Beni and praised the ceasefire.", "shelled", [], []),
    ],
)
def test_acts_in_the_name_of_an_agreement(sentence: str, trigger: str, invoked: list[str], violated: list[str]) -> None:
    reading = read(sentence, "2024-05-14")
    links = legal_links(reading, next(t for t in reading.doc if t.text == trigger))
    assert [[reading.by_id[key].text for key in keys] for keys in links] == [invoked, violated]
