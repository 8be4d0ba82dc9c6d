"""Claims: who said what. They fit where their contents share half of their characters."""

from __future__ import annotations

from collections.abc import Iterator

from kg.evaluation.alignment import HALF, compared, likeness, overlap, touching
from kg.evaluation.gold import Record, located, optional_last, stretches
from kg.evaluation.outcomes import Outcome
from kg.model import Span


def claim_outcomes(item: Record, record: Record) -> Iterator[Outcome]:
    """What became of the attributions of one document."""
    text = item["text"]

    def fit(want: Record, guess: Record) -> float:
        return overlap(wanted_content(item, want), guessed_content(guess))

    def same(want: Record, guess: Record) -> bool:
        return same_source(text, wanted_source(item, want), guessed_source(guess))

    answers = optional_last(item["gold"]["claims"])
    for want, guess, sourced in compared(answers, record["claims"], fit, same):
        if want and want.get("optional"):
            continue
        where = (wanted_content(item, want) if want else guessed_content(guess or {}))[0]
        wanted = named(text, wanted_source(item, want)) if want else None
        guessed = named(text, guessed_source(guess)) if guess else None
        quote = text[slice(*where)]
        yield Outcome("claims", quote, wanted, guessed, bool(want and guess))
        yield Outcome("sourced claims", quote, wanted, guessed, sourced)
        if want and guess and "cue" in want:
            yield cue_outcome(item, want, guess)


def cue_outcome(item: Record, want: Record, guess: Record) -> Outcome:
    """Whether the word that tells the attribution was found; "nobody": there is none, as in a quotation alone."""
    wanted = located(item, want["cue"]) if want["cue"] else None
    guessed = span_of(guess["cue"])
    right = touching(wanted, guessed) if wanted and guessed else wanted == guessed
    text = item["text"]
    return Outcome("cues", named(text, wanted or guessed), named(text, wanted), named(text, guessed), right)


def innermost(item: Record, place: Span) -> Record | None:
    """The shortest claim of the gold file whose content holds a place; None: the publisher says it."""
    holding = [
        (sum(end - start for start, end in content), claim)
        for claim in item["gold"]["claims"]
        for content in [wanted_content(item, claim)]
        if any(touching(place, stretch) for stretch in content)
    ]
    return min(holding, key=lambda pair: pair[0])[1] if holding else None


def same_source(text: str, a: Span | None, b: Span | None) -> bool:
    """Two sources are one noun phrase, or both unnamed."""
    return likeness(text, a, b) >= HALF if a and b else a == b


def wanted_content(item: Record, claim: Record) -> list[Span]:
    return stretches(item, claim["content"])


def guessed_content(claim: Record) -> list[Span]:
    return [(start, end) for start, end in claim["content"]]


def wanted_source(item: Record, claim: Record) -> Span | None:
    return located(item, claim["source"]) if claim.get("source") else None


def guessed_source(claim: Record) -> Span | None:
    return span_of(claim["source_span"])


def span_of(pair: list[int] | None) -> Span | None:
    return (pair[0], pair[1]) if pair else None


def named(text: str, span: Span | None) -> str:
    """The words of a span; "nobody" for none."""
    return text[slice(*span)] if span else "nobody"
