"""What a phrase set into a sentence attributes: "according to …", "in the view of …", "reportedly"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.sources import Source, phrase
from kg.extractors.claims.stretches import Contents, after_dateline, stretch
from kg.extractors.grammar.plaintext import text_of
from kg.vocabulary.cues import Cue, CueLexicon

RELATIVE = ("WDT", "WP", "WP$", "WRB", "IN")


def of_preposition(word: Token, lexicon: CueLexicon) -> Attribution | None:
    """The attribution of "according to": its clause without the phrase itself."""
    to = next((c for c in word.children if c.lower_ == "to"), None)
    name = f"{word.lower_} to" if to is not None else word.lower_
    cues = lexicon.prepositions.get(name)
    named = next((c for c in (to or word).children if c.dep_ == "pobj"), None)
    if not cues or named is None:
        return None
    source = Source(named, phrase(named))
    end = to or word
    content = around(word, word.i, named.right_edge.i)
    return Attribution(cues[0], word, (word.idx, end.idx + len(end)), source, content, quoted=True) if content else None


def of_opinion(noun: Token, cue: Cue) -> Attribution | None:
    """The attribution of "in the view of the bishop, …" or "…, by his own account": its clause without the phrase."""
    led = noun.head
    if noun.dep_ != "pobj" or led.lower_ not in cue.prepositions or led.head.pos_ not in ("VERB", "AUX"):
        return None
    named = next((c for c in noun.children if c.dep_ == "poss"), None) or next(
        (t for c in noun.rights if c.lower_ == "of" for t in c.rights if t.dep_ == "pobj"), None
    )
    first, last = led.i, noun.right_edge.i
    opens = led.is_sent_start and last + 1 < len(noun.doc) and noun.doc[last + 1].text == ","
    if named is None and "survey" in cue.frames:
        named = noun
    if named is None or not (opens or (led.i > 0 and led.nbor(-1).text == ",")):
        return None
    content = around(led, first, last)
    span = led.idx, noun.idx + len(noun)
    return Attribution(cue, noun, span, Source(named, phrase(named)), content, quoted=True) if content else None


def scope(word: Token, first: int) -> tuple[int, int]:
    """How far "according to" reaches: its sentence, or the relative clause that it ends without a comma or opens.

    "A man who fled according to police"; "the station where, according to police, he was seen".
    """
    clause = word.head
    if clause.dep_ == "relcl" and clause.left_edge.i < first:
        opening = word.doc[clause.left_edge.i : first]
        if word.nbor(-1).text != "," or all(t.tag_ in RELATIVE or t.is_punct for t in opening):
            return clause.left_edge.i, clause.right_edge.i + 1
    return word.sent.start, word.sent.end


def around(word: Token, first: int, last: int) -> Contents:
    """What "according to" covers without the tokens `first` to `last` of the phrase itself."""
    start, end = scope(word, first)
    before = stretch(word.doc, start, first - 1) if first > start else ()
    severed = last < end - 1 and word.lower_ == "according" and word.doc[last + 1].text == ";"
    after = stretch(word.doc, last + 1, end - 1) if last < end - 1 and not severed else ()
    text = text_of(word.doc)
    told = ((after_dateline(text, start), end) for start, end in before + after)
    return tuple((start, end) for start, end in told if re.search(r"\w", text[start:end]))


def of_adverb(word: Token, cues: tuple[Cue, ...]) -> Attribution | None:
    """The attribution of "reportedly": its clause without the adverb, said by nobody named."""
    clause = word.head
    if clause.pos_ not in ("VERB", "AUX") or clause.left_edge.i > word.i:
        return None
    doc, first, last = word.doc, clause.left_edge.i, clause.right_edge.i
    before = stretch(doc, first, word.i - 1) if first < word.i else ()
    after = stretch(doc, word.i + 1, last) if word.i < last else ()
    return Attribution(cues[0], word, (word.idx, word.idx + len(word)), None, before + after)
