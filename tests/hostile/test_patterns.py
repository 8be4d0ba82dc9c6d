"""No regular expression of the project runs away: twice the text takes about twice the time, whatever stands in it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import kg
from kg.vocabulary import lexicon

UNITS = (
    "a",
    "A",
    "1",
    " ",
    "a ",
    "A ",
    "1 ",
    "1,",
    "1.",
    "-",
    "- ",
    '"',
    "(",
    "\n",
    "\n ",
    ".",
    ",",
    "the ",
    "and ",
    "<?a>",
)
FEW_UNITS = ("1", "the ")
"""What is tried on the many patterns that are made from the lexicon: each takes its time, linear as it is."""
LENGTH = 6_000
PATIENCE = 0.3
"""Seconds for all of a text: what is linear takes a fraction of it, what is quadratic more."""
ANCHORED = {
    (
        "kg.extractors.claims.stretches",
        r"(?:\d{1,2}[:.h]\d\d(?: ?(?:GMT|UTC|[ap]\.?m\.?(?!\w)))?[ \t|–—-]+)?"
        r"(?:[A-Z][\w’'.]*+[\w ,.()/’']{0,50}? [–—―-]{1,2} ){0,2}",
    ),
    ("kg.extractors.times.dating", r"\s*(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?!\d)"),
    (
        "kg.extractors.times.headings",
        r"[\W_]*(?P<place>[^\W\d_a-z][^\d\n.!?;]{1,60}?)(?:\([^)\n]{1,30}\))?[\s,–-]*",
    ),
    (
        "kg.nlp.readable",
        r"(?=.*\b(?:THE|OF|TO|IN|IS|ARE|AND|ON|AT|BY|FOR|WITH|WAS|WERE|HAS|HAVE|SINCE)\b)[^a-z]+",
    ),
}
"""Patterns that are only tried where a stretch of text begins, never searched for."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The compiled patterns that stand in modules, and those that are made from the lexicon."""
    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    yield module.name, value
    for pattern in lexicon().times.patterns:
        yield "lexicon", pattern.regex


def is_searched(module: str) -> bool:
    """Whether a module looks for its patterns all over a text."""
    return module == "lexicon" or module.startswith(("kg.extractors", "kg.nlp"))


def taken(pattern: re.Pattern[str], text: str, *, searched: bool) -> float:
    """Seconds that a pattern takes for a text."""
    started = time.perf_counter()
    pattern.match(text)
    if searched:
        for _ in pattern.finditer(text):
            pass
    return time.perf_counter() - started


def runs_away(pattern: re.Pattern[str], unit: str, *, searched: bool) -> bool:
    """Whether a pattern takes far more than its share for a long text; measured twice, as the machine may be busy."""
    text = unit * (LENGTH // len(unit))
    return all(taken(pattern, text, searched=searched) > PATIENCE for _ in range(2))


def test_no_pattern_runs_away() -> None:
    found = {
        (module, pattern.pattern): unit
        for module, pattern in patterns()
        for unit in (FEW_UNITS if module == "lexicon" else UNITS)
        if (module, pattern.pattern) not in ANCHORED and runs_away(pattern, unit, searched=is_searched(module))
    }
    assert found == {}
