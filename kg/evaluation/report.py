"""The misses and false alarms of an evaluation, for those who mend extractors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.evaluation.outcomes import Outcome

LONGEST = 100
COARSE = ("triggers", "claims")  # what is wrong by these is wrong by the stricter measure beside them too


def told(outcome: Outcome) -> str:
    """One wrong outcome in a line: what was wanted, what came, and where."""
    quote = " ".join(outcome.quote.split())
    shown = quote if len(quote) <= LONGEST else f"{quote[:LONGEST]}…"
    if outcome.guessed is None:
        return f"missed {outcome.wanted}: {shown}"
    if outcome.wanted is None:
        return f"false alarm {outcome.guessed}: {shown}"
    return f"{outcome.guessed} for {outcome.wanted}: {shown}"


def wrong(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, str, str]]:
    """Measure, document and line of each wrong outcome, measure by measure."""
    for measure in dict.fromkeys(o.measure for o in outcomes if o.measure not in COARSE):
        for outcome in outcomes:
            if outcome.measure == measure and not outcome.right:
                yield measure, outcome.document, told(outcome)
