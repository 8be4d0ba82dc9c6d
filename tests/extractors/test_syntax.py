"""Deep subjects and objects: the same arguments however the sentence is built."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from kg.extractors.grammar import syntax
from kg.extractors.grammar.nounphrases import noun_phrase
from kg.nlp import parse
from kg.settings import Settings

CASES = [
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
    ("A camp was attacked by rebels, killing farmers.", "killing", "rebels", "farmers"),
]


def verb(text: str, form: str) -> Token:
    return next(token for token in next(parse([text], Settings().model)) if token.text == form)


@pytest.mark.parametrize(("text", "form", "who", "whom"), CASES, ids=[c[0] for c in CASES])
def test_deep_arguments(text: str, form: str, who: str, whom: str) -> None:
    found = verb(text, form)
    assert " ".join(t.text for t in syntax.subjects(found)) == who
    assert " ".join(t.text for t in syntax.objects(found)) == whom


def test_noun_phrase_stops_at_its_relative_clause() -> None:
    token = verb("The rebels of the north who seized the town fled.", "rebels")
    assert noun_phrase(token).text == "The rebels of the north"
