"""Contradictions between numbers: one thing measured twice, with bounds that do not meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import combinations, product

from kg.fusion.corpus import Corpus
from kg.fusion.findings import Case, Finding
from kg.fusion.report import Report
from kg.fusion.windows import last_day
from kg.rdf.views import ClaimView, MeasurementView

LIKE, MAYBE = 0.5, 0.3
LENGTHS = frozenset({"km", "m", "mile"})
SHARE = re.compile(r"\b(\w+) of (?:the|these|those|them|whom|its|their|our)\b")
Measurements = tuple[MeasurementView, MeasurementView]


def number(case: Case) -> Iterator[Finding]:
    """One thing is measured, or those who come to harm in one event are counted, with numbers that cannot both hold.

    Ruled out: bounds that meet ("at least 6,754" and "7,000"), a rounder number ("110" for 112), a count that has
    grown since (but for the two sides of a fight, of which neither brings the other's count up to date), another thing
    counted, and some of those whom the other counts.
    """
    corpus = case.corpus
    for a, b in (*measured_twice(corpus), *counted_twice(case)):
        if disagree(a, b):
            has_grown = grown(a, b, corpus)
            for x, y in product(corpus.claims_on(a.iri), corpus.claims_on(b.iri)):
                two_voices = a.document != b.document or x.claimant != y.claimant
                if two_voices and (not has_grown or are_parties(x, y, corpus)):
                    yield Finding("number", x, y, reason(a, b), weight=distance(a, b))


def measured_twice(corpus: Corpus) -> Iterator[Measurements]:
    """Measurements of one thing, in the same words, by different articles."""
    by_thing: dict[tuple[str, str], list[MeasurementView]] = {}
    for _, measurement in sorted(corpus.views.measurements.items()):
        if measurement.about and measurement.unit and measurement.value:
            by_thing.setdefault((corpus.canonical(measurement.about), measurement.unit), []).append(measurement)
    for _, several in sorted(by_thing.items()):
        pairs = combinations(several, 2)
        yield from ((a, b) for a, b in pairs if a.document != b.document and same_measure(a, b, corpus))


def counted_twice(case: Case) -> Iterator[Measurements]:
    """Counts of those to whom one event is done, by different sentences, that may be of the same."""
    corpus = case.corpus
    for cluster in case.clusters:
        counts = {
            m.iri: m
            for report in cluster
            for m in corpus.told_beside(report.view)
            if is_counted(m, report, corpus) and not is_share(m, corpus)
        }
        for (_, a), (_, b) in combinations(sorted(counts.items()), 2):
            if a.unit == b.unit and a.quote != b.quote and same_counted(a, b, corpus):
                yield a, b


def is_counted(measurement: MeasurementView, report: Report, corpus: Corpus) -> bool:
    """Whether a number counts those to whom an event is done, or the things: "vehicles destroyed" where it destroys.

    "Three of them" are only some of those.
    """
    what = frozenset((measurement.what or "").casefold().split())
    if measurement.about:
        return measurement.about in report.view.targets and not (what and what <= corpus.lexicon.share_words)
    done = report.view.trigger.casefold() in what
    return done and measurement.unit not in LENGTHS


def is_share(measurement: MeasurementView, corpus: Corpus) -> bool:
    """Whether a number is of some of a known whole: "six of the 29 people", "three of the wounded"."""
    told = (corpus.lexicon.numbers.get(word, word) for word in SHARE.findall(measurement.quote.casefold()))
    return any(decimal(str(number)) == decimal(measurement.value) for number in told)


def same_counted(a: MeasurementView, b: MeasurementView, corpus: Corpus) -> bool:
    """Whether two counts are of the same people, or of things of one name."""
    if a.about and b.about:
        return same_people(a, b, corpus)
    return not (a.about or b.about)


def same_people(a: MeasurementView, b: MeasurementView, corpus: Corpus) -> bool:
    """Whether two counts are of the same people, or one of more people than there are in all.

    One article calls people by other words where they are others ("soldiers", "raiders").
    """
    wide_a, wide_b = (corpus.is_anybody(str(m.about)) for m in (a, b))
    if wide_a == wide_b:
        others = a.document == b.document and corpus.words(str(a.about)).isdisjoint(corpus.words(str(b.about)))
        return wide_a or corpus.likeness(str(a.about), str(b.about)) >= (LIKE if others else MAYBE)
    some, everybody = (b, a) if wide_a else (a, b)
    return (decimal(some.lower) or 0) > (decimal(everybody.upper) or Decimal("Infinity"))


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
    """Whether a later article has the larger number of a count, which may have grown since."""
    if a.unit in LENGTHS:
        return False
    days = [last_day(document.date) if (document := corpus.views.documents.get(m.document)) else None for m in (a, b)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    early, late = (a, b) if days[0] < days[1] else (b, a)
    return (decimal(early.value) or 0) < (decimal(late.value) or 0)


def are_parties(one: ClaimView, other: ClaimView, corpus: Corpus) -> bool:
    """Whether two claims are made by two who may fight each other, or by their people."""
    a, b = (corpus.body(corpus.canonical(claim.claimant)) for claim in (one, other))
    return corpus.may_hold(a) and corpus.may_hold(b) and corpus.likeness(a, b) < 0


def decimal(value: str | None) -> Decimal | None:
    """An exact number; None where it is none."""
    try:
        return None if value is None else Decimal(value)
    except InvalidOperation:
        return None


def distance(a: MeasurementView, b: MeasurementView) -> float:
    """How far two numbers are apart: 0 equal, 0.5 one twice the other, to 1."""
    small, large = sorted(abs(decimal(m.value) or Decimal(0)) for m in (a, b))
    return float(1 - small / large) if large else 0.0


def reason(a: MeasurementView, b: MeasurementView) -> str:
    values = " and ".join(sorted(f"{m.value} {m.unit}" for m in (a, b)))
    return f"{a.what or 'the same'}: {values} cannot both be right"
