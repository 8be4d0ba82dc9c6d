"""What speaks for a mention or against it as what a pronoun stands for: agreement, grammar, and what each can do."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.grammar.control import OBJECT_CONTROL, OBJECT_CONTROLLERS
from kg.extractors.grammar.syntax import objects, surface_subjects
from kg.model import Mention
from kg.vocabulary.nouns import plural

MANY = 4.5
LAND = 6.0
SPEAKER = 4.0
NEVER = -100.0
# English pronouns are a closed class; so is the handful of verbs with an empty "it".
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), "one"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "many"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"), "speaker"),
}
EXPLETIVE_VERBS = frozenset({"seem", "appear", "rain", "snow", "happen"})
RULED = ("Government", "Legislature", "StateArmedForces", "Police", "Ministry", "Court", "Junta")
LANDS = ("Country", "Region", "Government")
NOMINAL_LINKS = frozenset({"poss", "pobj", "prep", "compound", "nmod"})
"""How words hang together within one noun phrase, clauses aside."""


def subjects_around(token: Token) -> set[int]:
    """The subjects of the clause around a pronoun: what they have is first of all their own.

    A subject looks to the clause above its own, where that has no tense: "ordered a mayor to stand trial on charges
    that he …", or is a relative one: "Oslo, which had announced that it …".
    """
    verb = token.head
    if token.dep_ != "poss":
        if token.dep_ not in ("nsubj", "nsubjpass") or verb.head.i == verb.i:
            return set()
        verb = verb.head
        if verb.dep_ == "relcl":
            return {subject.i for subject in surface_subjects(verb) if subject.i < token.i}
    below = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        below, verb = verb, verb.head
    if verb.lemma_ in OBJECT_CONTROLLERS and below.lower_ in OBJECT_CONTROL:  # "praised the army for its role"
        return {t.i for t in objects(verb) if t.i < token.i}
    if token.dep_ != "poss" and not (verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp", "advcl", "acl")):
        return set()
    return {subject.i for subject in surface_subjects(verb) if subject.i < token.i}


def fit(mention: Mention, token: Token, kind: str, reading: Reading) -> float:
    """What speaks for a candidate beyond its place: more than one for "they", an agreement for what one breaks."""
    if not mention.pronoun and reading.doc[mention.head].lemma_.lower() in reading.lexicon.actors.standing.adverse:
        return NEVER if of_people(token, reading) else -MANY
    if kind == "many":
        return MANY if several(mention, reading) or joint(mention, reading) else 0
    if kind == "thing" and joint(mention, reading):
        return NEVER
    words, verb = reading.lexicon.actors.standing, token.head.lemma_ if token.dep_ in ("dobj", "nsubjpass") else ""
    if mention.kind == "agreement":
        return MANY if verb in words.kept else NEVER if of_people(token, reading) else 0
    if mention.kind == "place" and verb in words.entered:
        return LAND
    if mention.kind == "place" and token.dep_ == "nsubj" and token.head.lemma_ in words.fallen:
        return LAND
    if verb in words.broken or (token.dep_ == "poss" and not has(mention, token.head, reading)):
        return NEVER
    return NEVER if mention.kind == "place" and of_people(token, reading) else 0


def goes_on_speaking(mention: Mention, token: Token, reading: Reading) -> bool:
    """Whether both are subjects of verbs of speech: "he said" after "General X denied that a child had died"."""
    speaking, before = reading.lexicon.actors.standing.speaking, reading.doc[mention.head]
    said = token.dep_ == "nsubj" and token.head.lemma_ in speaking
    return said and before.dep_ == "nsubj" and before.head.lemma_ in speaking


def joint(mention: Mention, reading: Reading) -> bool:
    """Whether somebody acts together with others named beside him: "Russia and China"."""
    head = reading.doc[mention.head]
    return head.dep_ in ("nsubj", "nsubjpass") and any(c.dep_ == "conj" for c in head.rights)


def has(owner: Mention, owned: Token, reading: Reading) -> bool:
    """Whether somebody may have such a thing: only a land or its government has a government or an army."""
    noun = reading.lexicon.actors.nouns.nouns.at(owned)
    if noun is None or not noun.actor or noun.cls not in RULED or owner.kind == "person":
        return True
    return owner.cls in LANDS


def of_people(token: Token, reading: Reading) -> bool:
    """Whether what "it" does or has is what only people do or have: "it said", "its leader"."""
    if token.dep_ == "nsubj":
        return token.head.lemma_ in reading.lexicon.actors.standing.speaking
    noun = reading.lexicon.actors.nouns.nouns.at(token.head) if token.dep_ == "poss" else None
    return noun is not None and noun.actor and noun.cls not in ("Civilians", "Government", "Officials", "EthnicGroup")


def several(mention: Mention, reading: Reading) -> bool:
    """Whether a mention means more than one, as a noun or as "they"."""
    head = reading.doc[mention.head]
    return PRONOUNS.get(head.lower_) == "many" if mention.pronoun else plural(head)


def agrees(mention: Mention, kind: str, reading: Reading) -> bool:
    """Whether a mention may be called "he", "it" or "they"."""
    if kind == "one":
        return mention.kind == "person"
    if kind == "many":
        return mention.kind == "organisation"
    return mention.kind in ("organisation", "place", "agreement") and not several(mention, reading)


def bound_out(candidate: Token, token: Token) -> bool:
    """Whether grammar forbids it: subject and object of one verb are not the same, nor a phrase and its own owner.

    Nor is the object, as a rule, whose people the subject is: "the general's men took him".
    """
    subject = candidate.head if candidate.dep_ == "poss" else candidate
    acting = subject.dep_.startswith("nsubj") and token.dep_ in ("dobj", "dative")
    if acting and (subject.head == token.head or any(s.i == subject.i for s in surface_subjects(token.head))):
        return True
    return token.dep_ == "poss" and within(token, candidate)


def within(token: Token, noun: Token) -> bool:
    """Whether a word is part of the phrase of a noun, not of a clause in it: "its" of "one of its men"."""
    word = token
    while word != noun and word.dep_ in NOMINAL_LINKS:
        word = word.head
    return word == noun


def expletive(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it seems"."""
    verb = token.head
    if token.dep_ == "expl" or verb.lemma_ in EXPLETIVE_VERBS:
        return True
    clausal = any(c.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and c.i > verb.i for c in verb.children)
    return clausal and (verb.lemma_ == "be" or token.dep_ == "nsubjpass")
