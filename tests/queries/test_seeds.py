"""What must come out of the five seed articles, question by question."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import queries
from kg.queries import Table
from kg.store import EmbeddedStore, open_store

Answer = list[dict[str, str]]
Needle = dict[str, str]

# Each case: a query, its parameters, and rows that must be there: a column and what its cell holds; "a|b" is either.
CASES: dict[str, tuple[str, dict[str, str], list[Needle]]] = {
    "clashes: the army and the CSP side around Kidal, by report": (
        "clashes",
        {"place": "Kidal"},
        [
            {"initiator": "Malian Armed Forces", "target": "rebels|CSP|Permanent Strategic Framework"},
            {
                "initiator": "Azawadian National Army",
                "target": "Malian Armed Forces | Wagner Group",
                "document": "000_",
            },
        ],
    ),
    "timeline: two weeks at Kidal": (
        "timeline",
        {"place": "Kidal"},
        [
            {"start": "2023-10-31", "type": "Withdrawal", "label": "MINUSMA"},
            {"start": "2023-11-09", "type": "Announcement", "label": "Malian Armed Forces"},
            {"start": "2023-11-09|2023-11-10", "type": "CommunicationsCut"},
            {"start": "2023-11-11", "type": "ArmedClash"},
            {"start": "2023-11-12", "type": "Overflight|Deployment|Sighting"},
            {"start": "2023-11-13", "type": "MilitaryOffensive|Advance|ArmedClash"},
            {"start": "2023-11-14", "type": "Capture|Advance|Entry", "label": "Malian Armed Forces"},
        ],
    ),
    "control: the rebels on the 13th, the army on the 14th by its own and Goïta's word": (
        "control",
        {"place": "Kidal"},
        [
            {"start": "2023-11-13", "holder": "Permanent Strategic Framework", "document": "002_"},
            {
                "start": "2023-11-14",
                "holder": "Malian Armed Forces",
                "claimant": "Malian Armed Forces",
                "document": "001_",
            },
            {
                "start": "2023-11-14",
                "holder": "Malian Armed Forces|armed and security forces",
                "claimant": "Assimi Goïta",
            },
        ],
    ),
    "invokes: the retaking of Kidal in application of Resolution 2690": (
        "invokes",
        {},
        [{"agreement": "2690", "claimant": "Assimi Goïta", "date": "2023-11-14", "document": "001_"}],
    ),
    "agreements: Resolution 2690 with its date": (
        "agreements",
        {},
        [{"agreement": "2690", "date": "2023-06-30", "kind": "Resolution"}],
    ),
    "contradictions: the army's word against its enemies'": (
        "contradictions",
        {},
        [
            {"quoteA|quoteB": "broke the defensive line"},
            {"quoteA|quoteB": "pushed back the Malian army"},
            {"quoteA|quoteB": "surrounded the Mali army"},
        ],
    ),
    "event-dates: the phones cut on one day or the next": (
        "event-dates",
        {},
        [
            {"label": "communications cut", "date": "2023-11-09", "document": "002_"},
            {"label": "communications cut", "date": "2023-11-10", "document": "003_"},
            {"label": "communications cut", "date": "2023-11-10", "document": "004_"},
            {"label": "communications cut", "initiator": "Permanent Strategic Framework", "document": "000_"},
        ],
    ),
    "measurements: people, distances and a deadline": (
        "measurements",
        {},
        [
            {"lower": "6754", "about": "MINUSMA", "document": "000_"},
            {"value": "25000", "unit": "person"},
            {"value": "112", "unit": "km", "document": "001_"},
            {"value": "110", "unit": "km", "document": "004_"},
            {"what": "withdrawal due by", "upper": "2023-12-31", "document": "000_"},
        ],
    ),
    "names-used: what each calls the same side": (
        "names-used",
        {"actor": "CSP-PSD"},
        [
            {"name": "terrorist armed groups", "speaker": "Malian Armed Forces", "document": "000_"},
            {"name": "GAT", "speaker": "Assimi Goïta", "document": "001_"},
            {"name": "rebels", "document": "001_"},
            {"name": "separatist groups"},
        ],
    ),
    "not-asserted: the army does not say that it took Kidal": (
        "not-asserted",
        {"place": "Kidal"},
        [
            {"type": "Capture", "polarity": "negated", "withheld": "true", "document": "002_"},
            {"modality": "planned|possible"},
        ],
    ),
    "problems: a Sunday that is none": (
        "problems",
        {},
        [{"document": "001_", "code": "weekday-mismatch", "message": "12 November 2023", "quote": "Sunday, August 12"}],
    ),
    "ties: who stands with whom": (
        "ties",
        {},
        [
            {
                "subject": "Malian Armed Forces|Wagner Group",
                "relation": "alliedWith",
                "object": "Wagner Group|Malian Armed Forces",
            },
            {"subject": "Jama'at Nusrat al-Islam wal-Muslimin", "object": "Al-Qaeda"},
            {"subject": "Assimi Goïta", "relation": "leads"},
            {"subject": "MINUSMA", "relation": "partOf", "object": "United Nations"},
            {"subject|object": "High Council for the Unity of Azawad"},
        ],
    ),
    "claimed-events: the vehicle, one event of two articles on the army's word": (
        "claimed-events",
        {},
        [{"type": "Destruction", "claimant": "Malian Armed Forces", "documents": "001_", "quotes": "vehicle"}],
    ),
    "background: ten years before": (
        "background",
        {},
        [
            {"start": "2020", "type": "Coup"},
            {"start": "2021", "type": "Coup"},
            {"start": "2012", "type": "Uprising"},
            {"start": "2014", "type": "Ceasefire"},
            {"start": "2023-08", "type": "Rearmament"},
            {"start": "2023-06", "type": "Request"},
        ],
    ),
}


@pytest.fixture(scope="module")
def seeds(seeds_store: Path) -> EmbeddedStore:
    return open_store(seeds_store)


def asked(store: EmbeddedStore, name: str, given: dict[str, str]) -> Answer:
    """The answer of a query as dictionaries of texts."""
    table = queries.run(store, queries.load(name), given)
    assert isinstance(table, Table)
    return table.texts()


def holds(row: dict[str, str], needle: Needle) -> bool:
    """Whether in each named column (or one of several) stands one of the wanted texts."""
    return all(
        any(w in row[c] for c in columns.split("|") for w in wanted.split("|")) for columns, wanted in needle.items()
    )


@pytest.mark.parametrize("case", CASES)
def test_the_seeds_show(seeds: EmbeddedStore, case: str) -> None:
    name, given, needles = CASES[case]
    answer = asked(seeds, name, given)
    missing = [needle for needle in needles if not any(holds(row, needle) for row in answer)]
    assert missing == []


def test_every_mention_of_the_2015_accord_is_one_node(seeds: EmbeddedStore) -> None:
    answer = asked(seeds, "agreements", {})
    accord = {row["agreement_iri"] for row in answer if "2015 peace agreement" in row["label"]}
    assert len(accord) == 1
    told = {(row["document"][:3], row["label"]) for row in answer if row["agreement_iri"] in accord}
    assert {document for document, _ in told} == {"001", "003", "004"}
    assert len({words for _, words in told}) == 3
    ceasefire = {row["agreement_iri"] for row in answer if "ceasefire" in row["label"] and "2014" in row["date"]}
    assert ceasefire
    assert not ceasefire & accord


def test_the_destroyed_vehicle_is_one_event_of_two_articles(seeds: EmbeddedStore) -> None:
    rows = [
        row for row in asked(seeds, "claimed-events", {}) if row["type"] == "Destruction" and "vehicle" in row["quotes"]
    ]
    told = [[document[:3] for document in row["documents"].split(" | ")] for row in rows]
    assert told == [["001", "002"]]


def test_no_actual_capture_of_kidal_on_the_13th(seeds: EmbeddedStore) -> None:
    days = {"place": "Kidal", "since": "2023-11-13", "until": "2023-11-13"}
    assert [row["label"] for row in asked(seeds, "timeline", days) if row["type"] == "Capture"] == []
