"""What an attribution is: a cue, who says it, and what."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extractors.claims.sources import Source
from kg.extractors.claims.stretches import Contents
from kg.model import Span
from kg.vocabulary.cues import Cue


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with who says it and what; `quoted` where the content is, or may be taken up by, direct speech.

    `negated` where the cue is: "did not say", "refused to endorse"; `answers` where it only takes up what somebody
    else or the text itself has just told: "…, which the army denied"; `uncued` where no word makes it, but the order
    of question and answer: `span` is then the question mark.
    """

    cue: Cue
    word: Token
    span: Span
    source: Source | None
    content: Contents
    quoted: bool = False
    negated: bool = False
    answers: bool = False
    uncued: bool = False
