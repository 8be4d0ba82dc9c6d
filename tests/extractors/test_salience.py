"""The main event of a text stands first."""

from __future__ import annotations

import pytest

from tests.extractors.test_events import read

MAIN = [
    ("Rebels captured the town of Bara on Monday. The UN chief condemned the attack in a statement.", "Capture"),
    ("The ministry issued a statement saying gunmen had kidnapped ten students in Kaduna.", "Abduction"),
    ("Thousands protested in Lima on Friday. Officials had met union leaders in March.", "Protest"),
    ("Kenya may deploy troops. Gunmen killed six villagers in Zamfara on Sunday.", "Killing"),
]


@pytest.mark.parametrize(("text", "first"), MAIN, ids=[m[1] for m in MAIN])
def test_main_event(text: str, first: str) -> None:
    assert read(text).events[0].type == first
