"""Who did what to whom, where: the fillers of an event's roles.

A place that is hit or taken may stand among the targets or the places of an event: both are scored as one, "where".
Agreements are what an act is about, not who takes part in it: they are not scored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.evaluation.alignment import HALF, compared, likeness, touching
from kg.evaluation.gold import Record, located
from kg.evaluation.outcomes import Outcome
from kg.model import Span

# Acts that all sides do alike: who is named first is not told apart from who is named second.
MUTUAL = {"ArmedClash", "Meeting", "AgreementSigning", "Ceasefire", "PrisonerExchange", "Cooperation"}
WHERE = ("targets", "places")


@dataclass(frozen=True, slots=True, eq=False)
class Filler:
    """What fills a role: where it and the other mentions of its entity stand. `stray`: its role is not scored."""

    spans: tuple[Span, ...]
    kind: str | None
    stray: bool = False


def role_outcomes(item: Record, record: Record, want: Record, guess: Record) -> Iterator[Outcome]:
    """What became of the fillers of an event's roles. A guess is right by any of the mentions of its entity."""
    text = item["text"]

    def fit(answer: Filler, filler: Filler) -> float:
        return max(named_alike(text, answer.spans[0], span, answer.kind == "place") for span in filler.spans)

    sides = (("initiators", "targets"),) if want["type"] in MUTUAL else (("initiators",), ("targets",))
    actors = [roles for roles in sides if all(role in want for role in roles)]
    for roles, places in [*((roles, False) for roles in actors), (WHERE, True)]:
        answers = [f for f in wanted(item, want, roles) if (f.kind == "place") == places]
        fillers = [f for f in guessed(record, want, guess, roles) if (f.kind == "place") == places]
        name = "where" if places else " and ".join(roles)
        for answer, filler, right in compared(answers, fillers, fit, lambda *_: True):
            if answer or (filler and not filler.stray):
                yield Outcome(
                    "roles",
                    f"{name} of {want['type']} {want['trigger']!r}",
                    text[slice(*answer.spans[0])] if answer else None,
                    text[slice(*filler.spans[0])] if filler else None,
                    right,
                )


def wanted(item: Record, event: Record, roles: Sequence[str]) -> list[Filler]:
    """The fillers of some roles in the gold file, each once."""
    kinds = {quote: kind for quote, kind, *_ in item["gold"].get("mentions", ())}
    quotes = dict.fromkeys(quote for role in roles for quote in event.get(role, ()))
    return [Filler((located(item, quote),), kinds.get(quote)) for quote in quotes]


def guessed(record: Record, want: Record, event: Record, roles: Sequence[str]) -> list[Filler]:
    """The fillers of some roles in a record, each once; those of a role the gold file leaves out are stray."""
    mentions = {mention["id"]: mention for mention in record["mentions"]}
    scored = {filler: role not in want for role in reversed(roles) for filler in event[role]}
    scored |= {filler: False for role in roles if role in want for filler in event[role]}
    return [
        Filler(spans(record, mentions[filler]), mentions[filler]["kind"], stray)
        for filler, stray in scored.items()
        if mentions[filler]["kind"] != "agreement"
    ]


def spans(record: Record, mention: Record) -> tuple[Span, ...]:
    """Where a mention stands, then all others of its entity."""
    entity = mention["entity"]
    others = (m for m in record["mentions"] if entity and m["entity"] == entity and m is not mention)
    return tuple((m["start"], m["end"]) for m in (mention, *others))


def named_alike(text: str, a: Span, b: Span, place: bool) -> float:
    """How well two phrases name one thing; a place and the one it is called by do ("the town of Bria", "Bria")."""
    return max(likeness(text, a, b), HALF if place and touching(a, b) else 0.0)
