"""Contradictions, worked out anew where a change touches what they were found in.

A contradiction is kept with what it was found in: an event, a pair of reports or measurements, two situations. Found in
several, the gravest counts, as it does when everything is worked out at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, replace

from kg.fusion.blocking import number
from kg.fusion.clusters import Cluster
from kg.fusion.contradictions import contradictions, graver
from kg.fusion.corpus import Corpus
from kg.fusion.findings import Case
from kg.fusion.reports import Report
from kg.increments.keys import number_keys
from kg.increments.library import Library
from kg.increments.outcomes import situation_of
from kg.increments.results import Results
from kg.model import Contradiction
from kg.rdf import derived
from kg.rdf.view_json import frozen

Pairs = tuple[tuple[Report, Report], ...]


class Disputes:
    """The contradictions of a store, by what they were found in; `settle` puts those in place that were touched."""

    def __init__(self, library: Library, results: Results) -> None:
        self.library, self.books, self.results, self.base = library, library.books, results, results.base
        self.touched: set[str] = set()

    def in_events(self, old: Iterable[str], new: Mapping[str, Cluster]) -> None:
        """Look for contradictions within events; `old` are the IRIs of those that are no more, or anew."""
        for iri in sorted({*old, *new}):
            self._forget("source = ?", iri)
        for iri, group in sorted(new.items()):
            self._keep(iri, Case(self.library.corpus_of(group), (group,), (), ()))

    def in_pairs(self, source: str, compared: Iterable[int], pairs: Pairs) -> None:
        """Look for contradictions in the pairs that some reports make: all `pairs` worth comparing, or `rivals`."""
        owners = set(compared)
        self._disown(source, owners)
        corpus = self._without_numbers(self.library.corpus_of(report for pair in pairs for report in pair))
        case = Case(corpus, (), pairs, ()) if source == "pairs" else Case(corpus, (), (), (), pairs)
        self._keep(source, case, owners)

    def _without_numbers(self, corpus: Corpus) -> Corpus:
        return replace(corpus, views=replace(corpus.views, measurements={}))

    def in_situations(self, borne: Iterable[int]) -> None:
        """Look for contradictions between the situations that some reports bear out and others at the same places.

        How grave one is follows from all who bear out either situation: they all are looked at anew.
        """
        books, items = self.books, sorted(borne)
        states = {state for (state,) in books.among("SELECT state FROM states WHERE item IN (%s) AND site", items)}
        told = {item for (item,) in books.among("SELECT item FROM states WHERE state IN (%s)", sorted(states))}
        owners = {*items, *told}
        self._disown("situations", owners)
        sites = {site for (site,) in books.among("SELECT site FROM states WHERE state IN (%s)", sorted(states))}
        self._at(sites, owners)

    def _at(self, sites: Iterable[int], owners: set[int] | None = None) -> None:
        """Keep what is found at some places, of all reports or some."""
        books = self.books
        rows = list(books.among("SELECT state, item FROM states WHERE site IN (%s)", sorted(sites)))
        held = [situation_of(self.library, state, self.base) for state in sorted({state for state, _ in rows})]
        documents = self.library.documents_of({item for _, item in rows})
        corpus = self._without_numbers(self.library.corpus(documents.values()))
        self._keep("situations", Case(corpus, (), (), tuple(filter(None, held))), owners or {item for _, item in rows})

    def in_numbers(self, measured: Iterable[int], gone: Iterable[int]) -> None:
        """Look for contradictions between the measurements of some documents and others of the same things."""
        books, documents = self.books, sorted({*measured, *gone})
        old = {item for (item,) in books.among("SELECT item FROM measured WHERE document IN (%s)", documents)}
        books.write("DELETE FROM measured WHERE document = ?", [(document,) for document in documents])
        now = self.keep_numbers(measured)
        owners = old | {item for _, item, _ in now}
        self._disown("numbers", owners)
        self._of({key for key, _, _ in now}, owners)

    def keep_numbers(self, measured: Iterable[int]) -> list[tuple[int, int, int]]:
        """Keep by what keys the measurements of documents are found: key, measurement, document."""
        rows = [(key, item, document) for document in measured for item, key in self._number_keys(document)]
        self.books.write("INSERT INTO measured VALUES (?, ?, ?)", rows)
        return rows

    def _of(self, keys: Iterable[int], owners: set[int] | None = None) -> None:
        """Keep what is found between measurements that share a key, of all or some."""
        books = self.books
        wanted = dict(books.among("SELECT item, document FROM measured WHERE key IN (%s)", sorted(keys)))
        corpus = self.library.corpus(wanted.values())
        few = {iri: m for iri, m in corpus.views.measurements.items() if number(iri) in wanted}
        views = replace(corpus.views, measurements=few)
        self._keep("numbers", Case(replace(corpus, views=views), (), (), ()), owners or set(wanted))

    def _number_keys(self, document: int) -> list[tuple[int, int]]:
        corpus = self.library.nowhere
        told = self.library.document(document).measurements.values()
        return [(number(m.iri), key) for m in told for key in sorted(number_keys(m, corpus))]

    def settle(self) -> None:
        """Put every contradiction that was touched, as it is found gravest, or drop it."""
        for node in sorted(self.touched):
            self._settle(node, self.books.column("SELECT found FROM findings WHERE node = ?", node))

    def _settle(self, node: str, told: Iterable[str]) -> None:
        found = [Contradiction(*map(frozen, json.loads(text))) for text in told]
        if found:
            quads = derived.quads(contradictions=[min(found, key=graver)], base=self.base)
            self.results.put(node, "contradiction", quads)
        else:
            self.results.drop(node, "contradiction")

    def _forget(self, where: str, *values: str) -> None:
        for (node,) in self.books.rows(f"SELECT node FROM findings WHERE {where}", *values):  # noqa: S608
            self.touched.add(node)
        self.books.write(f"DELETE FROM findings WHERE {where}", [values])  # noqa: S608

    def _disown(self, source: str, owners: Iterable[int]) -> None:
        """Drop what was found in a source of some reports or measurements."""
        rows = self.books.among("SELECT owner, source, node FROM owners WHERE owner IN (%s)", sorted(owners))
        for node in sorted({node for _, of, node in rows if of == source}):
            self._forget("node = ? AND source = ?", node, source)
            self.books.write("DELETE FROM owners WHERE source = ? AND node = ?", [(source, node)])

    def _keep(self, source: str, case: Case, owners: set[int] | None = None) -> None:
        """Keep what is found in a case; of what has owners only what is of one of these."""
        claims = case.corpus.views.claims
        for found in contradictions(case, self.base):
            both = [number(claims[claim].states or "") for claim in (found.claim_a, found.claim_b)]
            if owners is None or not owners.isdisjoint(both):
                self._put(source, found)
                self.touched.add(found.iri)
                if owners is not None:
                    rows = [(owner, source, found.iri) for owner in both]
                    self.books.write("INSERT OR IGNORE INTO owners VALUES (?, ?, ?)", rows)

    def _put(self, source: str, found: Contradiction) -> None:
        row = (found.iri, source, json.dumps(astuple(found)))
        self.books.write("INSERT OR REPLACE INTO findings VALUES (?, ?, ?)", [row])
