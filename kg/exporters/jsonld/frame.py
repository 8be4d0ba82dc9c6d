"""One article as a tree of JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

from kg.exporters.contents import Article
from kg.exporters.jsonld.context import literal, name, typed
from kg.rdf.namespaces import DCTERMS, KG, OA, RDF, RDFS

HELD = (
    ("claims", KG.Claim),
    ("eventMentions", KG.EventMention),
    ("relations", KG.Relation),
    ("measurements", KG.Measurement),
    ("mentions", KG.Mention),
    ("problems", KG.Problem),
)
"""What an article holds, by the name under which it does; what a claim states stands in the claim."""
Object = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Frame:
    """The nodes of one article as a tree: each stands where it is first led to, and elsewhere by its IRI alone."""

    def __init__(self, article: Article) -> None:
        self.root = ox.NamedNode(article.iri)
        self.nodes: dict[ox.NamedNode, dict[ox.NamedNode, list[Object]]] = {}
        for quad in sorted(article.quads, key=str):
            if isinstance(quad.subject, ox.NamedNode):  # no blank node leaves the program
                self.nodes.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
        self.written: set[ox.NamedNode] = set()

    def article(self) -> dict[str, Any]:
        """The article with all it holds."""
        node = self.node(self.root)
        node["@type"] = ["NewsArticle", *node.get("@type", [])]
        label = self.text(self.root, DCTERMS.title) or self.text(self.root, RDFS.label)
        said = {"headline": label, "datePublished": self.text(self.root, KG.date)}
        node.update({term: text for term, text in said.items() if text})
        node["schema:publisher"] = self.references(self.root, KG.publisher)
        for term, cls in HELD:
            found = [self.held(iri, cls) for iri in self.holding(cls)]
            if found:
                node[term] = found
        if rest := [self.node(iri) for iri in self.nodes if iri not in self.written]:
            node["@included"] = rest
        return node

    def holding(self, cls: ox.NamedNode) -> Iterator[ox.NamedNode]:
        """The nodes of a class that name the article, in the order of the text; those that a tree holds already not."""
        of_class = [iri for iri, node in self.nodes.items() if cls in node.get(RDF.type, ())]
        for iri in sorted(of_class, key=lambda iri: (self.position(iri), iri.value)):
            if self.root in self.nodes[iri].get(KG.document, ()) and iri not in self.written:
                yield iri

    def held(self, iri: ox.NamedNode, cls: ox.NamedNode) -> dict[str, Any]:
        """A node in the article, which therefore need not name it; a claim in the words of schema.org besides."""
        node = self.node(iri)
        del node["document"]
        if cls == KG.Claim:
            node["@type"] = ["schema:Claim", *node["@type"]]
            node["schema:author"] = self.references(iri, KG.claimant)
            node["schema:text"] = " … ".join(self.quotes(iri))
        return node

    def node(self, iri: ox.NamedNode) -> dict[str, Any]:
        """A node with its properties, and in them the nodes that stand nowhere yet."""
        self.written.add(iri)
        found: dict[str, Any] = {"@id": iri.value}
        for predicate, objects in self.nodes[iri].items():
            if predicate == RDF.type:
                found["@type"] = [name(cls.value) for cls in objects if isinstance(cls, ox.NamedNode)]
            else:
                term = name(predicate.value)
                values = [self.value(each, term) for each in objects]
                found[term] = values[0] if len(values) == 1 else values
        return found

    def value(self, term: Object, key: str) -> Any:
        """A value as JSON-LD: a node, a reference, or a literal with its type."""
        if isinstance(term, ox.NamedNode):
            if term in self.nodes and term not in self.written:
                return self.node(term)
            kind = typed().get(key)
            return name(term.value) if kind == "@vocab" else term.value if kind else {"@id": term.value}
        return literal(term) if isinstance(term, ox.Literal) else str(term)

    def led_to(self, iri: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        """The nodes that a property leads to."""
        return [each for each in self.nodes.get(iri, {}).get(predicate, ()) if isinstance(each, ox.NamedNode)]

    def references(self, iri: ox.NamedNode, predicate: ox.NamedNode) -> list[dict[str, str]]:
        """What a property leads to, by its IRI alone."""
        return [{"@id": each.value} for each in self.led_to(iri, predicate)]

    def text(self, iri: ox.NamedNode, predicate: ox.NamedNode) -> str:
        """The first literal of a property, "" where it has none."""
        found = self.nodes.get(iri, {}).get(predicate, ())
        return next((each.value for each in found if isinstance(each, ox.Literal)), "")

    def selected(self, iri: ox.NamedNode) -> Iterator[tuple[int, str]]:
        """Where a node's words begin, and the words."""
        for evidence in self.led_to(iri, KG.evidence):
            selectors = self.led_to(evidence, OA.hasSelector)
            starts = "".join(self.text(each, OA.start) for each in selectors)
            yield int(starts or 0), "".join(self.text(each, OA.exact) for each in selectors)

    def position(self, iri: ox.NamedNode) -> int:
        """Where in the text a node's first words stand."""
        return min((start for start, _ in self.selected(iri)), default=0)

    def quotes(self, iri: ox.NamedNode) -> list[str]:
        """A node's words in the order of the text."""
        return [words for _, words in sorted(self.selected(iri))]
