"""Ministries: one entity for each country and task, however it is called ("Russia's defence ministry", "MoD of …")."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.grammar.nominals import Phrase
from kg.extractors.names.cast import Cast
from kg.model import Entity
from kg.vocabulary.naming import slug
from kg.vocabulary.places import Country

LINKING = frozenset({"of", "and", "the", "for", "&", ","})


def ministry(phrase: Phrase, head: Token, country: Country, cast: Cast) -> Entity | None:
    """The ministry that `head` names within a phrase; None where no task is named ("the ministry")."""
    names = {i for name in phrase.names for i in range(name.start, name.end)}
    task = before(phrase, head, names) or after(phrase, head, names)
    if not task:
        return None
    label = cast.reading.lexicon.actors.nouns.portfolios.get(task.lower(), task.capitalize())
    for full in (
        f"Ministry of {label} of {country.entity.label}",
        f"Ministry of {label} of the {country.entity.label}",
    ):
        for known in cast.reading.lexicon.actors.names.named(full):
            return cast.keep(known.entity)
    iri = f"{cast.base}{slug(country.entity.label)}-ministry-of-{slug(label)}"
    return cast.keep(Entity(iri, full_label(label, country), "organisation", "Ministry", country=country.entity.iri))


def full_label(task: str, country: Country) -> str:
    return f"Ministry of {task} of {country.entity.label}"


def before(phrase: Phrase, head: Token, names: set[int]) -> str:
    """The task before the head: "defence" of "Russia's defence ministry"."""
    words = [
        t.text
        for t in phrase.doc[phrase.start : head.i]
        if t.dep_ in ("compound", "amod", "nmod", "conj", "cc") and t.i not in names and not t.is_punct
    ]
    return " ".join(words)


def after(phrase: Phrase, head: Token, names: set[int]) -> str:
    """The task after "of": "Foreign Affairs" of "the Ministry of Foreign Affairs of Chad"."""
    words: list[str] = []
    for token in phrase.doc[head.i + 1 : phrase.end]:
        if token.i in names or (token.lower_ == "of" and words):
            break
        if token.lower_ not in LINKING or (token.lower_ == "and" and words):
            words.append(token.text)
    return " ".join(words)
