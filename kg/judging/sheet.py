"""Pairs to judge as a table for a spreadsheet (tab-separated values), and the verdicts filled in there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.errors import QueryError
from kg.judging.review import Question, Side
from kg.model import Verdict
from kg.spreadsheets import guarded

ANSWERS: dict[str, Verdict] = {
    **dict.fromkeys(("y", "yes", "same"), "same"),
    **dict.fromkeys(("n", "no", "different"), "different"),
    **dict.fromkeys(("u", "?", "unsure"), "unsure"),
}
"""What may stand in the column `verdict`, or be typed; an empty cell leaves a pair open."""

SIDE = ("label", "quote", "document", "publisher", "date")
COLUMNS = (
    *("verdict", "comment"),
    *(f"left_{name}" for name in SIDE),
    *(f"right_{name}" for name in SIDE),
    *("score", "because", "left", "right"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One verdict of a sheet: on which two nodes, why, and in which line it stands."""

    verdict: Verdict
    left: str
    right: str
    comment: str
    line: int


def written(questions: Iterable[Question]) -> str:
    """Questions as a sheet with a header line; the first two columns are for the person to fill in."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter="\t", lineterminator="\n", restval="")
    writer.writeheader()
    for question in questions:
        texts = {**cells("left", question.left), **cells("right", question.right)}
        nodes = {"left": question.left.mention, "right": question.right.mention}
        writer.writerow({**texts, **nodes, "score": f"{question.score:g}", "because": question.because})
    return out.getvalue()


def cells(prefix: str, side: Side) -> dict[str, str]:
    return {f"{prefix}_{name}": guarded(" ".join(str(getattr(side, name)).split())) for name in SIDE}


def read(text: str) -> Iterator[Row]:
    """The verdicts of a sheet; it needs the columns verdict, left and right. Raises `QueryError` for another word."""
    lines = csv.DictReader(io.StringIO(text), delimiter="\t")
    missing = [name for name in ("verdict", "left", "right") if name not in (lines.fieldnames or ())]
    if missing:
        raise QueryError(f"the sheet has no column {' or '.join(missing)}: kg review --to FILE.tsv writes one")
    for row in lines:
        word = (row["verdict"] or "").strip().casefold()
        if word and word not in ANSWERS:
            raise QueryError(f"line {lines.line_num}: {word!r} is no verdict: write same, different or unsure")
        if word:
            comment = (row.get("comment") or "").strip()
            yield Row(ANSWERS[word], row["left"] or "", row["right"] or "", comment, lines.line_num)
