"""The time of an event, by its trigger word."""

from __future__ import annotations

import pytest

from kg.extractors.events.when import event_time
from tests.extractors.examples import read

CASES = [
    ("Gunmen stormed the village before dawn on Sunday.", "stormed", "2024-05-12", "2024-05-12", "clause"),
    # sentence, trigger, start, end, basis
    ("Rebels attacked Sake on Monday.", "attacked", "2024-05-13", "2024-05-13", "clause"),
    ("On Friday, rebels attacked Sake and seized a bridge.", "seized", "2024-05-10", "2024-05-10", "sentence"),
    ("The army said on Monday that rebels had attacked Sake.", "attacked", None, None, None),
    ("Rebels said on Monday they had attacked Sake.", "attacked", None, None, None),
    ("Rebels said on Monday they had attacked Sake on Sunday.", "attacked", "2024-05-12", "2024-05-12", "clause"),
    ("There was calm from Sunday's raid on.", "raid", "2024-05-12", "2024-05-12", "clause"),
    ("The army said that rebels attacked Sake on Sunday.", "said", None, None, None),
    ("The 2012 uprising led to a coup.", "uprising", "2012", "2012", "clause"),
    ("Officials questioned the 2015 peace agreement.", "questioned", None, None, None),
    ("The offensive, which began on May 2, has stalled.", "offensive", "2024-05-02", "2024-05-02", "clause"),
    ("Fighting resumed on Sunday.", "Fighting", "2024-05-12", "2024-05-12", "clause"),
    ("The rebels fled on Friday after the strikes.", "strikes", None, None, None),
    ("The town remains in rebel hands.", "remains", "2024-05-14", "2024-05-14", "document"),
    ("The union demanded that it release them.", "release", None, None, None),
    ("The rebels burned a market.", "burned", None, None, None),
    ("Nine were killed in overnight clashes.", "killed", "2024-05-13", "2024-05-14", "clause"),
    ("The camp was raided and looted on Sunday.", "raided", "2024-05-12", "2024-05-12", "clause"),
    ("Four died when a bomb hit a bus on Sunday.", "died", "2024-05-12", "2024-05-12", "sentence"),
    ("It began on 3 May 1982, when police fired on a crowd.", "fired", "1982-05-03", "1982-05-03", "sentence"),
    ("Abducted in June, the priest was set free in Gao.", "Abducted", "2023-06", "2023-06", "clause"),
    ("Two miners died and three more died in the following days.", "died", None, None, None),
]


@pytest.mark.parametrize(("sentence", "trigger", "start", "end", "basis"), CASES)
def test_the_time_of_an_event(
    sentence: str, trigger: str, start: str | None, end: str | None, basis: str | None
) -> None:
    reading = read(sentence, "2024-05-14")
    time = event_time(reading, next(t for t in reading.doc if t.text == trigger))
    assert (time.start, time.end, time.basis) == (start, end, basis) if time else basis is None
