"""What the model is handed: text that no input can make slow."""

from __future__ import annotations

import pytest

from kg import nlp
from kg.settings import Settings

MODEL = Settings().model


@pytest.mark.parametrize("text", ["(" * 3000, "Talks failed. " + '"' * 1000, "a" * 450 + " b"])
def test_what_runs_on_without_a_space_is_broken_and_stays_as_long(text):
    read = nlp.readable(text)
    assert len(read) == len(text)
    assert max(map(len, read.split())) < 200
    assert nlp.readable("Troops left Gao (Mali).") == "Troops left Gao (Mali)."


def test_what_runs_on_without_a_stop_is_cut_into_sentences():
    (doc,) = nlp.parse(["the army, " * 1000], MODEL)
    assert max(map(len, doc.sents)) <= nlp.LONGEST_SENTENCE


def test_how_long_a_text_may_be_is_for_the_settings_to_say():
    assert nlp.load(MODEL).max_length > 10**9
