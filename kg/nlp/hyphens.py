"""Words that a hyphen parts over the end of a line: "demo-⏎cratic"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.letters import PREFIXES

PREFIX = "".join(rf"(?<!\b{prefix})" for prefix in PREFIXES)
MARK = "-\n"
BROKEN = re.compile(rf"{PREFIX}(?:(?<=[^\W\d_][a-z])-\n([a-z]+)|(?<=[A-Z][A-Z])-\n([A-Z]+))")


def rejoined(text: str) -> str:
    """The text with such words whole, of the same length: what the hyphen and the line end took follows as spaces."""
    return BROKEN.sub(lambda match: (match[1] or match[2]) + "  ", text) if MARK in text else text


def breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where the second half of each such word begins and ends once it is rejoined; it stood two characters further."""
    for match in BROKEN.finditer(text) if MARK in text else ():
        yield match.start(), match.end() - 2
