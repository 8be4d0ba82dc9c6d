"""The cast of one document: which entity each name or phrase stands for, minted where the lexicon has none."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from kg.extractors.base import Reading
from kg.extractors.grammar.nominals import Name
from kg.extractors.names.standing import located
from kg.gazetteer import town
from kg.model import Entity, Kind
from kg.nlp import datelines
from kg.vocabulary.actors import ACTOR, STATE_BODIES, state_body
from kg.vocabulary.naming import fold, slug
from kg.vocabulary.places import Country

LARGE = 150_000
IN_PLACE, DATED = 2, 2
OWNING = ("poss", "amod", "compound", "nmod")
WORLDWIDE = ("NewsOrganisation", "Company", "NGO")


class Cast:
    """Entities of one document while it is read; `found` is what a step adds to the reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.found: dict[str, Entity] = {}
        self.countries = countries_of(reading)
        self.iso = tuple(self.country(iri).iso for iri in self.countries if iri in reading.lexicon.places.countries)
        document = reading.document
        digest = hashlib.sha256(f"{document.id}{document.text}".encode()).hexdigest()[:12]
        self.local_base = f"{reading.base}actor/{digest}/"

    def country(self, iri: str) -> Country:
        return self.reading.lexicon.places.countries[iri]

    def main_country(self) -> Country | None:
        """The country the document is about: the one it names most."""
        known = [iri for iri in self.countries if iri in self.reading.lexicon.places.countries]
        return self.country(known[0]) if known else None

    @cached_property
    def home(self) -> Country | None:
        """The country where the story plays; none where two are as likely, or it plays where no country is known."""
        count = settings(self.reading, self.iso)
        first, second = [*count.most_common(2), ("", 0), ("", 0)][:2]
        if not first[0] or first[1] == second[1]:
            return None
        return self.reading.lexicon.places.countries.get(first[0])

    def capital_of(self, name: Name) -> Country | None:
        """The country whose seat of government bears this name, unless a land of the story has a town called so."""
        capital = self.reading.lexicon.places.by_capital.get(fold(name.text))
        homonym = capital is not None and capital.iso not in self.iso and called(name.text, self.iso)
        return None if homonym else capital

    def seat(self, country: Country) -> Entity | None:
        """The capital of a country."""
        known = self.reading.lexicon.actors.names.named(country.capitals[0]) if country.capitals else ()
        if place := next((k.entity for k in known if k.entity.kind == "place"), None):
            return self.keep(place)
        hit = town(country.capitals[0], (country.iso,)) if country.capitals else None
        return self.town(hit.name, sure=True) if hit else None

    def keep(self, entity: Entity) -> Entity:
        """The entity, known from now on."""
        return self.found.setdefault(entity.iri, entity)

    def body(self, country: Country, cls: str) -> Entity:
        """The army, police, government … of a country."""
        forces = self.reading.lexicon.actors.armed_forces
        if cls in ("StateArmedForces", "StateForces") and country.entity.iri in forces:
            return self.keep(forces[country.entity.iri])
        cls = "StateArmedForces" if cls == "StateForces" else cls
        if cls not in STATE_BODIES:
            return self.keep(state_body(country, "Government", self.base))
        return self.keep(state_body(country, cls, self.base))

    @property
    def base(self) -> str:
        return self.reading.base + "actor/" if not ACTOR.startswith(self.reading.base) else ACTOR

    def seated(self, country: Country, name: Name) -> Entity:
        """Those who govern from a capital: its country's government.

        Where a larger body has its seat there ("Brussels") and other countries are named, but not this one, it is that.
        """
        body, own = self.reading.lexicon.actors.by_seat.get(fold(name.text)), country.entity.iri
        named = {n.entity.country for n in self.reading.names if n.entity is not None and n.entity.country}
        named |= {c.entity.iri for n in self.reading.names if (c := self.capital_of(n)) is not None and c != country}
        if body is not None and own not in named and named:
            return self.keep(body)
        return self.body(country, "Government")

    def people(self, country: Country) -> Entity:
        """The people of a country: "Malians"."""
        label = (country.people or tuple(f"{a} people" for a in country.adjectives[:1]))[0]
        iri = f"{self.base}{slug(label)}"
        return self.keep(Entity(iri, label, "organisation", "Civilians", country=country.entity.iri))

    def named(self, label: str, kind: Kind, cls: str) -> Entity:
        """An actor that only its name is known of."""
        return self.keep(Entity(f"{self.base}{slug(label)}", label, kind, cls))

    def local(self, label: str, kind: Kind, cls: str, country: str | None = None) -> Entity:
        """An actor without a name, known within this document only."""
        iri = f"{self.local_base}{slug(label)}"
        return self.keep(Entity(iri, label, kind, cls, local=True, country=country))

    def place(self, label: str, cls: str = "City", country: str | None = None, part_of: str | None = None) -> Entity:
        """A place that the lexicon and the gazetteer don't know."""
        return self.keep(
            Entity(f"{self.reading.base}place/{slug(label)}", label, "place", cls, country=country, part_of=part_of)
        )

    def town(self, name: str, sure: bool) -> Entity | None:
        """The town of the gazetteer that a name means here; an unsure name only where its country is in the text."""
        hit = town(name, self.iso, LARGE if sure else 0)
        if hit is None:
            return None
        country = self.reading.lexicon.places.by_iso.get(hit.country)
        entity = Entity(
            iri=f"{self.reading.base}place/{slug(hit.name)}-{hit.id}",
            label=hit.name,
            kind="place",
            cls="City",
            country=country.entity.iri if country else None,
            latitude=hit.latitude,
            longitude=hit.longitude,
            same_as=(f"https://sws.geonames.org/{hit.id}/",),
        )
        known = self.found.get(entity.iri, entity)
        if fold(name) != fold(known.label) and name not in known.aliases:
            known = replace(known, aliases=(*known.aliases, name))
        self.found[entity.iri] = known
        return known


def called(name: str, countries: Iterable[str]) -> bool:
    """Whether a town of one of the countries goes by a name before all others: a by-name does not outdo a capital."""
    hit = town(name, countries)
    return hit is not None and fold(hit.name) == fold(name)


def countries_of(reading: Reading) -> tuple[str, ...]:
    """The countries a document is about, the most named first; where a news agency is at home tells nothing.

    A capital tells of its country where no other country named has a town of that name: "San Jose" in the Philippines.
    """
    count: Counter[str] = Counter()
    places = reading.lexicon.places
    for name in reading.names:
        if name.entity is None:
            continue
        if name.entity.country and name.entity.cls not in WORLDWIDE:
            count[name.entity.country] += 2 if name.entity.kind == "place" else 1
    named = [places.countries[iri].iso for iri in count if iri in places.countries]
    for name in reading.names:
        capital = places.by_capital.get(fold(name.text)) if name.entity is None else None
        if capital is not None and (capital.iso in named or not called(name.text, named)):
            count[capital.entity.iri] += 1
    return tuple(iri for iri, _ in sorted(count.items(), key=lambda item: -item[1]))


def settings(reading: Reading, known: tuple[str, ...]) -> Counter[str]:
    """How much speaks for each country as the place of the story, by IRI; "" for places whose country is not known.

    Where things happen counts most, then whose people and bodies are told of; a country that only acts does not count.
    """
    places, words = reading.lexicon.places, reading.lexicon.actors.standing
    lines = datelines(reading.document.text)
    count: Counter[str] = Counter()
    for name in reading.names:
        token, entity = reading.doc[name.root], name.entity
        dated = any(start <= token.idx < end for start, end in lines)
        spot = dated or located(token, words)
        if entity is not None:
            own = token.dep_ in OWNING and entity.cls == "Country"
            weight = IN_PLACE if spot and entity.kind == "place" else int(own)
            iri = entity.country
        else:
            capital = places.by_capital.get(fold(name.text))
            capital = capital if capital is not None and capital.iso in known else None
            hit = town(name.text, known) if capital is None and spot else None
            found = places.by_iso.get(hit.country) if hit else capital
            weight = IN_PLACE if spot and (found or name.label in ("GPE", "LOC", "")) else 0
            iri = found.entity.iri if found else ""
        if weight and iri is not None:
            count[iri] += weight + DATED * dated
    return count


def country_of(name: Name, reading: Reading) -> Country | None:
    """The country a name names, as a noun or as an adjective."""
    if name.entity is None or name.entity.cls != "Country":
        return None
    return reading.lexicon.places.countries.get(name.entity.iri)
