"""Who speaks in a quotation, so that "we" and "I" inside it stand for somebody."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.grammar.syntax import surface_subjects
from kg.model import Mention

QUOTES = ('"',)


class Speakers:
    """The speakers of one document's quotations, as its mentions."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def inside(self) -> frozenset[int]:
        """The tokens that stand between quotation marks; a line break closes what was left open."""
        found, opened = set(), False
        for token in self.reading.doc:
            if token.text in QUOTES:
                opened = not opened
            elif token.is_space and "\n" in token.text:
                opened = False
            elif opened:
                found.add(token.i)
        return frozenset(found)

    def of(self, token: Token) -> Mention | None:
        """The speaker of the quotation around `token`: the subject of a verb of speech around or just before it."""
        acting = self.reading.lexicon.actors.standing.speaking
        if token.i not in self.inside:
            above = (word for word in token.ancestors if word.lemma_ in acting and word.i < token.i)
            return next((mention for verb in above for mention in self.subjects(verb)), None)
        near = [token.sent]
        if token.sent.start > 0:
            near.append(token.doc[token.sent.start - 1].sent)
        if token.sent.end < len(token.doc):
            near.append(token.doc[token.sent.end].sent)
        for sentence in near:
            for verb in sentence:
                if verb.lemma_ in acting and verb.i not in self.inside:
                    for mention in self.subjects(verb):
                        return mention
        return None

    def subjects(self, verb: Token) -> list[Mention]:
        """Those who do what a verb says, as far as they are known actors."""
        found = (self.reading.mention_at(subject, "person", "organisation") for subject in surface_subjects(verb))
        return [mention for mention in found if mention is not None and mention.entity]
