"""What became of each answer, and the figures made of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """One answer and one guess that were paired, an answer nobody guessed, or a guess that is no answer.

    `quote` is the text they stand at; `wanted` and `guessed` are what was to be found there and what was found,
    None where there is none. `document` and its `part` of the gold set are filled in by `evaluate`.
    """

    measure: str
    quote: str
    wanted: str | None
    guessed: str | None
    right: bool
    document: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Right, guessed and wanted answers of one measure in one part of the gold set."""

    measure: str
    part: str
    right: int
    guessed: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / max(self.guessed, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are."""
        return 2 * self.right / max(self.guessed + self.wanted, 1)


def scores(outcomes: Iterable[Outcome]) -> tuple[Score, ...]:
    """One score a measure and part, in the order they first come."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for outcome in outcomes:
        count = counts.setdefault((outcome.measure, outcome.part), Counter())
        count["right"] += outcome.right
        count["guessed"] += outcome.guessed is not None
        count["wanted"] += outcome.wanted is not None
    return tuple(Score(*key, c["right"], c["guessed"], c["wanted"]) for key, c in counts.items())


def confusions(outcomes: Iterable[Outcome], measure: str) -> list[tuple[str, str, int]]:
    """What was wanted, what was guessed in its stead, how often; most frequent first."""
    pairs = Counter(
        (o.wanted, o.guessed) for o in outcomes if o.measure == measure and o.wanted and o.guessed and not o.right
    )
    return [(wanted, guessed, count) for (wanted, guessed), count in sorted(pairs.items(), key=lambda p: (-p[1], p[0]))]
