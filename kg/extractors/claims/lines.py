"""Lines that name their speaker by their form: "Army: rebels driven back", an interview's "SMITH: …", "'…' ― Smith"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.sources import Source
from kg.extractors.claims.stretches import STAMP, trimmed
from kg.extractors.grammar.plaintext import text_of
from kg.model import Span as Characters
from kg.vocabulary.cues import Cue, CueLexicon

LABEL = re.compile(r"(?:^|\n)[\"“ ]*" + STAMP + r"([^\W\d_][^\n:\"“”]{1,60}?): +(?=\S)([^\n]+)")
QUOTED = re.compile(r"[.!?;][\"”]? +([^\W\d_a-z][^\n:;.!?\"“”]{1,60}?): +([\"“][^\n\"“”]+[\"”])")
SIGNED = re.compile(r"(?:^|\n)([\"“][^\n]+[\"”])\s*[―—–-]{1,2} *([^\W\d_][^\n]{2,80})(?=\n|$)")
PLACES = ("GPE", "LOC", "FAC", "DATE", "TIME")
WORDS = 7


def labelled(doc: Doc, lexicon: CueLexicon) -> Iterator[Attribution]:
    """Attributions that lines make by a colon after a speaker, or a dash before one."""
    cue = lexicon.labelling
    if cue is None:
        return
    for match in LABEL.finditer(text_of(doc)):
        label = doc.char_span(*match.span(1), alignment_mode="expand")
        if label is not None and leads(label, lexicon):
            yield from named(doc, cue, match.span(1), (match.end(1), match.end(1) + 1), match.span(2))
    for match in QUOTED.finditer(text_of(doc)):
        yield from named(doc, cue, match.span(1), (match.end(1), match.end(1) + 1), match.span(2))
    for match in SIGNED.finditer(text_of(doc)):
        yield from named(doc, cue, match.span(2), (match.end(1), match.start(2)), match.span(1))


def named(doc: Doc, cue: Cue, label: Characters, mark: Characters, said: Characters) -> Iterator[Attribution]:
    """The attribution of one line, where its label can be a name or a noun."""
    who, content = trimmed(text_of(doc), *label), trimmed(text_of(doc), *said)
    name = doc.char_span(*who, alignment_mode="expand") if who else None
    if who is None or name is None or content is None or not nameable(name):
        return
    yield Attribution(cue, name.root, mark, Source(name.root, who), (content,), quoted=True)


def words_of(name: Span) -> list[Token]:
    return [t for t in name if not t.is_punct and not t.is_space]


def nameable(name: Span) -> bool:
    """Whether a label may be somebody: a few words, no sentence, no place and no day."""
    words = words_of(name)
    return 0 < len(words) <= WORDS and not any(map(finite, words)) and not all(t.ent_type_ in PLACES for t in words)


def leads(name: Span, lexicon: CueLexicon) -> bool:
    """Whether a label before a colon speaks: a noun for a speaker, capitals, or a name that the text has again."""
    words = words_of(name)
    if not words or name.text.strip().lower() in lexicon.labels:
        return False
    if name.root.lemma_.lower() in lexicon.speakers or all(t.is_upper for t in words):
        return True
    return all(t.pos_ in ("PROPN", "ADJ") for t in words) and text_of(name.doc).lower().count(words[-1].lower_) > 1


def finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD")
