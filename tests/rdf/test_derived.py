"""Fused records and judgements as quads."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.model import Alternative, ClaimRuling, Contradiction, Event, Judgement, Presumption, Situation, TimeInterval
from kg.rdf import derived, judgements
from kg.rdf.namespaces import GAF, KG, RDFS, fused_graph
from kg.rdf.nodes import Node, Nodes
from kg.settings import DEFAULT_BASE

D = "https://w3id.org/conflict-kg/data/"
TIME = TimeInterval("2024-05", None)
EVENT = Event(
    derived.event_iri([f"{D}m2", f"{D}m1"]),
    "Capture",
    "capture of Wad Madani by RSF",
    (f"{D}m1", f"{D}m2"),
    "claimed",
    time=TIME,
    initiators=(f"{D}rsf",),
    places=(f"{D}wad-madani",),
    publishers=(f"{D}wire", f"{D}paper"),
    claimants=(f"{D}rsf",),
    alternatives=(
        Alternative("time", (f"{D}c",), time=TimeInterval("2024-04", "2024-04")),
        Alternative("places", (f"{D}c", f"{D}c2"), f"{D}gezira"),
        Alternative("measurements", (f"{D}c2",), f"{D}twelve"),
    ),
    independent_sources=1,
    measurements=(f"{D}nine",),
)


def test_an_event_leads_to_its_mentions() -> None:
    node = Node(Nodes(derived.quads(events=[EVENT])), EVENT.iri)
    assert node.all(GAF.denotedBy) == (f"{D}m1", f"{D}m2")
    assert (node.local(KG.eventType), node.one(KG.status), node.one(RDFS.label)) == ("Capture", "claimed", EVENT.label)
    assert (node.one(KG.time), node.first(KG.time).one(KG.start)) == (f"{D}time/2024-05_..", "2024-05")
    assert node.first(KG.time).one(KG.end) is None


def test_what_is_said_otherwise_stands_beside_the_event_with_its_claims() -> None:
    nodes = Nodes(derived.quads(events=[EVENT]))
    event = Node(nodes, EVENT.iri)
    others = [Node(nodes, iri) for iri in event.all(KG.alternative)]
    said = {
        (other.one(KG.time), other.one(KG.place), other.one(KG.measured), other.all(KG.basedOn)) for other in others
    }
    assert said == {
        (f"{D}time/2024-04_2024-04", None, None, (f"{D}c",)),
        (None, f"{D}gezira", None, (f"{D}c", f"{D}c2")),
        (None, None, f"{D}twelve", (f"{D}c2",)),
    }
    assert (event.one(KG.publishers), event.one(KG.claimants), event.one(KG.independentSources)) == ("2", "1", "1")
    assert event.one(KG.measured) == f"{D}nine"


@pytest.mark.parametrize(
    ("kind", "role"), [("Control", KG.holder), ("AgreementStatus", KG.agreement), ("Presence", KG.actor)]
)
def test_a_situation_names_its_subject_by_its_kind(kind: str, role: ox.NamedNode) -> None:
    iri = derived.situation_iri(kind, f"{D}x", f"{D}y", "held", TIME, [f"{D}c"])
    node = Node(Nodes(derived.quads(situations=[Situation(iri, kind, "…", f"{D}x", "held", TIME, (f"{D}c",))])), iri)
    assert (node.one(role), node.all(KG.basedOn), node.one(KG.statusValue)) == (f"{D}x", (f"{D}c",), "held")


def test_a_contradiction_is_the_same_in_either_order() -> None:
    assert derived.contradiction_iri("place", "b", "a") == derived.contradiction_iri("place", "a", "b")
    contradiction = Contradiction(
        derived.contradiction_iri("place", f"{D}a", f"{D}b"), "place", f"{D}a", f"{D}b", "…", "a later day", 0.9, 3
    )
    node = Node(Nodes(derived.quads(contradictions=[contradiction])), contradiction.iri)
    assert (node.one(KG.claimA), node.one(KG.claimB), node.one(RDFS.comment)) == (f"{D}a", f"{D}b", "…")
    weighed = node.one(KG.ruledOut), node.one(KG.severity), node.one(KG.independentSources)
    assert weighed == ("a later day", "0.9", "3")


def test_a_presumption_is_said_of_the_entity_too() -> None:
    iri = derived.presumption_iri(f"{D}rebels", f"{D}rsf")
    presumption = Presumption(iri, f"{D}rebels", f"{D}rsf", ("same side",), 0.7)
    nodes = Nodes(derived.quads(presumptions=[presumption]))
    assert Node(nodes, f"{D}rebels").one(KG.presumedSame) == f"{D}rsf"
    node = Node(nodes, presumption.iri)
    assert (node.all(RDFS.comment), node.one(KG.score)) == (("same side",), "0.7")


def test_all_stands_in_the_fused_graph() -> None:
    assert {quad.graph_name for quad in derived.quads(events=[EVENT])} == {fused_graph(DEFAULT_BASE)}


JUDGEMENT = Judgement(
    judgements.judgement_iri(f"{D}a", f"{D}b", "Ada"), f"{D}a", f"{D}b", "different", "Ada", "other towns", "2024-05-09"
)


def test_judgements_come_back_as_they_went() -> None:
    unsure = Judgement(judgements.judgement_iri(f"{D}a", f"{D}c", "Ada"), f"{D}a", f"{D}c", "unsure", "Ada")
    ruling = ClaimRuling(
        judgements.ruling_iri(f"{D}c", "Bo"), f"{D}c", "rejected", "Bo", "a slip", "2024-05-09T08:00:00Z"
    )
    assert set(judgements.read(judgements.quads([JUDGEMENT, unsure, ruling]))) == {JUDGEMENT, unsure, ruling}


@pytest.mark.parametrize("left_out", [KG.judges, KG.verdict])
def test_an_incomplete_judgement_is_refused(left_out: ox.NamedNode) -> None:
    with pytest.raises(StoreError, match="two nodes"):
        judgements.read(quad for quad in judgements.quads([JUDGEMENT]) if quad.predicate != left_out)
