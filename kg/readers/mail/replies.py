"""What a letter repeats or signs with: quoted replies and signatures, which are not what it says itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

SIGNATURE = "-- "
"""The line before a signature (RFC 3676, 4.3); many programs drop its space."""
QUOTE = ">"
LONGEST = 300
ATTRIBUTION = re.compile(r"(?:On|At)\b.{4,250}\b(?:wrote|writes|said):", re.IGNORECASE)
BELOW = re.compile(r"-{2,}\s?(?:Original Message|Forwarded message|Original Appointment)\s?-{2,}", re.IGNORECASE)
RULE = re.compile(r"_{20,}")
HEADER = re.compile(r"\*?(?:From|Sent|Date|To|Subject):\*? ")
SENT_WITH = re.compile(r"Sent from my [\w ]{2,30}\.?|Get Outlook for \w+", re.IGNORECASE)
SHORT_SIGNATURE = 12
"""A line "--" so near the end begins a signature; further up it may part two articles of a newsletter."""


def own_lines(lines: Sequence[str]) -> list[str]:
    """The lines of a letter that are its own: without quoted replies, what they are answered below, and a signature."""
    return unsigned(unquoted(answered(lines)))


def answered(lines: Sequence[str]) -> Sequence[str]:
    """The lines above an older letter that stands whole below; all, where it is all that there is (a forwarded one)."""
    for index, line in enumerate(lines):
        below = BELOW.fullmatch(line.strip()) if len(line) < LONGEST else None
        ruled = RULE.fullmatch(line.strip()[:LONGEST]) and sum(map(is_header, lines[index + 1 : index + 6])) >= 3
        if (below or ruled) and any(above.strip() for above in lines[:index]):
            return lines[:index]
    return lines


def is_header(line: str) -> bool:
    """Whether a line tells who wrote an older letter, when, to whom or about what."""
    return HEADER.match(line) is not None


def unquoted(lines: Sequence[str]) -> list[str]:
    """The lines that are not quoted; with those that are goes what says who is quoted, which may take two lines."""
    quoted = [line.startswith(QUOTE) for line in lines]
    begins = [at for at in range(1, len(lines)) if quoted[at] and not quoted[at - 1]]
    for at in begins:
        above = next((row for row in (at - 1, at - 2) if row >= 0 and lines[row].strip()), at)
        for first in (above, max(above - 1, 0)):
            if says_who(" ".join(line.strip() for line in lines[first : above + 1])):
                quoted[first : above + 1] = [True] * (above + 1 - first)
                break
    return [line for line, out in zip(lines, quoted, strict=True) if not out]


def says_who(text: str) -> bool:
    """Whether words lead in what is quoted: "On Monday, Awa Keita wrote:"."""
    return len(text) <= LONGEST and ATTRIBUTION.fullmatch(text.strip()) is not None


def unsigned(lines: list[str]) -> list[str]:
    """The lines before the signature."""
    for index, line in enumerate(lines):
        near = len(lines) - index <= SHORT_SIGNATURE
        if line == SIGNATURE or (near and line.rstrip() == SIGNATURE.strip()):
            return lines[:index]
        if near and len(line) < LONGEST and SENT_WITH.fullmatch(line.strip()):
            return [*lines[:index], *lines[index + 1 :]]
    return lines
