"""Nanopublications in TriG, one claim each (https://nanopub.net/guidelines/working_draft/).

The assertion is that somebody claims something, with whether it is affirmed and how; the provenance is the article, its
publisher and the quotes; the publication info names the program that read it. There is no time of creation, since the
same graph gives the same bytes; and no trusty IRI, signature or licence: who publishes them adds these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import pyoxigraph as ox

from kg.exporters.contents import Article
from kg.networks import View
from kg.rdf.namespaces import DCTERMS, KG, OA, PREFIXES, PROV, RDF, TIME, Namespace

NP = Namespace("http://www.nanopub.org/nschema#")
NPX = Namespace("http://purl.org/nanopub/x/")
NAMES = {**{name: space.iri for name, space in PREFIXES.items()}, "np": NP.iri, "npx": NPX.iri}
SOURCED = frozenset({KG.document, KG.publisher, KG.evidence, KG.cue, KG.claimantEvidence, KG.trigger, KG.timeEvidence})
"""Properties that tell where something stands: of the provenance, not of the assertion."""
ABOUT_ARTICLE = (RDF.type, DCTERMS.identifier, DCTERMS.title, DCTERMS.source, KG.publisher, KG.date, KG.textHash)
INTO_TIME = (KG.time, TIME.hasBeginning, TIME.hasEnd)
Statements = Iterator[ox.Triple]


class NanopubExporter:
    """Writes the claims of one article after the other."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Write the prefixes."""
        self.out, self.rejected = out, view.scope.rejected
        self.out.write("".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(NAMES.items())).encode())

    def write(self, article: Article) -> None:
        """Put the claims of one article out, without those that are withheld or that a person has rejected."""
        told = Told(article)
        for claim in (iri for iri in told.claims() if iri.value not in self.rejected):
            text: bytes = ox.serialize(told.nanopublication(claim), format=ox.RdfFormat.TRIG, prefixes=NAMES)  # type: ignore[assignment]  # bytes without output
            body = [line for line in text.decode().splitlines(keepends=True) if not line.startswith("@prefix")]
            self.out.write(f"\n{''.join(body)}".encode())

    def finalize(self) -> None:
        """Nothing comes after the last claim."""


class Told:
    """What an article's graph says, by subject."""

    def __init__(self, article: Article) -> None:
        self.article = ox.NamedNode(article.iri)
        self.nodes: dict[ox.NamedNode, list[ox.Triple]] = {}
        for quad in sorted(article.quads, key=str):
            if isinstance(quad.subject, ox.NamedNode):  # no blank node leaves the program
                self.nodes.setdefault(quad.subject, []).append(quad.triple)

    def claims(self) -> Iterator[ox.NamedNode]:
        """The claims, in the order of their IRIs."""
        return (iri for iri in self.nodes if KG.Claim in self.values(iri, RDF.type))

    def nanopublication(self, claim: ox.NamedNode) -> Iterator[ox.Quad]:
        """The four graphs of a claim."""
        whole = ox.NamedNode(f"{claim.value}/nanopub")
        head, assertion, provenance, info = (
            ox.NamedNode(f"{whole.value}#{part}") for part in ("Head", "assertion", "provenance", "pubinfo")
        )
        links = ((NP.hasAssertion, assertion), (NP.hasProvenance, provenance), (NP.hasPublicationInfo, info))
        yield ox.Quad(whole, RDF.type, NP.Nanopublication, head)
        yield from (ox.Quad(whole, link, graph, head) for link, graph in links)
        yield from within(assertion, self.asserted(claim))
        yield from within(provenance, self.sourced(claim, assertion))
        yield from within(info, self.published(claim, whole))

    def asserted(self, claim: ox.NamedNode) -> Statements:
        """Who claims what, and what that is."""
        for node in (claim, *self.values(claim, KG.states)):
            for triple in self.nodes.get(node, ()):
                if triple.predicate not in SOURCED:
                    yield triple
            yield from self.reached(node, INTO_TIME)

    def sourced(self, claim: ox.NamedNode, assertion: ox.NamedNode) -> Statements:
        """In which article it stands, in which words, and of whom."""
        yield ox.Triple(assertion, PROV.wasDerivedFrom, self.article)
        for claimant in self.values(claim, KG.claimant):
            yield ox.Triple(assertion, PROV.wasAttributedTo, claimant)
        for node in (claim, *self.values(claim, KG.states)):
            yield from (triple for triple in self.nodes.get(node, ()) if triple.predicate in SOURCED)
            for evidence in (triple.object for triple in self.nodes.get(node, ()) if triple.predicate in SOURCED):
                if evidence != self.article and isinstance(evidence, ox.NamedNode) and self.is_evidence(evidence):
                    yield from self.nodes[evidence]
                    yield from self.reached(evidence, (OA.hasSelector,))
        yield from (triple for triple in self.nodes.get(self.article, ()) if triple.predicate in ABOUT_ARTICLE)

    def published(self, claim: ox.NamedNode, whole: ox.NamedNode) -> Statements:
        """What the nanopublication is about, and what made it."""
        yield ox.Triple(whole, NPX.introduces, claim)
        yield ox.Triple(whole, PROV.wasDerivedFrom, self.article)
        for triple in self.nodes.get(self.article, ()):
            if triple.predicate == KG.extractedWith:
                yield ox.Triple(whole, KG.extractedWith, triple.object)

    def reached(self, node: ox.NamedNode, over: tuple[ox.NamedNode, ...]) -> Statements:
        """All that is said of the nodes that some properties lead to, step by step."""
        for predicate in over:
            for value in self.values(node, predicate):
                yield from self.nodes.get(value, ())
                yield from self.reached(value, over)

    def values(self, node: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        """The nodes that a property leads to."""
        found = (triple.object for triple in self.nodes.get(node, ()) if triple.predicate == predicate)
        return [value for value in found if isinstance(value, ox.NamedNode)]

    def is_evidence(self, node: ox.NamedNode) -> bool:
        return OA.SpecificResource in self.values(node, RDF.type)


def within(graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    """Statements as those of a graph, each once, in order."""
    for triple in sorted(set(triples), key=str):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)
