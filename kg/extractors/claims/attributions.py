"""Every cue of a text with its source and content: verbs, nouns, adjectives, "according to", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy import symbols
from spacy.tokens import Doc, Token

from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.nouns import of_adjective, of_noun
from kg.extractors.claims.phrases import of_adverb, of_preposition
from kg.extractors.claims.quotes import Quote
from kg.extractors.claims.verbs import of_cue_verb
from kg.vocabulary.cues import CueLexicon

CONTENT_WORDS = frozenset({symbols.VERB, symbols.AUX, symbols.NOUN, symbols.PROPN, symbols.ADJ, symbols.ADV})


def attributions(doc: Doc, lexicon: CueLexicon, quotes: tuple[Quote, ...]) -> Iterator[Attribution]:
    """All attributions of a text in the order of their cues."""
    for at, pos in enumerate(doc.to_array("POS").tolist()):
        found = of_token(doc[at], lexicon, quotes) if pos in CONTENT_WORDS else None
        if found and not (found.source and found.source.head.lower_ == "you"):  # a reader says nothing
            yield found


def of_token(token: Token, lexicon: CueLexicon, quotes: tuple[Quote, ...]) -> Attribution | None:
    """The attribution whose cue is a token."""
    if token.lower_ == "according":
        return of_preposition(token, lexicon)
    if token.tag_[0] == "V":
        return of_cue_verb(token, lexicon, quotes)
    if token.pos_ in ("NOUN", "PROPN"):
        cues = lexicon.nouns.get(token.lemma_.lower())
        return of_noun(token, cues, lexicon) if cues else None
    if token.pos_ == "ADJ":
        cues = lexicon.adjectives.get(token.lemma_.lower())
        return of_adjective(token, cues) if cues else None
    if token.pos_ == "ADV" and token.lower_ in lexicon.adverbs:
        return of_adverb(token, lexicon.adverbs[token.lower_])
    return None
