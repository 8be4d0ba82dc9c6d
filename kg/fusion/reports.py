"""All event mentions as reports, each completed by what its article tells before it."""

from __future__ import annotations

from collections import Counter

from kg.fusion.corpus import Corpus
from kg.fusion.discourse import completed
from kg.fusion.report import Report, Scene, report

__all__ = ["Report", "reports", "scenes_of"]

SETTING = 3
BEGINNING = 200
"""Within how many characters of an article it says where it is set."""


def reports(corpus: Corpus) -> tuple[Report, ...]:
    """Every event mention of the corpus as a report, in the order of their IRIs."""
    scenes = scenes_of(corpus)
    by_document: dict[str, list[Report]] = {}
    for view in corpus.views.events.values():
        by_document.setdefault(view.document, []).append(report(corpus, view, scenes))
    told = (one for several in by_document.values() for one in completed(several, corpus))
    return tuple(sorted(told, key=lambda one: one.iri))


def scenes_of(corpus: Corpus) -> dict[str, Scene]:
    """Where each document is set: places half as often named as the first at least; countries for want of others."""
    counts: dict[str, Counter[str]] = {}
    leads: dict[str, set[str]] = {}
    for mention in corpus.views.mentions.values():
        entity = corpus.canonical(mention.entity)
        if corpus.is_a(entity, "Place"):
            counts.setdefault(mention.document, Counter())[entity] += 1
            if mention.start < BEGINNING:
                leads.setdefault(mention.document, set()).add(entity)
    found = {}
    for document, counter in counts.items():
        small = {place: n for place, n in counter.items() if not corpus.is_a(place, "Country")}
        named = small or dict(counter)
        most = [place for place, n in named.items() if 2 * n >= max(named.values())]
        chief = sorted(most, key=lambda place: (-named[place], place))[:SETTING]
        surely = max(named.values()) > 1 or not leads.get(document, set()).isdisjoint(chief)
        found[document] = Scene(frozenset(chief), frozenset(small), surely)
    return found
