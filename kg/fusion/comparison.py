"""How like two reports of events are, and why: the sum of `FEATURES`, and what is `FORBIDDEN`."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from kg.fusion.corpus import Corpus
from kg.fusion.features import FEATURES, Feature
from kg.fusion.forbidden import FORBIDDEN, Check
from kg.fusion.pairs import Pair
from kg.fusion.reports import Report


@dataclass(frozen=True, slots=True)
class Comparison:
    """How like two reports are: `score`, what it is made of (explanation, points), and what forbids joining them."""

    score: float
    because: tuple[tuple[str, float], ...]
    forbidden: tuple[str, ...]


def compare(a: Report, b: Report, corpus: Corpus, but_for: Container[Feature | Check] = ()) -> Comparison:
    """How like two reports are, and why, `but_for` some features and checks; the same whichever comes first."""
    pair = Pair(a, b, corpus) if a.iri <= b.iri else Pair(b, a, corpus)
    asked = ((feature, weight) for feature, weight in FEATURES if feature not in but_for)
    marks = [(feature, mark * weight) for feature, weight in asked if (mark := feature(pair)) is not None]
    return Comparison(
        score=round(sum(points for _, points in marks), 6),
        because=tuple((explanation(feature), round(points, 6)) for feature, points in marks if points),
        forbidden=tuple(explanation(check) for check in FORBIDDEN if check not in but_for and check(pair)),
    )


def forbids(a: Report, b: Report, corpus: Corpus) -> bool:
    """Whether anything keeps two reports apart whatever the score."""
    pair = Pair(a, b, corpus)
    return any(check(pair) for check in FORBIDDEN)


def explanation(function: Feature | Check) -> str:
    """What a feature or check is shown as: the first line of its docstring."""
    return (function.__doc__ or "").partition("\n")[0]
