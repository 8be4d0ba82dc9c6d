"""The outcomes of a set of records: every measure, document by document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from kg.errors import KgError
from kg.evaluation.claims import claim_outcomes
from kg.evaluation.events import event_outcomes
from kg.evaluation.gold import Record, part_of
from kg.evaluation.mentions import mention_outcomes
from kg.evaluation.outcomes import Outcome

MEASURES: dict[str, Callable[[Record, Record], Iterator[Outcome]]] = {
    "mentions": mention_outcomes,
    "events": event_outcomes,
    "claims": claim_outcomes,
}


def evaluate(gold: Sequence[Record], records: Iterable[Record]) -> tuple[Outcome, ...]:
    """What became of each answer of the gold documents in `records`.

    Raises `KgError` where a gold document has no record or one of another text, or a quote does not stand in its text.
    """
    by_id = {record["id"]: record for record in records}
    if missing := [item["id"] for item in gold if item["id"] not in by_id]:
        raise KgError(f"no record for the gold document {missing[0]!r}: extract it first")
    if strange := [item["id"] for item in gold if item["text"] != by_id[item["id"]]["text"]]:
        raise KgError(f"the record of the gold document {strange[0]!r} is of another text: extract it again")
    return tuple(
        replace(outcome, document=item["id"], part=part_of(item))
        for key, measure in MEASURES.items()
        for item in gold
        if key in item["gold"]
        for outcome in measure(item, by_id[item["id"]])
    )
