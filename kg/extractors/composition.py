"""What a future or a verb of promising, refusing or threatening makes of the act it governs.

After PLOVER 0.8: promising a cooperative act is agreeing, announcing a hostile one is threatening.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.roles import Roles
from kg.extractors.triggers import Trigger
from kg.vocabulary.events import Composition, EventLexicon

CARRIERS = ("xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "acl", "conj", "attr", "acomp", "advcl", "relcl")
WORDS_OF_ACT = ("AGREE", "REQUEST", "REJECT", "THREATEN")
REACH = 4


@dataclass(frozen=True)
class Composed:
    """An act seen through its governor: `trigger` reports `act`, and the pair is an event of type `type`."""

    trigger: Token
    act: Trigger
    roles: Roles
    rule: Composition

    @property
    def type(self) -> str:
        return self.rule.gives


def compositions(found: Mapping[int, Trigger], roles: Mapping[int, Roles], reading: Reading) -> Iterator[Composed]:
    """One composed event for each act under a future or a governing word that the lexicon composes with it."""
    lexicon = reading.lexicon.events
    for i, act in found.items():
        code = lexicon.types[act.entry.frame.type].plover
        if code is None:
            continue
        for token, cue in governors(act.token):
            rule = composing(cue, code, lexicon)
            if rule is not None and replaceable(found.get(token.i), act, rule, lexicon):
                yield Composed(token, act, shared(roles[i], roles.get(token.i)), rule)
                break
            if token.i in found and token != act.token:
                break


def composing(cue: str, code: str, lexicon: EventLexicon) -> Composition | None:
    """The first composition for this governing word over an act of this code."""
    return next((c for c in lexicon.compositions if cue in c.cues and code in c.over), None)


def replaceable(governor: Trigger | None, act: Trigger, rule: Composition, lexicon: EventLexicon) -> bool:
    """Whether the governing word has no finer type of its own than the composition gives."""
    if governor is None or governor.token == act.token:
        return True
    code = lexicon.types[governor.entry.frame.type].plover
    return code in WORDS_OF_ACT and code != lexicon.types[rule.gives].plover


def governors(token: Token) -> Iterator[tuple[Token, str]]:
    """The words that govern an act, nearest first, each with the cue it is: "not will", "promise"."""
    for _ in range(REACH):
        if token.pos_ in ("VERB", "AUX"):
            for auxiliary in token.children:
                if auxiliary.dep_ == "aux":
                    yield token, polarised(token, auxiliary)
        if token.dep_ not in CARRIERS or token.head == token:
            return
        clause = token.dep_ in ("conj", "prep", "pobj")
        if token.dep_ in ("advcl", "relcl") and token.tag_ != "VB":
            return
        token = token.head
        if not clause or token.pos_ != "ADP":
            yield token, token.lemma_.lower()


def shared(act: Roles, governor: Roles | None) -> Roles:
    """The governor's own roles, filled up from those of the act."""
    if governor is None:
        return Roles(act.initiators, act.targets or act.places, act.participants, act.places, act.theme)
    return Roles(
        initiators=governor.initiators or act.initiators,
        targets=governor.targets or act.targets or act.places,
        participants=governor.participants,
        places=governor.places or act.places,
        theme=governor.theme or act.theme,
    )


def polarised(verb: Token, auxiliary: Token) -> str:
    """An auxiliary as a cue with what turns its sense: "not will", "will unless"."""
    name = auxiliary.lemma_.lower()
    if any(child.dep_ == "neg" for child in verb.children):
        return f"not {name}"
    conditions = (child for child in verb.children if child.dep_ == "advcl")
    return f"{name} unless" if any(c.lower_ == "unless" for clause in conditions for c in clause.lefts) else name
