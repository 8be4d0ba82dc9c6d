"""Problems as they are told: each once, and of a flood of them the first, with how many more there were."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Problem

MOST = 10_000
"""A file that is broken in more places than this is not read better by knowing them all, but fills the memory."""


class Told:
    """The problems of a run that have been told."""

    def __init__(self, most: int = MOST) -> None:
        self.most, self.problems, self.more = most, set[Problem](), 0

    def is_new(self, problem: Problem) -> bool:
        """Whether a problem is to be told: it has not been yet, and there were not too many."""
        if problem in self.problems:
            return False
        if len(self.problems) >= self.most:
            self.more += 1
            return False
        self.problems.add(problem)
        return True

    def rest(self) -> Iterator[Problem]:
        """How many were not told, where there are any."""
        if self.more:
            yield Problem("more-problems", f"{self.more:,} more problems are not told one by one", document="input")
