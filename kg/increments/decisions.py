"""What people have decided since the books were right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.model import Decision, Judgement


def judged_otherwise(before: Iterable[Sequence[str]], made: Iterable[Decision]) -> set[str]:
    """The IRIs of all that is judged otherwise than before; each decision is what it is about, and what it says."""
    old, new = {tuple(decision) for decision in before}, {outline(decision) for decision in made}
    return {iri for decision in old ^ new for iri in decision if not iri.startswith("=")}


def outline(decision: Decision) -> tuple[str, ...]:
    """What a decision is about, and what it says."""
    about = (decision.left, decision.right) if isinstance(decision, Judgement) else (decision.claim,)
    return (*about, f"={decision.verdict} {decision.date} {decision.iri}")
