"""Noun phrases that may stand for people, groups or places: a name or a noun of the lexicon at their head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extractors.base import Reading
from kg.extractors.grammar.control import OBJECT_CONTROLLERS
from kg.extractors.grammar.misparses import charging
from kg.extractors.grammar.nominals import Name, Phrase
from kg.vocabulary.nouns import PlaceNoun, RoleNoun, plural

LEFT_PARTS = frozenset({"det", "amod", "compound", "nmod", "poss", "predet", "nounmod", "neg", "case"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det"})
NOMINAL = frozenset({"NOUN", "PROPN"})
# what may head a name or an amount, whatever the tagger takes it for
PARTS = ("ADJ", "ADP", "ADV", "DET", "INTJ", "NOUN", "NUM", "PRON", "PROPN", "SYM", "VERB", "X")


def phrases(reading: Reading, names: tuple[Name, ...]) -> tuple[Phrase, ...]:
    """The phrases of a document in text order of their heads."""
    at = {i: name for name in names for i in range(name.start, name.end)}
    roles, places = reading.lexicon.actors.nouns.nouns, reading.lexicon.places.nouns
    amounts = reading.lexicon.actors.nouns.amounts
    found = []
    for token in reading.tokens_of(*PARTS):
        name = at.get(token.i)
        if name is not None:
            if token.i == name.root:
                found.append(build(token, name, None, None, at))
        elif token.lower_ in amounts or token.lemma_ in amounts:
            role = counted_role(token, reading)
            if role:
                found.append(build(token, None, role, None, at))
        elif token.pos_ in NOMINAL or (token.pos_ == "ADJ" and nominalised(token)):
            role, place = roles.at(token), places.at(token)
            role = role if role and role.actor else None
            if role is not None and role.headed_before:
                continue
            if (role or place) and not hyphenated(token):
                found.append(build(token, None, role, place, at))
    return tuple(found)


def counted_role(token: Token, reading: Reading) -> RoleNoun | None:
    """The noun of what is counted: "civilians" of "dozens of civilians"; the amount's own one in other uses."""
    of = object_of(token)
    counted = reading.lexicon.actors.nouns.nouns.at(of) if of is not None else None
    several = of is not None and plural(of) and counted is not None and not counted.nation  # "hundreds of families"
    if counted is not None and (counted.number != "collective" or several or token.pos_ == "NUM"):
        return replace(counted, number="collective", state=False)
    return reading.lexicon.actors.nouns.nouns.at(token) if token.pos_ in NOMINAL else None


def hyphenated(token: Token) -> bool:
    """Whether the word is the first part of a hyphenated one: "rebel-held"."""
    doc = token.doc
    return (
        token.i + 2 < len(doc)
        and doc[token.i + 1].text in ("-", "–")
        and not token.whitespace_
        and not doc[token.i + 1].whitespace_
    )


def paired(name: Name, doc: Doc) -> bool:
    """Whether a hyphen sets a name side by side with another: "Chad" and "Sudan" of "Chad-Sudan talks"."""
    for at, step in ((name.end, 1), (name.start - 1, -1)):
        if not 0 < at < len(doc) or not 0 <= at + step < len(doc):
            continue
        dash, other = doc[at], doc[at + step]
        joined = dash.text in ("-", "–") and not dash.whitespace_ and not dash.nbor(-1).whitespace_
        if joined and other.pos_ == "PROPN" and other.text[0].isupper():
            return True
    return False


def nominalised(token: Token) -> bool:
    """Whether an adjective stands for people: "the wounded", "many injured"."""
    return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj") and any(c.dep_ == "det" for c in token.lefts)


def build(
    head: Token, name: Name | None, role: RoleNoun | None, place: PlaceNoun | None, at: dict[int, Name]
) -> Phrase:
    start, end = name.start if name else head.i, name.end if name else head.i + 1
    for child in head.lefts:
        dated = child.ent_type_ == "DATE" and child.tag_ == "NNP"  # "On Sunday gunmen burned …"
        if dated or (name and child.i in at and paired(at[child.i], head.doc)):
            continue
        if charging(child) is not None or child.tag_ in ("WP", "WDT"):
            continue
        if child.dep_ in LEFT_PARTS and child.i < start and child.lower_ not in ("near", "outside", "around"):
            start = min(start, left_end(child))
    start = same_line(head.doc, start, name.start if name else head.i)
    start = last_of_several(head.doc, start, name.start if name else head.i, name is not None)
    of = object_of(head)
    if of is not None and of.i >= end and (of.pos_ in NOMINAL or of.i in at):
        end = of_end(of, at)
    inner = tuple(dict.fromkeys(at[i] for i in range(start, end) if i in at and at[i] is not name))
    return Phrase(head.doc, head, start, end, name, role, place, inner, of)


def last_of_several(doc: Doc, start: int, head: int, named: bool) -> int:
    """Where a phrase begins before whose head the parser hung another phrase: "the minister and foreign partners"."""
    joints = (t for t in doc[start:head] if t.dep_ == "cc" and t.head.pos_ in NOMINAL)
    apart = [t.i for t in joints if named or any(c.dep_ == "det" for c in t.head.lefts)]
    return apart[-1] + 1 if apart else start


def object_of(head: Token) -> Token | None:
    """The noun after a noun's "of"."""
    prepositions = [c for c in head.rights if c.lower_ == "of" and c.dep_ == "prep" and not leads_to_charge(head, c)]
    return next((noun for p in prepositions for noun in p.children if noun.dep_ == "pobj"), None)


def leads_to_charge(noun: Token, preposition: Token) -> bool:
    """Whether an "of" leads to what somebody is charged with, not to what he is of: "accused the army of looting".

    What stands behind a name is a charge wherever it is no name itself: "accused the ADF of the killing".
    """
    if noun.dep_ != "dobj" or noun.head.lemma_ not in OBJECT_CONTROLLERS:
        return False
    act = preposition.i + 1 < len(noun.doc) and preposition.nbor(1).tag_ == "VBG"
    return act or (noun.pos_ == "PROPN" and any(c.pos_ == "NOUN" for c in preposition.children))


def same_line(doc: Doc, start: int, head: int) -> int:
    """Where a phrase begins that may not reach over a line break or out of a bracket."""
    breaks = [i for i in range(start, head) if doc[i].text == "(" or (doc[i].is_space and "\n" in doc[i].text)]
    return breaks[-1] + 1 if breaks else start


def left_end(part: Token) -> int:
    """Where a part before the head begins, brackets and quotation marks left out."""
    start: int = part.left_edge.i
    while part.doc[start].is_space or part.doc[start].text in ('"', "(", "-", "–", "—", ","):
        start += 1
    return min(start, part.i)


def of_end(noun: Token, at: dict[int, Name]) -> int:
    """Where the phrase after "of" ends, nested ones included."""
    end = max(noun.i + 1, at[noun.i].end if noun.i in at else 0)
    for child in noun.rights:
        if child.lower_ == "of" and child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    end = max(end, of_end(inner, at))
    return end


def by_head(found: tuple[Phrase, ...]) -> dict[int, Phrase]:
    """Phrases by the index of their head token."""
    return {phrase.head.i: phrase for phrase in found}


def outer_heads(token: Token) -> Iterator[Token]:
    """The heads a modifier stands before, nearest first: army → offensive of "army offensive"."""
    while token.dep_ in MODIFIERS and token.head != token and token.head.i > token.i:
        token = token.head
        yield token


def predicated(phrase: Phrase) -> bool:
    """Whether a phrase only says what something is: "is a safe haven", "as a gathering place"."""
    head = phrase.head
    if phrase.doc[phrase.start].lower_ not in ("a", "an", "any", "no") and phrase.start != head.i:
        return False
    return head.dep_ in ("attr", "oprd") or (head.dep_ == "pobj" and head.head.lower_ == "as")
