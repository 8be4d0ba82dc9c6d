"""Why reports are taken for one event, as users are told."""

from __future__ import annotations

from kg.fusion.joins import joins
from tests.fusion.factory import World


def test_each_report_says_what_it_is_likest_to_and_why() -> None:
    w = World()
    w.d("a", "2023-07-27")
    w.d("b", "2023-07-28")
    w.p("niamey")
    w.a("guard", "StateArmedForces", "Presidential Guard")
    one = w.e("a", "Coup", "2023-07-26", at="niamey", by="guard")
    other = w.e("b", "Coup", "2023-07-26", at="niamey")
    (why,) = joins(w.views(), (one, other))
    assert why == (
        "“Coup” in b is taken for “Coup” in a (9.5 points): "
        "Both are of one type of event, or of types that reports use for one another (+2). "
        "Both are at one time, or one time lies within the other (+3). "
        "Both are at one place, or one place lies in or near the other (+2). "
        "Events of this kind seldom happen twice at one place and about one time (+1). "
        "Both articles tell it as news, and within days of each other (+1.5)."
    )
