"""What stands on every page of a document and belongs to none."""

from __future__ import annotations

import pytest

from kg.readers.documents import furniture


@pytest.mark.parametrize(
    ("pages", "left"),
    [
        # a header and a number on each page; the header stays where it stands first
        (
            [["WEEKLY", "a b", "1"], ["WEEKLY", "c d", "2"], ["WEEKLY", "e f", "3"]],
            [["WEEKLY", "a b"], ["c d"], ["e f"]],
        ),
        # a numbered footer needs two pages, as its number counts them
        ([["a b", "c d", "Report | 7 of 9"], ["e f", "g h", "Report | 8 of 9"]], [["a b", "c d"], ["e f", "g h"]]),
        # headers of chapters hold the number of the page too
        (
            [["1", "a b", "c d"], ["2 Titles", "e f", "g h"], ["Talks 3", "i j", "k l"], ["Talks 4", "m n", "o p"]],
            [["a b", "c d"], ["2 Titles", "e f", "g h"], ["i j", "k l"], ["m n", "o p"]],
        ),
        # a line twice is no header, a number that does not count the pages is a fact
        ([["Peace", "a b", "c d"], ["Peace", "e f", "40"]], [["Peace", "a b", "c d"], ["Peace", "e f", "40"]]),
        # what comes back in the middle of pages is text
        ([["a", "b", "x", "c", "d"]] * 2, [["a", "b", "x", "c", "d"]] * 2),
        ([[], ["", " "]], [[], []]),
    ],
)
def test_what_stands_on_every_page_is_left_out(pages, left):
    assert furniture.without(pages) == left
