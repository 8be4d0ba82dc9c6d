"""Pronouns and definite phrases, with what they stand for."""

from __future__ import annotations

import pytest

from tests.extractors.reading import mentions, pronouns

PRONOUNS = [
    ("UNMISS fled. One of its crew members died on Friday.", [("its", "UNMISS")]),
    ("Ali Musa is free. Omar Sani's men took him in May.", [("him", "Ali Musa")]),
    ("The Sudanese army said it had seized the bridge.", [("it", "Sudanese Armed Forces")]),
    ("President Volodymyr Zelensky said he would sign.", [("he", "Volodymyr Zelensky")]),
    ("M23 rebels said they had taken the airport.", [("they", "March 23 Movement")]),
    ("It is clear that the talks failed.", []),
    ('"The enemy fled," the Taliban said. It had lost Kunduz, it said.', [("It", "Taliban"), ("it", "Taliban")]),
    (
        'Mayor Ana Ruiz blamed the gangs. "We will not yield," she said. Bishop Juan Mora agreed.',
        [("We", "Ana Ruiz"), ("she", "Ana Ruiz")],
    ),
    (
        'General Ali Musa denied that Omar Sani had died. "No shell fell," he said.',
        [("he", "Ali Musa")],
    ),
    ("The Sudanese army advanced. She claims to hold Nyala.", [("She", "Sudanese Armed Forces")]),
    ("Chad's ministry saw a bus with Kenyan soldiers; all of them died.", [("them", "Kenya Defence Forces")]),
    ("Both sides signed the Juba Peace Agreement and violated it.", [("it", "Juba Agreement for Peace in Sudan")]),
]


@pytest.mark.parametrize(("text", "expected"), PRONOUNS)
def test_a_pronoun_stands_for_the_nearest_that_agrees(text: str, expected: list[tuple[str, str]]) -> None:
    assert pronouns(text) == expected


def test_we_in_a_quotation_is_its_speaker() -> None:
    assert pronouns('"We will fight on," the Taliban said.') == [("We", "Taliban")]


def test_the_enemy_is_nobody_named_as_ones_own() -> None:
    assert mentions("The Taliban attacked. The army said the enemy had fled.", "organisation")["the enemy"] == "enemy"


def test_its_men_fight_for_it() -> None:
    assert mentions("The Taliban said its men had left.", "organisation")["its men"] == "Taliban"


def test_a_place_of_one_kind_is_not_meant_by_another_word() -> None:
    assert mentions("Shells hit Kherson Prison. The port was closed.", "place")["The port"] is None


def test_the_rebels_are_those_the_text_named_before() -> None:
    text = "Rebels of the March 23 Movement entered Goma. The rebels then looted the port."
    assert mentions(text, "organisation")["The rebels"] == "March 23 Movement"


OWNED = [
    ("The ELN denied it. Its fighters left.", "Its fighters", "National Liberation Army"),
    ("Turkey backed its ally.", "its ally", "ally of Government of Turkey"),
    ("The ELN denied it. Its leader, known as Pedro Luz, spoke.", "Its leader", "Pedro Luz"),
    ("Kenya sent police. Its army stayed.", "Its army", "Kenya Defence Forces"),
    ("The UN Security Council met. On Monday the Council voted.", "the Council", "United Nations Security Council"),
]


@pytest.mark.parametrize(("text", "said", "name"), OWNED)
def test_what_somebody_owns_is_known_by_its_owner(text: str, said: str, name: str) -> None:
    assert mentions(text, "organisation", "person")[said] == name


def test_terrorists_are_never_taken_for_a_named_group() -> None:
    text = "The March 23 Movement entered Goma, the Congolese army said. The terrorists then looted the port."
    assert mentions(text, "organisation")["The terrorists"] == "terrorists"


def test_the_town_is_the_one_named_before() -> None:
    text = "Fighting broke out in Myawaddy in Myanmar. Residents fled the town."
    assert mentions(text, "place")["the town"] == mentions(text, "place")["Myawaddy"]


LOCAL = [  # whose a thing is, or who does what a clause under him tells
    ("Rwanda denied backing the M23, which launched its offensive in May.", ("its", "March 23 Movement")),
    ("The GNA accused the army. An RSF source said its fighters had left.", ("its", "Rapid Support Forces")),
    ("A judge ordered a former mayor to stand trial on charges that he sold rifles.", ("he", "former mayor")),
    ("The UN Security Council sent observers to Burundi, a year after its government asked.", ("its", "Burundi")),
]


@pytest.mark.parametrize(("text", "expected"), LOCAL)
def test_a_pronoun_looks_to_its_own_clause_first(text: str, expected: tuple[str, str]) -> None:
    assert expected in pronouns(text)


THINGS = [
    "The resolution was adopted by 12 votes; Russia and China abstained. It authorises the force for a year.",
    "A truce brokered by Oman in 2018 gave the island a long calm. It collapsed in 2020.",
    "The statement ended the war. Kenya accused Chad of having breached it.",
]


@pytest.mark.parametrize("text", THINGS)
def test_a_thing_is_never_taken_for_a_state_named_after_it(text: str) -> None:
    assert not any((name or "").startswith("Government of") for _, name in pronouns(text))


def test_our_forces_are_those_the_spokesman_speaks_for() -> None:
    text = 'Fighting went on in Sudan. "Our forces hold the bridge," army spokesman Nabil Abdallah said.'
    assert mentions(text, "organisation")["Our forces"] == "Sudanese Armed Forces"
