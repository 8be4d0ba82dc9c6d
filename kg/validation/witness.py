"""What stands behind a node that breaches its shape: the document it is of, and the words it rests on."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox

from kg.rdf.namespaces import DCTERMS, GAF, KG, OA
from kg.validation.findings import Quote
from kg.validation.source import Source, Term

LEADS = (
    *(KG.dateEvidence, KG.trigger, GAF.denotedBy, KG.basedOn, KG.claimA, KG.claimB, KG.about, KG.judges),
    KG.presumes,
)
"""What leads from a node without a quote to one that may have one, the nearest first."""
LED = (OA.hasSelector, KG.alternative, KG.states, KG.refersTo, KG.time)
"""What leads to such a node from one that may have a quote."""
FURTHEST = 3


class Witness:
    """Reads what stands behind nodes from a source of statements."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def graph(self, node: Term) -> str | None:
        """The named graph that describes a node; of several the first by name."""
        names = (quad.graph_name for quad in self.source.about(node))
        return min((name.value for name in names if isinstance(name, ox.NamedNode)), default=None)

    def document(self, node: Term, quote: Quote | None, graph: str | None) -> str | None:
        """The id of the document that a node is of: that of its quote, the one it names, or that of its graph."""
        of_quote = [ox.NamedNode(quote.document)] if quote and quote.document else []
        of_graph = [ox.NamedNode(graph)] if graph else []
        for document in (*of_quote, *self.source.values(node, KG.document), node, *of_graph):
            if (found := self.text(document, DCTERMS.identifier)) is not None:
                return found
        return None

    def quote(self, node: Term, graph: str | None) -> Quote | None:
        """The words that a node rests on, most directly; those on what many documents name are from `graph`."""
        here: Term | None = node
        for _ in range(FURTHEST):
            if here is None:
                break
            evidence = [here, *self.source.values(here, KG.evidence)]
            if quotes := [quote for quote in map(self.words, evidence) if quote is not None]:
                return joined(quotes)
            here = self.nearer(here, graph)
        return None

    def nearer(self, node: Term, graph: str | None) -> Term | None:
        """The node that a node rests on."""
        for name in LEADS:
            if found := list(self.source.values(node, name)):
                return min(found, key=str)
        for name in LED:
            quads = list(self.source.referring(node, name))
            here = [quad for quad in quads if str(quad.graph_name) == f"<{graph}>"]
            if found := [quad.subject for quad in here or quads]:
                return min(found, key=str)
        return None

    def words(self, node: Term) -> Quote | None:
        """The words of a piece of evidence, or of a selector of one."""
        selectors = [node, *self.source.values(node, OA.hasSelector)]
        exact, start, end = (
            next((found for each in selectors if (found := self.text(each, name)) is not None), None)
            for name in (OA.exact, OA.start, OA.end)
        )
        if exact is None:
            return None
        documents = (value for value in self.source.values(node, OA.hasSource) if isinstance(value, ox.NamedNode))
        document = min(documents, key=str, default=None)
        digest = self.text(document, KG.textHash) if document is not None else None
        return Quote(document.value if document else None, exact, offset(start), offset(end), digest)

    def text(self, node: Term, name: ox.NamedNode) -> str | None:
        """The first value of a property that is no node."""
        found = (value.value for value in self.source.values(node, name) if isinstance(value, ox.Literal))
        return min(found, default=None)


def offset(digits: str | None) -> int | None:
    return int(digits) if digits is not None and digits.isdecimal() else None


def joined(quotes: list[Quote]) -> Quote:
    """Stretches of text that stand apart as one quote, which begins where the first does."""
    ordered = sorted(quotes, key=lambda quote: (quote.document or "", quote.start or 0, quote.words))
    first = ordered[0]
    words = dict.fromkeys(quote.words for quote in ordered if quote.document == first.document)
    return replace(first, words=" … ".join(words))
