"""Actors: people, groups and organisations with the entity each stands for."""

from __future__ import annotations

import pytest

from tests.extractors.reading import classes, extraction, mentions

STATE_BODIES = [
    ("The Chadian army attacked the camp.", "The Chadian army", "Chadian Armed Forces"),
    ("Sudanese soldiers opened fire.", "Sudanese soldiers", "Sudanese Armed Forces"),
    ("Kenya's police arrested ten people.", "Kenya's police", "Kenyan Police"),
    ("The government of Colombia rejected the offer.", "The government of Colombia", "Government of Colombia"),
    ("Philippine forces shelled the hills.", "Philippine forces", "Armed Forces of the Philippines"),
]


@pytest.mark.parametrize(("text", "said", "name"), STATE_BODIES)
def test_a_body_of_a_country_is_one_entity_however_it_is_called(text: str, said: str, name: str) -> None:
    assert mentions(text, "organisation")[said] == name


GROUPS = [
    ("M23 rebels took the airport.", "M23 rebels", "March 23 Movement"),
    ("Fighters of the Arakan Army ambushed a convoy.", "Fighters", "Arakan Army"),
    ("Al Shabaab claimed the bombing.", "Al Shabaab", "Al-Shabaab"),
    ("The RSF shelled the market, Sudan's army said.", "The RSF", "Rapid Support Forces"),
    ("The rebel group ELN freed two hostages in Colombia.", "ELN", "National Liberation Army"),
]


@pytest.mark.parametrize(("text", "said", "name"), GROUPS)
def test_members_of_a_named_group_stand_for_it(text: str, said: str, name: str) -> None:
    assert mentions(text, "organisation")[said] == name


UNNAMED = [
    ("Separatist groups attacked a convoy.", "Separatist groups", "SeparatistGroup"),
    ("Terrorist armed groups fled the forest.", "Terrorist armed groups", "NonStateArmedGroup"),
    ("Dozens of civilians were killed.", "Dozens of civilians", "Civilians"),
    ("Students marched through the capital.", "Students", "Students"),
    ("Local sources reported heavy shelling.", "Local sources", "Sources"),
]


@pytest.mark.parametrize(("text", "said", "cls"), UNNAMED)
def test_a_group_without_a_name_is_known_in_its_document_only(text: str, said: str, cls: str) -> None:
    assert classes(text, "organisation")[said] == cls
    mention = next(m for m in extraction(text).mentions if m.text == said)
    assert mention.entity is not None
    assert extraction(text).entities[mention.entity].local


PEOPLE = [
    ("General Min Aung Hlaing met envoys.", "General Min Aung Hlaing", "Min Aung Hlaing"),
    ("President Nicolas Maduro spoke on Monday.", "President Nicolas Maduro", "Nicolás Maduro"),
    ("Spokesman Moses Wetang told reporters. Later Wetang left.", "Wetang", "Moses Wetang"),
]


@pytest.mark.parametrize(("text", "said", "name"), PEOPLE)
def test_a_person_is_known_by_title_spelling_and_surname(text: str, said: str, name: str) -> None:
    assert mentions(text, "person")[said] == name


WHOSE = [
    ("Armenia is at odds with Georgia. In Tbilisi, marchers threw stones at police.", "police", "Georgian Police"),
    (
        "Chad's president said the army would stay in Sudan. Sudan protested in Sudan.",
        "the army",
        "Chadian Armed Forces",
    ),
    ("KHARTOUM, May 3 (Reuters) - The army shelled the market.", "The army", "Sudanese Armed Forces"),
    ("KHARTOUM, May 3 (Reuters) - Government troops took it.", "Government troops", "Sudanese Armed Forces"),
    ("General Khalifa Haftar's army left Sirte.", "General Khalifa Haftar's army", "Libyan National Army"),
    ("Colonel Rashid Osman's army left Nyala.", "Colonel Rashid Osman's army", "Colonel Rashid Osman's army"),
    ("Russia's defence ministry said so.", "Russia's defence ministry", "Ministry of Defence of Russia"),
    ("The Ministry of Defense in Moscow said so.", "The Ministry of Defense", "Ministry of Defence of Russia"),
]


@pytest.mark.parametrize(("text", "said", "name"), WHOSE)
def test_whose_body_it_is_the_sentence_tells(text: str, said: str, name: str) -> None:
    assert mentions(text, "organisation")[said] == name


def test_a_ministry_has_one_iri_in_every_document() -> None:
    found = {
        e.iri
        for t in ("Chad's foreign ministry said no.", "Chad's Ministry of Foreign Affairs said no.")
        for e in extraction(t).entities.values()
        if e.cls == "Ministry"
    }
    assert found == {"https://w3id.org/conflict-kg/data/actor/chad-ministry-of-foreign-affairs"}


def test_a_convoy_of_an_aid_agency_is_no_force() -> None:
    assert (
        classes("A convoy of the World Food Programme was hit.", "organisation")["A convoy of the World Food Programme"]
        == "Group"
    )


NO_NAMES = [
    ("The Second Chechen War ended.", "Second"),
    ("Fighters took the village of Naw Bu.", "Naw Bu"),
    ("The Siege of Marawi ended.", "The Siege of Marawi"),
    ("PORT-AU-PRINCE, May 3 (Reuters) - Gangs attacked.", "AU"),
]


@pytest.mark.parametrize(("text", "said"), NO_NAMES)
def test_part_of_another_name_is_no_actor(text: str, said: str) -> None:
    assert said not in mentions(text, "person", "organisation")


def test_brussels_beside_another_capital_is_the_union() -> None:
    assert mentions("Moldova and Brussels signed a deal.", "organisation")["Brussels"] == "European Union"
    assert mentions("Brussels said Belgium would vote.", "organisation")["Brussels"] == "Government of Belgium"


def test_what_speaks_of_itself_as_a_thing_is_no_person() -> None:
    assert "Meridian" in mentions("Meridian said its mine had been attacked.", "organisation")


def test_two_of_one_title_are_two_people() -> None:
    found = mentions("The envoy of Chad spoke. The envoy of Kenya left.", "person")
    assert found == {"The envoy of Chad": "envoy of Chad", "The envoy of Kenya": "envoy of Kenya"}


def test_an_acronym_that_the_text_introduces_names_the_same_group() -> None:
    text = "The United Front of Kordofan (UFK) seized the town. The UFK also freed prisoners."
    found = mentions(text, "organisation")
    assert found["The UFK"] == "United Front of Kordofan"


def test_a_mention_says_what_the_text_says() -> None:
    text = "Gen. Haftar’s forces — backed by Russia — shelled Tripoli’s port."
    for mention in extraction(text).mentions:
        assert mention.text == text[mention.start : mention.end]


WHOSE = [  # a body is its country's where the story plays there, or where that country sends or speaks of it
    ("Police fired on a crowd in Nairobi.", "Police", "Kenyan Police"),
    ("Norway sent troops to the Sahel.", "troops", "Norwegian Armed Forces"),
    ("Canada's president accused Skopje of planning to send special police.", "special police", "Macedonian Police"),
    (
        "Fighting went on in Lae. Australia ruled out sending Australian planes; police blamed a gang.",
        "police",
        "police",
    ),
    ("France will send instructors to train marines.", "marines", "marines"),
]


@pytest.mark.parametrize(("text", "said", "name"), WHOSE)
def test_a_body_is_never_given_to_a_country_that_only_takes_part(text: str, said: str, name: str) -> None:
    assert mentions(text, "organisation")[said] == name


OFFICES = [
    ("The minister for the interior resigned.", "The minister for the interior"),
    ("The ambassador to Chad left.", "The ambassador to Chad"),
    ("The owner, Jamila Osei, hired Ghanaians.", "Jamila Osei"),
    ("The prime minister-designate spoke.", "The prime minister-designate"),
]


@pytest.mark.parametrize(("text", "said"), OFFICES)
def test_an_office_with_what_it_is_for_is_one_person(text: str, said: str) -> None:
    assert said in mentions(text, "person")


def test_two_countries_joined_by_a_hyphen_are_two_parties() -> None:
    found = mentions("The Chad-Sudan talks went on in Doha.", "organisation")
    assert set(found.values()) == {"Government of Chad", "Government of Sudan"}
