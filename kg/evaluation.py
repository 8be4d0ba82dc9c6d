"""How right extraction records are, against a gold file whose answers are quotes from the text.

A gold file is JSON Lines. Each line is a document (`id`, `text`, optionally `date`) with a `gold` object:

    {"mentions": [["the army", "organisation"]],
     "events": [{"type": "Capture", "trigger": "seized", "initiators": ["the army"], "targets": [], "places": ["Bria"],
                 "start": "2023-11-14", "polarity": "affirmed", "modality": "actual"}],
     "claims": [{"source": "a spokesman", "content": "the army had seized Bria"}]}

A quote stands for its first occurrence in the text, `"the army#2"` for its second. Keys left out are not scored.
A guess fits an answer when their spans share at least half of what they cover together (mentions, claims) or
touch at all (triggers, roles).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import KgError
from kg.model import Span

HALF = 0.5
ROLES = ("initiators", "targets", "places")

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Right, guessed and wanted answers of one measure."""

    measure: str
    right: int
    guessed: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / max(self.guessed, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are."""
        return 2 * self.right / max(self.guessed + self.wanted, 1)


def evaluate(gold: Sequence[Record], records: Iterable[Record]) -> tuple[Score, ...]:
    """The scores of `records` against `gold`, one a measure.

    Raises `KgError` where a gold document has no record, or a quote does not stand in its text.
    """
    by_id = {record["id"]: record for record in records}
    counts: dict[str, Counter[str]] = {}
    for item in gold:
        if item["id"] not in by_id:
            raise KgError(f"no record for the gold document {item['id']!r}: extract it first")
        for measure, key, number in counted(item, by_id[item["id"]]):
            counts.setdefault(measure, Counter())[key] += number
    return tuple(Score(m, c["right"], c["guessed"], c["wanted"]) for m, c in counts.items())


def counted(item: Record, record: Record) -> Iterator[tuple[str, str, int]]:
    """What one document adds to each measure."""
    gold = item["gold"]
    if "mentions" in gold:
        yield from mention_counts(item, record)
    if "events" in gold:
        yield from event_counts(item, record)
    if "claims" in gold:
        yield from claim_counts(item, record)


def mention_counts(item: Record, record: Record) -> Iterator[tuple[str, str, int]]:
    """Mentions of the right kind whose span fits."""
    wanted = [(located(item, quote), kind) for quote, kind in item["gold"]["mentions"]]
    guessed = [((m["start"], m["end"]), m["kind"]) for m in record["mentions"] if not m.get("pronoun")]
    pairs = paired(wanted, guessed, lambda w, g: overlap([w[0]], [g[0]]) if w[1] == g[1] else 0.0, HALF)
    yield from tally("mentions", len(pairs), len(guessed), len(wanted))


def event_counts(item: Record, record: Record) -> Iterator[tuple[str, str, int]]:
    """Events of the right type at the right trigger; of those found, their roles, dates and factuality."""
    spans = {m["id"]: (m["start"], m["end"]) for m in record["mentions"]}
    wanted, guessed = item["gold"]["events"], record["events"]

    def fit(want: Record, guess: Record) -> float:
        same = want["type"] == guess["type"]
        return float(same and touching(located(item, want["trigger"]), tuple(guess["trigger"])))

    pairs = paired(wanted, guessed, fit, HALF)
    yield from tally("events", len(pairs), len(guessed), len(wanted))
    for want, guess in pairs:
        for role in (r for r in ROLES if r in want):
            answers = [located(item, quote) for quote in want[role]]
            found = paired(answers, [spans[m] for m in guess[role]], lambda a, b: float(touching(a, b)), HALF)
            yield from tally("roles", len(found), len(guess[role]), len(answers))
        if "start" in want:
            start = (guess["time"] or {}).get("start")
            yield from tally("dates", int(start == want["start"]), int(start is not None), 1)
        for key in ("polarity", "modality"):
            if key in want:
                yield from tally("factuality", int(guess[key] == want[key]), 1, 1)


def claim_counts(item: Record, record: Record) -> Iterator[tuple[str, str, int]]:
    """Claims whose content fits; and those whose source is right too."""
    wanted, guessed = item["gold"]["claims"], record["claims"]

    def fit(want: Record, guess: Record) -> float:
        return overlap([located(item, want["content"])], [tuple(s) for s in guess["content"]])

    pairs = paired(wanted, guessed, fit, HALF)
    yield from tally("claims", len(pairs), len(guessed), len(wanted))
    sourced = sum(same_source(item, want.get("source"), guess["source_span"]) for want, guess in pairs)
    yield from tally("claims with source", sourced, len(guessed), len(wanted))


def same_source(item: Record, quote: str | None, span: Sequence[int] | None) -> bool:
    if quote is None or span is None:
        return quote is None and span is None
    return touching(located(item, quote), (span[0], span[1]))


def tally(measure: str, right: int, guessed: int, wanted: int) -> Iterator[tuple[str, str, int]]:
    yield measure, "right", right
    yield measure, "guessed", guessed
    yield measure, "wanted", wanted


def located(item: Record, quote: str) -> Span:
    """Where a quote stands in the text of its document."""
    words, _, nth = quote.rpartition("#") if quote[-2:-1] == "#" else (quote, "", "1")
    at = -1
    for _ in range(int(nth)):
        at = item["text"].find(words, at + 1)
        if at < 0:
            raise KgError(f"gold document {item['id']!r}: {quote!r} does not stand in its text")
    return at, at + len(words)


def paired(
    wanted: Sequence[Any], guessed: Sequence[Any], fit: Callable[[Any, Any], float], least: float
) -> list[tuple[Any, Any]]:
    """One-to-one pairs, each answer with the best guess still free."""
    free, pairs = list(range(len(guessed))), []
    for want in wanted:
        best = max(free, key=lambda i: fit(want, guessed[i]), default=None)
        if best is not None and fit(want, guessed[best]) >= least:
            free.remove(best)
            pairs.append((want, guessed[best]))
    return pairs


def overlap(a: Iterable[Span], b: Iterable[Span]) -> float:
    """Characters two lists of spans share, over those they cover together."""
    x = {i for start, end in a for i in range(start, end)}
    y = {i for start, end in b for i in range(start, end)}
    return len(x & y) / max(len(x | y), 1)


def touching(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
