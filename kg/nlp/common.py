"""The common words of a language, by the model's own lexicon: what in a line of capitals is no name."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from spacy.language import Language
from spacy.pipeline import Lemmatizer

from kg.gazetteer import is_place_name

PARTS = ("noun", "verb", "adj", "adv")
# names of days and months are written with a capital wherever they stand
DATES = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march"}
    | {"april", "may", "june", "july", "august", "september", "october", "november", "december"}
)
# English inflection: what to take away, and what to put in its place
ENDINGS = (
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("d", ""),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
)


def common_words(nlp: Language) -> Callable[[str], bool]:
    """A test for words, in lower case, that are no names; a pipeline without a word list knows none but small ones."""
    small = frozenset(nlp.Defaults.stop_words)
    words = {part: lemmas(nlp, part) for part in PARTS}
    acts = words["verb"] | words["adj"] | words["adv"]

    def common(word: str) -> bool:
        if word in DATES:
            return False
        if word in small or not stems(word).isdisjoint(acts):
            return True
        return not stems(word).isdisjoint(words["noun"]) and not is_place_name(word)

    return common


def lemmas(nlp: Language, part: str) -> frozenset[str]:
    """The lemmas of a part of speech, and its irregular forms, that the pipeline's lemmatizer lists."""
    lemmatizer = cast(Lemmatizer, nlp.get_pipe("lemmatizer")) if "lemmatizer" in nlp.pipe_names else None
    found: set[str] = set()
    for table in ("lemma_index", "lemma_exc"):
        if lemmatizer is not None and lemmatizer.lookups.has_table(table):
            found.update(lemmatizer.lookups.get_table(table).get(part, ()))
    return frozenset(found)


def stems(word: str) -> set[str]:
    """What a word may be a form of."""
    cut = {word.removesuffix(ending) + put for ending, put in ENDINGS if word.endswith(ending)}
    doubled = {stem[:-1] for stem in cut if len(stem) > 3 and stem[-1] == stem[-2]}
    return cut | doubled
