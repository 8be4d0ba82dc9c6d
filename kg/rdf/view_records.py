"""What a graph says, as light frozen records; `kg.rdf.views` reads them. Every `iri` is the node's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document: `id` as it came in, `publisher` the IRI of who published it, `date` as precise as known.

    `sketch` tells near copies of its text.
    """

    iri: str
    id: str
    title: str | None
    publisher: str
    date: str | None
    sketch: str = ""


@dataclass(frozen=True, slots=True)
class EntityView:
    """A person, organisation, place or agreement; `classes` are local names, `local_to` the IRI of the only
    document that knows it, `ties` the standing relations known beforehand (local name, IRI of the other)."""

    iri: str
    label: str
    classes: tuple[str, ...]
    local_to: str | None
    aliases: tuple[str, ...]
    country: str | None
    part_of: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    ties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MentionView:
    """One naming of an entity, at `start` to `end` of its document; `speaker` is the IRI of whose words it is."""

    iri: str
    document: str
    entity: str
    surface: str
    speaker: str
    pronoun: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EventView:
    """One report of an event; roles hold IRIs of entities, `type` is the event type's local name.

    `start` and `end` are days as precise as known, None where open; `quote` is the sentence, `trigger` the word
    at offset `position`, `before` what stands before it in the sentence; `salience` 1 is the document's main event;
    `claims` are the IRIs of claims that state it.
    """

    iri: str
    document: str
    type: str
    label: str
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    participants: tuple[str, ...]
    places: tuple[str, ...]
    instruments: tuple[str, ...]
    theme: str | None
    start: str | None
    end: str | None
    time_basis: str | None
    vague: bool
    plover: str | None
    acled: str | None
    invokes: tuple[str, ...]
    violates: tuple[str, ...]
    salience: int
    trigger: str
    position: int
    quote: str
    claims: tuple[str, ...]
    before: str = ""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim; `states` is the IRI of the event mention, relation or measurement claimed, where it is one.

    `via` are the IRIs of who relays it; `withheld` marks what the claimant is reported not to have said;
    `document_id` is the document's own id.
    """

    iri: str
    document: str
    document_id: str
    publisher: str
    claimant: str
    via: tuple[str, ...]
    kind: str
    polarity: str
    modality: str
    withheld: bool
    states: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class RelationView:
    """A standing relation between two entities; `type` is a local name ("alliedWith")."""

    iri: str
    document: str
    type: str
    subject: str
    object: str
    quote: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasurementView:
    """A measured quantity; numbers are exact decimal strings."""

    iri: str
    document: str
    value: str | None
    lower: str | None
    upper: str | None
    unit: str | None
    what: str | None
    about: str | None
    quote: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Views:
    """All records of some graphs by IRI, in the order of their IRIs."""

    documents: Mapping[str, DocumentView]
    entities: Mapping[str, EntityView]
    mentions: Mapping[str, MentionView]
    events: Mapping[str, EventView]
    claims: Mapping[str, ClaimView]
    relations: Mapping[str, RelationView]
    measurements: Mapping[str, MeasurementView]

    @cached_property
    def claims_by_stated(self) -> Mapping[str, tuple[ClaimView, ...]]:
        """The claims that state a node, by that node's IRI."""
        found: dict[str, list[ClaimView]] = {}
        for claim in self.claims.values():
            if claim.states:
                found.setdefault(claim.states, []).append(claim)
        return {iri: tuple(claims) for iri, claims in found.items()}
