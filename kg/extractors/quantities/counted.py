"""What a number counts, in words: the noun it stands before, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extractors.grammar.nounphrases import noun_phrase
from kg.extractors.grammar.voice import is_passive
from kg.extractors.quantities.numbers import Quantity
from kg.vocabulary.quantities import QuantityLexicon

SUBJECTS = ("nsubj", "nsubjpass")
DROPPED = frozenset({"det", "poss", "nummod", "quantmod", "predet", "punct", "advmod", "case"})
RELATION = frozenset({"prep", "dobj", "attr", "prt", "acomp"})
LONGEST = 12


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun a number counts (None: people a verb is about) and the verb that says something of it."""

    noun: Token | None
    verb: Token | None
    passive: bool


def counted(number: Token, after: int) -> Counted:
    """What a number that ends before the token `after` counts: "hundreds of refugees", "6,000 of its staff"."""
    noun = noun_of(number)
    while noun is not None and noun.i < after:
        noun = noun_of(noun) if noun.i != number.i else None
    top = noun_slot(number, noun)
    verb = top.head if top.dep_ in (*SUBJECTS, "dobj", "oprd") and top.head.pos_ in ("VERB", "AUX") else None
    if verb is None and noun is not None:
        clause = next((c for c in noun.rights if c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBG", "VBD")), None)
        return Counted(noun, clause, clause is not None and clause.tag_ == "VBN")
    passive = verb is not None and (top.dep_ != "nsubj" or is_passive(verb))
    return Counted(noun, verb, passive)


def toll_of(number: Token, lexicon: QuantityLexicon) -> str | None:
    """Whom a toll counts: "people dead" for the 45 of "put the death toll at 45", "the number of dead stood at 45"."""
    preposition, verb = number.head, number.head.head
    if number.dep_ != "pobj" or preposition.lower_ not in ("at", "to") or verb.pos_ not in ("VERB", "AUX"):
        return None
    for noun in verb.children:
        if noun.dep_ in ("dobj", "nsubj", "nsubjpass") and noun.i < number.i and noun.lemma_ in lexicon.toll_nouns:
            told = next((t.lower_ for t in noun.subtree if t.lower_ in lexicon.toll_words), None)
            if told is not None or noun.lemma_ == "toll":
                return f"people {lexicon.toll_words.get(told or '', 'dead')}"
    return None


def noun_of(number: Token) -> Token | None:
    """The noun a number stands before or is followed by with "of"."""
    of = next((c for c in number.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    if of is not None:
        return next((c for c in of.children if c.dep_ == "pobj"), None)
    head = number.head
    if number.dep_ in ("nummod", "quantmod", "amod", "det", "compound") and head.i > number.i:
        return noun_of(head) if head.pos_ == "NUM" and head.i != number.i else head
    return number if number.pos_ in ("NOUN", "PROPN") and number.tag_ in ("NN", "NNS") and not number.like_num else None


def noun_slot(number: Token, noun: Token | None) -> Token:
    """The word by which number and noun hang on their clause: the outer one of the two."""
    if noun is None:
        return number
    return number if number in noun.ancestors and number.dep_ not in ("nummod", "quantmod") else noun


def words_of(noun: Token, quantity: Quantity) -> str:
    """The noun phrase without its number, determiner and owner: "protective chemical masks"."""
    kept = []
    for token in noun_phrase(noun):
        inside = quantity.first <= token.i < quantity.after
        left_out = token.head.i == noun.i and token.i < noun.i and token.dep_ in DROPPED
        if not inside and not left_out and not (token.i < quantity.first):
            kept.append(token)
    return joined(kept)


def what(found: Counted, quantity: Quantity, lexicon: QuantityLexicon) -> str | None:
    """What is counted, in words: "people who live in the area", "fighters killed"."""
    verb = found.verb
    if found.noun is None:
        if verb is None or verb.lemma_.lower() not in lexicon.person_verbs:
            return None
        name = "people"
    else:
        name = words_of(found.noun, quantity)
    if verb is None or verb.pos_ == "AUX" or verb.lemma_.lower() in lexicon.plain_verbs:
        return name
    if found.passive:
        return f"{name} {participle(verb, lexicon)}"
    if verb.dep_ == "acl" or (verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children)):
        return f"{name} {predicate(verb)}"
    return f"{name} who {predicate(verb)}" if is_people(found, lexicon) else f"{name} that {predicate(verb)}"


def is_people(found: Counted, lexicon: QuantityLexicon) -> bool:
    """Whether people are counted, as far as the noun tells."""
    if found.noun is None:
        return True
    return found.noun.lemma_.lower() in lexicon.people or found.noun.lower_ in lexicon.people


def participle(verb: Token, lexicon: QuantityLexicon) -> str:
    """The past participle of a verb: "killing" → "killed"."""
    if verb.tag_ == "VBN":
        return verb.lower_
    lemma = verb.lemma_.lower()
    for stem, prefix in ((lemma, ""), (lemma.removeprefix("re"), "re")):
        if stem in lexicon.participles:
            return prefix + lexicon.participles[stem] if stem != lemma else lexicon.participles[stem]
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "ed"


def predicate(verb: Token) -> str:
    """A verb with its object and first adverbial, without auxiliaries: "left Mali", "live in the area"."""
    perfect = verb.tag_ == "VBN" and verb.lower_.endswith("n")
    parts = [t for t in verb.children if t.dep_ in RELATION and t.i > verb.i]
    tokens = [verb]
    for part in parts[:2]:
        phrase = [t for t in part.subtree if not within_clause(t, part)]
        if len(phrase) > LONGEST or phrase[0].i > tokens[-1].i + 3 or verb.doc[phrase[0].i - 1].is_punct:
            break
        tokens += phrase
    text = joined(tokens)
    return "have " + text if perfect else text


def within_clause(token: Token, top: Token) -> bool:
    """Whether a token stands in a clause or apposition below `top`."""
    while token.i != top.i:
        if token.dep_ in ("relcl", "acl", "appos", "punct", "ccomp", "advcl"):
            return True
        token = token.head
    return False


def joined(tokens: list[Token]) -> str:
    """Tokens as running text; what was left out between them leaves a space."""
    ordered = sorted(tokens, key=lambda t: t.i)
    pairs = zip(ordered, [*ordered[1:], None], strict=True)
    parts = [
        t.text if after is not None and after.i == t.i + 1 and not t.whitespace_ else t.text + " " for t, after in pairs
    ]
    return " ".join("".join(parts).split()).strip(" ,;")
