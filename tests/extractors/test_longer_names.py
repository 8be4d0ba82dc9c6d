"""Known names inside longer ones: what only borrows a known body's name is another body."""

from __future__ import annotations

import pytest

from tests.extractors.reading import classes, extraction, mentions

OTHERS = [
    ("The Jumma People's Liberation Army ambushed a patrol.", "Jumma People's Liberation Army"),
    ("Fighters of the Garo National Liberation Army fled.", "Garo National Liberation Army"),
    ("The Kenya Red Cross said four people died.", "Kenya Red Cross"),
    ("The Lebanese Red Cross sent ambulances.", "Lebanese Red Cross"),
    ("The Eritrean Islamic Jihad attacked a bus.", "Eritrean Islamic Jihad"),
    ("The National Resistance Front of Manipur bombed a bank.", "National Resistance Front of Manipur"),
    ("The Tripura National Liberation Front signed a truce.", "Tripura National Liberation Front"),
]


@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_a_longer_name_is_another_body(text: str, name: str) -> None:
    assert name in mentions(text, "organisation").values()


SAME = [
    ("Colombian National Liberation Army rebels kidnapped two engineers.", "National Liberation Army"),
    ("Palestinian Islamic Jihad fired rockets.", "Palestinian Islamic Jihad"),
    ("On Monday Free Syrian Army units took the town.", "Free Syrian Army"),
    ("Rebel leader Joseph Kony's Lord's Resistance Army abducted children.", "Lord's Resistance Army"),
    ("The Red Cross sent ambulances to Goma.", "International Committee of the Red Cross"),
]


@pytest.mark.parametrize(("text", "name"), SAME)
def test_a_nationality_a_day_or_a_leader_makes_no_other_body(text: str, name: str) -> None:
    assert name in mentions(text, "organisation").values()


ARMIES = [
    ("The Zomi Revolutionary Army attacked a post.", "RebelGroup"),
    ("The Kuki National Army attacked a post.", "NonStateArmedGroup"),
    ("The Eighth Army crossed the river.", "StateArmedForces"),
    ("The Royal Thai Army shelled Poipet.", "StateArmedForces"),
]


@pytest.mark.parametrize(("text", "cls"), ARMIES)
def test_an_army_that_names_no_country_is_no_states(text: str, cls: str) -> None:
    assert cls in classes(text, "organisation").values()


def test_a_bodys_acronym_in_brackets_is_not_that_of_the_name_it_borrows() -> None:
    found = extraction("The Garo National Liberation Army (GNLA) fled. The GNLA said it would return.")
    labels = {m.text: found.entities[m.entity].label for m in found.mentions if m.entity and not m.pronoun}
    assert labels["The GNLA"] == "Garo National Liberation Army"


def test_a_country_behind_a_hyphen_is_part_of_a_towns_name() -> None:
    assert mentions("Troops entered Mbanza-Congo on Monday.", "place") == {"Mbanza-Congo": "Mbanza-Congo"}
    assert mentions("Clashes broke out on the Chad-Sudan border.", "organisation") != {}
