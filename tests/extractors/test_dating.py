"""How a document's date is found."""

from __future__ import annotations

import pytest

from kg.settings import data_folder
from tests.extractors.examples import read

TEXTS = [
    # text, metadata, value, basis
    ("Troops left Goma.", "2024-02-10T08:30:00Z", "2024-02-10", "metadata"),
    ("Troops left Goma.", "2024-02", "2024-02", "metadata"),
    ("Troops left Goma.", "Sat, 10 Feb 2024 08:30:00 +0000", "2024-02-10", "metadata"),
    ("date 2021-05-04 The army entered Palma.", None, "2021-05-04", "header"),
    ("Published: 12 March 2019\n\nRebels seized a mine.", None, "2019-03-12", "header"),
    ("Clashes in Kachin\nBy Aung Min | March 12, 2019\n\nRebels seized a mine.", None, "2019-03-12", "header"),
    ("2019-03-12T10:15:00+00:00\nRebels seized a mine.", None, "2019-03-12", "header"),
    ("KHARTOUM, 3 Sept. 2023 (Reuters) - Shelling killed ten people.", None, "2023-09-03", "dateline"),
    ("KHARTOUM, Sept 3 (Xinhua) -- Shelling went on. The war broke out in April 2023.", None, "2023-09-03", "dateline"),
    ("JUBA, Jan 5 (AFP) — Fighting began in December 2013.", None, "2014-01-05", "dateline"),
    ("The town fell on Tuesday, 7 March 2023, a day after a raid on 6 March.", None, "2023-03-07", "inferred"),
    (
        "He said that today, 14 June 2022, the siege was lifted. Talks were held on 20 May.",
        None,
        "2022-06-14",
        "inferred",
    ),
    ("Rebels who rose up in 2014 took the bridge on Monday, July 10.", None, "2023-07-10", "inferred"),
    ("The port was struck on Monday, July 10. The deal dates from 2022.", None, "2023-07-10", "inferred"),
    ("Under Resolution 2719 (2023) troops left on Friday, March 8.", None, "2024-03-08", "inferred"),
    (
        "JUBA, Feb 9 (Wire) - The army said on Friday it held the bridge. A text of 8 March 2024.",
        None,
        "2024-02-09",
        "dateline",
    ),
    (
        "Colombia on Monday ended a truce of 2022. Raids will resume from Wednesday, March 20.",
        None,
        "2024-03-18",
        "inferred",
    ),
    ("The convoy was hit on 3 May 2022. Elections will be held on 9 September 2024.", None, "2022-05-03", "inferred"),
]


@pytest.mark.parametrize(("text", "metadata", "value", "basis"), TEXTS)
def test_the_date_and_how_it_is_known(text: str, metadata: str | None, value: str, basis: str) -> None:
    date = read(text, metadata).date
    assert date is not None
    assert (date.value, date.basis) == (value, basis)


@pytest.mark.parametrize(
    "text", ["NAIROBI (AP) — The talks went on.", "Rebels hold the town.", "", "They met in 2012."]
)
def test_no_date_where_the_text_gives_none(text: str) -> None:
    assert read(text).date is None


def test_metadata_that_is_no_date_is_a_problem_and_the_text_decides() -> None:
    reading = read("date 2021-05-04 The army entered Palma.", "the day before")
    assert reading.date is not None and reading.date.value == "2021-05-04"
    assert [p.code for p in reading.problems] == ["document-date"]


@pytest.mark.parametrize(
    ("seed", "value", "basis", "quote"),
    [
        ("000_07f12964860c34de", "2023-11-13", "header", "2023-11-13"),
        ("001_0e2488c307ad767f", "2023-11-14", "inferred", "14/11/23"),
        ("002_82e8c92898ab2513", "2023-11-13", "inferred", "the morning of Monday, November 13"),
        ("003_261c875ca4e0eb76", "2023-11-13", "dateline", "Nov 13"),
        ("004_4d34530dd5fd2c16", "2023-11-12", "header", "2023-11-12"),
    ],
)
def test_the_seeds(seed: str, value: str, basis: str, quote: str) -> None:
    text = (data_folder("seeds") / f"{seed}.txt").read_text(encoding="utf-8")
    date = read(text).date
    assert date is not None and date.span is not None
    assert (date.value, date.basis, text[slice(*date.span)]) == (value, basis, quote)
