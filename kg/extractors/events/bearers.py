"""Whom the words of a slot stand for: the actors and places they name, own or count."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.grammar.coordination import conjuncts
from kg.model import Kind, Mention

MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")
ACTOR_KINDS: tuple[Kind, ...] = ("person", "organisation", "place", "agreement")
OWNING = ("of", "from", "by", "with", "to", "on", "between", "among")
DEPTH = 3
POWER = frozenset({"authority", "control", "rule", "administration", "command", "hand"})


def shared_out(token: Token, partitive: frozenset[str]) -> Token:
    """What a share is one of: "the region" of "most of the region"; any other word itself."""
    if token.lemma_.lower() not in partitive:
        return token
    inner = (o for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    return next(inner, token)


def counted(token: Token, reading: Reading) -> Mention | None:
    """The mention of a lot for what it is a lot of: "the number of its citizens" for "citizens"."""
    amount = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "of":
        return None
    partitive = amount.lemma_.lower() in reading.lexicon.events.words["partitive"]
    return reading.mention_at(amount, "organisation") if partitive else None


def holder(token: Token, reading: Reading) -> Mention | None:
    """Who has what a pronoun owns: "under our authority" is under ours, not under an authority."""
    owners = (c for c in token.lefts if c.dep_ == "poss" and c.tag_ == "PRP$")
    return next(filter(None, map(reading.mention_at, owners)), None) if token.lemma_.lower() in POWER else None


def told_before(mention: Mention, token: Token, reading: Reading) -> Mention:
    """The name that a place without one is set beside: "Bardheere" of "Bardheere, a town it has ruled"."""
    if mention.kind != "place" or mention.entity is not None or token.dep_ != "appos":
        return mention
    return reading.mention_at(token.head, "place") or mention


def mentions_of(tokens: Iterable[Token], reading: Reading) -> list[Mention]:
    """The actors and places that the tokens of a slot stand for, looking into noun phrases that are none."""
    found: list[Mention] = []
    for token in tokens:
        found.extend(m for m in inside(token, reading) if m not in found)
    return found


def inside(token: Token, reading: Reading, depth: int = 0) -> list[Mention]:
    """The mention a noun heads, else its owner, modifier or "of" phrase: "rebel positions", "positions of X"."""
    mention = holder(token, reading) or reading.mention_at(token, *ACTOR_KINDS) or counted(token, reading)
    if mention is not None:
        return [told_before(mention, token, reading)]
    if depth == DEPTH or token.pos_ in ("VERB", "AUX"):
        return []
    for child in token.children:
        if child.dep_ in (*MODIFIERS, "appos"):
            found = inside(child, reading, depth + 1)
            if found:
                return found
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in OWNING:
            found = [
                m
                for o in child.children
                if o.dep_ == "pobj"
                for part in conjuncts(o)
                for m in inside(part, reading, depth + 1)
            ]
            if found:
                return found
    return []
