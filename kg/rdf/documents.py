"""An extraction as the quads of its document's graph (contract 2)."""

from __future__ import annotations

import hashlib

import pyoxigraph as ox

import kg
from kg import sketches
from kg.model import Document, Extraction, Mention, Problem
from kg.rdf import entities, statements, terms
from kg.rdf.article import Article
from kg.rdf.background import Known, known
from kg.rdf.namespaces import DCTERMS, KG, RDFS
from kg.settings import DEFAULT_BASE


def document_iri(document: Document, base: str = DEFAULT_BASE) -> ox.NamedNode:
    """The IRI of a document and of its graph, derived from its id and text."""
    return ox.NamedNode(f"{base}document/{terms.digest(document.id, document.text)}")


def quads(
    extraction: Extraction,
    base: str = DEFAULT_BASE,
    background: Known | None = None,
    made_with: str = f"conflict-kg {kg.__version__}",
) -> list[ox.Quad]:
    """Everything an extraction says, each statement as a claim with its quote; all in the document's own graph.

    Entities that the background graph describes (by default the shipped one) are not described again;
    `made_with` names the versions of program and model.
    """
    iri = document_iri(extraction.document, base)
    article = Article(extraction, iri, base, known() if background is None else background)
    describe_document(article, made_with)
    for entity in extraction.entities.values():
        if entity.iri not in article.known.iris:
            entities.describe(article.graph, entity, iri)
    for mention in extraction.mentions:
        describe_mention(article, mention)
    statements.describe(article)
    for problem in extraction.problems:
        describe_problem(article, problem)
    return list(article.graph.quads)


def describe_document(article: Article, made_with: str) -> None:
    """Who published what, when, and which text and program it comes from."""
    document, date = article.extraction.document, article.extraction.date
    provenance = document.provenance
    article.graph.describe(
        article.iri,
        KG.Document,
        {
            DCTERMS.identifier: terms.text(document.id),
            RDFS.label: terms.text(document.title or document.id),
            DCTERMS.title: terms.text(document.title) if document.title else None,
            DCTERMS.source: terms.link(document.url) if document.url else None,
            DCTERMS.creator: terms.text(document.author) if document.author else None,
            DCTERMS.language: terms.text(article.extraction.language) if article.extraction.language else None,
            KG.publisher: article.publisher,
            KG.date: terms.day(date.value) if date else None,
            KG.dateBasis: terms.text(date.basis) if date else None,
            KG.dateEvidence: article.evidence(date.span) if date else None,
            KG.textHash: terms.text(hashlib.sha256(document.text.encode()).hexdigest()),
            KG.textSketch: terms.text(sketches.sketch(document.text)),
            KG.extractedWith: terms.text(made_with),
            KG.sourceHash: terms.text(provenance.sha256) if provenance else None,
            KG.origin: terms.text(provenance.origin) if provenance else None,
            KG.readBy: terms.text(provenance.reader) if provenance else None,
            KG.retrieved: terms.moment(provenance.retrieved) if provenance and provenance.retrieved else None,
        },
    )


def describe_mention(article: Article, mention: Mention) -> None:
    """Which words name an entity, and whose words they are."""
    entity = article.entity(mention.id)
    if entity is None:
        return
    node = article.mint("mention", str(mention.start), str(mention.end), entity.value)
    article.graph.describe(
        node,
        KG.Mention,
        {
            KG.document: article.iri,
            KG.refersTo: entity,
            KG.surface: terms.text(mention.text),
            KG.speaker: article.speaker(mention.span),
            KG.pronoun: terms.boolean(True) if mention.pronoun else None,
            KG.evidence: article.evidence(mention.span),
        },
    )


def describe_problem(article: Article, problem: Problem) -> None:
    """What is wrong in the text, and where."""
    node = article.mint("problem", problem.code, problem.message, str(problem.span))
    article.graph.describe(
        node,
        KG.Problem,
        {
            KG.document: article.iri,
            KG.code: terms.text(problem.code),
            KG.message: terms.text(problem.message),
            KG.evidence: article.evidence(problem.span),
        },
    )
