"""What is kept of a text so that its near copies are known without it.

A sketch is the least digests of the runs of three words of a text (bottom-k sketch: Broder 1997, "On the Resemblance
and Containment of Documents"). Digests are taken once for each run, so that a long text costs one pass, and two
sketches are compared as sets: no library of minhashes and of their permutations is needed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest

RUN = 3
KEPT = 64
DIGITS = 8
KEYS = 4
COPIED = 0.5


def sketch(text: str) -> str:
    """The sketch of a text, in hexadecimal digits; empty for a text of less than three words."""
    words = re.findall(r"\w+", text.casefold())
    runs = {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    return "".join(nsmallest(KEPT, {digest(run) for run in runs}))


def digest(run: str) -> str:
    return blake2b(run.encode(), digest_size=DIGITS // 2).hexdigest()


def parts(sketched: str) -> list[str]:
    """The digests of a sketch, the least first."""
    return [sketched[start : start + DIGITS] for start in range(0, len(sketched), DIGITS)]


def keys(sketched: str) -> list[str]:
    """What near copies nearly always share: the few least digests."""
    return parts(sketched[: KEYS * DIGITS])


@lru_cache(maxsize=8192)
def is_copy(one: str, other: str) -> bool:
    """Whether two texts share so much that one of them, or both, are copied: half of their runs of words or more."""
    a, b = parts(one), parts(other)
    least = sorted({*a, *b})[: min(len(a), len(b))]
    return bool(least) and len({*a} & {*b} & {*least}) >= COPIED * len(least)
