"""Arithmetic on days, months and years."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import calendar

DAYS = st.dates(min_value=date(2, 1, 1), max_value=date(9990, 1, 1))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-02-30", None, None),
        ("-0574", None, None),
        ("soon", None, None),
    ],
)
def test_edges_of_days_months_and_years(value: str, first: date | None, last: date | None) -> None:
    assert (calendar.first_day(value), calendar.last_day(value)) == (first, last)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_lies_within_a_week(day: date, weekday: int) -> None:
    before, after = calendar.weekday_before(day, weekday), calendar.weekday_after(day, weekday)
    assert before is not None and after is not None
    assert before <= day <= after
    assert before.weekday() == after.weekday() == weekday
    assert (after - before).days in (0, 7)


@given(DAYS, st.integers(-2400, 2400))
def test_months_forth_and_back(day: date, months: int) -> None:
    shifted = calendar.month_shifted(day, months)
    first = calendar.first_day(shifted) if shifted else None
    assert first is None or calendar.month_shifted(first, -months) == day.isoformat()[:7]
