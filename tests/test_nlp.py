"""What the model is handed: text that no input can make slow."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Token

from kg import nlp
from kg.nlp import hyphens, rulings
from kg.settings import Settings

MODEL = Settings().model


@pytest.mark.parametrize("text", ["(" * 3000, "Talks failed. " + '"' * 1000, "a" * 450 + " b"])
def test_what_runs_on_without_a_space_is_broken_and_stays_as_long(text):
    read = nlp.readable(text)
    assert len(read) == len(text)
    assert max(map(len, read.split())) < 200
    assert nlp.readable("Troops left Gao (Mali).") == "Troops left Gao (Mali)."


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("the demo-\ncratic forces", "the democratic   forces"),
        ("UNDER CON-\nTROL", "UNDER CONTROL  "),
        ("an anti-\ngovernment march", "an anti-\ngovernment march"),
        ("Mali-\nNiger talks", "Mali-\nNiger talks"),
    ],
)
def test_words_broken_at_the_end_of_a_line_are_whole(text, whole):
    assert hyphens.rejoined(text) == whole


def test_what_runs_on_without_a_stop_is_cut_into_sentences():
    (doc,) = nlp.parse(["the army, " * 1000], MODEL)
    assert max(map(len, doc.sents)) <= nlp.LONGEST_SENTENCE


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The army denied reports\nthat its men had fled.", 1),
        ("Army enters Kutum\nShells fell on the market.", 2),
        ("The army has fled.\nthe mayor said so", 2),
        ("Rebels in the port\n\nwith the mayor of Yei", 2),
    ],
)
def test_line_that_only_goes_on_starts_no_sentence(text, sentences):
    (doc,) = nlp.parse([text], MODEL)
    assert len(list(doc.sents)) == sentences


def test_how_long_a_text_may_be_is_for_the_settings_to_say():
    assert nlp.load(MODEL).max_length > 10**9


def test_the_remembering_ruler_says_what_the_models_own_says():
    texts = ["Y'all gonna see: it ain't so. Let's go, c'mon! There is a war, there's one.\n\nWe  gotta leave 3 towns."]
    own, remembering = spacy.load(MODEL), spacy.load(MODEL)
    rulings.remember(remembering)
    assert "kg_rulings" in remembering.pipe_names
    for expected, found in zip(own.pipe(texts * 2), remembering.pipe(texts * 2), strict=True):
        assert [ruled(token) for token in found] == [ruled(token) for token in expected]


def ruled(token: Token) -> tuple[str, ...]:
    return token.text, token.pos_, token.tag_, token.dep_, token.lemma_, str(token.morph)


def test_a_ruler_that_asks_for_more_than_the_word_is_left_as_it_is():
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add([[{"ENT_TYPE": "ORG"}]], {"POS": "PROPN"})
    rulings.remember(nlp)
    assert nlp.pipe_names == ["attribute_ruler"]


@pytest.mark.parametrize(
    ("text", "read"),
    [("THE PORT FELL. It burns.", "The Port Fell. It burns."), ("UN, WFP, UNHCR.", "UN, WFP, UNHCR.")],
)
def test_sentences_in_capitals_are_calmed_and_rows_of_acronyms_are_not(text, read):
    assert nlp.readable(text) == read


def test_common_words_of_a_line_in_capitals_are_lower_cased_and_names_keep_a_capital():
    (doc,) = nlp.parse(["THE REBELS WHO ATTACKED GOMA ON MONDAY KILLED TEN NURSES AND FLED TO OOG."], MODEL)
    assert doc.text == "The rebels who attacked Goma on Monday killed ten nurses and fled to Oog."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Guwahati: Militants fled.", [(0, 10)]),
        ("Kathmandu, Nepal – Maoist fighters fled.", [(0, 19)]),
        ("Kigali (Lakes Wire): The army left.", [(0, 21)]),
        ("Police: They fled.", []),
        ("Somalia's capital: a city divided.", []),
    ],
)
def test_a_town_before_a_colon_or_a_dash_is_where_a_report_comes_from(text, lines):
    assert nlp.datelines(text) == lines


def test_a_prefix_stays_on_its_word_and_other_hyphens_part_words():
    (doc,) = nlp.parse(["The e-mailed statement of a Delhi-based envoy."], MODEL)
    assert [t.text for t in doc] == ["The", "e-mailed", "statement", "of", "a", "Delhi", "-", "based", "envoy", "."]
