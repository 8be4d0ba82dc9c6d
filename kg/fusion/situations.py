"""Who holds what, which agreement is in force, who is where: intervals derived from events by `ontology/fusion.ttl`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.fusion.corpus import Corpus
from kg.fusion.events import narrowest
from kg.fusion.reports import Report
from kg.fusion.stances import affirms
from kg.model import Event, Situation, SituationKind, TimeInterval
from kg.rdf.derived import situation_iri
from kg.vocabulary.fusion import SituationRule

VERBS: Mapping[str, str] = {"Control": "holds", "Presence": "is present in", "AgreementStatus": "is"}


@dataclass(frozen=True, slots=True)
class State:
    """What a situation is of: its kind, whose it is, where, its value and its days."""

    kind: SituationKind
    subject: str
    place: str | None
    value: str
    start: str | None
    end: str | None


def situations(reports: Iterable[Report], event_of: Mapping[str, Event], corpus: Corpus, base: str) -> list[Situation]:
    """Every situation that an affirmed, actual claim bears out, with all such claims."""
    claims: dict[State, set[str]] = {}
    events: dict[State, set[str]] = {}
    for report in reports:
        event = event_of[report.iri]
        for state, bearing in borne_out(report, event, corpus):
            claims.setdefault(state, set()).update(bearing)
            events.setdefault(state, set()).add(event.iri)
    found = [situation(state, claims[state], events[state], corpus, base) for state in claims]
    return sorted(found, key=lambda s: s.iri)


def borne_out(report: Report, event: Event, corpus: Corpus) -> Iterator[tuple[State, frozenset[str]]]:
    """The states that one report bears out, each with the claims (IRIs) that it does so by."""
    bearing = frozenset(claim.iri for claim in corpus.claims_on(report.iri) if affirms(claim))
    for state in states(report, event, corpus) if bearing else ():
        yield state, bearing


def states(report: Report, event: Event, corpus: Corpus) -> Iterator[State]:
    """The states that one report begins, ends or bears out; who takes an airport does not hold the town."""
    for rule in () if report.parts else corpus.lexicon.situations:
        if report.view.type in rule.types:
            for subject in first_filled(report, rule.subject):
                start, end = days(report, event, rule, corpus)
                for place in narrowest(first_filled(report, rule.at), corpus) if rule.at else (None,):
                    if place is None or (corpus.is_a(place, "Place") and place != subject):
                        yield State(rule.kind, subject, place, rule.value, start, end)


def first_filled(report: Report, roles: Iterable[str]) -> tuple[str, ...]:
    """Who fills the first of the roles that anybody fills."""
    return next((tuple(sorted(filled)) for role in roles if (filled := getattr(report, role))), ())


def days(report: Report, event: Event, rule: SituationRule, corpus: Corpus) -> tuple[str | None, str | None]:
    """The days of a situation: from an event that begins it, until one that ends it, during one that bears it out.

    A report without a certain time of its own takes that of its event; what is said to hold without one holds on the
    day of writing.
    """
    start, end = report.view.start, report.view.end
    if not report.certain and rule.phase == "during":
        document = corpus.views.documents.get(report.view.document)
        start = end = document.date if document else None
    elif not report.certain and event.time:
        start, end = event.time.start, event.time.end
    if rule.phase == "begins":
        return start, None
    return (None, end or start) if rule.phase == "ends" else (start, end)


def situation(state: State, claims: Iterable[str], events: Iterable[str], corpus: Corpus, base: str) -> Situation:
    known = state.start is not None or state.end is not None
    time = TimeInterval(state.start, state.end) if known else None
    resting = tuple(sorted(claims))
    what = corpus.label(state.place) if state.place else state.value
    return Situation(
        iri=situation_iri(state.kind, state.subject, state.place, state.value, time, resting, base=base),
        kind=state.kind,
        label=f"{corpus.label(state.subject)} {VERBS[state.kind]} {what}",
        subject=state.subject,
        value=state.value,
        time=time,
        claims=resting,
        events=tuple(sorted(events)),
        place=state.place,
    )
