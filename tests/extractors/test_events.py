"""Events: the lexicon's own examples, and the constructions that carry roles."""

from __future__ import annotations

from functools import lru_cache

import pytest

from kg.extractors import extract
from kg.model import Document, EventMention, Extraction
from kg.nlp import parse
from kg.settings import Settings
from kg.vocabulary import lexicon
from kg.vocabulary.turtle import Node, shipped

EXAMPLES = [(node.local, example) for node in shipped().of_class("EventType") for example in node.children("example")]


@lru_cache
def read(text: str) -> Extraction:
    return extract(Document(id="test", text=text), next(parse([text], Settings().model)), lexicon())


def names(extraction: Extraction, ids: tuple[str, ...]) -> str:
    texts = {mention.id: mention.text for mention in extraction.mentions}
    return " | ".join(texts[name] for name in ids)


def of_type(extraction: Extraction, name: str) -> list[EventMention]:
    return [event for event in extraction.events if event.type == name]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=lambda v: v if isinstance(v, str) else v.text("sentence"))
def test_examples_of_the_lexicon(name: str, example: Node) -> None:
    """Each kg:example of an event type is read as that type, with the roles it names."""
    found = read(example.text("sentence") or "")
    roles = {"initiator": "initiators", "target": "targets", "place": "places"}
    assert any(
        all(w in names(found, getattr(e, field)) for role, field in roles.items() for w in example.words(role))
        and (example.text("acled") in (None, e.acled))
        for e in of_type(found, name)
    ), [
        (e.type, names(found, e.initiators), names(found, e.targets), names(found, e.places), e.acled)
        for e in found.events
    ]


ROLES = [  # construction, text, type, initiators, targets, place
    ("passive", "The town of Bara was seized by M23 rebels on Monday.", "Capture", "M23 rebels", "", "Bara"),
    (
        "conjunction",
        "Rebels attacked and burned a police station in Yei.",
        "Attack", "Rebels", "a police station", "a police station",
    ),
    (
        "support verb",
        "The army launched an attack on rebels in Mindanao.",
        "Attack", "The army", "rebels", "Mindanao",
    ),
    ("by and on", "Attacks by militants on soldiers in Borno continued.", "Attack", "militants", "soldiers", "Borno"),
    (
        "possessive",
        "The army's capture of the town of Bara shocked residents.",
        "Capture", "The army", "", "the town of Bara",
    ),
    (
        "reciprocal",
        "Fighting between the army and rebels erupted in Khartoum.",
        "ArmedClash", "the army | rebels", "the army | rebels", "Khartoum",
    ),
    ("clashed with", "Soldiers clashed with rebels near Kalemie.", "ArmedClash", "Soldiers", "rebels", "Kalemie"),
    ("control", "Kenya promised to send food to Somalia.", "Commitment", "Kenya", "Somalia", "Somalia"),
    ("reduced relative", "Police detained students protesting in Dhaka.", "Protest", "students", "Dhaka", "Dhaka"),
    (
        "lent by a noun",
        "Two soldiers were killed in an attack by rebels in Yei.",
        "Killing", "rebels", "soldiers", "Yei",
    ),
    ("modifier", "Fighter jets bombed rebel positions near Sirte.", "AirStrike", "", "rebel", "Sirte"),
]  # fmt: skip


@pytest.mark.parametrize(("construction", "text", "name", "who", "whom", "where"), ROLES, ids=[r[0] for r in ROLES])
def test_roles(construction: str, text: str, name: str, who: str, whom: str, where: str) -> None:
    found = read(text)
    got = [(names(found, e.initiators), names(found, e.targets)) for e in of_type(found, name)]
    assert (who, whom) in got
    assert any(where in names(found, e.places) for e in of_type(found, name))


COMPOSED = [
    ("Kenya will provide food to Somalia.", "AGREE"),
    ("Kenya will bomb Somalia.", "THREATEN"),
    ("Kenya refused to meet the rebels.", "REJECT"),
    ("Kenya must withdraw its troops.", "REQUEST"),
    ("Farmers vowed to blockade Lima.", "THREATEN"),
    ("Kenya will withdraw its troops unless the fighting stops.", "THREATEN"),
]


@pytest.mark.parametrize(("text", "code"), COMPOSED)
def test_what_promises_make_of_acts(text: str, code: str) -> None:
    """PLOVER 0.8: a promised cooperative act is an agreement, a promised hostile one a threat."""
    assert code in {event.plover for event in read(text).events}


SIDES = [
    ("The army captured the town of Bara.", "Government regains territory"),
    ("Rebels captured the town of Bara.", "Non-state actor overtakes territory"),
    ("Gunmen killed six villagers in Zamfara.", "Attack"),
    ("Gunmen attacked an army base in Zamfara.", "Armed clash"),
    ("A car bomb killed six people in Mogadishu.", "Remote explosive/landmine/IED"),
    ("A drone killed six people in Mogadishu.", "Air/drone strike"),
    ("Police fired tear gas at protesters in Nairobi.", "Protest with intervention"),
    ("Protesters in Nairobi hurled stones at police.", "Violent demonstration"),
    ("Students marched peacefully in a protest in Nairobi.", "Peaceful protest"),
]


@pytest.mark.parametrize(("text", "acled"), SIDES)
def test_acled_by_side_and_instrument(text: str, acled: str) -> None:
    assert next(event.acled for event in read(text).events if event.acled) == acled


def test_instruments_are_named() -> None:
    """Weapons are lemmas: "mortars" → mortar."""
    assert [e.instruments for e in of_type(read("Rebels shelled Donetsk with mortars."), "Shelling")] == [("mortar",)]


def test_object_that_is_no_mention_is_the_theme() -> None:
    text = "Rebels cut the phone lines in the town of Bara."
    assert [text[slice(*e.theme)] for e in of_type(read(text), "CommunicationsCut") if e.theme] == ["the phone lines"]
