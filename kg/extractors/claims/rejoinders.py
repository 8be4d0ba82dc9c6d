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
    """Where a relative clause on a whole statement begins: its "which", or a noun for what was claimed.

    Only what can deny that something is so, and not just turn it down, takes "which" for a statement.
    """
    if verb.dep_ != "relcl":
        return None
    start = next((c for c in verb.lefts if c.dep_ == "dobj" and c.lower_ == "which" and "clause" in cue.frames), None)
    noun = verb.head
    if start is None:
        claims = any(cue.kind == "claims" for cue in lexicon.nouns.get(noun.lemma_.lower(), ()))
        start = noun.left_edge if claims else None
    return start if start is not None and start.i > 0 and start.nbor(-1).text in MARKS else None
