"""A flood of problems is told in part, and counted."""

from __future__ import annotations

from kg.model import Problem
from kg.readers.telling import Told


def test_each_problem_is_told_once_and_too_many_are_counted():
    told = Told(2)
    assert [told.is_new(Problem("x", str(number))) for number in (1, 1, 2, 3, 2, 4)] == [
        True,
        False,
        True,
        False,
        False,
        False,
    ]
    assert [problem.message for problem in told.rest()] == ["2 more problems are not told one by one"]
    assert list(Told().rest()) == []
