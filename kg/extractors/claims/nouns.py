"""What a noun or an adjective attributes: "the claim that …", "fears of …", "is confident that …"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.claims.attribution import Attribution
from kg.extractors.claims.clauses import misplaced_clause
from kg.extractors.claims.phrases import of_opinion
from kg.extractors.claims.sources import Source, holder, phrase_before, speaker, subject_of
from kg.extractors.claims.stretches import Contents, stretch, subtree
from kg.vocabulary.cues import Cue, CueLexicon


def of_noun(noun: Token, cues: tuple[Cue, ...], lexicon: CueLexicon) -> Attribution | None:
    """A noun's attribution: "the claim that …", "their refusal to …", "fears of …"."""
    source = holder(noun, lexicon.light_verbs)
    for cue in cues:
        if "aside" in cue.frames:
            if found := of_opinion(noun, cue):
                return found
            continue
        if "holder" in cue.frames and (found := of_holder(noun, cue)):
            return found
        content = noun_content(noun, cue, source is not None)
        if content and source is None and (told := told_through(noun, lexicon)) is not None:
            return Attribution(told[0], told[1], (told[1].idx, told[1].idx + len(told[1])), speaker(told[1]), content)
        if content:
            return Attribution(cue, noun, (noun.idx, noun.idx + len(noun)), source, content)
    return None


def told_through(noun: Token, lexicon: CueLexicon) -> tuple[Cue, Token] | None:
    """The verb of saying that a noun is the channel of: "claimed in an audio message that …"."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "via", "through", "by") or verb.tag_[0] != "V":
        return None
    cues = (cue for cue in lexicon.verbs.get(verb.lemma_.lower(), ()) if "clause" in cue.frames)
    return next(((cue, verb) for cue in cues), None)


def of_holder(noun: Token, cue: Cue) -> Attribution | None:
    """What one who is named after his stance thinks of: "opponents of [the accord]", "is a critic of [the army]"."""
    led = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in cue.prepositions), None)
    if led is None or not any(c.dep_ in ("pobj", "pcomp") for c in led.rights):
        return None
    predicated = noun.dep_ == "attr" and noun.head.lemma_ in ("be", "become", "remain")
    source = speaker(noun.head) if predicated else Source(noun, phrase_before(noun, led))
    content = stretch(noun.doc, led.i + 1, led.right_edge.i)
    span = noun.idx, led.idx + len(led)
    return Attribution(cue, noun, span, source, content) if content and source is not None else None


def noun_content(noun: Token, cue: Cue, owned: bool) -> Contents:
    """The clause, infinitive or prepositional phrase that a noun introduces."""
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl") and child.pos_ in ("VERB", "AUX"):
            infinitive = any(c.tag_ == "TO" for c in child.lefts)
            marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.lefts)
            if ("to" in cue.frames and infinitive and owned) or ("clause" in cue.frames and marked):
                return subtree(child)
        told = [c for c in child.rights if c.lower_ != "own"]  # "raised a charge of its own" tells of nothing
        if child.dep_ == "prep" and child.lower_ in cue.prepositions and owned and told:
            return stretch(noun.doc, child.i + 1, with_followers(noun, child.right_edge.i))
    return ()


def with_followers(noun: Token, last: int) -> int:
    """The last token of what follows a noun without a comma: "questions about his visit [during the siege]"."""
    for child in noun.rights:
        if child.left_edge.i == last + 1 and child.dep_ in ("prep", "relcl", "acl"):
            last = child.right_edge.i
    return last


def of_adjective(word: Token, cues: tuple[Cue, ...]) -> Attribution | None:
    """An adjective's attribution: "is confident that …", "was willing to …"."""
    if word.dep_ not in ("acomp", "conj", "oprd", "ccomp", "advcl", "ROOT"):
        return None
    for cue in cues:
        if "clause" in cue.frames and (clause := misplaced_clause(word)):
            return adjectival(cue, word, clause)
        for child in (*word.rights, *after_copula(word)):
            infinitive = child.dep_ in ("xcomp", "ccomp") and any(c.tag_ == "TO" for c in child.lefts)
            if (infinitive and "to" in cue.frames) or (
                child.dep_ == "ccomp" and not infinitive and "clause" in cue.frames
            ):
                return adjectival(cue, word, subtree(child))
            if child.dep_ == "prep" and child.lower_ in cue.prepositions and list(child.rights):
                return adjectival(cue, word, stretch(word.doc, child.i + 1, child.right_edge.i))
    return None


def after_copula(word: Token) -> list[Token]:
    """Clauses that the parser hangs on the copula though they belong to its adjective: "it is clear [that …]"."""
    return [c for c in word.head.rights if word.dep_ in ("acomp", "ccomp") and c.dep_ == "ccomp" and c.i > word.i]


def adjectival(cue: Cue, word: Token, content: Contents) -> Attribution | None:
    made = word.dep_ != "ROOT" and word.head.lemma_ == "make"  # "[the general] made it clear that …"
    source = speaker(word) if not made and (word.dep_ == "ROOT" or subject_of(word)) else speaker(word.head)
    if source is not None and source.head.lower_ in ("it", "there"):
        source = None
    return Attribution(cue, word, (word.idx, word.idx + len(word)), source, content)
