"""`ontology/cues.ttl` as typed data: the words by which a text says who said, thought or wanted something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from kg.errors import SetupError
from kg.model import ClaimKind
from kg.vocabulary.turtle import Node, Turtle

KINDS: frozenset[str] = frozenset(get_args(ClaimKind))
FRAMES = frozenset(
    {
        "clause",
        "quote",
        "to",
        "ing",
        "object",
        "object-rest",
        "object-to",
        "hearer",
        "to-hearer",
        "predicate",
        "as",
        "raising",
        "reason",
        "charge",
        "group",
        "seeming",
        "active",
        "aside",
        "survey",
        "holder",
    }
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One class of cue words: the kind of claim it makes and the syntactic frames its content may stand in.

    `prepositions` lead to a content ("spoke of peace"); the frames are explained at the top of `cues.ttl`.
    """

    rule: str
    kind: ClaimKind
    frames: frozenset[str]
    prepositions: frozenset[str]


Cues = Mapping[str, tuple[Cue, ...]]


@dataclass(frozen=True)
class CueLexicon:
    """Cue words by part of speech and lemma, each with the classes it belongs to in the file's order.

    `light_verbs` hand their subject to a noun ("made the claim"); `speakers` are nouns that may open a line
    with a colon ("Police: …"); `replies` are the verbs that with a "not" say nothing ("did not comment"). A verb
    with a particle stands in `verbs` with it ("lash out"), and in `phrasal` without. `documents` are nouns for
    what somebody issues: in "issued a letter calling …" the sender calls. `labels` are words before a colon that
    name no speaker ("LIVE: …"), `interviews` those that tell of who is interviewed.
    """

    verbs: Cues = field(default_factory=dict)
    nouns: Cues = field(default_factory=dict)
    adjectives: Cues = field(default_factory=dict)
    adverbs: Cues = field(default_factory=dict)
    prepositions: Cues = field(default_factory=dict)
    light_verbs: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    replies: frozenset[str] = frozenset()
    phrasal: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    interviews: frozenset[str] = frozenset()

    @property
    def labelling(self) -> Cue | None:
        """The class of what attributes by the form of a line alone: a colon, a dash, a question before an answer."""
        return next((cue for cues in self.prepositions.values() for cue in cues), None)


def read(turtle: Turtle) -> CueLexicon:
    """The cue lexicon of a folder of Turtle files. Raises `SetupError` for a kind or frame that does not exist."""
    nodes = list(turtle.of_class("CueClass"))
    verbs = table(nodes, "verbs")
    return CueLexicon(
        verbs=verbs,
        nouns=table(nodes, "nouns"),
        adjectives=table(nodes, "adjectives"),
        adverbs=table(nodes, "adverbs"),
        prepositions=table(nodes, "phrases"),
        light_verbs=frozenset(w for node in turtle.of_class("LightVerbs") for w in node.words("verbs")),
        replies=frozenset(w for node in turtle.of_class("ReplyVerbs") for w in node.words("verbs")),
        speakers=frozenset(w for node in turtle.of_class("SpeakerNouns") for w in node.words("nouns")),
        documents=frozenset(w for node in turtle.of_class("DocumentNouns") for w in node.words("nouns")),
        labels=frozenset(w for node in turtle.of_class("HeadlineLabels") for w in node.words("nouns")),
        interviews=frozenset(w for node in turtle.of_class("InterviewWords") for w in node.words("verbs")),
        phrasal=frozenset(first for first, space, _ in (verb.partition(" ") for verb in verbs) if space),
    )


def table(nodes: Iterable[Node], name: str) -> dict[str, tuple[Cue, ...]]:
    """The words of one part of speech, each with the classes that list it."""
    found: dict[str, tuple[Cue, ...]] = {}
    for node in nodes:
        cue = cue_of(node)
        for word in node.words(name):
            found[word] = (*found.get(word, ()), cue)
    return found


def cue_of(node: Node) -> Cue:
    """One class, checked."""
    kind = node.text("claimKind")
    if kind not in KINDS:
        raise SetupError(f"cue class {node.local}: kg:claimKind {kind!r} is none of {', '.join(sorted(KINDS))}")
    unknown = set(node.words("frame")) - FRAMES
    if unknown:
        raise SetupError(f"cue class {node.local}: no such kg:frame: {', '.join(sorted(unknown))}")
    return Cue(
        rule=node.local,
        kind=next(k for k in get_args(ClaimKind) if k == kind),
        frames=frozenset(node.words("frame")),
        prepositions=frozenset(node.words("prepositions")),
    )
