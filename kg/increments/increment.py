"""One increment: documents come and go, judgements change, and what follows is worked out anew where it can differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.fusion.blocking import number
from kg.fusion.corpus import Corpus
from kg.fusion.reports import Report
from kg.fusion.shelves import Entry
from kg.increments import labels
from kg.increments.disputes import Disputes
from kg.increments.entities import named, register
from kg.increments.grouping import clusters, pairs_of, regroup, reshelve
from kg.increments.keys import event_blocks, gain_blocks
from kg.increments.library import Library
from kg.increments.naming import rename
from kg.increments.outcomes import derive_situations, events_of, fuse_events
from kg.increments.reach import documents, names, reached
from kg.increments.results import Results
from kg.increments.shelves import ShelvesOnDisk
from kg.increments.standins import phrases_of, presume, relink
from kg.rdf import view_json
from kg.rdf.views import Views


@dataclass(frozen=True, slots=True)
class Come:
    """A document that has come: its IRI, the name of its file in the ledger, the digest of its text, what it says."""

    iri: str
    file: str
    text: str
    views: Views

    @property
    def id(self) -> int:
        return number(self.iri)

    @property
    def name(self) -> str:
        """The document's own id."""
        return self.views.documents[self.iri].id


def advance(
    library: Library, results: Results, gone: Iterable[str], come: Iterable[Come], judged: Iterable[str]
) -> None:
    """Bring books up to date that were right for the documents before.

    `gone` and `come` are IRIs of documents, and documents; one that reads otherwise now is in both. `judged` are the
    IRIs of all that is judged otherwise than before.
    """
    leaving = {number(iri) for iri in gone}
    arriving = {document.id: document for document in come}
    old = [(document, library.document(document)) for document in sorted(leaving)]
    new = [(document, arriving[document].views) for document in sorted(arriving)]
    was = reports_in(library, leaving)
    ended = events_of(library, was)
    changes = register(library, old, new)
    keep(library, leaving, list(arriving.values()))
    before, now = rename(library, changes.views | set(judged))
    labels.show(library, results, changes.views)
    labels.alias(results, before, now)
    labels.count(library, changes.views | {iri for (iri,) in named([*old, *new])})
    stirred, asked = reached(library, changes, before, now)
    known_as = {name for iri in judged for name in names(library, iri, before)}
    stirred |= arriving.keys() | documents(library, known_as) | holding(library, judged)
    told = {item: report for document in sorted(stirred) for item, report in library.reports(document).items()}
    gone_reports = frozenset(was - told.keys())
    asked |= {library.same.get(iri, iri) for iri in judged}
    follow(library, results, Stirred(told, gone_reports, frozenset(stirred), frozenset(leaving)), ended, asked)


@dataclass(frozen=True, slots=True)
class Stirred:
    """What must be looked at anew: reports by their numbers, those `gone`, and the documents they stand in or stood."""

    told: dict[int, Report]
    gone: frozenset[int]
    documents: frozenset[int]
    left: frozenset[int]

    @property
    def items(self) -> set[int]:
        """The reports, gone ones too."""
        return {*self.told, *self.gone}


def follow(library: Library, results: Results, stirred: Stirred, ended: set[str], asked: set[str]) -> None:
    """Work out what follows from reports for events, situations, contradictions and presumptions.

    `ended` are events of documents that are gone, `asked` actors of whom it is asked anew who they stand for.
    """
    corpus = library.corpus_of(stirred.told.values())
    compared = settle(library, "entries", stirred, corpus, event_blocks)
    gaining = settle(library, "gains", stirred, corpus, gain_blocks)
    asked = asked | relink(library, stirred.told, stirred.gone)
    regrouped = regroup(library, compared, set(stirred.gone))
    old = ended | events_of(library, regrouped.touched)
    groups = clusters(library, regrouped.touched)
    event_of = fuse_events(library, results, groups)
    group_of = {event_of[group[0].iri].iri: group for group in groups}
    for iri in sorted(old - group_of.keys()):
        results.drop(iri, "event")
    borne = derive_situations(library, results, groups, event_of, stirred.gone)
    disputes = Disputes(library, results)
    disputes.in_events(old, group_of)
    disputes.in_pairs("pairs", compared | stirred.gone, regrouped.pairs)
    rivals = pairs_of(library, ShelvesOnDisk(library.books, "gains"), gaining)
    disputes.in_pairs("rivals", gaining | stirred.gone, rivals)
    disputes.in_situations(borne | stirred.items)
    disputes.in_numbers(stirred.documents, stirred.left)
    disputes.settle()
    presume(library, results, asked | phrases_of(library, regrouped.touched))


Blocks = Callable[[Report, Corpus], tuple[Entry, ...]]


def settle(library: Library, table: str, stirred: Stirred, corpus: Corpus, blocks: Blocks) -> set[int]:
    """Put reports into their blocks; those that must be compared anew."""
    places = {item: blocks(report, corpus) for item, report in stirred.told.items()}
    moved = reshelve(ShelvesOnDisk(library.books, table), {**dict.fromkeys(stirred.gone, ()), **places})
    return (moved | stirred.told.keys()) - stirred.gone


def reports_in(library: Library, documents: Iterable[int]) -> set[int]:
    """The reports that stand in some documents."""
    return {item for (item,) in library.books.among("SELECT id FROM reports WHERE document IN (%s)", sorted(documents))}


def holding(library: Library, judged: Iterable[str]) -> set[int]:
    """The documents that judged reports and claims stand in."""
    keys = [number(iri) for iri in sorted(judged)]
    return set(library.documents_of(keys).values()) | {
        document for (document,) in library.books.among("SELECT document FROM claims WHERE id IN (%s)", keys)
    }


def keep(library: Library, leaving: Iterable[int], arriving: Iterable[Come]) -> None:
    """Keep the documents themselves."""
    books, gone = library.books, [(document,) for document in sorted(leaving)]
    for document in leaving:
        library.views.pop(document, None)
    books.tally("documents", -books.write("DELETE FROM documents WHERE id = ?", gone))
    for table in ("reports", "claims"):
        books.tally(table, -books.write(f"DELETE FROM {table} WHERE document = ?", gone))  # noqa: S608
    shelve(library, arriving)


def shelve(library: Library, arriving: Iterable[Come]) -> None:
    """Keep documents that were not there."""
    books = library.books
    for come in arriving:
        row = (come.id, come.iri, come.name, come.file, come.text, view_json.dumps(come.views))
        books.tally("documents", books.write("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)", [row]))
        for table, told in (("reports", come.views.events), ("claims", come.views.claims)):
            rows = [(number(iri), come.id) for iri in told]
            books.tally(table, books.write(f"INSERT INTO {table} (id, document) VALUES (?, ?)", rows))  # noqa: S608
        library.views[come.id] = come.views
