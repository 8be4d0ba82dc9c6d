"""Denials that a relative clause adds to what they deny: "…, which Beijing denied", "…, a charge Kigali rejects"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.sources import source_of, subject_of
from kg.extractors.claims.stretches import stretch
from kg.model import Span
from kg.vocabulary.cues import Cue, CueLexicon

MARKS = (",", "-", "--", "–", "—")


def rejoinder(verb: Token, cues: tuple[Cue, ...], span: Span, lexicon: CueLexicon) -> Attribution | None:
    """The denial of all that stands before it in its sentence."""
    cue = next((c for c in cues if c.kind == "denies"), None)
    start = rejoins(verb, cue, lexicon) if cue is not None else None
    own = subject_of(verb)
    if cue is None or start is None or own is None:
        return None
    content = stretch(verb.doc, verb.sent.start, start.i - 1)
    return Attribution(cue, verb, span, source_of(own, verb), content, answers=True) if content else None


def rejoins(verb: Token, cue: Cue, lexicon: CueLexicon) -> Token | None:
    """Where words on a whole statement begin: a "which", or a noun for what was claimed.

    Only what can deny that something is so, and not just turn it down, takes "which" for a statement. A noun counts
    right before the denial's own subject, whatever the parser hung it on: "…, a charge [that] their rivals rejected".
    """
    start = next((c for c in verb.lefts if c.dep_ == "dobj" and c.lower_ == "which"), None)
    if start is not None:
        start = start if verb.dep_ == "relcl" and "clause" in cue.frames else None
    else:
        noun = before_subject(verb)
        start = noun_start(noun) if noun is not None and claimed(noun, lexicon) else None
    return start if start is not None and start.i > 0 and start.nbor(-1).text in MARKS else None


def before_subject(verb: Token) -> Token | None:
    """The word before the subject of a verb, a "that" or "which" left out."""
    own = subject_of(verb)
    if own is None or own.i > verb.i:
        return None
    at = own.left_edge.i - 1
    if at > verb.sent.start and verb.doc[at].lower_ in ("that", "which"):
        at -= 1
    return verb.doc[at] if at > verb.sent.start else None


def noun_start(noun: Token) -> Token:
    """The first word of a noun phrase by its articles and adjectives alone."""
    at = noun.i
    while at > noun.sent.start and noun.doc[at - 1].pos_ in ("DET", "ADJ"):
        at -= 1
    return noun.doc[at]


def claimed(noun: Token, lexicon: CueLexicon) -> bool:
    """Whether a noun stands for what was claimed; the tagger may take its plural for a verb: "allegations"."""
    forms = (noun.lemma_.lower(), noun.lower_.removesuffix("s"))
    return any(cue.kind == "claims" for form in forms for cue in lexicon.nouns.get(form, ()))
