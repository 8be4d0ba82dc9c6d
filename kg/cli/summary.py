"""What a store holds and what is wrong with it, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.cli.messages import line
from kg.validation import Report


def counted(counts: Mapping[str, int]) -> Iterator[str]:
    """How much of each kind a store holds."""
    return (row("documents in store" if name == "documents" else name, number) for name, number in counts.items())


def checked(findings: Report, most: int | None = None) -> Iterator[str]:
    """Whether the graph is what its shapes say, and (at `most` so many times) where it is not."""
    breaches = findings.results
    yield row("SHACL", "conforms" if findings.conforms else f"{len(breaches)} violations")
    for breach in breaches[:most]:
        words = f" “{' '.join(breach.quote.split())}”" if breach.quote else ""
        yield "  " + line(f"{breach.document or 'derived'}: {breach.message} at {breach.focus}{words}")
    if most is not None and len(breaches) > most:
        yield f"  and {len(breaches) - most} more: kg validate lists them all"


def row(name: str, value: object) -> str:
    """A line of a summary."""
    return f"{name:<20}{value}"
