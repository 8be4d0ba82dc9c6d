"""Contradictions between numbers: one thing measured twice, with bounds that do not meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import combinations

from kg.fusion.corpus import Corpus
from kg.fusion.findings import Case, Finding
from kg.fusion.windows import last_day
from kg.rdf.views import MeasurementView

LIKE = 0.5


def number(case: Case) -> Iterator[Finding]:
    """One thing is measured with numbers that cannot both hold.

    Ruled out: bounds that meet ("at least 6,754" and "7,000"), a rounder number ("110" for 112), a count that has
    grown since, and another thing counted.
    """
    corpus = case.corpus
    by_thing: dict[tuple[str, str], list[MeasurementView]] = {}
    for _, measurement in sorted(corpus.views.measurements.items()):
        if measurement.about and measurement.unit and measurement.value:
            by_thing.setdefault((corpus.canonical(measurement.about), measurement.unit), []).append(measurement)
    for _, several in sorted(by_thing.items()):
        for a, b in combinations(several, 2):
            if a.document != b.document and disagree(a, b) and same_measure(a, b, corpus) and not grown(a, b, corpus):
                for x in corpus.claims_on(a.iri):
                    for y in corpus.claims_on(b.iri):
                        yield Finding("number", x, y, reason(a, b))


def disagree(a: MeasurementView, b: MeasurementView) -> bool:
    """Whether the bounds do not meet, and neither number is the other one rounded."""
    low_a, high_a, low_b, high_b = (decimal(n) for n in (a.lower, a.upper, b.lower, b.upper))
    apart = (high_a is not None and low_b is not None and high_a < low_b) or (
        high_b is not None and low_a is not None and high_b < low_a
    )
    values = decimal(a.value), decimal(b.value)
    return apart and not (values[0] is not None and values[1] is not None and is_rounding(values[0], values[1]))


def is_rounding(a: Decimal, b: Decimal) -> bool:
    """Whether one number is the other with fewer digits: 110 of 112, 7000 of 6754."""
    rough, fine = sorted((a, b), key=lambda n: -trailing(n))
    return trailing(rough) > trailing(fine) and round(fine, -trailing(rough)) == rough


def trailing(value: Decimal) -> int:
    """How many zeros a whole number ends in; minus its decimals for one that is not whole."""
    digits = value.normalize().as_tuple()
    return int(digits.exponent)


def same_measure(a: MeasurementView, b: MeasurementView, corpus: Corpus) -> bool:
    """Whether what is counted is told in mostly the same words."""
    one, other = (words(m.what, corpus.lexicon.theme_stops) for m in (a, b))
    return one == other or bool(one and other and len(one & other) / max(len(one), len(other)) > LIKE)


def words(what: str | None, stops: frozenset[str]) -> frozenset[str]:
    return frozenset(w.removesuffix("s") for w in re.findall(r"\w+", (what or "").casefold()) if w not in stops)


def grown(a: MeasurementView, b: MeasurementView, corpus: Corpus) -> bool:
    """Whether the later article has the larger number of a count, which may have grown since."""
    if a.unit in ("km", "m", "mile"):
        return False
    days = [last_day(document.date) if (document := corpus.views.documents.get(m.document)) else None for m in (a, b)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    early, late = (a, b) if days[0] < days[1] else (b, a)
    return (decimal(early.value) or 0) < (decimal(late.value) or 0)


def decimal(value: str | None) -> Decimal | None:
    """An exact number; None where it is none."""
    try:
        return None if value is None else Decimal(value)
    except InvalidOperation:
        return None


def reason(a: MeasurementView, b: MeasurementView) -> str:
    values = " and ".join(sorted(f"{m.value} {m.unit}" for m in (a, b)))
    return f"{a.what or 'the same'}: {values} cannot both be right"
