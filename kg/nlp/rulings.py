"""spaCy's attribute ruler, which asks every rule of every token, answered from memory.

What its rules of one token make of a word depends on the word, its tag and its dependency alone, so each such
combination is ruled on once; the few rules of several tokens are still looked for everywhere. The outcome is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token
from spacy.tokens.morphanalysis import MorphAnalysis

OWN = frozenset({"ORTH", "TEXT", "LOWER", "NORM", "SHAPE", "TAG", "DEP", "IS_SPACE", "IS_PUNCT", "IS_DIGIT"})
"""What a rule may ask of a token that the key of a ruling decides."""
MOST = 200_000

Pattern = list[dict[str, Any]]


class Ruling(NamedTuple):
    """What the rules set of a token: part of speech, tag, lemma and dependency as numbers, 0 where they set none."""

    pos: int
    tag: int
    lemma: int
    dep: int
    morph: MorphAnalysis


class RememberingRuler:
    """An attribute ruler that keeps what it has ruled."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler = ruler
        self.rulings: dict[tuple[int, ...], Ruling] = {}
        self.several = Matcher(ruler.vocab)
        self.reach = 0
        for pattern in patterns(ruler):
            if len(pattern) > 1:
                self.several.add("several", [pattern])
                self.reach = max(self.reach, len(pattern) - 1)

    def __call__(self, doc: Doc) -> Doc:
        """Set what the rules say of each token."""
        if len(self.rulings) > MOST:
            self.rulings.clear()
        among = {i for _, start, end in self.several(doc, allow_missing=True) for i in range(start, end)}
        for index, key in enumerate(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())):
            ruling = self.ruled(doc, index, self.reach) if index in among else self.rulings.get(key)
            if ruling is None:
                ruling = self.rulings[key] = self.ruled(doc, index, 0)
            apply(ruling, doc[index])
        return doc

    def ruled(self, doc: Doc, index: int, reach: int) -> Ruling:
        """What the ruler makes of a token with as many neighbours on either side as rules may look at."""
        first, after = max(0, index - reach), min(len(doc), index + reach + 1)
        tokens = [doc[i] for i in range(first, after)]
        copy = Doc(doc.vocab, words=[token.text for token in tokens], spaces=[False] * len(tokens))
        for token, original in zip(copy, tokens, strict=True):
            token.tag, token.dep = original.tag, original.dep
        found = self.ruler(copy)[index - first]
        return Ruling(found.pos, found.tag, found.lemma, found.dep, found.morph)


def apply(ruling: Ruling, token: Token) -> None:
    """Set on a token what was ruled."""
    token.pos, token.morph = ruling.pos, ruling.morph
    if token.tag != ruling.tag:
        token.tag = ruling.tag
    if token.dep != ruling.dep:
        token.dep = ruling.dep
    if ruling.lemma:
        token.lemma = ruling.lemma


@Language.factory("kg_rulings")
def remembering(nlp: Language, name: str) -> RememberingRuler:
    """The remembering ruler of a pipeline that has an attribute ruler."""
    return RememberingRuler(cast(AttributeRuler, nlp.get_pipe("attribute_ruler")))


def remember(nlp: Language) -> None:
    """Put a remembering ruler in the place of a pipeline's own, where its rules allow it."""
    if "attribute_ruler" in nlp.pipe_names and may_remember(cast(AttributeRuler, nlp.get_pipe("attribute_ruler"))):
        nlp.add_pipe("kg_rulings", after="attribute_ruler")
        nlp.disable_pipe("attribute_ruler")


def may_remember(ruler: AttributeRuler) -> bool:
    """Whether all that the rules ask of a token is decided by its word, tag and dependency."""
    return all(OWN.issuperset(token) for pattern in patterns(ruler) for token in pattern)


def patterns(ruler: AttributeRuler) -> Iterator[Pattern]:
    """The patterns of all rules, each a list of what is asked of one token and the next."""
    for rule in ruler.patterns:
        yield from cast(Iterable[Pattern], rule["patterns"])
