"""Deep subjects and objects: the same arguments however the sentence is built."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from kg.extractors.grammar import syntax
from kg.extractors.grammar.nounphrases import noun_phrase
from tests.extractors.examples import parsed

CASES = [
    ("Rebels hold most of the town.", "hold", "Rebels", "most"),
    ("Two soldiers had been slain.", "slain", "", "soldiers"),
    ("Rebels seized the town.", "seized", "Rebels", "town"),
    ("The town was seized by rebels.", "seized", "rebels", "town"),
    ("The town seized by rebels is empty.", "seized", "rebels", "town"),
    ("The rebels who seized the town fled.", "seized", "rebels", "town"),
    ("Rebels entered and looted the town.", "looted", "Rebels", "town"),
    ("Rebels attacked and burned the town.", "attacked", "Rebels", "town"),
    ("Rebels want to seize the town.", "seize", "Rebels", "town"),
    ("Rebels forced farmers to leave the town.", "leave", "farmers", "town"),
    ("Kenya accused rebels of looting the town.", "looting", "rebels", "town"),
    ("Rebels and militias seized the town.", "seized", "Rebels militias", "town"),
    (
        "They agreed to swap, by the end of May, 12 Chadian rebels for two officers, and praised envoys.",
        "praised",
        "They",
        "envoys",
    ),
    ("The enemy lost ten men and our forces took the town.", "lost", "enemy", "men"),
    ("The enemy lost ten men and our forces took the town.", "took", "forces", "town"),
    ("Gunners shot down a jet.", "shot", "Gunners", "jet"),
    ("Envoys heard reports that the town had fallen.", "fallen", "town", ""),
    ("Oman accused the army of burning farms, looting and killing nurses.", "killing", "army", "nurses"),
    ("Aid workers helped the wounded.", "helped", "workers", "wounded"),
    (
        "Relatives say that they were at home when soldiers took them away and accuse the police.",
        "accuse",
        "Relatives",
        "police",
    ),
    ("A camp was attacked by rebels, killing farmers.", "killing", "rebels", "farmers"),
    ("The bishop pleaded with the rebels to leave the town.", "leave", "rebels", "town"),
    ("The League, which led the talks, called on both sides to release prisoners.", "called", "League", ""),
    ("The League, which led the talks, called on both sides to release prisoners.", "release", "sides", "prisoners"),
]


def verb(text: str, form: str) -> Token:
    return next(token for token in parsed(text) if token.text == form)


@pytest.mark.parametrize(("text", "form", "who", "whom"), CASES, ids=[c[0] for c in CASES])
def test_deep_arguments(text: str, form: str, who: str, whom: str) -> None:
    found = verb(text, form)
    assert " ".join(t.text for t in syntax.subjects(found)) == who
    assert " ".join(t.text for t in syntax.objects(found)) == whom


def test_noun_phrase_stops_at_its_relative_clause() -> None:
    token = verb("The rebels of the north who seized the town fled.", "rebels")
    assert noun_phrase(token).text == "The rebels of the north"
