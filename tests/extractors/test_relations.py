"""Standing relations, each with the sentence that states it."""

from __future__ import annotations

import pytest

from tests.extractors.reading import extraction, relations

CONGO = "Armed Forces of the Democratic Republic of the Congo"
FDLR = "Democratic Forces for the Liberation of Rwanda"

STATED = [
    (
        "The Chadian army, backed by French troops, retook Zouar.",
        ("Chadian Armed Forces", "alliedWith", "French Armed Forces"),
    ),
    ("The Sudanese army and the Janjaweed attacked the RSF.", ("Sudanese Armed Forces", "alliedWith", "Janjaweed")),
    ("The Congolese army and the FDLR jointly attacked a camp.", (CONGO, "alliedWith", FDLR)),
    ("Rebels repelled the Congolese army and the Wazalendo.", (CONGO, "alliedWith", "Wazalendo")),
    ("Russian troops fought alongside the Syrian army.", ("Russian Armed Forces", "alliedWith", "Syrian Armed Forces")),
    ("The UN peacekeeping mission MONUSCO left Goma in Congo.", ("MONUSCO", "partOf", "United Nations")),
    ("The ELN freed a hostage. Its leader, known as Pablito, spoke.", ("Pablito", "leads", "National Liberation Army")),
    (
        "The war between Burhan's army and the RSF, led by Mohamed Hamdan Dagalo, erupted in 2023.",
        ("Mohamed Hamdan Dagalo", "leads", "Rapid Support Forces"),
    ),
    ("Ansaru, a group affiliated with Al-Qaeda, claimed the raid.", ("Ansaru", "affiliatedWith", "Al-Qaeda")),
    ("Taliban spokesman Zabihullah Mujahid rejected the report.", ("Zabihullah Mujahid", "memberOf", "Taliban")),
    (
        "Fighting between the Congolese army and the M23 resumed.",
        (CONGO, "opponentOf", "March 23 Movement"),
    ),
    ("Clashes shook Goma in North Kivu.", ("Goma", "locatedIn", "North Kivu")),
    (
        "Lina Attar of the Free Coast Movement said the port was closed.",
        ("Lina Attar", "memberOf", "Free Coast Movement"),
    ),
    (
        "Sam Kauona, commander of the Bougainville Revolutionary Army, spoke.",
        ("Sam Kauona", "leads", "Bougainville Revolutionary Army"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_stated_relation_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(text)


NOT_STATED = [
    "Clashes between the Sudanese army and the RSF shook Khartoum.",
    "The Sudanese army and the RSF signed a truce.",
    "The Sudanese army and the RSF shelled the market.",
    "Relations between Chad's army and the Janjaweed are tense.",
]


@pytest.mark.parametrize("text", NOT_STATED)
def test_two_bodies_side_by_side_are_not_allies(text: str) -> None:
    assert not {r for r in relations(text) if r[1] == "alliedWith"}


def test_what_only_the_lexicon_knows_is_not_stated() -> None:
    """That the group is affiliated with Al-Qaeda stands in the background graph, not in this sentence."""
    assert not relations("Al Shabaab and Al-Qaeda were mentioned.")


def test_a_negated_tie_is_none() -> None:
    assert not relations("The militia is not affiliated with Hezbollah.")


def test_the_evidence_is_the_sentence() -> None:
    text = "It rained. The Chadian army, backed by French troops, retook Zouar. Nobody slept."
    (relation,) = [r for r in extraction(text).relations if r.type == "alliedWith"]
    assert text[slice(*relation.evidence)] == "The Chadian army, backed by French troops, retook Zouar."
