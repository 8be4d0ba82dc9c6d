"""`ontology/event-types*.ttl` as typed data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.vocabulary.acled import AcledRule, acled_rules, words_of
from kg.vocabulary.factuality import Cues, factuality_cues
from kg.vocabulary.turtle import Node, Turtle

ROLES = ("initiator", "target", "participant", "place")


@dataclass(frozen=True, slots=True)
class Condition:
    """What a slot of the trigger must hold: one of `words` (lemmas) or a mention of one of `classes`.

    `slot` is "subj", "obj", "prt", "prep", "mod", "comp", "head" or a preposition; `negated` turns it round.
    An empty condition asks only that the slot is filled.
    """

    slot: str
    words: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """How one set of words expresses an event type: in which slots its roles stand, and when it holds.

    `slots` maps a role to slot names, the first filled one counts. `reciprocal`: a plural subject is both sides;
    `held`: a place among the targets is where it happens, not whom it hits ("captured the town from the army");
    `theme`: its object, where that is no actor or place, is what it is about; `negated`: its words say that it is not
    so any more ("lost control").
    """

    type: str
    slots: Mapping[str, tuple[str, ...]]
    reciprocal: bool = False
    held: bool = False
    theme: bool = True
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One trigger: a lemma, what must stand around it, and its frame; `name` is shown to explain a reading."""

    lemma: str
    conditions: tuple[Condition, ...]
    frame: Frame
    name: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A concept of the event types; `weight` says how much it is news by itself (statements: little).

    `attempted` is the type of an attempt at it that was made: a capture that was tried is an attack.
    """

    name: str
    label: str
    broader: str | None
    plover: str | None
    acled: str | None
    weight: float
    attempted: str | None = None


@dataclass(frozen=True, slots=True)
class Composition:
    """What a future or a verb of promising, refusing … makes of an act of one of the codes `over`."""

    name: str
    cues: frozenset[str]
    over: frozenset[str]
    gives: str


@dataclass(frozen=True)
class EventLexicon:
    """Event types, their triggers by lemma, word classes, verbs of support, the ACLED mapping and factuality cues.

    `verbs`, `nouns` and `adjectives` are triggers by their part of speech, those that ask for most first.
    `sides` are the words and classes of each side ("state", "nonstate" …), `modifying_sides` the side that a noun
    before another noun names, `side_classes` the class of such a mention. `supports` maps a verb of support to what its
    subject is ("launch": the initiator of its object), `occurrence` are those whose subject is the event ("erupt"),
    `hitting` those whose object it hits as well ("the strikes destroyed").
    """

    types: Mapping[str, EventType] = field(default_factory=dict)
    verbs: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    nouns: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    adjectives: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sides: Mapping[str, frozenset[str]] = field(default_factory=dict)
    modifying_sides: Mapping[str, str] = field(default_factory=dict)
    side_classes: Mapping[str, str] = field(default_factory=dict)
    supports: Mapping[str, str] = field(default_factory=dict)
    occurrence: frozenset[str] = frozenset()
    hitting: frozenset[str] = frozenset()
    compositions: tuple[Composition, ...] = ()
    acled: tuple[AcledRule, ...] = ()
    acled_weights: Mapping[str, float] = field(default_factory=dict)
    cues: Cues = field(default_factory=Cues)


def read(turtle: Turtle) -> EventLexicon:
    """The event lexicon of a folder of Turtle files. Raises `SetupError` where a word class is not defined."""
    words = {node.local: frozenset(node.words("words")) for node in turtle.of_class("WordClass")}
    types = {node.local: event_type(node) for node in turtle.of_class("EventType")}
    return EventLexicon(
        types=types,
        verbs=triggers(turtle, "verbs", words),
        nouns=triggers(turtle, "nouns", words),
        adjectives=triggers(turtle, "adjectives", words),
        words=words,
        sides={
            node.local: frozenset((*node.words("classes"), *node.words("words")))
            for node in turtle.of_class("ActorSide")
        },
        modifying_sides={w: n.local for n in turtle.of_class("ActorSide") for w in n.words("modifiers")},
        side_classes={node.local: node.text("memberClass") or "Group" for node in turtle.of_class("ActorSide")},
        supports=support_verbs(turtle, ("initiator", "target", "sides")),
        occurrence=frozenset(support_verbs(turtle, ("event",))),
        hitting=frozenset(support_verbs(turtle, ("means",))),
        compositions=tuple(composition(node) for node in turtle.of_class("Composition")),
        acled=acled_rules(turtle, words),
        acled_weights={n.text("acled") or "": n.number("weight") or 0.0 for n in turtle.of_class("AcledType")},
        cues=factuality_cues(turtle),
    )


def triggers(turtle: Turtle, part: str, words: Mapping[str, frozenset[str]]) -> dict[str, tuple[Entry, ...]]:
    """The triggers of one part of speech by lemma."""
    found: dict[str, list[Entry]] = {}
    for node in turtle.of_class("EventType"):
        for frame in node.children("frame"):
            for entry in entries(node.local, frame, part, words):
                found.setdefault(entry.lemma, []).append(entry)
    return strictest_first(found)


def support_verbs(turtle: Turtle, kinds: tuple[str, ...]) -> dict[str, str]:
    """Verbs of support by what their subject is; the kinds named first count where a verb is of several."""
    nodes = tuple(turtle.of_class("SupportVerbs"))
    return {v: kind for kind in reversed(kinds) for n in nodes if n.text("subjectIs") == kind for v in n.words("verbs")}


def event_type(node: Node) -> EventType:
    broader = node.locals("skos:broader")
    weight = node.number("weight")
    return EventType(
        name=node.local,
        label=node.text("skos:prefLabel") or node.local,
        broader=broader[0] if broader else None,
        plover=node.text("plover"),
        acled=node.text("acled"),
        weight=1.0 if weight is None else weight,
        attempted=next(iter(node.locals("attempted")), None),
    )


def entries(name: str, node: Node, part: str, words: Mapping[str, frozenset[str]]) -> Iterator[Entry]:
    """The triggers of one frame; nouns take `kg:nounInitiator` … where they differ from the verbs' roles."""
    prefix = "noun" if part == "nouns" else ""
    common = tuple(condition(text, words) for value in node.texts("when") for text in value.split())
    slots = {role: slots_of(node, role, prefix) for role in ROLES}
    frame = Frame(
        name,
        slots,
        reciprocal=node.text("reciprocal") == "true",
        held=node.text("placeIsHeld") == "true",
        theme=node.text("theme") != "-",
        negated=node.text("negated") == "true",
    )
    for trigger in node.words(part):
        lemma, *rest = trigger.split()
        yield Entry(lemma, (*(condition(text, words) for text in rest), *common), frame, f"{name}: {trigger}")


DEFAULTS = {
    ("initiator", ""): ("subj",),
    ("target", ""): ("obj",),
    ("initiator", "noun"): ("subj", "by", "poss", "mod"),
    ("target", "noun"): ("against", "on", "of"),
}


def slots_of(node: Node, role: str, prefix: str) -> tuple[str, ...]:
    """Where a role stands; "-" says nowhere. Who does a noun's act "by" himself comes before who reports it."""
    named = node.words(f"noun{role.title()}") if prefix else node.words(role)
    found = tuple(s for s in named if s != "-") if named else DEFAULTS.get((role, prefix), ())
    return tuple(sorted(found, key=lambda slot: slot != "by")) if prefix and role == "initiator" else found


def condition(text: str, words: Mapping[str, frozenset[str]]) -> Condition:
    """One condition of the mini-grammar: `obj:control|@weapon|%Place`, `!prep:from`."""
    slot, _, values = text.removeprefix("!").partition(":")
    lemmas: set[str] = set()
    classes: set[str] = set()
    for value in filter(None, values.split("|")):
        if value.startswith("%"):
            classes.add(value[1:])
        else:
            lemmas |= words_of(value, words)
    return Condition(slot.replace("_", " "), frozenset(lemmas), frozenset(classes), text.startswith("!"))


def strictest_first(found: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    """Triggers of a lemma, those that ask for most first; what they exclude counts only between equals."""
    return {lemma: tuple(sorted(several, key=demands)) for lemma, several in found.items()}


def demands(entry: Entry) -> tuple[float, int]:
    """How little an entry asks for; a bare preposition is less than a word in a slot."""
    wanted = sum(0.5 if c.slot == "prep" else 1.0 for c in entry.conditions if not c.negated)
    return -wanted, -len(entry.conditions)


def composition(node: Node) -> Composition:
    return Composition(
        node.local, frozenset(node.words("cues")), frozenset(node.words("over")), "".join(node.locals("gives"))
    )
