"""Lines joined to paragraphs, and what stands on every page left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.readers.text import wrapping

FULL = "The column is about as wide as this line of the text is"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ["The rebels left the town", "after three days of fighting."],
            "The rebels left the town after three days of fighting.",
        ),
        ([FULL, "and it ends.", "A new one begins here"], f"{FULL} and it ends.\nA new one begins here"),
        (["Background", FULL, "and more."], f"Background\n{FULL} and more."),
        ([FULL, "", "Next."], f"{FULL}\n\nNext."),
        ([FULL, "", "goes on below a picture."], f"{FULL} goes on below a picture."),
        (["Troops began the opera-", "tion at dawn on Tuesday."], "Troops began the operation at dawn on Tuesday."),
        (
            ["Troops began the opera\u00ad", "tion at dawn on Tuesday."],
            "Troops began the operation at dawn on Tuesday.",
        ),
        (["They held anti-", "government protests."], "They held anti-government protests."),
        (["A rebel-", "held town; it is rebel-held."], "A rebel-held town; it is rebel-held."),
        (["The cease-", "fire: a ceasefire, they said."], "The ceasefire: a ceasefire, they said."),
        (["Fighters of Al-", "Shabaab left."], "Fighters of Al-Shabaab left."),
        (["Two Mi-", "24 helicopters."], "Two Mi-24 helicopters."),
        (["Long — ", "dashes stay."], "Long — dashes stay."),
        ([f"{FULL}:", "• one", "• two"], f"{FULL}:\n• one\n• two"),
        (
            [FULL + ".", "12. The next one begins in a full line of this column,"],
            f"{FULL}.\n12. The next one begins in a full line of this column,",
        ),
        ([], ""),
    ],
)
def test_lines_are_joined(lines, text):
    assert wrapping.running([lines])[0] == text


def test_a_sentence_reads_across_pages_and_each_page_is_found_in_the_text():
    pages = [["The army has begun its with-"], [], ["drawal from the north, said", "its spokesman."], []]
    text, starts = wrapping.running(pages)
    assert text == "The army has begun its withdrawal from the north, said its spokesman."
    assert [text[start:][:6] for start in starts] == ["The ar", "drawal", "drawal", ""]


@settings(max_examples=60)
@given(st.lists(st.lists(st.text(st.sampled_from("ab-\u00ad .A1•\n"), max_size=12), max_size=6), max_size=5))
def test_every_page_begins_within_the_text_and_no_letter_is_lost(pages):
    text, starts = wrapping.running(pages)
    letters = [c for page in pages for line in page for c in line if c.isalnum()]
    assert [c for c in text if c.isalnum()] == letters
    assert list(starts) == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)
