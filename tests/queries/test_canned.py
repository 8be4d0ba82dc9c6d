"""What each canned query gives on the graph of `fixture.trig`."""

from __future__ import annotations

import pytest

from kg import queries
from kg.queries import Table
from kg.store import EmbeddedStore
from tests.queries.conftest import ruled

# Each case: a query, its parameters, the columns looked at, and the rows expected in them, in order.
CASES: dict[str, tuple[str, dict[str, str], str, list[tuple[str, ...]]]] = {
    "who fought whom, one side unnamed elsewhere": (
        "clashes",
        {},
        "start initiator target place claimant document",
        [
            (
                "2023-10-25",
                "Sudanese Armed Forces | fighters",
                "Sudanese Armed Forces | fighters",
                "near Nyala",
                "Nile Herald",
                "herald-1",
            ),
            (
                "2023-10-26",
                "Rapid Support Forces",
                "Sudanese Armed Forces",
                "Nyala",
                "Rapid Support Forces",
                "herald-1",
            ),
            ("2023-10-27", "Sudanese Armed Forces", "Rapid Support Forces", "Nyala", "Sudanese Armed Forces", "post-2"),
        ],
    ),
    "a label and its IRI are gathered in the same order": (
        "clashes",
        {"until": "2023-10-25"},
        "initiator initiator_iri",
        [
            (
                "Sudanese Armed Forces | fighters",
                "https://example.org/kg/actor/army | https://example.org/kg/actor/fighters",
            )
        ],
    ),
    "one row an event, with all who tell of it; nothing unrealised": (
        "timeline",
        {},
        "start end type documents claimants status",
        [
            ("2021-10", "2021-10", "Coup", "herald-1", "Nile Herald", "reported"),
            ("2023-10-25", "2023-10-25", "ArmedClash", "herald-1", "Nile Herald", "reported"),
            ("2023-10-26", "2023-10-27", "Capture", "herald-1 | post-2", "Rapid Support Forces", "disputed"),
            ("2023-10-27", "2023-10-27", "Repulse", "post-2", "Sudanese Armed Forces", "disputed"),
        ],
    ),
    "a place holds what lies in it and what is told relative to it": (
        "timeline",
        {"place": "darfur"},
        "type",
        [("ArmedClash",), ("Capture",), ("Repulse",)],
    ),
    "an alias without its accents": (
        "timeline",
        {"place": "DARFUR"},
        "type",
        [("ArmedClash",), ("Capture",), ("Repulse",)],
    ),
    "a country holds its towns": (
        "timeline",
        {"place": "Sudan"},
        "type",
        [("Coup",), ("ArmedClash",), ("Capture",), ("Repulse",)],
    ),
    "an actor is also whoever is presumed to be it": (
        "timeline",
        {"actor": "RSF"},
        "type",
        [("ArmedClash",), ("Capture",), ("Repulse",)],
    ),
    "since a day": ("timeline", {"since": "2023-10-27"}, "type", [("Capture",), ("Repulse",)]),
    "until a month": ("timeline", {"until": "2021-10"}, "type", [("Coup",)]),
    "an event of one document keeps its other documents": (
        "timeline",
        {"document": "post-2"},
        "type documents",
        [("Capture", "herald-1 | post-2"), ("Repulse", "post-2")],
    ),
    "who holds what, by which claim": (
        "control",
        {"place": "Nyala"},
        "start end holder place claimant document quote",
        [
            (
                "2023-10-26",
                "",
                "Rapid Support Forces",
                "Nyala",
                "Rapid Support Forces",
                "herald-1",
                "The paramilitaries say they took Nyala on Friday, October 26.",
            ),
            (
                "2023-10-26",
                "",
                "Rapid Support Forces",
                "Nyala",
                "Rapid Support Forces",
                "post-2",
                "The RSF claims to have captured Nyala on Friday.",
            ),
        ],
    ),
    "as of a day, by which claim": (
        "asof",
        {"date": "2023-11", "place": "Nyala", "known_by": "2023-10-27"},
        "kind who place basis start claimant publisher document",
        [
            (
                "Control",
                "Rapid Support Forces",
                "Nyala",
                "since",
                "2023-10-26",
                "Rapid Support Forces",
                "Nile Herald",
                "herald-1",
            )
        ],
    ),
    "an act in the name of an agreement": (
        "invokes",
        {"agreement": "juba accord"},
        "act actor agreement date claimant document modality",
        [
            (
                "withdrawal",
                "Rapid Support Forces",
                "Juba Peace Agreement",
                "2023-12-31",
                "Sudanese Armed Forces",
                "herald-1",
                "demanded",
            )
        ],
    ),
    "one agreement in the words of each document": (
        "agreements",
        {},
        "agreement label kind date status party document",
        [
            (
                "Juba Peace Agreement",
                "the 2020 peace deal",
                "PeaceAgreement",
                "2020-10-03",
                "in force",
                "Sudanese Armed Forces",
                "herald-1",
            ),
            (
                "Juba Peace Agreement",
                "the Juba accord",
                "PeaceAgreement",
                "2020-10-03",
                "in force",
                "Sudanese Armed Forces",
                "post-2",
            ),
        ],
    ),
    "two claims that cannot both be right": (
        "contradictions",
        {"actor": "SAF", "document": "post-2", "place": "Nyala"},
        "kind claimantA claimantB why",
        [("outcome", "Rapid Support Forces", "Sudanese Armed Forces", "each side says it won")],
    ),
    "one event, two dates": (
        "event-dates",
        {},
        "label date document",
        [
            ("capture of Nyala by Rapid Support Forces", "2023-10-26", "herald-1"),
            ("capture of Nyala by Rapid Support Forces", "2023-10-27", "post-2"),
        ],
    ),
    "a count and a deadline": (
        "measurements",
        {},
        "what value lower upper unit about document",
        [
            ("soldiers killed", "40", "40", "", "person", "Sudanese Armed Forces", "herald-1"),
            ("withdrawal due by", "", "", "2023-12-31", "date", "Rapid Support Forces", "herald-1"),
        ],
    ),
    "what is measured of an actor": ("measurements", {"actor": "SAF"}, "what", [("soldiers killed",)]),
    "what each source calls one side; no pronouns, no places": (
        "names-used",
        {},
        "actor name document speaker count",
        [
            ("Rapid Support Forces", "paramilitaries", "herald-1", "Nile Herald", "1"),
            ("Rapid Support Forces", "rebel militia", "herald-1", "Sudanese Armed Forces", "1"),
            ("Rapid Support Forces", "RSF", "post-2", "Red Sea Post", "1"),
        ],
    ),
    "a demand is no fact": (
        "not-asserted",
        {},
        "event type polarity modality claimant",
        [("withdrawal", "Withdrawal", "affirmed", "demanded", "Sudanese Armed Forces")],
    ),
    "what cannot be right in a text": (
        "problems",
        {"document": "herald-1"},
        "document code message",
        [("herald-1", "weekday-mismatch", "26 October 2023 was a Thursday")],
    ),
    "who stands with whom, from either end": (
        "ties",
        {"actor": "Rapid Support Forces"},
        "subject relation object claimant",
        [("fighters", "alliedWith", "Rapid Support Forces", "Nile Herald")],
    ),
    "events on the word of a party": (
        "claimed-events",
        {},
        "label claimant documents status",
        [
            ("capture of Nyala by Rapid Support Forces", "Rapid Support Forces", "herald-1 | post-2", "disputed"),
            ("repulse by Sudanese Armed Forces", "Sudanese Armed Forces", "post-2", "disputed"),
        ],
    ),
    "what happened long before": (
        "background",
        {},
        "start end type label documents",
        [("2021-10", "2021-10", "Coup", "coup in Khartoum", "herald-1")],
    ),
}


def rows(store: EmbeddedStore, name: str, given: dict[str, str], columns: str) -> list[tuple[str, ...]]:
    """The cells of some columns of a query's answer."""
    table = queries.run(store, queries.load(name), given)
    assert isinstance(table, Table)
    return [tuple(row[column] for column in columns.split()) for row in table.texts()]


@pytest.mark.parametrize("case", CASES)
def test_gives_the_rows(sudan: EmbeddedStore, case: str) -> None:
    name, given, columns, expected = CASES[case]
    assert rows(sudan, name, given, columns) == expected


@pytest.mark.parametrize(
    ("rulings", "claimants"),
    [
        ((), {"Nile Herald", "Rapid Support Forces", "Sudanese Armed Forces"}),
        (("c1 rejected 2024-03-04",), {"Nile Herald", "Sudanese Armed Forces"}),
        (
            ("c1 rejected 2024-03-04", "c1 accepted 2024-03-05"),
            {"Nile Herald", "Rapid Support Forces", "Sudanese Armed Forces"},
        ),
        (("c1 accepted 2024-03-04", "c1 rejected 2024-03-05"), {"Nile Herald", "Sudanese Armed Forces"}),
    ],
)
def test_who_claims_a_clash_is_not_who_has_been_rejected(rulings: tuple[str, ...], claimants: set[str]) -> None:
    table = queries.run(ruled(*rulings), queries.load("clashes"), {})
    assert isinstance(table, queries.Table)
    assert {row["claimant"] for row in table.texts()} == claimants


def test_every_query_has_a_case() -> None:
    assert {name for name, *_ in CASES.values()} == {query.name for query in queries.catalogue()}


@pytest.mark.parametrize("query", queries.catalogue(), ids=lambda query: query.name)
def test_every_parameter_of_every_query_is_understood(sudan: EmbeddedStore, query: queries.Query) -> None:
    """A parameter that says nothing new leaves at most the rows there were."""
    given = {"place": "Sudan", "actor": "SAF", "agreement": "Juba accord", "document": "herald-1"}
    given |= {"according_to": "RSF", "kind": "outcome"}
    days = {"since": "2000", "until": "2030-12", "date": "2023-11", "known_by": "2030"}
    every = queries.run(sudan, query)
    assert isinstance(every, Table)
    for parameter in query.parameters:
        narrowed = queries.run(sudan, query, {parameter.name: {**given, **days}[parameter.name]})
        assert isinstance(narrowed, Table)
        assert narrowed.columns == every.columns
        assert {row[0] for row in narrowed.rows} <= {row[0] for row in every.rows}
