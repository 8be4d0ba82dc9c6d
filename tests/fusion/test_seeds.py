"""The reports of the seed articles that are one event each, and those that never are (issue 4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.derivation import Derivation, derive
from kg.ledger import Ledger
from kg.model import Event
from kg.settings import DEFAULT_BASE

# What becomes one event: its type, its first day, words of its reports, and the articles that tell of it.
ONE = {
    "MINUSMA leaves Kidal": ("Withdrawal", "2023-10-31", "left|leave", {"000", "004"}),
    "the fighting starts": ("ArmedClash", "2023-11-11", "fighting|Fighting|offensive", {"001", "003", "004"}),
    "the phone lines are cut": ("CommunicationsCut", None, "cut", {"000", "002", "003", "004"}),
    "the vehicle is destroyed": ("Destruction", None, "destroyed", {"001", "002"}),
    "the announcement": ("Announcement", "2023-11-09", "announcing", {"003", "004"}),
    "aircraft": ("Overflight", "2023-11-12", "flew|flying", {"003", "004"}),
    "the uprising": ("Uprising", "2012", "uprising|insurgency", {"003", "004"}),
    "the ceasefire": ("Ceasefire", "2014", "agreeing|ceasefire", {"003", "004"}),
    "the peace agreement": ("AgreementSigning", "2015", "signing|agreeing|deal", {"003", "004"}),
    "the coup of 2020": ("Coup", "2020", "coup|took", {"003", "004"}),
}
# What stays apart: the types and first days of two events.
APART = {
    "the departure and the request": (("Withdrawal", "2023-10-31"), ("Request", "2023-06")),
    "the coups of 2020 and 2021": (("Coup", "2020"), ("Coup", "2021")),
    "the ceasefire and the agreement": (("Ceasefire", "2014"), ("AgreementSigning", "2015")),
}


@pytest.fixture(scope="module")
def seeds(seeds_store: Path) -> Derivation:
    return derive(Ledger.create(seeds_store, DEFAULT_BASE))


def of(seeds: Derivation, kind: str, start: str | None) -> list[Event]:
    """The events of a type that begin on a day, or on any."""
    found = [event for event in seeds.fusion.events if event.type == kind]
    return [event for event in found if start is None or (event.time and event.time.start == start)]


@pytest.mark.parametrize("case", ONE)
def test_one_event(seeds: Derivation, case: str) -> None:
    kind, start, words, expected = ONE[case]
    views = seeds.views
    told = [
        {
            views.documents[views.events[mention].document].id[:3]
            for mention in event.mentions
            if any(word in views.events[mention].trigger for word in words.split("|"))
        }
        for event in of(seeds, kind, start)
    ]
    assert any(articles >= expected for articles in told), told


@pytest.mark.parametrize("case", APART)
def test_never_one_event(seeds: Derivation, case: str) -> None:
    one, other = (of(seeds, *named) for named in APART[case])
    assert one
    assert other
    assert not {event.iri for event in one} & {event.iri for event in other}


def test_a_demand_to_leave_is_not_the_departure(seeds: Derivation) -> None:
    """Mali asked MINUSMA to leave in June; that it left Kidal in October is another event."""
    modalities = {
        frozenset(claim.modality for mention in event.mentions for claim in seeds.views.claims_by_stated[mention])
        for event in of(seeds, "Withdrawal", "2023-10-31")
    }
    assert modalities
    assert not any("demanded" in found for found in modalities)
