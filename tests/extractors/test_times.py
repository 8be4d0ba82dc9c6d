"""Which words are time expressions, and what days they stand for on Tuesday, 14 May 2024."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extractors.examples import read, texts

TODAY = "2024-05-14"

DAYS = [
    # sentence, expression, start, end
    ("Rebels attacked Sake on Monday.", "Monday", "2024-05-13", "2024-05-13"),
    ("Rebels attacked Sake on Tuesday.", "Tuesday", "2024-05-14", "2024-05-14"),
    ("The sides will meet on Friday.", "Friday", "2024-05-17", "2024-05-17"),
    ("Talks scheduled for Friday collapsed.", "Friday", "2024-05-17", "2024-05-17"),
    ("In March the two governments agreed to open the border.", "March", "2024-03", "2024-03"),
    ("In October the governor agreed to release them.", "October", "2023-10", "2023-10"),
    ("They would close the road unless the army withdrew by Friday.", "Friday", None, "2024-05-17"),
    ("Rebels attacked Sake last Tuesday.", "last Tuesday", "2024-05-07", "2024-05-07"),
    ("Rebels attacked Sake on Sunday night.", "Sunday night", "2024-05-12", "2024-05-12"),
    ("They left on the morning of Monday, May 13.", "the morning of Monday, May 13", "2024-05-13", "2024-05-13"),
    ("They left on Nov 11.", "Nov 11", "2023-11-11", "2023-11-11"),
    ("They will leave by December 31, 2024.", "December 31, 2024", None, "2024-12-31"),
    ("The roads have been cut since April 2.", "April 2", "2024-04-02", None),
    ("Troops fought from May 3 to May 5.", "May 3", "2024-05-03", "2024-05-05"),
    ("He was freed on 03/04/24.", "03/04/24", "2024-04-03", "2024-04-03"),
    ("He was freed on 14.5.2024.", "14.5.2024", "2024-05-14", "2024-05-14"),
    ("The war began in April 2023.", "April 2023", "2023-04", "2023-04"),
    ("The war began in October.", "October", "2023-10", "2023-10"),
    ("The base was closed in June last year.", "June last year", "2023-06", "2023-06"),
    ("The mission left in early October.", "early October", "2023-10-01", "2023-10-11"),
    ("The rebels rose up in 2012.", "2012", "2012", "2012"),
    ("The war of 1980-88 was long.", "1980-88", "1980", "1988"),
    ("Insurgents were strong in the 1990s.", "the 1990s", "1990", "1999"),
    ("The strike took place yesterday.", "yesterday", "2024-05-13", "2024-05-13"),
    ("The strike took place last week.", "last week", "2024-05-06", "2024-05-12"),
    ("There was heavy fighting over the weekend.", "the weekend", "2024-05-11", "2024-05-12"),
    ("The strike took place two days ago.", "two days ago", "2024-05-12", "2024-05-12"),
    ("The junta took power two months ago.", "two months ago", "2024-03", "2024-03"),
    ("A bomb went off on May 10; the town fell a day earlier.", "a day earlier", "2024-05-09", "2024-05-09"),
    ("A bomb went off on May 10; the town fell the following day.", "the following day", "2024-05-11", "2024-05-11"),
    ("Fighting may go on in the coming days.", "the coming days", "2024-05-14", None),
    ("In 1991 the army left. A year later the king died.", "A year later", "1992", "1992"),
    ("A round is to be held in Ankara on 9 June.", "9 June", "2024-06-09", "2024-06-09"),
    ("Aid will arrive before Christmas.", "Christmas", None, "2024-12-25"),
]


@pytest.mark.parametrize(("sentence", "expression", "start", "end"), DAYS)
def test_the_days_of_an_expression(sentence: str, expression: str, start: str | None, end: str | None) -> None:
    reading = read(sentence, TODAY)
    mention = next((m for m in reading.mentions if m.text == expression and m.kind == "time"), None)
    assert mention is not None, texts(reading, "time")
    interval = reading.times[mention.id]
    assert (interval.start, interval.end) == (start, end)


@pytest.mark.parametrize(
    ("sentence", "expressions"),
    [
        ("For several days the town was shelled, after eight years of truce.", ["several days", "eight years"]),
        ("They moved at 8 a.m. this morning.", ["8 a.m.", "this morning"]),
        ("They must leave within a week.", ["a week"]),
        ("About 2015 soldiers crossed the Route 1990 bridge.", []),
        ("Under Resolution 2690 (2023) a 32-year-old man may march.", []),
        ("Theresa May said May Group shares cost $3 a day.", []),
    ],
)
def test_which_words_are_times(sentence: str, expressions: list[str]) -> None:
    assert texts(read(sentence, TODAY), "time") == expressions


@pytest.mark.parametrize(
    ("date", "sentence", "code", "says", "start"),
    [
        ("2024-05-14", "By Sunday, August 12, they had moved closer.", "weekday-mismatch", "12 May 2024", None),
        ("2024-05-14", "They met on Monday, 14 May 2024.", "weekday-mismatch", "Tuesday, 14 May 2024", "2024-05-14"),
        ("2024-05-14", "They met on February 30.", "impossible-date", "February has no day 30", None),
    ],
)
def test_dates_that_cannot_be_right_are_problems(
    date: str, sentence: str, code: str, says: str, start: str | None
) -> None:
    reading = read(sentence, date)
    assert [p.code for p in reading.problems] == [code]
    assert says in reading.problems[0].message
    assert [t.start for t in reading.times.values()] in ([start], [])


def test_without_a_document_date_only_full_dates_have_days() -> None:
    reading = read("The attack came on Friday, and talks in 2021.")
    assert {reading.by_id[key].text: value.start for key, value in reading.times.items()} == {"2021": "2021"}


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=60), st.sampled_from(["on Monday, 31/02/23", "12 May", "the 1990s", "two ﬁve km", "Resolution 99"])
)
def test_any_text_is_read_and_every_offset_is_true(noise: str, known: str) -> None:
    text = f"{noise} {known} {noise}"
    reading = read(text, "2024-05-14")
    assert all(text[m.start : m.end] == m.text and m.start < m.end for m in reading.mentions)
    assert all(time.start or time.end for time in reading.times.values())
