"""Values of objects that describe articles."""

from __future__ import annotations

import pytest

from kg.readers.base.fields import day


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-11-13", "2023-11-13"),
        ("2023-11", "2023-11"),
        ("2023", "2023"),
        ("2023-11-13T08:00:00+01:00", "2023-11-13"),
        ("2023-02-30", None),
        ("13.11.2023", None),
        ("0000", None),
    ],
)
def test_dates_are_kept_as_precise_as_known(value, expected):
    assert day(value) == expected
