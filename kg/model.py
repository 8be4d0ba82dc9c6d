"""Every record of the project, frozen. Spans are `(start, end)` in characters of the document's own text.

A day is an ISO 8601 string as precise as known: "2023-11-14", "2023-11", "2023".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]
Kind = Literal["person", "organisation", "place", "time", "quantity", "agreement"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["actual", "planned", "possible", "demanded", "denied"]
ClaimKind = Literal["says", "claims", "denies", "orders", "asks", "promises", "thinks"]
DateBasis = Literal["metadata", "header", "dateline", "inferred"]
EventStatus = Literal["reported", "claimed", "disputed", "unrealised", "denied", "rejected"]
SituationKind = Literal["Control", "AgreementStatus", "Presence"]
Verdict = Literal["same", "different", "unsure"]
Ruling = Literal["rejected", "accepted"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the input, told to the user and kept: never silently mended.

    `document` is the id of the document, or the path or name of what could not be read.
    """

    code: str
    message: str
    span: Span | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """When a document was published: the day, how it is known, and where the text says so."""

    value: str
    basis: DateBasis
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document came from.

    `sha256` is of the bytes as they came, `origin` the name of the file ("dump.zip!/2023/a.html" in an archive) or the
    address, never a path of this machine; `reader` names what read it, with its version; `retrieved` is when it was
    fetched (ISO 8601), where that is known.
    """

    sha256: str
    origin: str
    reader: str
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it came in; `text` is the input's own text, unchanged. `date` is only what metadata said.

    `language` is a BCP 47 tag where it is declared or was recognised; `pages` are the offsets in `text` at which its
    pages begin, where it has pages.
    """

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    date: str | None = None
    author: str | None = None
    language: str | None = None
    pages: tuple[int, ...] = ()
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """What a mention refers to: a person, organisation, place or agreement.

    `cls` is the local name of a class of the ontology. `local` marks an entity known only within one
    document (a "local official", "several rebels"): it is never merged with its like elsewhere.
    `country` is the IRI of the country an actor or place belongs to.
    """

    iri: str
    label: str
    kind: Kind
    cls: str
    aliases: tuple[str, ...] = ()
    local: bool = False
    country: str | None = None
    part_of: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that stands for an entity, a time or a quantity.

    `head` is the index of its head token in the parse (not part of the record); `pronoun` marks a pronoun
    that was resolved to `entity`.
    """

    id: str
    start: int
    end: int
    text: str
    kind: Kind
    cls: str | None = None
    entity: str | None = None
    name: str | None = None
    pronoun: bool = False
    head: int = -1

    @property
    def span(self) -> Span:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class TimeInterval:
    """A stretch of days, both ends included; an end that is None is not known ("by 31 December": no start).

    `basis` says how an event got it: "clause", "sentence", "document" or, for the time itself, "explicit",
    "relative". `vague` marks "about two months ago".
    """

    start: str | None
    end: str | None
    mention: str | None = None
    basis: str = "explicit"
    vague: bool = False


@dataclass(frozen=True, slots=True)
class EventMention:
    """One report of an event in one document.

    Role fields hold ids of mentions. `theme` is the span of what the event is about where that is no actor,
    place or agreement ("the phone lines", "a vehicle"). `invokes` and `violates` hold ids of agreement
    mentions. `rule` names the lexicon entry that fired. `claim` is the id of the innermost claim that states
    it; None: the publisher says it.
    """

    id: str
    type: str
    trigger: Span
    sentence: Span
    plover: str | None = None
    acled: str | None = None
    initiators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    theme: Span | None = None
    time: TimeInterval | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    claim: str | None = None
    invokes: tuple[str, ...] = ()
    violates: tuple[str, ...] = ()
    rule: str = ""
    head: int = -1


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody other than the publisher is said to have stated, thought or wanted something.

    `source` is the id of the claimant's mention; `parent` the id of the claim this one is reported in;
    `hedged` marks what the report itself keeps at a distance ("reportedly").
    """

    id: str
    kind: ClaimKind
    content: tuple[Span, ...]
    source: str | None = None
    source_span: Span | None = None
    cue: Span | None = None
    events: tuple[str, ...] = ()
    parent: str | None = None
    negated: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing relation between two entities, as one sentence states it; ends are ids of mentions."""

    type: str
    subject: str
    object: str
    evidence: Span
    claim: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Measurement:
    """A quantity with its bounds: `value` as written, `lower`/`upper` what it may be (None: unbounded).

    `mention` and `about` are ids of mentions; `what` says in words what is counted or measured; `evidence` is
    the sentence that states it.
    """

    mention: str
    value: float | None
    lower: float | None
    upper: float | None
    unit: str | None
    what: str | None
    about: str | None = None
    claim: str | None = None
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document; the record of contract 1 (`kg.records` writes it as JSON)."""

    document: Document
    date: DocumentDate | None
    language: str | None
    entities: Mapping[str, Entity] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    events: tuple[EventMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """What some claims say of an event where others say something better supported.

    `role` is "time" or the name of a role field of `Event`; `entity` (an IRI) fills that role, or `time` is when;
    `claims` are the IRIs of the claims that say so.
    """

    role: str
    claims: tuple[str, ...]
    entity: str | None = None
    time: TimeInterval | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event as fused from its mentions in one or more documents.

    `mentions` are IRIs of event mentions, sorted; roles hold IRIs of entities; `type` is the local name of an
    event type. `status` says what the event stands on: "reported" (a publisher says it itself), "claimed"
    (only others are quoted), "disputed" (someone contradicts it), "unrealised" (only planned, demanded or
    possible), "denied" (only negated or denied), "rejected" (a person has rejected every claim). Roles and `time`
    hold the best supported values, `alternatives` all the others; `publishers` and `claimants` are the IRIs of who
    stands behind it, `independent_sources` how many of them there are without copies; `measurements` the IRIs of
    what is counted of those who take part.
    """

    iri: str
    type: str
    label: str
    mentions: tuple[str, ...]
    status: EventStatus
    time: TimeInterval | None = None
    initiators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    invokes: tuple[str, ...] = ()
    violates: tuple[str, ...] = ()
    plover: str | None = None
    acled: str | None = None
    alternatives: tuple[Alternative, ...] = ()
    publishers: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    independent_sources: int = 0
    measurements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand for a while, as somebody claims: who holds a place, an agreement's status, who is where.

    `subject` is the holder (Control), the agreement (AgreementStatus) or the actor (Presence); `place` is None
    for an agreement's status; `value` is the status in a word ("held", "contested", "in force", "ended",
    "present"). `claims` and `events` are the IRIs of what it is derived from.
    """

    iri: str
    kind: SituationKind
    label: str
    subject: str
    value: str
    time: TimeInterval | None
    claims: tuple[str, ...]
    events: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be right; `claim_a` < `claim_b` are IRIs, `reason` says in words why.

    `ruled_out` says what other readings do not hold, `severity` (0 to 1) how grave it is, `independent_sources` how
    many there are on both sides.
    """

    iri: str
    kind: str
    claim_a: str
    claim_b: str
    reason: str
    ruled_out: str = ""
    severity: float = 0.0
    independent_sources: int = 0


@dataclass(frozen=True, slots=True)
class Presumption:
    """An entity is presumed to be another, for the given reasons; neither is merged into the other.

    A generic phrase ("the rebels") for a named group it shares its opponent, place and time with, or a name for
    the fuller one it is short for. `score` is how sure that is, from 0 to 1.
    """

    iri: str
    entity: str
    same_as: str
    reasons: tuple[str, ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on whether two nodes (entities, or mentions of events) are one; `left` < `right` are IRIs.

    `judge` names who decided, `reason` why, `date` the day or the moment ("2023-11-14T09:30:00Z"), where it is known.
    """

    iri: str
    left: str
    right: str
    verdict: Verdict
    judge: str
    reason: str = ""
    date: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRuling:
    """A person's decision on a claim (an IRI): a rejected one stays in the graph, but counts for nothing.

    `judge`, `reason` and `date` are those of a `Judgement`.
    """

    iri: str
    claim: str
    verdict: Ruling
    judge: str
    reason: str = ""
    date: str | None = None


Decision = Judgement | ClaimRuling


@dataclass(frozen=True, slots=True)
class Fact:
    """Something taken as so under `policy`: the node it is `about`, of the class `kind`, by which claims, and why.

    `label` is what is so in words, `start` and `end` are days as precise as known, None where open or unknown. Where
    some claims on an event do not count, its words and days are those of a report that counts.
    """

    policy: str
    about: str
    kind: str
    label: str
    start: str | None
    end: str | None
    claims: tuple[str, ...]
    why: str
