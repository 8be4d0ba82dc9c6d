"""From the claims of many documents to events, situations, contradictions and presumptions.

A pure function of all that was read: the order in which documents came makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.fusion.blocking import candidates
from kg.fusion.clusters import clusters
from kg.fusion.contradictions import contradictions
from kg.fusion.corpus import Corpus
from kg.fusion.entities import same_names
from kg.fusion.events import event
from kg.fusion.findings import Case
from kg.fusion.judgement import Judge, decisions_of, different_of, rejected_of
from kg.fusion.presumptions import presumptions
from kg.fusion.reports import reports
from kg.fusion.rivals import RIVALS, gains
from kg.fusion.situations import situations
from kg.model import Contradiction, Decision, Event, Presumption, Situation
from kg.rdf.background import known
from kg.rdf.derived import presumption_iri
from kg.rdf.views import Views
from kg.settings import DEFAULT_BASE
from kg.vocabulary.fusion import FusionLexicon, fusion_lexicon

__all__ = ["Fusion", "fuse"]


@dataclass(frozen=True, slots=True)
class Fusion:
    """What fusion derives, each sorted by IRI; every event mention is in exactly one event."""

    events: tuple[Event, ...] = ()
    situations: tuple[Situation, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    presumptions: tuple[Presumption, ...] = ()


def fuse(
    views: Views,
    judgements: Iterable[Decision] = (),
    lexicon: FusionLexicon | None = None,
    base: str = DEFAULT_BASE,
) -> Fusion:
    """Everything derived from what was read, and from what people have decided about it."""
    made = tuple(judgements)
    decisions = decisions_of(made)
    corpus = Corpus(views, lexicon or fusion_lexicon(), known=known().iris, rejected=rejected_of(made))
    names = same_names(corpus, decisions)
    same = {iri: other for iri, (other, _) in names.items()}
    corpus = replace(corpus, same=same, different=different_of(decisions))
    told = reports(corpus)
    judge = Judge(corpus, decisions)
    pairs = tuple(candidates(told, corpus))
    groups = clusters(told, (*pairs, *judge.decided_pairs(told)), judge)
    events = [event(group, corpus, base) for group in groups]
    event_of = {mention: found for found in events for mention in found.mentions}
    gaining = (report for report in told if gains(report, corpus))
    rivals = tuple(candidates(gaining, corpus, groups=lambda report: (RIVALS,)))
    held = situations(told, event_of, corpus, base)
    aliases = [
        Presumption(presumption_iri(iri, other, base), iri, other, (why,)) for iri, (other, why) in names.items()
    ]
    return Fusion(
        events=tuple(sorted(events, key=lambda e: e.iri)),
        situations=tuple(held),
        contradictions=tuple(contradictions(Case(corpus, groups, pairs, tuple(held), rivals), base)),
        presumptions=tuple(sorted((*aliases, *presumptions(groups, corpus, base)), key=lambda p: p.iri)),
    )
