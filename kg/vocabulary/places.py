"""Countries and places of `ontology/` as typed data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Entity
from kg.vocabulary.naming import fold
from kg.vocabulary.nouns import PlaceNoun, WordList, place_nouns
from kg.vocabulary.turtle import Node, Turtle

PLACE = "https://w3id.org/conflict-kg/data/place/"
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
PLACE_CLASSES = ("City", "Village", "Region", "Area", "River", "Border", "Facility", "GeographicFeature")


@dataclass(frozen=True, slots=True)
class Country:
    """A country with what its people and its government are called; `iso` is its two-letter code."""

    entity: Entity
    iso: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]


@dataclass(frozen=True)
class PlaceLexicon:
    """Countries by IRI, code and capital, places the gazetteer lacks, nouns for places, directions, the compass."""

    countries: Mapping[str, Country]
    by_iso: Mapping[str, Country]
    by_capital: Mapping[str, Country]
    places: tuple[Entity, ...]
    nouns: WordList[PlaceNoun]
    directions: frozenset[str]
    compass: frozenset[str]


def read(turtle: Turtle) -> PlaceLexicon:
    """The places of a folder of Turtle files."""
    countries = {node.id: country(node) for node in turtle.of_class("Country") if node.text("iso")}
    return PlaceLexicon(
        countries=countries,
        by_iso={c.iso: c for c in countries.values()},
        by_capital={fold(name): c for c in countries.values() for name in c.capitals},
        places=tuple(place(node) for cls in PLACE_CLASSES for node in turtle.of_class(cls) if node.text(LABEL)),
        nouns=place_nouns(turtle),
        directions=frozenset(word for node in turtle.of_class("DirectionWords") for word in node.words("words")),
        compass=frozenset(word for node in turtle.of_class("CompassWords") for word in node.words("words")),
    )


LABEL = "skos:prefLabel"


def country(node: Node) -> Country:
    label = node.text(LABEL) or node.local
    entity = Entity(
        iri=node.id,
        label=label,
        kind="place",
        cls="Country",
        aliases=node.texts("skos:altLabel"),
        country=node.id,
        same_as=node.texts("skos:exactMatch"),
    )
    return Country(
        entity,
        iso=node.text("iso") or "",
        adjectives=node.words("adjective"),
        people=node.words("people"),
        capitals=node.words("capital"),
        metonyms=node.words("metonym"),
    )


def place(node: Node) -> Entity:
    return Entity(
        iri=node.id,
        label=node.text(LABEL) or node.local,
        kind="place",
        cls=node.locals("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")[0],
        aliases=node.texts("skos:altLabel"),
        country=node.text("country"),
        part_of=node.text("partOf"),
        latitude=node.number(GEO + "lat"),
        longitude=node.number(GEO + "long"),
        same_as=node.texts("skos:exactMatch"),
    )
