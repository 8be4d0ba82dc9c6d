"""Actors of `ontology/` as typed data, and the tree of all known names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.model import Entity
from kg.vocabulary import places, standing, ties
from kg.vocabulary.classes import ClassTree
from kg.vocabulary.classes import read as class_tree
from kg.vocabulary.naming import KnownName, NameTree, fold, slug
from kg.vocabulary.nouns import RoleNouns, role_nouns
from kg.vocabulary.places import Country, PlaceLexicon
from kg.vocabulary.turtle import KG, RDF_TYPE, Node, Turtle

ACTOR = "https://w3id.org/conflict-kg/data/actor/"
STATE_BODIES = {
    "StateArmedForces": ("armed-forces", "{adjective} Armed Forces"),
    "StateForces": ("security-forces", "{adjective} Security Forces"),
    "Police": ("police", "{adjective} Police"),
    "Gendarmerie": ("gendarmerie", "{adjective} Gendarmerie"),
    "BorderGuard": ("border-guard", "{adjective} Border Guard"),
    "IntelligenceService": ("intelligence", "{adjective} Intelligence Services"),
    "Legislature": ("parliament", "Parliament of {country}"),
    "Government": ("", "Government of {country}"),
    "Junta": ("", "Government of {country}"),
}


@dataclass(frozen=True)
class ActorLexicon:
    """Known actors by IRI, nouns for unnamed ones, all known names, armed forces and peace missions by country.

    `by_seat` are the organisations that the name of their seat may stand for, by that name.
    """

    actors: Mapping[str, Entity]
    nouns: RoleNouns
    names: NameTree
    classes: ClassTree
    armed_forces: Mapping[str, Entity]
    missions: Mapping[str, Entity]
    by_seat: Mapping[str, Entity]
    standing: standing.StandingWords
    ties: ties.TieLexicon


def read(turtle: Turtle) -> ActorLexicon:
    """The actors of a folder of Turtle files."""
    classes, where = class_tree(turtle), places.read(turtle)
    actors = {node.id: actor(node, classes) for node in described(turtle, classes)}
    forces = {a.country: a for a in reversed(actors.values()) if a.cls == "StateArmedForces" and a.country}
    return ActorLexicon(
        actors=actors,
        nouns=role_nouns(turtle),
        names=NameTree([*names_of_places(where), *names_of_actors(actors), *names_of_governments(where)]),
        classes=classes,
        armed_forces=forces,
        missions={a.country: a for a in reversed(actors.values()) if a.cls == "PeacekeepingMission" and a.country},
        by_seat={fold(seat): actors[n.id] for n in described(turtle, classes) for seat in n.texts("seat")},
        standing=standing.read(turtle),
        ties=ties.read(turtle),
    )


def described(turtle: Turtle, classes: ClassTree) -> Iterator[Node]:
    """The actors that have a label, in file order; countries are read with the places."""
    kinds = classes.under("Actor") - classes.under("Place")
    found = {iri for kind in kinds for iri in turtle.types.get(KG + kind, ())}
    for iri in turtle.nodes:
        if iri in found and Node(turtle, iri).text("skos:prefLabel"):
            yield Node(turtle, iri)


def actor(node: Node, classes: ClassTree) -> Entity:
    cls = node.locals(RDF_TYPE)[0]
    return Entity(
        iri=node.id,
        label=node.text("skos:prefLabel") or node.local,
        kind="person" if classes.is_a(cls, "Person") else "organisation",
        cls=cls,
        aliases=node.texts("skos:altLabel"),
        country=node.text("country"),
        part_of=node.text("partOf"),
        same_as=node.texts("skos:exactMatch"),
    )


def names_of_actors(actors: Mapping[str, Entity]) -> Iterator[KnownName]:
    for entity in actors.values():
        for text in dict.fromkeys((entity.label, *entity.aliases)):
            yield KnownName(text, entity)


def names_of_places(lexicon: PlaceLexicon) -> Iterator[KnownName]:
    for country in lexicon.countries.values():
        for text in dict.fromkeys((country.entity.label, *country.entity.aliases)):
            yield KnownName(text, country.entity)
        for text in country.people:
            yield KnownName(text, country.entity, "people")
        for text in country.adjectives:
            if text not in (country.entity.label, *country.entity.aliases):
                yield KnownName(text, country.entity, "adjective")
    for place in lexicon.places:
        for text in dict.fromkeys((place.label, *place.aliases)):
            yield KnownName(text, place)


def names_of_governments(lexicon: PlaceLexicon) -> Iterator[KnownName]:
    for country in lexicon.countries.values():
        for text in country.metonyms:
            yield KnownName(text, state_body(country, "Government"), "metonym")


def state_body(country: Country, cls: str, base: str = ACTOR) -> Entity:
    """The body of class `cls` of a country, as it is called where it has no name of its own: "Chadian Police"."""
    part, pattern = STATE_BODIES[cls]
    name = slug(country.entity.label)
    label = pattern.format(adjective=country.adjectives[0], country=country.entity.label)
    iri = f"{base}{name}-{part}" if part else f"{base}government-of-{name}"
    kind_class = "Government" if cls == "Junta" else cls
    return Entity(iri=iri, label=label, kind="organisation", cls=kind_class, country=country.entity.iri)
