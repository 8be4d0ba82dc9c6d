"""Resolutions, peace agreements, ceasefires, treaties and mandates, and which one each mention means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from kg.extractors.agreements import links
from kg.extractors.agreements.links import Context, Described
from kg.extractors.agreements.resolutions import Numbered, numbered_resolutions
from kg.extractors.base import Extractor, Reading
from kg.extractors.grammar.nounphrases import noun_phrase
from kg.model import Entity, Mention
from kg.vocabulary.agreements import AgreementNoun

DAY = len("2015-05-15")
NAME = re.compile(r"\b[^\W_a-z]\w*")
YEAR_PREPOSITIONS = frozenset({"in", "of", "from", "dated", "signed", "on"})
SKIPPED = frozenset({"the", "a", "an", "this", "that", "its", "their", "his", "her", "such", "any", "no", "new", "our"})
Found = list[tuple[Mention, Entity]]


def extract(reading: Reading) -> Reading:
    """Finds agreements by number, by name and by kind, and links each to one node where the text tells which it is."""
    words = [token.lower_ for token in reading.doc]
    context = links.context_of(words, reading.lexicon.agreements)
    found: Found = []
    for resolution in numbered_resolutions(reading.document.text):
        found.append(numbered_mention(resolution, reading))
    add(found, named_mentions(reading, context))
    add(found, generic_mentions(reading, words, context, found))
    found.sort(key=lambda pair: pair[0].start)
    return reading.adding((m for m, _ in found), {entity.iri: entity for _, entity in found})


def add(found: Found, more: Iterator[tuple[Mention, Entity]]) -> None:
    """Add what does not stand inside what was found before."""
    for mention, entity in more:
        if not any(m.start < mention.end and mention.start < m.end for m, _ in found):
            found.append((mention, entity))


def made(start: int, end: int, head: int, entity: Entity, reading: Reading) -> tuple[Mention, Entity]:
    text = reading.document.text[start:end]
    name = None if entity.local else entity.label
    return Mention(
        f"agreement:{start}-{end}", start, end, text, "agreement", entity.cls, entity.iri, name, head=head
    ), entity


def numbered_mention(resolution: Numbered, reading: Reading) -> tuple[Mention, Entity]:
    """A resolution named by its number, known or new."""
    span = covering(reading.doc, resolution.start, resolution.end)
    known = reading.lexicon.agreements.by_key.get(resolution.key)
    iri = f"{reading.base}agreement/{resolution.key}"
    entity = links.entity_of(known) if known else Entity(iri, resolution.label, "agreement", "Resolution")
    return made(resolution.start, resolution.end, span.root.i, entity, reading)


def covering(doc: Doc, start: int, end: int) -> Span:
    """The tokens that cover a stretch of characters."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span if span is not None else doc[0:1]


def named_mentions(reading: Reading, context: Context) -> Iterator[tuple[Mention, Entity]]:
    """Known agreements by their names, written with a capital."""
    lexicon, doc, text = reading.lexicon.agreements, reading.doc, reading.document.text
    lowered = text.lower() if len(text.lower()) == len(text) else text
    for word in NAME.finditer(text):
        names, start = lexicon.names.get(word[0].lower(), ()), word.start()
        fitting = [n for n in names if lowered.startswith(n[0], start) and ends(text, start + len(n[0]))]
        if not fitting:
            continue
        end = start + len(fitting[0][0])
        span = covering(doc, start, end)
        time = time_beside(span, reading)
        described = Described("Agreement", text[start:end], time[:4] if time else None)
        iris = dict.fromkeys(iri for name, iri in fitting if len(name) == len(fitting[0][0]))
        known = links.named(iris, described, context, lexicon)
        if known is not None:
            yield made(start, end, span.root.i, links.entity_of(known), reading)


def ends(text: str, index: int) -> bool:
    return not text[index : index + 1].isalnum()


def generic_mentions(
    reading: Reading, words: Sequence[str], context: Context, found: Found
) -> Iterator[tuple[Mention, Entity]]:
    """Agreements by kind ("the 2015 peace agreement", "a truce"); "the ceasefire" is the last one spoken of."""
    latest = {entity.cls: entity for _, entity in sorted(found, key=lambda pair: pair[0].start)}
    for token, noun in nouns(words, reading):
        span = phrase(token, noun)
        described = describe(span, noun, reading)
        entity = links.linked(described, context, reading)
        if entity is None and span[0].lower_ in ("the", "this", "that") and not specified(span, noun):
            entity = latest.get(noun.cls)
        entity = entity or links.local(described, reading)
        latest[noun.cls] = entity
        yield made(span.start_char, span.end_char, token.i, entity, reading)


def nouns(words: Sequence[str], reading: Reading) -> Iterator[tuple[Token, AgreementNoun]]:
    """Head nouns of agreements with the longest phrase of the lexicon that they end."""
    by_head = reading.lexicon.agreements.nouns
    for index, word in enumerate(words):
        entries = by_head.get(word) or by_head.get(word.removesuffix("s"))
        if entries is None:
            continue
        token = reading.doc[index]
        if token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound":
            continue
        noun = next((n for n in entries if stands(n, token)), None)
        if noun is not None and (
            noun.alone or any(c.dep_ in ("det", "poss", "amod", "compound", "nummod") for c in token.lefts)
        ):
            yield token, noun


def stands(noun: AgreementNoun, head: Token) -> bool:
    """Whether the words of a phrase stand around its head word."""
    at = noun.words.index("of") - 1 if "of" in noun.words[1:] else len(noun.words) - 1
    start = head.i - at
    words = head.doc[max(start, 0) : start + len(noun.words)]
    return start >= 0 and all(t.lower_ == w or t.lemma_.lower() == w for t, w in zip(words, noun.words, strict=False))


def phrase(head: Token, noun: AgreementNoun) -> Span:
    """The noun phrase of an agreement, with at least the words of its noun."""
    span = noun_phrase(head)
    at = noun.words.index("of") - 1 if "of" in noun.words[1:] else len(noun.words) - 1
    start, end = min(span.start, head.i - at), max(span.end, head.i - at + len(noun.words))
    return head.doc[start : min(end, len(head.doc))]


def describe(span: Span, noun: AgreementNoun, reading: Reading) -> Described:
    """What the words of a phrase say of its agreement."""
    lexicon = reading.lexicon.agreements
    words = [t.lower_ for t in span]
    nearby = words + following_place(span)
    country = next((iri for _, iri in links.countries_in(nearby, lexicon)), None)
    time = time_beside(span, reading)
    year, day = (time[:4], time if len(time) == DAY else None) if time else (None, None)
    return Described(noun.cls, span.text, year, day, country, own_name(span, noun, reading))


def following_place(span: Span) -> list[str]:
    """The words of "in …", "on …", "for …" right behind a phrase."""
    after = span.doc[span.end : span.end + 4]
    return [t.lower_ for t in after[1:]] if len(after) > 1 and after[0].lower_ in ("in", "on", "for", "between") else []


def time_beside(span: Span, reading: Reading) -> str | None:
    """The day or year written within a phrase or right behind it: "the 2015 accord", "a ceasefire in 2014"."""
    doc = span.doc
    after = doc[span.end : span.end + 3]
    tokens = list(span)
    if len(after) > 1 and (after[0].lower_ in YEAR_PREPOSITIONS or after[0].text == "("):
        tokens += list(after[1:])
    for token in tokens:
        for mention in reading.by_head.get(token.i, ()):
            time = reading.times.get(mention.id) if mention.kind == "time" else None
            if time is not None and time.start and time.end and time.start[:4] == time.end[:4]:
                return time.start if time.start == time.end else time.start[:4]
    return None


def own_name(span: Span, noun: AgreementNoun, reading: Reading) -> str | None:
    """A name made of proper nouns before the kind: "the Jeddah declaration", no country alone."""
    countries = reading.lexicon.agreements.countries
    names = [t for t in span if t.pos_ == "PROPN" and t.i < span.root.i and t.text[:1].isupper()]
    if not names or noun.cls in ("Mandate", "Resolution", "Ceasefire"):
        return None
    if any(t.lower_ in countries for t in names) or any(
        t.ent_type_ in ("PERSON", "ORG", "NORP", "DATE") for t in names
    ):
        return None
    return span.doc[names[0].i : span.root.i + 1].text if names[-1].i < span.root.i else None


def specified(span: Span, noun: AgreementNoun) -> bool:
    """Whether a phrase says more of its agreement than its kind."""
    return any(t.lower_ not in SKIPPED and t.lower_ not in noun.words and not t.is_punct for t in span)


EXTRACTOR = Extractor("agreements", requires=("times",), assigns=("mentions", "entities"), extract=extract)
