"""Which texts are known as copies of one another by their sketches alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sketches import DIGITS, KEPT, is_copy, keys, sketch

WIRE = """Fighters of the Arakan Army have taken the last army post in Paletwa, the group said on Sunday. Residents said
 the soldiers had left by boat during the night. India has closed the border crossing at Zorinpui and sent troops."""
COPY = WIRE.replace(", the group said on Sunday", ", it said") + " Aid workers could not be reached."
CUT = WIRE[: WIRE.index("India")]
REWRITTEN = """The last post of the military in Paletwa has fallen to the Arakan Army, according to a statement of the
 group. Soldiers fled at night in boats, people in the town said, and the crossing into India at Zorinpui was closed."""


@pytest.mark.parametrize(("other", "same"), [(WIRE, True), (COPY, True), (CUT, True), (REWRITTEN, False), ("", False)])
def test_what_is_a_copy(other: str, same: bool) -> None:
    """A text with a line changed, added or cut is a copy; the same news in other words is none."""
    assert is_copy(sketch(WIRE), sketch(other)) is same
    assert is_copy(sketch(other), sketch(WIRE)) is same


@given(st.lists(st.sampled_from(["army", "town", "said", "rebels", "Goma", "took"]), max_size=60).map(" ".join))
def test_a_sketch_is_short_and_of_the_words_alone(text: str) -> None:
    """A sketch does not grow with its text, and case and punctuation do not show in it."""
    made = sketch(text)
    assert made == sketch(text.upper().replace(" ", ", "))
    assert len(made) <= KEPT * DIGITS
    assert made.startswith("".join(keys(made)))
