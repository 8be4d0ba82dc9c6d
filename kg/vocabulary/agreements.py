"""`ontology/agreements.ttl` as typed data: known agreements, the words for them, and countries by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.vocabulary.turtle import Turtle

CLASSES = ("Resolution", "PeaceAgreement", "Ceasefire", "Treaty", "Mandate", "Agreement")
FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class KnownAgreement:
    """An agreement of the ontology: `dates` of signing or adoption, `places` the countries it concerns."""

    iri: str
    label: str
    cls: str
    names: tuple[str, ...]
    dates: tuple[str, ...]
    country: str | None
    places: frozenset[str]
    seats: tuple[str, ...]

    @property
    def years(self) -> frozenset[str]:
        return frozenset(date[:4] for date in self.dates)


@dataclass(frozen=True, slots=True)
class AgreementNoun:
    """A head noun of agreements in small letters; `alone`: a mention even with nothing beside it."""

    words: tuple[str, ...]
    cls: str
    alone: bool


@dataclass(frozen=True)
class AgreementLexicon:
    """Known agreements by IRI and by the last part of it ("s-res-2690"), names and nouns by a word of them, cues.

    `countries` maps names, adjectives and capitals in small letters to countries; `newest` is the latest day any
    agreement is from: what the lexicon knows of the world ends about there.
    """

    known: Mapping[str, KnownAgreement]
    by_key: Mapping[str, KnownAgreement]
    names: Mapping[str, tuple[tuple[str, str], ...]]
    nouns: Mapping[str, tuple[AgreementNoun, ...]]
    cues: Mapping[str, frozenset[tuple[str, ...]]]
    countries: Mapping[str, str]
    country_labels: Mapping[str, str]
    newest: str


def read(turtle: Turtle) -> AgreementLexicon:
    """The agreements and agreement words of a folder of Turtle files."""
    known = {a.iri: a for a in read_known(turtle)}
    return AgreementLexicon(
        known=known,
        by_key={iri.rsplit("/", 1)[-1]: agreement for iri, agreement in known.items()},
        names=by_first_word((name, a.iri) for a in known.values() for name in a.names),
        nouns=read_nouns(turtle),
        cues=read_cues(turtle),
        countries=read_countries(turtle),
        country_labels={n.id: n.text("skos:prefLabel") or n.local for n in turtle.of_class("Country")},
        newest=max((date for a in known.values() for date in a.dates), default="2000-01-01"),
    )


def read_known(turtle: Turtle) -> Iterator[KnownAgreement]:
    """The agreements described, each once, under the most special of its classes."""
    countries = {node.id for node in turtle.of_class("Country")}
    for cls in CLASSES:
        for node in turtle.of_class(cls):
            label = node.text("skos:prefLabel")
            if label is None:
                continue
            country, parties = node.text("country"), node.texts("party")
            yield KnownAgreement(
                iri=node.id,
                label=label,
                cls=cls,
                names=(label, *node.texts("skos:altLabel")),
                dates=(*node.texts("signed"), *node.texts("adopted")),
                country=country,
                places=frozenset(p for p in (country, *parties) if p in countries),
                seats=node.words("seats"),
            )


def by_first_word(names: Iterable[tuple[str, str]]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Names with their IRIs by their first word, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, iri in names:
        first = FIRST_WORD.search(name)
        if first:
            found.setdefault(first[0].lower(), []).append((name.lower(), iri))
    return {word: tuple(sorted(pairs, key=lambda p: (-len(p[0]), p))) for word, pairs in found.items()}


def read_nouns(turtle: Turtle) -> Mapping[str, tuple[AgreementNoun, ...]]:
    """Agreement nouns by their last word, those of most words first."""
    found: dict[str, list[AgreementNoun]] = {}
    for node in turtle.of_class("AgreementNoun"):
        for phrase in node.words("words"):
            words = tuple(phrase.lower().replace("-", " - ").split())
            noun = AgreementNoun(words, node.text("class") or "Agreement", node.text("alone") == "true")
            found.setdefault(head_word(words), []).append(noun)
    return {last: tuple(sorted(nouns, key=lambda n: -len(n.words))) for last, nouns in found.items()}


def head_word(words: tuple[str, ...]) -> str:
    """The word a phrase is headed by: the last before any "of"."""
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]


def read_cues(turtle: Turtle) -> Mapping[str, frozenset[tuple[str, ...]]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for node in turtle.of_class("AgreementCue"):
        phrases = (tuple(phrase.lower().split()) for phrase in node.words("words"))
        found.setdefault(node.text("relates") or "invokes", set()).update(phrases)
    return {relation: frozenset(phrases) for relation, phrases in found.items()}


def read_countries(turtle: Turtle) -> Mapping[str, str]:
    """Countries by what they, their people and their capitals are called; names two countries share are left out."""
    found: dict[str, set[str]] = {}
    for node in turtle.of_class("Country"):
        names = (*node.texts("skos:prefLabel"), *node.texts("skos:altLabel"))
        words = (*node.words("adjective"), *node.words("people"), *node.words("capital"), *node.words("metonym"))
        for name in (*names, *words):
            found.setdefault(name.lower(), set()).add(node.id)
    return {name: min(iris) for name, iris in found.items() if len(iris) == 1}
