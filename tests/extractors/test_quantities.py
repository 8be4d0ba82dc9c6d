"""Numbers that count or measure, and what they may be."""

from __future__ import annotations

import pytest

from kg.extractors.quantities import measurements
from tests.extractors.examples import read, texts

MEASURED = [
    # sentence, number, value, lower, upper, unit, what
    ("At least 43 people were killed in Darfur.", "43", 43, 43, None, "person", "people killed"),
    (
        "About 25,000 people currently live in the valley.",
        "25,000",
        25000,
        22500,
        27500,
        "person",
        "people who live in the valley",
    ),
    ("Up to 300 of its soldiers have left Kivu.", "300", 300, None, 300, "person", "soldiers who left Kivu"),
    ("Doctors put the death toll at 45.", "45", 45, 45, 45, "person", "people dead"),
    ("The number of wounded rose to 30.", "30", 30, 30, 30, "person", "people wounded"),
    ("The blast killed twenty-five soldiers.", "twenty-five", 25, 25, 25, "person", "soldiers killed"),
    ("Shells wounded dozens of villagers.", "dozens", None, 24, 99, "person", "villagers wounded"),
    ("Between 10 and 15 fighters were wounded.", "10 and 15", None, 10, 15, "person", "fighters wounded"),
    ("The army destroyed four tanks.", "four", 4, 4, 4, "tank", "tanks destroyed"),
    ("The camp lies 30 km north of Goma.", "30 km", 30, 30, 30, "km", "distance from Goma"),
    ("Donors gave $4.5 million.", "$4.5 million", 4.5e6, 4.5e6, 4.5e6, "USD", "money"),
    ("Rebels hold nearly 40 percent of the territory.", "40 percent", 40, 36, 40, "%", "territory held"),
]


@pytest.mark.parametrize(("sentence", "number", "value", "lower", "upper", "unit", "what"), MEASURED)
def test_what_a_number_measures(
    sentence: str, number: str, value: float | None, lower: float | None, upper: float | None, unit: str, what: str
) -> None:
    reading = measurements.EXTRACTOR.extract(read(sentence, "2024-05-14"))
    found = next(m for m in reading.measurements if reading.by_id[m.mention].text == number)
    assert (found.value, found.lower, found.upper, found.unit, found.what) == (value, lower, upper, unit, what)


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Two F-16 jets and an AK-47 were seen on Route 7.", ["Two"]),
        ("Resolutions 2531 and 2690 were adopted in 2020 and 2023.", []),
        ("The two leaders met at 36°16′ north [3].", []),
        ("2. A 15-year-old girl lost two brothers.", ["two"]),
        ("It lies 7km (four miles) from the border.", ["7km", "four miles"]),
        ("Hundreds of thousands fled; a dozen stayed.", ["Hundreds of thousands", "a dozen"]),
    ],
)
def test_which_numbers_are_quantities(sentence: str, numbers: list[str]) -> None:
    assert texts(read(sentence, "2024-05-14"), "quantity") == numbers
