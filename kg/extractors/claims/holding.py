"""Which claims hold a span of the text, found without asking every claim of a long document."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Claim, Span

STRETCH = 256


class Holding:
    """Claims by the stretches of text, of `STRETCH` characters, that their contents touch."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.claims: dict[int, dict[str, Claim]] = {}
        for claim in claims:
            for start, end in claim.content:
                for stretch in range(start // STRETCH, end // STRETCH + 1):
                    self.claims.setdefault(stretch, {})[claim.id] = claim

    def innermost(self, span: Span, besides: str | None = None) -> Claim | None:
        """The claim with the shortest content that holds a span, the one with the id `besides` left out."""
        near = self.claims.get(span[0] // STRETCH, {}).values()
        holding = [c for c in near if c.id != besides and holds(c, span)]
        return min(holding, key=lambda c: (sum(e - s for s, e in c.content), c.id), default=None)


def holds(claim: Claim, span: Span) -> bool:
    """Whether one stretch of what is claimed covers a span of the text."""
    return any(start <= span[0] and span[1] <= end for start, end in claim.content)
