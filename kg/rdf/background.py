"""What is known before any article is read, as quads: actors, places, agreements and event types of `ontology/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from kg.rdf import terms
from kg.rdf.namespaces import DCTERMS, KG, OWL, RDF, RDFS, SKOS, WGS84, background_graph
from kg.settings import DEFAULT_BASE
from kg.vocabulary import classes
from kg.vocabulary.classes import ClassTree, class_tree
from kg.vocabulary.turtle import Turtle, vocabulary

ENTITY_CLASSES = ("Actor", "Place", "Agreement")
CONCEPT_CLASSES = (KG.EventType, KG.RelationType, SKOS.Concept, SKOS.ConceptScheme)
PUBLIC = tuple(namespace.iri for namespace in (SKOS, DCTERMS, WGS84, RDF, RDFS))
DATASET_CLASSES = (ox.NamedNode("http://www.w3.org/ns/dcat#Dataset"), ox.NamedNode("http://rdfs.org/ns/void#Dataset"))
VOID_VOCABULARY = ox.NamedNode("http://rdfs.org/ns/void#vocabulary")
VOID_URI_SPACE = ox.NamedNode("http://rdfs.org/ns/void#uriSpace")


@dataclass(frozen=True)
class Known:
    """What the background graph describes: IRIs of all its nodes; `news` is news organisations by name, casefolded."""

    iris: frozenset[str]
    news: Mapping[str, str]


@lru_cache(maxsize=1)
def known() -> Known:
    """What the ontology in use describes."""
    return known_in(vocabulary(), class_tree())


def known_in(turtle: Turtle, tree: ClassTree) -> Known:
    """What the ontology in a folder of Turtle files describes."""
    news: dict[str, str] = {}
    for iri in members(turtle, tree, ("NewsOrganisation",)):
        for property_name in (SKOS.prefLabel, SKOS.altLabel):
            for name in turtle.nodes[iri].get(property_name.value, ()):
                news.setdefault(name.value.casefold(), iri)
    return Known(frozenset(members(turtle, tree, ENTITY_CLASSES)), news)


def quads(base: str = DEFAULT_BASE, turtle: Turtle | None = None) -> list[ox.Quad]:
    """The background graph: the data set's own description, the class tree, concepts, and all known entities.

    What only the extractors need (words, frames, conditions) stays in the Turtle files.
    """
    turtle, graph = turtle or vocabulary(), background_graph(base)
    tree = classes.read(turtle)
    described = (*members(turtle, tree, ENTITY_CLASSES), *concepts(turtle))
    copied = statements(turtle, described, declared(turtle))
    upper = statements(turtle, (KG.iri + cls for cls in tree.ancestors), frozenset({RDFS.subClassOf.value}))
    named = names(turtle, members(turtle, tree, ENTITY_CLASSES))
    return [ox.Quad(*statement, graph) for statement in dict.fromkeys((*dataset(base), *upper, *copied, *named))]


Statement = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


def members(turtle: Turtle, tree: ClassTree, classes: tuple[str, ...]) -> Iterator[str]:
    """The IRIs of the nodes of some classes and their subclasses."""
    for cls in sorted({under for parent in classes for under in tree.under(parent)}):
        yield from (iri for iri in turtle.types.get(KG.iri + cls, ()) if not iri.startswith("_:"))


def names(turtle: Turtle, entities: Iterable[str]) -> Iterator[Statement]:
    """The one name by which queries show a known entity."""
    for iri in entities:
        labels = sorted(label.value for label in turtle.nodes[iri].get(SKOS.prefLabel.value, ()))
        yield from ((ox.NamedNode(iri), RDFS.label, terms.text(label)) for label in labels[:1])


def concepts(turtle: Turtle) -> Iterator[str]:
    """The IRIs of event types, their families and scheme, and relation types."""
    yield from dict.fromkeys(iri for cls in CONCEPT_CLASSES for iri in turtle.types.get(cls.value, ()))


def declared(turtle: Turtle) -> frozenset[str]:
    """The properties of graphs, as opposed to those of the lexicon."""
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    return frozenset(iri for kind in kinds for iri in turtle.types.get(kind.value, ()))


def statements(turtle: Turtle, subjects: Iterable[str], properties: frozenset[str]) -> Iterator[Statement]:
    """What is said of some nodes in public vocabularies and in the given properties, without blank nodes."""
    for subject in subjects:
        for name, values in turtle.nodes[subject].items():
            if name in properties or name.startswith(PUBLIC):
                for value in values:
                    if not isinstance(value, ox.BlankNode):
                        yield ox.NamedNode(subject), ox.NamedNode(name), value


def dataset(base: str) -> Iterator[Statement]:
    """What the whole graph is, for catalogues (DCAT, VoID, Dublin Core)."""
    node = ox.NamedNode(base)
    for cls in DATASET_CLASSES:
        yield node, RDF.type, cls
    yield node, DCTERMS.title, terms.text("Claims in reports of conflict and diplomacy")
    yield node, VOID_VOCABULARY, ox.NamedNode(KG.iri)
    yield node, VOID_URI_SPACE, terms.text(base)
