"""Dates as stretches of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.fusion.windows import FIRST, LAST, Window, window


def days(first: str, last: str) -> Window:
    return Window(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-11-14", "2023-11-14", days("2023-11-14", "2023-11-14")),
        ("2023-02", "2023-02", days("2023-02-01", "2023-02-28")),
        ("2012", "2013", days("2012-01-01", "2013-12-31")),
        ("2023-11-10", None, Window(date(2023, 11, 10).toordinal(), LAST)),
        (None, "2023-12-31", Window(FIRST, date(2023, 12, 31).toordinal())),
        (None, None, None),
        ("soon", None, None),
        ("2023-13", "2023-02-30", None),
        ("2023-11-14", "2023-11-13", None),
    ],
)
def test_window(start: str | None, end: str | None, expected: Window | None) -> None:
    """What is no date, and what ends before it starts, is no window."""
    assert window(start, end) == expected


WINDOWS = st.tuples(st.integers(700000, 700040), st.integers(700000, 700040)).map(lambda p: Window(min(p), max(p)))


@given(WINDOWS, WINDOWS)
def test_meeting_and_gap(a: Window, b: Window) -> None:
    """Two windows either share a day or have a gap; both are the same seen from either."""
    assert a.overlaps(b) == b.overlaps(a) == (a.gap(b) == 0) == (b.gap(a) == 0)
