"""The texts of an article: the one that is in force, and earlier ones that it has superseded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby

import pyoxigraph as ox

from kg.errors import StoreError
from kg.explaining.lookup import rows
from kg.ledger import Ledger
from kg.ledger.headings import about, graph_in, moment
from kg.ledger.sources import source_key
from kg.store import EmbeddedStore, Store

DOCUMENTS = """
SELECT ?iri ?id ?published ?retrieved ?origin ?url ?reader ?text {
  ?iri a kg:Document ; dcterms:identifier ?id ; kg:textHash ?text .
  OPTIONAL { ?iri dcterms:source ?url }
  OPTIONAL { ?iri kg:date ?published }
  OPTIONAL { ?iri kg:retrieved ?retrieved }
  OPTIONAL { ?iri kg:origin ?origin }
  OPTIONAL { ?iri kg:readBy ?reader }
}
"""
NAMES = ("iri", "id", "published", "retrieved", "origin", "url", "reader", "text")


@dataclass(frozen=True, slots=True)
class Revision:
    """A text of an article: the IRI and id of its document, whether that is in force, the SHA-256 of the text, the day
    it was published and the moment it was retrieved (ISO 8601), the file and address it came from, and its reader.

    What is not known is "".
    """

    iri: str
    id: str
    in_force: bool
    text: str
    published: str = ""
    retrieved: str = ""
    origin: str = ""
    url: str = ""
    reader: str = ""

    @property
    def article(self) -> str:
        """What the revisions of one article have in common, and no others."""
        return source_key(self.url) or self.iri

    @property
    def rank(self) -> tuple[str, bool, str, str, str, str]:
        """By this the revisions of an article stand together, the later the greater, the one in force last."""
        return self.article, self.in_force, self.published, moment(self.retrieved), self.text, self.iri


def revisions(ledger: Ledger, store: Store, document: str | None = None) -> list[Revision]:
    """The revisions of each article of which there are several, from the oldest to the one in force.

    With `document` (an id, an IRI, an address) those of its article alone, and be there only one. Raises `StoreError`
    where there is no such document.
    """
    found = sorted((*told(store, in_force=True), *told(earlier(ledger), in_force=False)), key=lambda each: each.rank)
    articles = [list(each) for _, each in groupby(found, key=lambda each: each.article)]
    if document is None:
        return [each for article in articles if len(article) > 1 for each in article]
    key = source_key(document)
    meant = [one for one in articles if any(document in (each.id, each.iri) or each.article == key for each in one)]
    if not meant:
        raise StoreError(f"the store in {ledger.folder} has no document {document!r}")
    return [each for article in meant for each in article]


def told(store: Store, *, in_force: bool) -> Iterator[Revision]:
    """What a store says of its documents."""
    for row in rows(store, DOCUMENTS):
        known = {name: row[name].value for name in NAMES if row[name] is not None}
        yield Revision(in_force=in_force, **known)


def earlier(ledger: Ledger) -> Store:
    """What the superseded documents of a ledger say of themselves."""
    found = ox.Store()
    for file in ledger.listed("revisions").values():
        lines = ledger.graph(file)
        graph = graph_in(lines[: lines.find(b"\n") + 1], file)
        found.extend(ox.parse(about(graph, lines), format=ox.RdfFormat.N_QUADS))
    return EmbeddedStore(found)


def differences(ledger: Ledger, found: list[Revision]) -> Iterator[str]:
    """What each revision changed in the one before, line by line, as a unified difference.

    Raises `StoreError` where a text is missing.
    """
    for _, article in groupby(found, key=lambda each: each.article):
        before, *after = article
        for each in after:
            older, newer = (ledger.text(one.text).splitlines() for one in (before, each))
            yield from unified_diff(older, newer, called(before), called(each), lineterm="")
            before = each


def called(revision: Revision) -> str:
    """A revision as a difference calls it: its id, and when it was published and retrieved."""
    return " ".join(part for part in (revision.id, revision.published, revision.retrieved) if part)
