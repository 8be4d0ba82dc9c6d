"""Places: which phrases are places, and which entity each stands for."""

from __future__ import annotations

import pytest

from tests.extractors.reading import classes, extraction, mentions

NAMED = [
    ("Shelling continued in Sudan on Friday.", "Sudan", "Sudan"),
    ("Ukrainian troops withdrew from the town of Bakhmut.", "the town of Bakhmut", "Bakhmut"),
    ("Thousands fled to northern Ethiopia.", "northern Ethiopia", "Ethiopia"),
    ("The Congolese army left the city of Goma.", "the city of Goma", "Goma"),
    ("Colombian soldiers were deployed in Cauca.", "Cauca", "Cauca"),
    ("Residents of Barentu said the army had left. Barentu has fallen.", "Barentu", "Barentu"),
    ("Rebels held Bardheere, a town in the south.", "Bardheere", "Bardheere"),
    ("The militia seized control of Wad Sharif.", "Wad Sharif", "Wad Sharif"),
    ("The army took Dhobley and seized Afmadow.", "Afmadow", "Afmadow"),
    ("Rebels attacked a post at Kuro on Monday.", "Kuro", "Kuro"),
    ("Militants launched an assault on Tirsa on Monday.", "Tirsa", "Tirsa"),
    ("A mine went off on the road to Gali.", "Gali", "Gali"),
    ("Troops withdrew from Goojacade on Friday.", "Goojacade", "Goojacade"),
    ("Officials met in Sana'a on Friday.", "Sana'a", "Sanaa"),
    ("Clashes erupted in Darfur between the army and rebels.", "Darfur", "Darfur"),
]


@pytest.mark.parametrize(("text", "said", "name"), NAMED)
def test_a_named_place_gets_its_entity(text: str, said: str, name: str) -> None:
    assert mentions(text, "place")[said] == name


DESCRIBED = [
    (
        "The rebels shelled a hospital near the border.",
        {"a hospital near the border": "Facility", "the border": "Border"},
    ),
    ("Residents fled the village after the attack.", {"the village": "Village"}),
    ("Gunmen stormed the military base.", {"the military base": "Facility"}),
]


@pytest.mark.parametrize(("text", "expected"), DESCRIBED)
def test_a_described_place_gets_its_class(text: str, expected: dict[str, str]) -> None:
    assert classes(text, "place") == expected


GOVERNMENTS = [
    ("Chad accused Sudan of arming rebels.", {"Chad": "Government of Chad", "Sudan": "Government of Sudan"}),
    ("Moscow denied the claim.", {"Moscow": "Government of Russia"}),
    ("The Kremlin said talks would go on.", {"The Kremlin": "Government of Russia"}),
]


@pytest.mark.parametrize(("text", "expected"), GOVERNMENTS)
def test_a_country_that_acts_is_its_government(text: str, expected: dict[str, str]) -> None:
    found = mentions(text, "organisation")
    assert {said: found.get(said) for said in expected} == expected
    assert not set(expected) & set(mentions(text, "place"))


NEEDY = [
    ("Troops shelled a firing position near Goma.", True, "a firing position near Goma"),
    ("Their position on the talks is known.", False, "Their position"),
    ("He wrote it in a post on Monday.", False, "a post"),
]


@pytest.mark.parametrize(("text", "is_place", "said"), NEEDY)
def test_some_nouns_are_places_only_beside_certain_words(text: str, is_place: bool, said: str) -> None:
    assert (said in mentions(text, "place")) is is_place


def test_the_country_of_the_text_decides_between_towns_of_one_name() -> None:
    """Palmyra is a town in Syria, Australia and the United States."""
    text = "Syrian troops entered Palmyra. Syria's government praised the soldiers in Palmyra."
    place = next(m for m in extraction(text).mentions if m.text == "Palmyra")
    assert place.entity is not None
    entity = extraction(text).entities[place.entity]
    assert (entity.country, entity.latitude) == ("https://w3id.org/conflict-kg/data/place/syria", 34.5624)


def test_a_capitals_namesake_in_the_country_of_the_text_is_meant() -> None:
    text = "The New People's Army left San Jose, the military said in Manila. San Jose is calm."
    assert {e.country.rpartition("/")[2] for e in extraction(text).entities.values() if e.country} == {"philippines"}


def test_the_anchor_of_a_distance_is_a_place_of_its_own() -> None:
    assert "Goma" in mentions("The rebels stopped about 20 kilometres north of Goma.", "place")


RELATIVE = [
    (
        "Troops fell into an ambush about 20 kilometres south of Goma.",
        "about 20 kilometres south of Goma",
        "RelativePlace",
    ),
    ("The camp lies two miles from the border.", "two miles from the border", "RelativePlace"),
    ("Clashes broke out in an area outside Goma.", "an area outside Goma", "RelativePlace"),
    ("Clashes broke out in villages north and west of Bunia.", "villages north and west of Bunia", "Village"),
]


@pytest.mark.parametrize(("text", "said", "cls"), RELATIVE)
def test_a_place_told_by_another_is_a_place_of_its_own(text: str, said: str, cls: str) -> None:
    assert classes(text, "place")[said] == cls


TOPICS = [
    ("Ministers discussed the Libya crisis.", "Libya", True),
    ("The envoy for Sudan resigned.", "Sudan", True),
    ("He was transferred to Chad.", "Chad", True),
    ("The junta can never unite Mali.", "Mali", True),
    ("Fighters seized Tarumba from the army.", "Tarumba", True),
    ("Near Bunia, two strikes hit trucks.", "Near Bunia", False),
    ("Gunmen shot a teacher in front of his daughter.", "front of his daughter", False),
    ("The lorry hit a mine.", "a mine", False),
]


@pytest.mark.parametrize(("text", "said", "is_place"), TOPICS)
def test_a_name_is_a_place_where_nobody_acts(text: str, said: str, is_place: bool) -> None:
    assert (said in mentions(text, "place")) is is_place


def test_a_name_behind_a_place_is_that_of_the_person_before_it() -> None:
    text = "A bomb killed a nurse in Kasese, Ruth Nabirye, the police said."
    assert mentions(text, "person")["Ruth Nabirye"] == "Ruth Nabirye"
    assert list(mentions(text, "place")) == ["Kasese"]


def test_a_capital_outdoes_the_by_name_of_a_town_elsewhere() -> None:
    """Anantnag in India is called Islamabad too."""
    text = "India's army killed a rebel near Srinagar. Islamabad condemned the raid."
    assert mentions(text, "organisation")["Islamabad"] == "Government of Pakistan"
