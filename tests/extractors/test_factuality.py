"""Polarity and modality of events: what is planned, possible, demanded, denied or negated is never actual."""

from __future__ import annotations

import pytest

from tests.extractors.test_events import of_type, read

CASES = [
    ("The army captured the town of Bara.", "Capture", "affirmed", "actual"),
    ("The army did not capture the town of Bara.", "Capture", "negated", "actual"),
    ("The army will capture the town of Bara.", "Capture", "affirmed", "planned"),
    ("The army is trying to capture the town of Bara.", "Capture", "affirmed", "planned"),
    ("The army may capture the town of Bara.", "Capture", "affirmed", "possible"),
    ("If the army captures the town of Bara, residents will flee.", "Capture", "affirmed", "possible"),
    ("The president urged the army to capture the town of Bara.", "Capture", "affirmed", "demanded"),
    ("The army must capture the town of Bara.", "Capture", "affirmed", "demanded"),
    ("The army denied capturing the town of Bara.", "Capture", "affirmed", "denied"),
    ("The army failed to capture the town of Bara.", "Capture", "negated", "actual"),
    ("The army cut phone lines to prevent attacks in the town of Bara.", "Attack", "negated", "planned"),
    ("The army's plan to capture the town of Bara leaked.", "Capture", "affirmed", "planned"),
    ("The army does not mention having captured the town of Bara.", "Capture", "negated", "actual"),
    ("The army announced that it would attack the town of Bara.", "Attack", "affirmed", "planned"),
    ("Rebels left the town of Bara without attacking soldiers.", "Attack", "negated", "actual"),
]


@pytest.mark.parametrize(("text", "name", "polarity", "modality"), CASES, ids=[c[0] for c in CASES])
def test_factuality(text: str, name: str, polarity: str, modality: str) -> None:
    found = [(event.polarity, event.modality) for event in of_type(read(text), name)]
    assert (polarity, modality) in found
