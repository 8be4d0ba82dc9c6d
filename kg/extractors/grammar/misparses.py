"""Where the parser is known to err: subjects, objects and participles that it hung on the wrong word."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.control import OBJECT_CONTROL, OBJECT_CONTROLLERS, addressed

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def begins_clause(noun: Token) -> bool:
    """Whether a noun joined to an object is rather the subject of the next verb: "lost ten men and [the army] fled"."""
    at = noun.right_edge.i + 1
    if at >= len(noun.doc) or noun.head.dep_ not in ("dobj", "pobj", "attr", "nsubjpass"):
        return False
    verb = noun.doc[at]
    while verb.dep_ in ("aux", "auxpass", "neg", "advmod") and verb.head.i > verb.i:
        verb = verb.head
    return bool(stranded(verb)) and verb.head in noun.ancestors


def stranded(verb: Token) -> list[Token]:
    """The subject of a second clause that the parser took for one more object of the first."""
    if (
        verb.dep_ != "conj"
        or verb.pos_ not in ("VERB", "AUX")
        or verb.tag_ == "VBG"
        or any("subj" in c.dep_ for c in verb.children)
    ):
        return []
    if any(c.dep_ == "cc" and c.i < verb.i for c in verb.head.rights):
        return []
    before = verb.left_edge.i - 1
    while before > verb.head.i and verb.doc[before].dep_ != "conj" and verb.doc[before].head.i < verb.doc[before].i:
        before = verb.doc[before].head.i
    noun = verb.doc[before]
    joined = noun.dep_ == "conj" and noun.pos_ in NOMINAL and any(c.dep_ == "cc" for c in noun.head.rights)
    return [noun] if joined and noun.i > verb.head.i and noun.right_edge.i == verb.left_edge.i - 1 else []


def cut_off(noun: Token, verb: Token) -> bool:
    """Whether an "and" that joins nothing stands between a noun and a verb, which then shares an earlier subject.

    "agreed to exchange, by June, ten soldiers for two officers, and welcomed …": the soldiers welcome nothing.
    """
    joins = any(c.dep_ == "cc" and c.i > noun.i for c in noun.rights)
    return joins and noun.i < verb.i and not any(c.dep_ == "conj" for c in noun.rights)


def charging(word: Token) -> Token | None:
    """The verb of a charge whose gerund the parser took for a modifier: "accused the army of [burning] homes"."""
    preposition = word.head.head
    if word.tag_ != "VBG" or word.dep_ != "amod" or word.head.dep_ != "pobj" or preposition.i + 1 != word.i:
        return None
    verb = preposition.head.head if preposition.head.dep_ == "dobj" else preposition.head
    charged = verb.lemma_ in OBJECT_CONTROLLERS and preposition.lower_ in OBJECT_CONTROL
    return verb if charged else None


def behind_particle(verb: Token) -> list[Token]:
    """The object behind a particle that the parser took for a preposition: "shot down [a jet]"."""
    at = verb.i + 1
    if at >= len(verb.doc) or verb.doc[at].lower_ != "down" or verb.doc[at].dep_ != "prep":
        return []
    return [c for c in verb.doc[at].rights if c.dep_ == "pobj"]


def nominalised(word: Token) -> bool:
    """Whether an adjective or participle stands for people or a share: "the wounded", "most of the town"."""
    if word.dep_ != "dobj" or word.pos_ not in ("ADJ", "VERB"):
        return False
    shared = word.pos_ == "ADJ" and any(c.dep_ == "prep" and c.lower_ == "of" for c in word.rights)
    return shared or any(c.dep_ == "det" for c in word.lefts)


def predicate_of_root(verb: Token) -> bool:
    """Whether a participle is rather the verb of a sentence whose subject the parser took for its head.

    "The Union, which led the talks, [called] on both sides to stop": after a comma, and with an object of its own.
    """
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD") or noun.dep_ != "ROOT" or noun.pos_ not in NOMINAL:
        return False
    inserted = any(c.dep_ in ("relcl", "appos") and noun.i < c.i < verb.i for c in noun.rights)
    active = any(c.dep_ in ("dobj", "ccomp") for c in verb.rights) or bool(addressed(verb))
    return inserted and active and verb.nbor(-1).text == ","


def answered_by(statement: Token, verb: Token) -> bool:
    """Whether a statement is only taken up by the verb the parser set over it: "X blamed Y, a charge Y rejected".

    The noun that takes it up is then left as a second subject of that verb.
    """
    return statement.dep_ == "ccomp" and statement.i < verb.i and sum(c.dep_ == "nsubj" for c in verb.lefts) > 1
