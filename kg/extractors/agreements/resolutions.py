"""Resolutions of the United Nations and other bodies in every usual spelling of their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BODY = (
    r"(?:UN|U\.N\.|United Nations|UNSC|UNGA|UN Security Council|Security Council|General Assembly|Human Rights Council)"
)
NUMBER = r"(?:ES-)?\d{1,4}(?:/\d{1,3})?"
YEAR = r"(?:\s{0,2}\(\s?(?:\d{4}|[IVXL]+)\s?\))?"
LEAD = rf"\b(?:{BODY}(?:'s|’s)?[^\S\n])*"
NUMERO = r"(?:[Nn]o\.?[^\S\n]?|[Nn]umbers?[^\S\n]|[Nn]°[^\S\n]?)?"
ALSO = rf"(?:(?:,|,?[^\S\n]and|[^\S\n]&)[^\S\n]{NUMBER}(?!\w){YEAR})*"
SPELLED = re.compile(
    rf"{LEAD}(?:(?:[Rr]esolution|Res\.)[^\S\n]{NUMERO}(?P<first>{NUMBER})(?!\w){YEAR}"
    rf"|[Rr]esolutions[^\S\n]{NUMERO}(?P<several>{NUMBER})(?!\w){YEAR}(?P<more>{ALSO}))"
)
SYMBOL = re.compile(rf"\b(?P<body>[SA])/RES/(?P<first>{NUMBER}){YEAR}")
ABBREVIATED = re.compile(r"\b(?P<body>UNSC|UNGA)R(?:es)?[^\S\n]?(?P<first>\d{2,4})\b" + YEAR)
ONE = re.compile(rf"(?P<first>{NUMBER}){YEAR}")
GREGORIAN = re.compile(r"\(\s?(\d{4})\s?\)")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A resolution as it is written: `[start, end)`, its number, year where written, and its body.

    `body` is "s" (Security Council), "a" (General Assembly) or "hrc" (Human Rights Council).
    """

    start: int
    end: int
    number: str
    year: str | None
    body: str

    @property
    def key(self) -> str:
        """The name the resolution goes by in IRIs: "s-res-2690"."""
        return f"{self.body}-res-{self.number.lower().replace('/', '-')}"

    @property
    def label(self) -> str:
        names = {"s": "UN Security Council", "a": "UN General Assembly", "hrc": "UN Human Rights Council"}
        return f"{names[self.body]} resolution {self.number}"


def numbered_resolutions(text: str) -> list[Numbered]:
    """All resolutions named by number, in order: "resolutions 2531 and 2690" are two."""
    if "esolution" not in text and "RES" not in text and "UNSCR" not in text and "Res." not in text:
        return []
    found = [
        one for pattern in (SYMBOL, ABBREVIATED, SPELLED) for match in pattern.finditer(text) for one in each(match)
    ]
    kept: list[Numbered] = []
    for one in sorted(found, key=lambda n: (n.start, -n.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def each(match: re.Match[str]) -> Iterator[Numbered]:
    """The first resolution with the words before it, then those that are listed behind it."""
    body = body_of(match)
    more = match.groupdict().get("more") or ""
    end = match.end() - len(more)
    yield Numbered(match.start(), end, first_of(match), year_in(match.string[match.start() : end]), body)
    for other in ONE.finditer(match.string, end, match.end()):
        yield Numbered(other.start(), other.end(), other["first"], year_in(other[0]), body)


def first_of(match: re.Match[str]) -> str:
    """The number that stands first in a match."""
    groups = match.groupdict()
    return groups.get("first") or groups.get("several") or ""


def body_of(match: re.Match[str]) -> str:
    """Which body adopted it; the Security Council where nothing is said."""
    words = match[0]
    if (
        match.groupdict().get("body") in ("A", "UNGA")
        or "General Assembly" in words
        or "UNGA" in words
        or "/" in first_of(match)
    ):
        return "a"
    return "hrc" if "Human Rights" in words else "s"


def year_in(words: str) -> str | None:
    found = GREGORIAN.search(words)
    return found[1] if found else None
