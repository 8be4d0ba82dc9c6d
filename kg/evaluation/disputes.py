"""How right contradictions are, against the disputes of a gold file.

A dispute stands in a gold file as its name, a side and a quote: `["control:bria", "a", "seized"]`. Before the colon
stand the kinds of contradiction it may be told as, with `|` between them, and `?` after them where a program may well
not tell it. Every quote of one side contradicts every quote of the others; quotes of one side do not.

A claim stands where the word does that tells its event, a number in the sentence that tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.evaluation.alignment import touching
from kg.evaluation.coreference import Figure
from kg.evaluation.fused import Fused, trigger
from kg.evaluation.gold import Record, located, part_of
from kg.model import Contradiction, Span
from kg.rdf.views import ClaimView

Claims = tuple[ClaimView, ClaimView]
Guess = tuple[str, Claims]
"""A kind of contradiction, and the claims that are said to contradict each other."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Where a quote of a dispute stands, and its words."""

    document: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Quotes that cannot all be right, by the side they are on."""

    name: str
    kinds: tuple[str, ...]
    optional: bool
    sides: Mapping[str, tuple[Quote, ...]]

    def pairs(self) -> Iterator[tuple[Quote, Quote]]:
        """Each quote with each of the other sides."""
        for one, other in combinations(self.sides.values(), 2):
            yield from ((a, b) for a in one for b in other)


def dispute_figures(gold: Sequence[Record], fused: Fused) -> Iterator[tuple[str, str, Figure]]:
    """Part, measure and figure.

    Precision is the share of the contradictions found that are right; recall is over all disputes of the gold file,
    over those of which both sides were extracted, and over each pair of claims of these by itself.
    """
    told = [(c.kind, claims(c, fused)) for c in fused.fusion.contradictions]
    for part in dict.fromkeys(map(part_of, gold)):
        items = [item for item in gold if part_of(item) == part]
        ids, every = {item["id"] for item in items}, disputes(items)
        guesses = [guess for guess in told if {claim.document_id for claim in guess[1]} <= ids]
        precision = mean([any(tells(dispute, *guess, fused) for dispute in every) for guess in guesses])
        for measure, marks in recalls([dispute for dispute in every if not dispute.optional], guesses, fused).items():
            yield part, measure, Figure(precision, mean(marks))


def recalls(sought: Iterable[Dispute], guesses: Iterable[Guess], fused: Fused) -> Mapping[str, list[bool]]:
    """By measure, whether each dispute (or pair of its quotes) that is to be found was."""
    every: list[bool] = []
    seen: list[bool] = []
    pairs: list[bool] = []
    for dispute in sought:
        of_kind = [pair for kind, pair in guesses if kind in dispute.kinds]
        told = [quotes for quotes in dispute.pairs() if all(extracted(quote, fused) for quote in quotes)]
        found = any(stands(quotes, pair, fused) for quotes in dispute.pairs() for pair in of_kind)
        every.append(found)
        seen.extend([found] if told else [])
        pairs.extend(any(stands(quotes, pair, fused) for pair in of_kind) for quotes in told)
    return {"contradictions, all": every, "contradictions, extracted": seen, "pairs of claims, extracted": pairs}


def extracted(quote: Quote, fused: Fused) -> bool:
    """Whether any claim was found that stands at a quote."""
    return any(at(claim, quote, fused) for claim in fused.views.claims.values())


def mean(marks: Sequence[bool]) -> float:
    return sum(marks) / len(marks) if marks else 1.0


def disputes(items: Iterable[Record]) -> list[Dispute]:
    """The disputes of some documents, in the order of their names."""
    sides: dict[str, dict[str, list[Quote]]] = {}
    for item in items:
        for name, side, quote in item["gold"].get("disputes", ()):
            span = located(item, quote)
            place = Quote(item["id"], span, item["text"][slice(*span)])
            sides.setdefault(name, {}).setdefault(side, []).append(place)
    return [
        Dispute(
            name=name,
            kinds=tuple(name.partition(":")[0].removesuffix("?").split("|")),
            optional=name.partition(":")[0].endswith("?"),
            sides={side: tuple(quotes) for side, quotes in sorted(found.items())},
        )
        for name, found in sorted(sides.items())
    ]


def claims(contradiction: Contradiction, fused: Fused) -> Claims:
    """The two claims that contradict each other."""
    known = fused.views.claims
    return known[contradiction.claim_a], known[contradiction.claim_b]


def tells(dispute: Dispute, kind: str, pair: Claims, fused: Fused) -> bool:
    """Whether a contradiction between two claims is one of the dispute, of a kind it may be told as."""
    return kind in dispute.kinds and any(stands(quotes, pair, fused) for quotes in dispute.pairs())


def stands(quotes: tuple[Quote, Quote], pair: Claims, fused: Fused) -> bool:
    """Whether two claims stand at two quotes, in whichever order."""
    (a, b), (x, y) = quotes, pair
    return (at(x, a, fused) and at(y, b, fused)) or (at(x, b, fused) and at(y, a, fused))


def at(claim: ClaimView, quote: Quote, fused: Fused) -> bool:
    """Whether a claim stands at a quote: its event's word touches it, or its number's sentence and words hold it."""
    if claim.document_id != quote.document or claim.states is None:
        return False
    if view := fused.views.events.get(claim.states):
        return touching(trigger(view), quote.span)
    measured = fused.views.measurements.get(claim.states)
    return bool(
        measured and quote.words in measured.quote and set(quote.words.split()) & set((measured.what or "").split())
    )
