"""Names that nobody knows yet: what the statistical model sees, and other runs of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from kg.extractors.grammar.nominals import Name

DATED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
PROPOSED = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC"})
BREAK = re.compile(r"[\n\[\]]")

# Closed classes of function words and signs, grammar rather than knowledge of the world; so they stand in code.
# Small words that stand inside names of persons and peoples, and those that the model takes into a name at its ends.
PARTICLES = frozenset(
    {"al", "el", "ag", "ben", "bin", "ibn", "abu", "de", "del", "der", "den", "van", "von", "di", "da", "la", "le"}
    | {"du", "-", "'"}
)  # fmt: skip
TRIMMED = frozenset(
    {"near", "at", "from", "on", "by", "with", "for", "to", "in", "of", "the", "a", "an", "this", "that", "and", "'s"}
    | {"'", '"', ".", ",", "(", ")", "-"}
)  # fmt: skip


def proposed_names(doc: Doc, taken: set[int]) -> Iterator[Name]:
    """Names the statistical model sees where no known one stands, cut free of articles and endings."""
    for ent in doc.ents:
        if ent.label_ not in PROPOSED:
            continue
        for first, last in free_stretches(ent, taken):
            start, end = first, last
            while start < end and (doc[start].lower_ in TRIMMED or not doc[start].text[0].isalnum()):
                start += 1
            while start < end and (doc[end - 1].lower_ in TRIMMED or doc[end - 1].is_space):
                end -= 1
            while start < end and begins_earlier(doc[start], taken):
                start -= 1
            span = doc[start:end]
            if len(span) and "/" not in span.text and any(t.text[0].isupper() and t.pos_ != "NOUN" for t in span):
                yield Name(start, end, span.root.i, span.text, label=ent.label_, bound=is_bound(span))


def begins_earlier(first: Token, taken: set[int]) -> bool:
    """Whether the proper noun before a proposed name belongs to it: "Moses" of "Moses Wetang"."""
    if first.i == 0 or first.i - 1 in taken or first.is_sent_start:
        return False
    before = first.nbor(-1)
    return before.pos_ == "PROPN" and before.dep_ == "compound" and not before.ent_type_ and before.text[0].isupper()


def free_stretches(ent: Span, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The longest stretches of an entity that no other name holds."""
    start = ent.start
    for i in range(ent.start, ent.end + 1):
        if i == ent.end or i in taken or BREAK.search(ent.doc[i].text):
            if i > start:
                yield start, i
            start = i + 1


def capitalised_runs(doc: Doc, taken: set[int]) -> Iterator[Name]:
    """Runs of proper nouns that nobody has named yet."""
    run: list[Token] = []
    for token in doc:
        named = token.pos_ == "PROPN" or (token.pos_ == "X" and "'" in token.text[1:-1])  # "Sana'a"
        fits = token.i not in taken and named and token.text[0].isupper() and token.ent_type_ not in DATED
        inner = bool(run) and token.i not in taken and token.lower_ in PARTICLES and next_is_capital(token)
        if (fits or inner) and not (run and token.is_sent_start):
            run.append(token)
            continue
        yield from run_as_name(doc, run)
        run = [token] if fits else []
    yield from run_as_name(doc, run)


def next_is_capital(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().text[0].isupper()


def run_as_name(doc: Doc, run: list[Token]) -> Iterable[Name]:
    while run and (run[0].lower_ in TRIMMED or not run[0].text[0].isalnum()):
        run = run[1:]
    if not run:
        return []
    span = doc[run[0].i : run[-1].i + 1]
    if len(span.text.strip(".")) == 1:
        return []
    return [Name(span.start, span.end, span.root.i, span.text, bound=is_bound(span))]


def is_bound(span: Span) -> bool:
    """Whether a name is the first part of a hyphenated word: "Wagner-linked", "Turkish-backed"."""
    doc = span.doc
    return (
        span.end + 1 < len(doc)
        and doc[span.end].text in ("-", "–")
        and not doc[span.end - 1].whitespace_
        and not doc[span.end].whitespace_
        and doc[span.end + 1].text.islower()
    )
