"""The whole store as fusion asks about it, read from the books as far as it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from itertools import product
from typing import Any

from kg.fusion.blocking import number
from kg.fusion.corpus import Corpus, strength_of
from kg.fusion.judgement import Judge, decisions_of, different_of, rejected_of
from kg.fusion.reports import Report, reports
from kg.fusion.things import kinds_of
from kg.increments.background import Background
from kg.increments.books import Books
from kg.increments.corpus import Pair, StoredCorpus
from kg.increments.ondemand import OnDemand
from kg.model import Decision
from kg.rdf import view_json
from kg.rdf.background import known
from kg.rdf.view_union import entity as united
from kg.rdf.views import EntityView, Views

MOST_DOCUMENTS, MOST_ENTITIES, MOST_ANSWERS = 1_000, 20_000, 100_000
"""How much is kept at hand while many documents are worked through: more is faster, less takes less memory."""


class Library:
    """The documents, entities and relations of a store, each fetched when it is first asked for.

    `background` is what was known before any document, `decisions` what people have decided.
    """

    def __init__(self, books: Books, background: Background, decisions: Iterable[Decision]) -> None:
        self.books, self.background = books, background
        made = tuple(decisions)
        self.decisions, self.rejected = decisions_of(made), rejected_of(made)
        self.different = different_of(self.decisions)
        self.entities = OnDemand(self._entity)
        self.same = OnDemand(self._same)
        self.kinds = OnDemand(self._kinds)
        self.heads = OnDemand(self._head)
        self.bodies = OnDemand(self._body)
        self.ties = OnDemand(self._tie)
        self.tied = OnDemand(self._tied)
        self.answers: dict[tuple[str, ...], Any] = {}
        self.views: dict[int, Views] = {}
        self.told: dict[int, dict[int, Report]] = {}

    @property
    def judged(self) -> list[str]:
        """The IRIs of all that a person has judged together with another, in their order."""
        return sorted({iri for pair in self.decisions for iri in pair})

    @property
    def nowhere(self) -> StoredCorpus:
        """What is known of entities, without any document."""
        return self.corpus(())

    def corpus(self, documents: Iterable[int]) -> StoredCorpus:
        """The corpus of some documents."""
        found: dict[str, dict[str, Any]] = {kind.name: {} for kind in fields(Views)}
        for document in sorted(set(documents)):
            for kind, records in found.items():
                if kind != "entities":
                    records.update(getattr(self.document(document), kind))
        return self._corpus(Views(**{**found, "entities": self.entities}))

    def corpus_of(self, reports: Iterable[Report]) -> StoredCorpus:
        """The corpus of the documents that some reports stand in."""
        return self.corpus(map(number, {report.view.document for report in reports}))

    def _corpus(self, views: Views) -> StoredCorpus:
        rules = self.background.lexicon
        return StoredCorpus(views, rules, self.same, known().iris, self.rejected, self.different, library=self)

    def judge(self, corpus: Corpus) -> Judge:
        """Who decides on pairs of reports of a corpus."""
        return Judge(corpus, self.decisions)

    def document(self, document: int) -> Views:
        """What one document says."""
        if document not in self.views:
            self.views[document] = view_json.loads(self.books.one("SELECT views FROM documents WHERE id = ?", document))
        return self.views[document]

    def reports(self, document: int) -> dict[int, Report]:
        """The reports of one document by their numbers: they follow from it and its entities alone."""
        if document not in self.told:
            corpus = self._corpus(replace(self.document(document), entities=self.entities))
            self.told[document] = {number(report.iri): report for report in reports(corpus)}
        return self.told[document]

    def documents_of(self, items: Iterable[int]) -> dict[int, int]:
        """The documents that some reports stand in."""
        return dict(self.books.among("SELECT id, document FROM reports WHERE id IN (%s)", items))

    def reports_of(self, items: Iterable[int]) -> dict[int, Report]:
        """Some reports by their numbers."""
        found = self.documents_of(items)
        return {item: self.reports(document)[item] for item, document in sorted(found.items())}

    def forget(self, entities: Iterable[str] = ()) -> None:
        """Find anew what hangs on entities that have changed."""
        if changed := tuple(entities):
            self.entities.forget(*changed)
        self._forget_answers()
        self.told.clear()

    def _forget_answers(self) -> None:
        for mapping in (self.same, self.kinds, self.heads, self.bodies, self.ties, self.tied):
            mapping.forget()
        self.answers.clear()

    def leave(self) -> None:
        """Put all documents back: what comes next needs others."""
        self.views.clear()
        self.entities.forget()
        self.forget()

    def tidy(self) -> None:
        """Put back the documents that were fetched longest ago, and answers where they are many, while nothing changes.

        So memory stays bounded however much is read.
        """
        for kept in (self.views, self.told):
            for document in list(kept)[: max(0, len(kept) - MOST_DOCUMENTS)]:
                del kept[document]
        if len(self.answers) > MOST_ANSWERS or len(self.entities.found) > MOST_ENTITIES:
            self.entities.forget()
            self._forget_answers()

    def _entity(self, iri: str) -> EntityView | None:
        rows = self.books.column("SELECT view FROM described WHERE entity = ?", iri)
        told = [*map(view_json.entity_loads, rows), *filter(None, [self.background.entities.get(iri)])]
        return united(told) if told else None

    def _same(self, iri: str) -> str | None:
        found: str | None = self.books.one("SELECT other FROM same WHERE entity = ?", iri)
        return found

    def _kinds(self, iri: str) -> frozenset[str] | None:
        entity = self.entities.get(iri)
        return kinds_of(entity, self.background.lexicon) if entity else None

    def alike(self, iri: str) -> list[str]:
        """All names that lead to an entity, its own included; none where it is itself another under another name."""
        if iri in self.same:
            return []
        return [iri, *self.books.column("SELECT entity FROM same WHERE other = ? ORDER BY entity", iri)]

    def relations(self, iri: str) -> list[tuple[str, str, str]]:
        """The standing relations that an entity is in, as its documents or the background have them."""
        told = self.books.rows("SELECT kind, one, other FROM relations WHERE one = ?", iri)
        told += self.books.rows("SELECT kind, one, other FROM relations WHERE other = ?", iri)
        return sorted({*told, *self.background.relations.get(iri, ())})

    def _tie(self, pair: Pair) -> float | None:
        if pair[1] not in self.tied.get(pair[0], ()):
            return None
        kinds = [
            kind
            for one, other in product(*map(self.alike, pair))
            for a, b in ((one, other), (other, one))
            for kind in self._kinds_between(a, b)
        ]
        return max(map(strength_of, kinds), default=0.0) or None

    def _kinds_between(self, one: str, other: str) -> list[str]:
        told = self.books.column("SELECT kind FROM relations WHERE one = ? AND other = ?", one, other)
        return told + [kind for kind, a, b in self.background.relations.get(one, ()) if (a, b) == (one, other)]

    def _tied(self, iri: str) -> frozenset[str]:
        told = (relation for name in self.alike(iri) for relation in self.relations(name))
        pairs = ((one, other) for kind, one, other in told if strength_of(kind))
        ends = {(self.same.get(one, one), self.same.get(other, other)) for one, other in pairs}
        return frozenset(other if one == iri else one for one, other in ends)

    def _head(self, iri: str) -> str | None:
        states = map(self.nowhere.state, self._led_by(iri))
        return max(filter(None, states), default=None)

    def _body(self, iri: str) -> str | None:
        return max(filter(self.nowhere.may_hold, self._led_by(iri)), default=None)

    def _led_by(self, iri: str) -> list[str]:
        """What a person leads or belongs to; none for all else."""
        return [
            self.same.get(other, other)
            for name in self.alike(iri)
            if "Person" in self.kinds.get(name, ())
            for kind, one, other in self.relations(name)
            if one == name and kind in ("leads", "memberOf")
        ]
