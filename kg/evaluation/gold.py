"""The gold file: JSON Lines, one document (`id`, `text`, optionally `date` and `part`) a line, with a `gold` object.

    {"mentions": [["the army", "organisation"], ["the war", "agreement", "optional"]],
     "events": [{"type": "Capture", "trigger": "seized", "initiators": ["the army"], "targets": [], "places": ["Bria"],
                 "time": "2023-11-14", "polarity": "affirmed", "modality": "actual"}],
     "claims": [{"source": "a spokesman", "cue": "said", "content": "the army had seized Bria"}]}

A quote stands for its first occurrence in the text, `"the army#2"` for its second; a content in pieces is a list of
quotes. A time is a day as precise as known, two of them with a slash between ("2023-11-13/2023-11-19", ".." for an
end that is open), or null where the text tells none. Where two types fit an event either is right: "AirStrike|Attack".
An answer marked optional counts neither when it is found nor when it is missed, and keys left out are not scored.
`part` names the part of the set the document is scored in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kg.errors import KgError
from kg.model import Span

Record = Mapping[str, Any]

NUMBERED = re.compile(r"(.*)#(\d+)", re.DOTALL)
COUNT_OF = re.compile(
    r"(?:[^\s,]+\s){0,3}?(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|tens|dozens|hundreds|thousands"
    r"|millions|scores|most|many|some|several|all|number|group)\s+of\s",
    re.IGNORECASE,
)
AFTER_HEAD = re.compile(
    r"[,(]|\s(?:of|in|from|for|on|at|near|with|by|to|off|between|against|over|under|among|who|that)\s"
)


def part_of(item: Record) -> str:
    """The part of the gold set a document is scored in; "all" where it names none."""
    return item.get("part") or "all"


def optional_last(answers: Sequence[Record]) -> list[Record]:
    """The answers that must be found before those that may be: a guess that fits both counts for the former."""
    return sorted(answers, key=lambda answer: bool(answer.get("optional")))


def located(item: Record, quote: str) -> Span:
    """Where a quote stands in the text of its document. Raises `KgError` where it does not."""
    numbered = NUMBERED.fullmatch(quote)
    words, nth = (numbered[1], int(numbered[2])) if numbered else (quote, 1)
    at = -1
    for _ in range(nth):
        at = item["text"].find(words, at + 1)
        if at < 0:
            raise KgError(f"gold document {item['id']!r}: {quote!r} does not stand in its text")
    return at, at + len(words)


def stretches(item: Record, quotes: str | list[str]) -> list[Span]:
    """Where the pieces of a content stand."""
    return [located(item, quote) for quote in ([quotes] if isinstance(quotes, str) else quotes)]


def head(text: str, span: Span) -> Span:
    """A noun phrase up to its head: without what follows a comma, a preposition or a relative pronoun.

    What is counted is the head, not the count: "students" in "thousands of students from Lima".
    """
    start, end = span
    if count := COUNT_OF.match(text, start, end):
        start = count.end()
    cut = AFTER_HEAD.search(text, start + 1, end)
    return start, cut.start() if cut else end
