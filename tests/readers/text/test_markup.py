"""Marked-up text as paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.readers.text.markup import plain


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("Troops left.", "Troops left."),
        ("<p>One\n line.</p><p>Two&nbsp;words.</p>", "One line.\n\nTwo words."),
        ("One.<br>Two.<br><br/>Three.", "One.\nTwo.\n\nThree."),
        (
            "<div>One <b>bold</b> and <a href='x'>linked</a>, both.<p>Two.</div>Three.",
            "One bold and linked, both.\n\nTwo.\n\nThree.",
        ),
        ("<ul><li>One.</li><li>Two.</li></ul>", "One.\n\nTwo."),
        (
            "<p>One.</p><script>alert('<p>')</script><style>p{}</style><figure>A tank</figure>Two.",
            "One.\n\nTwo.",
        ),
        ("A &lt;b&gt; &amp; c", "A <b> & c"),
        ("<!-- <p>hidden</p> -->Shown.<?php echo 1 ?>", "Shown."),
        ("x<b", "x"),
        ("", ""),
        ("<>", "<>"),
    ],
)
def test_a_fragment_as_text(fragment, expected):
    assert plain(fragment) == expected


@given(st.text(st.sampled_from("ab <>&;/\n\"'=!-#x0p1") | st.characters(), max_size=60))
@settings(max_examples=80, deadline=None)
def test_any_text_is_a_fragment(fragment):
    assert isinstance(plain(fragment), str)
