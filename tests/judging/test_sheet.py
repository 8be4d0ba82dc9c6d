"""Pairs to judge as a sheet, and what may be filled in."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.judging.review import Question, Side
from kg.judging.sheet import Row, read, written

QUESTION = Question(
    "one event?",
    Side("x:1", "capture of Sake", 'they "took"\tSake', "a", "Wire", "2024-03-01"),
    Side("x:2", "capture", "Sake fell", "b", "Herald", ""),
    4.25,
    "Both are of one type of event (+2).",
)

# Each case: what is filled in as verdict, and the verdict that it is.
WORDS = {
    "same": "same",
    " Y ": "same",
    "yes": "same",
    "n": "different",
    "Different": "different",
    "?": "unsure",
    "unsure": "unsure",
}


def test_a_sheet_that_is_not_filled_in_holds_no_verdict() -> None:
    assert list(read(written([QUESTION]))) == []


@pytest.mark.parametrize("word", WORDS)
def test_a_verdict_is_read_back_with_its_nodes_and_comment(word: str) -> None:
    head, row = written([QUESTION]).splitlines()
    filled = f"{head}\n{word}\tso it is{row.removeprefix(chr(9))}\n"
    assert list(read(filled)) == [Row(WORDS[word], "x:1", "x:2", "so it is", 2)]  # type: ignore[arg-type]


def test_columns_may_be_fewer_and_in_another_order() -> None:
    assert list(read("left\tright\tverdict\nx:1\tx:2\t\nx:1\tx:3\tn\n")) == [Row("different", "x:1", "x:3", "", 3)]


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        ("", "no column verdict or left or right"),
        ("verdict,left,right\ny,x:1,x:2\n", "no column verdict or left or right"),
        ("verdict\tleft\ny\tx:1\n", "no column right"),
        ("verdict\tleft\tright\n\tx:1\tx:2\nperhaps\tx:1\tx:2\n", "line 3: 'perhaps' is no verdict"),
    ],
)
def test_what_is_no_sheet_is_told(sheet: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        list(read(sheet))
