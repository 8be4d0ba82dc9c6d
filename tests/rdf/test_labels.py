"""Events in words."""

from __future__ import annotations

import pytest

from kg.rdf.labels import event_label

CASES = [
    (("Capture", {"initiators": ["M23"], "places": ["Goma"]}), "capture of Goma by M23"),
    (("AirStrike", {"initiators": ["Russia"], "targets": ["Kharkiv"]}), "air strike on Kharkiv by Russia"),
    (("Statement", {}), "statement"),
    (
        ("Meeting", {"initiators": ["Petro"], "targets": ["ELN"], "places": ["Caracas"]}),
        "meeting with ELN by Petro in Caracas",
    ),
    (("ArmedClash", {"initiators": ["A", "B"], "targets": ["B", "A"]}), "armed clash between B and A"),
    (
        ("Withdrawal", {"initiators": ["UN"], "participants": ["UN", "Chad"], "places": ["Tessit"]}),
        "withdrawal from Tessit by UN with Chad",
    ),
    (("Destruction", {"theme": "a bridge", "places": ["Chin State"]}), "destruction of a bridge in Chin State"),
    (("Advance", {"theme": "Sake", "places": ["Sake"]}), "advance on Sake"),
    (("Arrest", {"targets": ["A", "B", "C", "D"]}), "arrest of A, B, C and others"),
    (("Looting", {"theme": "word " * 20}), "looting of " + ("word " * 12).strip() + " …"),
]


@pytest.mark.parametrize(("event", "label"), CASES, ids=[label for _, label in CASES])
def test_a_label_reads_as_a_person_would_say_it(event: tuple[str, dict[str, object]], label: str) -> None:
    name, roles = event
    assert event_label(name, **roles) == label
