"""Standing relations, each with the sentence that states it."""

from __future__ import annotations

import pytest

from tests.extractors.reading import extraction, relations

STATED = [
    (
        "The Chadian army, backed by French troops, retook Zouar.",
        ("Chadian Armed Forces", "alliedWith", "French Armed Forces"),
    ),
    ("The Sudanese army and the Janjaweed attacked the camp.", ("Sudanese Armed Forces", "alliedWith", "Janjaweed")),
    ("Ansaru, a group affiliated with Al-Qaeda, claimed the raid.", ("Ansaru", "affiliatedWith", "Al-Qaeda")),
    ("Taliban spokesman Zabihullah Mujahid rejected the report.", ("Zabihullah Mujahid", "memberOf", "Taliban")),
    (
        "Fighting between the Congolese army and the M23 resumed.",
        ("Armed Forces of the Democratic Republic of the Congo", "opponentOf", "March 23 Movement"),
    ),
    ("Clashes shook Goma in North Kivu.", ("Goma", "locatedIn", "North Kivu")),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_stated_relation_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(text)


def test_a_negated_tie_is_none() -> None:
    assert not relations("The militia is not affiliated with Hezbollah.")


def test_the_evidence_is_the_sentence() -> None:
    text = "It rained. The Chadian army, backed by French troops, retook Zouar. Nobody slept."
    (relation,) = [r for r in extraction(text).relations if r.type == "alliedWith"]
    assert text[slice(*relation.evidence)] == "The Chadian army, backed by French troops, retook Zouar."
