"""Mentions: noun phrases of the right kind. They fit where they have one head, or share half of what leads to it;
times where they touch, as in TempEval's relaxed matching."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.evaluation.alignment import HALF, compared, likeness, touching
from kg.evaluation.gold import Record, located
from kg.evaluation.outcomes import Outcome
from kg.model import Span


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A noun phrase and its kind, wanted or guessed."""

    span: Span
    kind: str
    optional: bool = False


def mention_outcomes(item: Record, record: Record) -> Iterator[Outcome]:
    """What became of the mentions of one document. Pronouns are not scored."""
    text = item["text"]
    wanted = [Phrase(located(item, quote), kind, bool(mark)) for quote, kind, *mark in item["gold"]["mentions"]]
    guessed = [Phrase((m["start"], m["end"]), m["kind"]) for m in record["mentions"] if not m.get("pronoun")]

    def fit(want: Phrase, guess: Phrase) -> float:
        relaxed = HALF if want.kind == guess.kind == "time" and touching(want.span, guess.span) else 0.0
        return max(likeness(text, want.span, guess.span), relaxed)

    pairs = compared(sorted(wanted, key=lambda phrase: phrase.optional), guessed, fit, lambda w, g: w.kind == g.kind)
    for want, guess, right in pairs:
        if (phrase := want or guess) and not phrase.optional:
            kinds = (want.kind if want else None, guess.kind if guess else None)
            yield Outcome("mentions", text[slice(*phrase.span)], *kinds, right=right)
