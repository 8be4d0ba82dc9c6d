"""What of a report can keep it apart from a report of another document: reports of one profile are kept apart alike."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields

from kg.fusion.corpus import Corpus
from kg.fusion.reports import Report
from kg.fusion.voices import is_quoted, quoted

Profile = tuple[Hashable, ...]
NOT_LOOKED_AT = frozenset({"view", "scene", "words", "voices", "prints", "earlier"})
"""What none of `FORBIDDEN` asks two documents about; every other field of a report counts, a new one too."""
SIDES = ("initiators", "targets")


def profile(report: Report, corpus: Corpus) -> Profile:
    """All that `FORBIDDEN` looks at, those known by a phrase alone as what they may be."""
    told: list[Hashable] = [report.view.type, report.earlier is not None]
    if report.family.hostile:
        told.append(tuple(sorted({part(iri, corpus) for iri in quoted(report, corpus)})))
    if report.denied:
        told.append((report.setting, is_quoted(report, corpus)))
    for field in fields(report):
        if field.name not in NOT_LOOKED_AT:
            value = getattr(report, field.name)
            told.append(tuple(sorted({part(iri, corpus) for iri in value})) if field.name in SIDES else value)
    return tuple(told)


def part(iri: str, corpus: Corpus) -> tuple[str, ...]:
    """An actor; one that only its document knows, and that has no ties, by its name, sides and state."""
    entity = corpus.views.entities.get(iri)
    if entity is None or entity.local_to is None or corpus.tied_to(iri):
        return (iri,)
    return ("", entity.label.casefold(), str(corpus.state(iri)), *sorted(corpus.sides(iri)))
