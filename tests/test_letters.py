"""Letters without their accents."""

from __future__ import annotations

import pytest

from kg.letters import unaccented


@pytest.mark.parametrize(
    ("written", "bare"),
    [("Goïta", "Goita"), ("Kidal", "Kidal"), ("Dārfūr", "Darfur"), ("Łódź", "Łodz"), ("ﬁghters", "fighters"), ("", "")],
)
def test_marks_are_left_out(written: str, bare: str) -> None:
    assert unaccented(written) == bare
