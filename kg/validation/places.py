"""Where in the files of a store a breach is: the line of the text that holds its quote, else that of the statement."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.ledger import Ledger
from kg.validation.findings import Quote, Result


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file, counted from 1; `quote` is the stretch of the file that is meant, where it is a text."""

    file: Path
    line: int
    quote: Quote | None = None


class Places:
    """Finds the places of results in the files of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def of(self, result: Result) -> Place | None:
        """Where a result is; None for what was derived from several documents, or is of no file."""
        return self.in_text(result.evidence) or self.in_graph(result)

    def in_text(self, quote: Quote | None) -> Place | None:
        """The line of a text in which a quote begins."""
        if quote is None or quote.text is None or quote.start is None:
            return None
        file = self.ledger.place("texts", quote.text, ".txt")
        try:
            before = file.read_bytes().decode()[: quote.start]
        except (OSError, UnicodeDecodeError):  # a ledger may be kept without its texts
            return None
        return Place(file, before.count("\n") + 1, quote)

    def in_graph(self, result: Result) -> Place | None:
        """The first line of a document's graph that is on the node."""
        if result.graph is None or (file := self.ledger.documents.get(result.graph)) is None:
            return None
        lines = file.read_bytes().split(b"\n")
        start = f"<{result.focus}> ".encode()
        return Place(file, next((n for n, line in enumerate(lines, 1) if line.startswith(start)), 1))
