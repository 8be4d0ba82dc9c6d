"""Whether a place name stands for the place or for those who govern it, told by its role in the sentence."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.nominals import Name
from kg.vocabulary.naming import is_acronym
from kg.vocabulary.standing import StandingWords


def preposition_of(token: Token) -> Token | None:
    """The preposition a noun stands under, through conjunction: "in Gao and Kidal"."""
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    return token.head if token.dep_ == "pobj" else None


def located(token: Token, words: StandingWords) -> bool:
    """Whether a name stands where places stand."""
    preposition = preposition_of(token)
    return preposition is not None and preposition.lower_ in words.locative


def placed(name: Name, token: Token, words: StandingWords) -> bool:
    """Whether a name follows a word that only places follow: "near Goma"."""
    preposition = preposition_of(token)
    before = token.doc[name.start - 1].lower_ if name.start else ""
    return before in words.placing or (preposition is not None and preposition.lower_ in words.placing)


def acts(token: Token, words: StandingWords, town: bool = False) -> bool:
    """Whether a place name stands for its government here; towns need a deed that only people do."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    dep, governor = token.dep_, token.head
    if dep in ("nsubj", "nsubjpass", "csubj"):
        if governor.lemma_ == "be" and dep == "nsubj":
            return has_opinion(governor)
        return not town or does(governor, words)
    if dep in ("dobj", "dative"):
        return governor.lemma_ in words.acting if town else governor.lemma_ not in words.entered
    if dep == "pobj":
        return aimed_at(governor, words, town)
    if dep in ("compound", "nmod") and beside_dash(token):
        return not town and governor.lemma_ not in words.adjoining
    if dep in ("compound", "nmod") and not is_acronym(token.text):
        return False  # "the Chad talks" are about Chad; who acts is "Chadian"
    if dep in ("poss", "compound", "nmod", "amod"):
        return not town and governor.lemma_ not in words.inherent
    return False


def beside_dash(token: Token) -> bool:
    """Whether a name is one of two that a dash sets side by side: both are parties of "the Chad-Sudan talks"."""
    around = token.doc[max(0, token.i - 1) : token.i + 2]
    return any(t.text in ("-", "–") for t in around)


def does(verb: Token, words: StandingWords) -> bool:
    """Whether a verb, or it with its object, is a deed of people: "accuse", "take part"."""
    things = [f"{verb.lemma_} {child.lemma_}" for child in verb.rights if child.dep_ == "dobj"]
    return not words.acting.isdisjoint([verb.lemma_, *things])


def has_opinion(verb: Token) -> bool:
    """Whether "be" leads to what only people are: "Kenya is ready", "Chad is opposed"."""
    return any(
        child.dep_ == "acomp" and any(c.dep_ in ("xcomp", "prep") for c in child.children) for child in verb.rights
    )


def gives(verb: Token, words: StandingWords) -> bool:
    """Whether something is given to somebody; who "was transferred to Chad" has gone to a land."""
    given = (child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))
    return verb.lemma_ in words.giving and not any(t.pos_ == "PRON" or t.ent_type_ == "PERSON" for t in given)


def aimed_at(preposition: Token, words: StandingWords, town: bool) -> bool:
    """Whether the name after a preposition is who an act is aimed at, done by or dealt with."""
    if preposition.head.lemma_ in words.adjoining or preposition.head.lemma_.lower() in words.office:
        return False
    if town:
        addressed = preposition.lower_ == "to" and preposition.head.lemma_.lower() in words.addressing
        return addressed or preposition.lower_ in words.dealing
    if preposition.dep_ == "agent" or (preposition.lower_ == "to" and gives(preposition.head, words)):
        return True
    if preposition.lower_ in ("on", "about") and preposition.head.pos_ != "VERB":
        return False
    return preposition.lower_ in words.aimed
