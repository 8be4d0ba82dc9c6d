"""Any text at all through the extractors of times, quantities and attributions: what they find stands in the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extractors.reading import extraction

LARGE = {
    "one sentence of 500 words": ("The army said that " + "rebels attacked Gao on Monday and " * 83 + "left.", True),
    "brackets": ("(" * 1_500 + "a" + ")" * 1_500, False),
    "quotation marks": ("“He said " * 500, False),
    "120 names": (". ".join(f"Ali{n} Bako met the army" for n in range(120)), True),
    "digits": ("1" * 10_000, False),
}
PIECES = st.sampled_from(
    (
        *(
            "on Monday",
            "13 November 2023",
            "in the night of 12 to",
            "two months ago",
            "1990s",
            "31/02/2023",
            "24:61",
            "by",
            "’s",
        ),
        *(
            "some 3,000 people",
            "10 to 20",
            "5.5 km",
            "dozens",
            "%",
            "$1.2 bn",
            "half a million",
            "1,,2",
            "²",
            "Ⅳ",
            "٣",
            "minus",
        ),
        *(
            "the army said",
            "“We",
            "left”",
            "according to",
            '"',
            "«",
            "denied that",
            "he added:",
            "?\n“Yes",
            "reportedly",
            "(",
        ),
        *(
            "rebels attacked Gao",
            ".",
            "\n",
            "\n\n",
            "\u2028",
            "\u200b",
            "\u202e",
            "\x85",
            "e\u0301",
            "ﬁ",
            "😀",
            "İ",
            "ß",
            "ǆ",
        ),
    )
)
TEXTS = st.lists(PIECES | st.text(max_size=6), min_size=1, max_size=14).map(" ".join)


@pytest.mark.parametrize("name", LARGE)
def test_what_is_large_and_odd_is_read(name: str) -> None:
    text, tells = LARGE[name]
    assert bool(extraction(text).events) == tells


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode().replace("\0", " ")
    found = extraction(text)
    ids = {mention.id for mention in found.mentions}
    spans = [mention.span for mention in found.mentions]
    assert all(text[m.start : m.end] == m.text for m in found.mentions)
    for event in found.events:
        spans += [event.trigger, event.sentence]
    for claim in found.claims:
        spans += [*claim.content, *(span for span in (claim.source_span, claim.cue) if span)]
        assert claim.source is None or claim.source in ids
    for measurement in found.measurements:
        assert measurement.mention in ids
        spans += [measurement.evidence] if measurement.evidence else []
    spans += [problem.span for problem in found.problems if problem.span]
    assert all(0 <= start < end <= len(text) for start, end in spans)
