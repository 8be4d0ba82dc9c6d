"""Which agreement a phrase means: a known one, one made known by its name, kind, country and year, or a local one."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.extractors.base import Reading
from kg.model import Entity
from kg.vocabulary.agreements import AgreementLexicon, KnownAgreement
from kg.vocabulary.naming import slug

ACCEPTS: Mapping[str, frozenset[str]] = {
    "PeaceAgreement": frozenset({"PeaceAgreement"}),
    "Ceasefire": frozenset({"Ceasefire"}),
    "Treaty": frozenset({"Treaty"}),
    "Agreement": frozenset({"Agreement", "PeaceAgreement", "Treaty", "Ceasefire"}),
}
KIND_WORDS = {
    "PeaceAgreement": "peace agreement",
    "Ceasefire": "ceasefire",
    "Treaty": "treaty",
    "Agreement": "agreement",
}
LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Described:
    """What a phrase says of an agreement: its class, year and day, a country in it, its own name, and its words."""

    cls: str
    words: str
    year: str | None = None
    day: str | None = None
    country: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The countries a document speaks of, with how often; `main` the most frequent."""

    countries: Mapping[str, int]
    main: str | None


def context_of(words: Sequence[str], lexicon: AgreementLexicon) -> Context:
    """The countries that words in small letters name by name, people or capital; of equally frequent ones the first."""
    counts = Counter(iri for _, iri in countries_in(words, lexicon))
    main = max(counts, key=lambda iri: counts[iri]) if counts else None
    return Context(counts, main)


def countries_in(words: Sequence[str], lexicon: AgreementLexicon) -> Iterable[tuple[int, str]]:
    """Index and IRI of each country named among lower-cased words, longer names first."""
    index = 0
    while index < len(words):
        for length in range(min(LONGEST_NAME, len(words) - index), 0, -1):
            iri = lexicon.countries.get(" ".join(words[index : index + length]))
            if iri is not None:
                yield index, iri
                index += length - 1
                break
        index += 1


def linked(described: Described, context: Context, reading: Reading) -> Entity | None:
    """The entity for what a phrase says; None where it says too little to tell one agreement from another."""
    lexicon = reading.lexicon.agreements
    known = best_known(described, context, lexicon)
    if known is not None:
        return entity_of(known)
    country = described.country or context.main
    if described.name is not None:
        label = f"{described.name} ({described.year})" if described.year else described.name
        return Entity(f"{reading.base}agreement/{slug(label)}", label, "agreement", described.cls, country=country)
    if described.year is None or country is None or described.cls not in KIND_WORDS:
        return None
    name = lexicon.country_labels[country]
    kind = KIND_WORDS[described.cls]
    iri = f"{reading.base}agreement/{slug(kind)}-{slug(name)}-{described.year}"
    return Entity(iri, f"{kind} of {described.year} ({name})", "agreement", described.cls, country=country)


def best_known(described: Described, context: Context, lexicon: AgreementLexicon) -> KnownAgreement | None:
    """The known agreement of that year and kind about a country of the phrase or the document, if it is one alone."""
    if described.year is None:
        return None
    classes = ACCEPTS.get(described.cls, frozenset())
    candidates = [a for a in lexicon.known.values() if a.cls in classes and dated(a, described)]
    return choose([a for a in candidates if concerns(a, described.country, context)], described, context)


def dated(known: KnownAgreement, described: Described) -> bool:
    """Whether an agreement is of the day that a phrase tells, or of its year where it tells no day."""
    return described.day in known.dates if described.day is not None else described.year in known.years


def concerns(known: KnownAgreement, country: str | None, context: Context) -> bool:
    """Whether an agreement is about the country named, else the main one; one between states wants both spoken of."""
    if country is not None:
        return country in known.places
    if known.country is not None:
        return known.country == context.main
    return context.main in known.places and sum(place in context.countries for place in known.places) > 1


def choose(candidates: list[KnownAgreement], described: Described, context: Context) -> KnownAgreement | None:
    """The candidate that fits best, None where two fit equally well."""
    if not candidates:
        return None
    ranked = sorted(candidates, key=lambda a: (fit(a, described, context), a.iri), reverse=True)
    if len(ranked) > 1 and fit(ranked[0], described, context) == fit(ranked[1], described, context):
        return None
    return ranked[0]


def fit(known: KnownAgreement, described: Described, context: Context) -> tuple[bool, bool, int]:
    """How well an agreement fits: its kind, its country, how often its countries are spoken of."""
    spoken = sum(context.countries.get(place, 0) for place in known.places)
    main = described.country or context.main
    return known.cls == described.cls, main is not None and main in known.places, spoken


def named(
    iris: Iterable[str], described: Described, context: Context, lexicon: AgreementLexicon
) -> KnownAgreement | None:
    """Which of the agreements of one name is meant; a year written beside it must be its own."""
    candidates = [lexicon.known[iri] for iri in iris]
    fitting = [a for a in candidates if described.year is None or dated(a, described)]
    return fitting[0] if len(fitting) == 1 else choose(fitting, described, context)


def entity_of(known: KnownAgreement) -> Entity:
    """A known agreement as an entity."""
    return Entity(known.iri, known.label, "agreement", known.cls, known.names[1:], country=known.country)


def local(described: Described, reading: Reading) -> Entity:
    """An agreement known only within this document, by the words for it."""
    document = reading.document
    digest = hashlib.sha256(f"{document.id}{document.text}".encode()).hexdigest()[:12]
    name = described.words
    return Entity(f"{reading.base}agreement/{digest}/{slug(name)}", name, "agreement", described.cls, local=True)
