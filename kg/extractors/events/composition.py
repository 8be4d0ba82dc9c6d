"""What a future or a verb of promising, refusing or threatening makes of the act it governs.

After PLOVER 0.8: promising a cooperative act is agreeing, announcing a hostile one is threatening.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.events.roles import Roles
from kg.extractors.events.triggers import Trigger
from kg.vocabulary.events import Composition, EventLexicon

CARRIERS = ("xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "acl", "conj", "attr", "acomp", "advcl", "relcl")
WORDS_OF_ACT = ("AGREE", "REQUEST", "REJECT", "THREATEN")
TOPICAL = ("about", "over", "regarding", "concerning")
OPEN = ("whether", "if", "unless", "lest")
THREAT = "Threat"
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
        options = list(readings(act, found, lexicon))
        if not options:
            continue
        token, rule = options[0]
        whole = Composed(token, act, shared(roles[i], roles.get(token.i)), rule)
        threatened = whole.roles.targets or rule.gives != THREAT or token.i != act.token.i
        if threatened and not said_above(act, rule, found):
            yield whole


def said_above(act: Trigger, rule: Composition, found: Mapping[int, Trigger]) -> bool:
    """Whether a governing word is an event of the composed type already: "vowed that it would attack"."""
    above = (found[t.i] for t, _ in governors(act.token) if t.i in found and t.i != act.token.i)
    return any(trigger.entry.frame.type == rule.gives for trigger in above)


def readings(act: Trigger, found: Mapping[int, Trigger], lexicon: EventLexicon) -> Iterator[tuple[Token, Composition]]:
    """What the words that govern an act make of it, nearest first."""
    code = lexicon.types[act.entry.frame.type].plover
    if code is None:
        return
    for token, cue in governors(act.token):
        rule = composing(cue, code, lexicon)
        if rule is not None and spurned(token, rule, found, lexicon):
            rule = None
        if rule is not None and replaceable(found.get(token.i), act, rule, lexicon):
            yield token, rule
        elif token.i in found and token.i != act.token.i:
            return


def spurned(token: Token, rule: Composition, found: Mapping[int, Trigger], lexicon: EventLexicon) -> bool:
    """Whether a word could report the composed type by itself, but its conditions do not hold: "analysts warn"."""
    entries = lexicon.verbs.get(token.lemma_.lower(), ()) if token.pos_ == "VERB" else ()
    return token.i not in found and any(entry.frame.type == rule.gives for entry in entries)


def composing(cue: str, code: str, lexicon: EventLexicon) -> Composition | None:
    """The first composition for this governing word over an act of this code."""
    return next((c for c in lexicon.compositions if cue in c.cues and code in c.over), None)


def replaceable(governor: Trigger | None, act: Trigger, rule: Composition, lexicon: EventLexicon) -> bool:
    """Whether the governing word has no finer type of its own than the composition gives."""
    if governor is None or governor.token.i == act.token.i:
        return True
    code = lexicon.types[governor.entry.frame.type].plover
    return code in WORDS_OF_ACT and code != lexicon.types[rule.gives].plover


def governors(token: Token) -> Iterator[tuple[Token, str]]:
    """The words that govern an act, nearest first, each with the cue it is: "not will", "promise", "call on"."""
    for _ in range(REACH):
        if token.pos_ in ("VERB", "AUX"):
            open_question = any(c.dep_ == "mark" and c.lower_ in OPEN for c in token.children)
            for auxiliary in token.children:
                if auxiliary.dep_ == "aux" and not open_question:
                    yield token, polarised(token, auxiliary)
        if token.dep_ not in CARRIERS or token.head.i == token.i:
            return
        if token.dep_ in ("advcl", "relcl") and token.tag_ != "VB":
            return
        reached = token.dep_
        token = token.head
        if reached == "pobj" and token.lower_ in TOPICAL:
            return  # "asked about the closure": nobody asks for one
        if token.lower_ == "order" and token.head.lower_ == "in":
            return  # "in order to": no order
        if reached == "conj" or (reached in ("prep", "pobj") and token.pos_ == "ADP"):
            continue  # what is said beside an act does not govern it: "promised aid but ruled out sending soldiers"
        lemma = token.lemma_.lower()
        yield token, lemma
        if reached != "dobj":
            yield from ((token, f"{lemma} {c.lower_}") for c in token.children if c.dep_ == "prep")


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
