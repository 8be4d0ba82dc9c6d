"""What each view shows of the hand-written reports on Sudan."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.errors import QueryError
from kg.networks import VIEWS, Edge, Node, Slice, view
from kg.store import EmbeddedStore
from tests.queries.conftest import ruled

BASE = "https://example.org/kg/"
Triple = tuple[str, str, str]


def edges(store: EmbeddedStore, name: str, part: Slice | None = None) -> dict[Triple, Edge]:
    """The edges of a view by source, kind and target, without the base of the IRIs."""
    return {
        (item.source.removeprefix(BASE), item.kind, item.target.removeprefix(BASE)): item
        for item in view(store, name, part)
        if isinstance(item, Edge)
    }


def nodes(store: EmbeddedStore, name: str, part: Slice | None = None) -> dict[str, Node]:
    """The nodes of a view by IRI, without the base."""
    return {item.id.removeprefix(BASE): item for item in view(store, name, part) if isinstance(item, Node)}


def test_events_are_joined_with_who_and_what_is_in_them(sudan: EmbeddedStore) -> None:
    assert {(n.kind, n.values["class"], n.label) for n in nodes(sudan, "events").values()} == {
        ("event", "Capture", "capture of Nyala by Rapid Support Forces"),
        ("event", "ArmedClash", "armed clash"),
        ("event", "Coup", "coup in Khartoum"),
        ("event", "Withdrawal", "withdrawal"),
        ("event", "Repulse", "repulse by Sudanese Armed Forces"),
        ("actor", "StateArmedForces", "Sudanese Armed Forces"),
        ("actor", "Militia", "Rapid Support Forces"),
        ("actor", "Combatants", "fighters"),
        ("place", "City", "Nyala"),
        ("place", "City", "Khartoum"),
        ("place", "RelativePlace", "near Nyala"),
        ("agreement", "PeaceAgreement", "Juba Peace Agreement"),
    }
    assert set(edges(sudan, "events")) == {
        ("actor/rsf", "initiator", "e1"),
        ("e1", "target", "actor/army"),
        ("e1", "place", "place/nyala"),
        ("actor/army", "participant", "e2"),
        ("actor/fighters", "participant", "e2"),
        ("e2", "place", "place/near-nyala"),
        ("e3", "place", "place/khartoum"),
        ("actor/rsf", "initiator", "e4"),
        ("e4", "place", "place/khartoum"),
        ("e4", "invokes", "juba"),
        ("actor/army", "initiator", "e5"),
        ("e5", "target", "actor/rsf"),
        ("e5", "place", "place/nyala"),
        ("actor/fighters", "alliedWith", "actor/rsf"),
        ("actor/rsf", "held", "place/nyala"),
    }


def test_a_situation_lasts_from_its_start(sudan: EmbeddedStore) -> None:
    """The RSF holds Nyala since 26 October; nobody tells until when."""
    assert edges(sudan, "events")["actor/rsf", "held", "place/nyala"].spells == (("2023-10-26", ""),)


def test_who_acts_on_whom(sudan: EmbeddedStore) -> None:
    """A clash is mutual; a withdrawal that is only demanded is no act."""
    assert set(edges(sudan, "actors")) == {
        ("actor/rsf", "Capture", "actor/army"),
        ("actor/army", "Repulse", "actor/rsf"),
        ("actor/army", "ArmedClash", "actor/fighters"),
        ("actor/fighters", "ArmedClash", "actor/army"),
        ("actor/fighters", "alliedWith", "actor/rsf"),
    }
    capture = edges(sudan, "actors")["actor/rsf", "Capture", "actor/army"]
    assert (capture.values["events"], capture.values["disputed"]) == (1, 1)
    assert capture.spells == (("2023-10-26", "2023-10-27"),)


def test_everything_with_documents_and_claims(sudan: EmbeddedStore) -> None:
    found = edges(sudan, "full")
    assert {
        ("actor/herald", "publisher", "d1"),
        ("c1", "document", "d1"),
        ("actor/rsf", "claimant", "c1"),
        ("c1", "states", "e1"),
        ("c6", "contradicts", "c7"),
        ("c5", "about", "actor/army"),
        ("c8", "about", "actor/fighters"),
        *edges(sudan, "events"),
    } <= set(found)
    kinds = [node.kind for node in nodes(sudan, "full").values()]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "document": 2, "claim": 8, "event": 5, "actor": 5, "place": 3, "agreement": 1,
    }  # fmt: skip
    claim = nodes(sudan, "full")["c1"]
    assert claim.label == "Rapid Support Forces: The paramilitaries say they took Nyala on Friday, …"
    assert (claim.values["polarity"], claim.values["first_day"]) == ("affirmed", "2023-10-27")


def test_who_is_in_one_event_with_whom(sudan: EmbeddedStore) -> None:
    """The army and the RSF meet in the capture and in the repulse."""
    found = edges(sudan, "copresence")
    assert {key: edge.values["events"] for key, edge in found.items()} == {
        ("actor/army", "sameEvent", "actor/rsf"): 2,
        ("actor/army", "sameEvent", "actor/fighters"): 1,
    }


def test_who_quotes_whom(sudan: EmbeddedStore) -> None:
    """One edge for each way of saying; what an outlet reports itself is no quote."""
    assert {key: edge.weight for key, edge in edges(sudan, "sources").items()} == {
        ("actor/herald", "says", "actor/rsf"): 2,
        ("actor/herald", "asks", "actor/army"): 1,
        ("actor/post", "claims", "actor/rsf"): 1,
        ("actor/post", "says", "actor/army"): 1,
    }


def test_agreements_with_parties_and_acts(sudan: EmbeddedStore) -> None:
    assert set(edges(sudan, "agreements")) == {
        ("e4", "invokes", "juba"),
        ("actor/rsf", "initiator", "e4"),
        ("actor/army", "party", "juba"),
    }


def test_a_claim_repeated_by_two_papers_weighs_once(sudan: EmbeddedStore) -> None:
    """The RSF is quoted by both papers on Nyala: one independent claim, not two."""
    assert edges(sudan, "events")["actor/rsf", "initiator", "e1"].weight == 1


def test_what_is_rejected_weighs_nothing() -> None:
    """The one claim that the fighters are allied with the RSF is rejected: no edge."""
    allied = ("actor/fighters", "alliedWith", "actor/rsf")
    assert [allied in edges(store, "actors") for store in (ruled(), ruled("c8 rejected 2024-03-04"))] == [True, False]


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_whole_and_in_order(sudan: EmbeddedStore, name: str) -> None:
    """Nodes before edges, none twice, each end a node, each weight positive, each value of a declared type."""
    made = view(sudan, name)
    items = list(made)
    found, joined = [i for i in items if isinstance(i, Node)], [i for i in items if isinstance(i, Edge)]
    assert items == [*found, *joined]
    ids = [node.id for node in found]
    assert len(set(ids)) == len(ids)
    assert len({(e.source, e.kind, e.target) for e in joined}) == len(joined)
    assert {end for e in joined for end in (e.source, e.target)} <= set(ids)
    assert all(edge.weight >= 1 for edge in joined)
    types = {"string": str, "integer": int, "double": float, "boolean": bool}
    for columns, these in ((made.node_columns, found), (made.edge_columns, joined)):
        declared = {column.name: types[column.type] for column in columns}
        assert {(n, type(v)) for item in these for n, v in item.values.items()} <= set(declared.items())
    assert all(start <= (end or start) for item in items for start, end in item.spells)
    assert list(made) == items


def test_entities_stand_in_the_order_of_their_iris(sudan: EmbeddedStore) -> None:
    for kinds in (("event",), ("actor", "place", "agreement")):
        ids = [node.id for node in nodes(sudan, "events").values() if node.kind in kinds]
        assert all(a < b for a, b in pairwise(ids))


def test_an_empty_store_has_empty_views() -> None:
    assert [list(view(EmbeddedStore(), name)) for name in VIEWS] == [[]] * len(VIEWS)


def test_an_unknown_view_is_told() -> None:
    with pytest.raises(QueryError, match="there is no view 'map': choose one of events, actors"):
        view(EmbeddedStore(), "map")
