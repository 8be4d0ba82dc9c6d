"""Which claims contradict each other, and what is ruled out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fusion.factory import World


def congo() -> World:
    """Three articles on the fighting around Goma, by two publishers."""
    w = World()
    w.d("a", "2023-10-28", "radio")
    w.d("b", "2023-10-28", "gazette")
    w.d("c", "2023-10-30", "gazette")
    w.a("drc", "Country")
    w.a("fardc", "StateArmedForces", "Congolese army", country="drc")
    w.a("m23", "RebelGroup", "March 23 Movement")
    w.a("adf", "RebelGroup", "Allied Democratic Forces")
    w.a("rebels", "RebelGroup", "rebels", local="a")
    w.a("civilians", "Civilians", "civilians", local="b")
    w.p("kivu", "Region")
    w.p("goma", part_of="kivu")
    w.p("sake", part_of="kivu")
    return w


def kinds(w: World) -> list[tuple[str, str, str]]:
    """Kind and the two stated things of each contradiction."""
    return [
        (c.kind, *(claim.removesuffix("/claim") for claim in (c.claim_a, c.claim_b))) for c in w.fuse().contradictions
    ]


ARMY_WON = {"kind": "Breakthrough", "by": "fardc", "to": "rebels", "at": "goma", "says": "fardc"}
REBELS_WON = {"kind": "Repulse", "by": "m23", "to": "fardc", "at": "goma", "says": "m23"}


def test_both_sides_claim_to_have_won() -> None:
    """The army says it broke through, the rebels say they drove it back: one contradiction of outcome."""
    w = congo()
    a = w.e("a", on="2023-10-27", **ARMY_WON)
    b = w.e("b", on="2023-10-27", **REBELS_WON)
    assert kinds(w) == [("outcome", *sorted((a, b)))]
    (found,) = w.fuse().contradictions
    assert found.reason.startswith("Congolese army says that Congolese army gained over rebels; March 23 Movement says")


@pytest.mark.parametrize(
    ("change", "on"),
    [
        ({"says": "fardc"}, "2023-10-27"),
        ({"says": None}, "2023-10-27"),
        ({"to": "adf"}, "2023-10-27"),
        ({}, "2023-10-20"),
        ({"modality": "planned"}, "2023-10-27"),
        ({"polarity": "negated"}, "2023-10-27"),
        ({"withheld": True}, "2023-10-27"),
    ],
    ids=["one claimant", "the reporter", "another enemy", "another week", "planned", "negated", "left unsaid"],
)
def test_no_rival_claims(change: dict[str, Any], on: str) -> None:
    """What rules out that two gains contradict each other."""
    w = congo()
    w.e("a", on="2023-10-27", **ARMY_WON)
    second = {key: value for key, value in {**REBELS_WON, **change}.items() if value is not None}
    w.e("b", on=on, **second)
    assert kinds(w) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("a", "m23", "goma", "2023-10-27"), ("b", "fardc", "goma", "2023-10-27"), True),
        (("a", "m23", "goma", "2023-10-27"), ("c", "fardc", "goma", "2023-10-30"), False),
        (("a", "m23", "goma", "2023-10-27"), ("b", "fardc", "sake", "2023-10-27"), False),
        (("a", "m23", "goma", "2023-10-27"), ("b", "fardc", "kivu", "2023-10-27"), False),
        (("a", "m23", "goma", "2023-10-27"), ("b", "rebels", "goma", "2023-10-27"), False),
    ],
    ids=["one day", "a later day", "another town", "the region around it", "holders who may be one"],
)
def test_control(first: tuple[str, ...], second: tuple[str, ...], found: bool) -> None:
    """Two holders of one place on one day contradict each other; what may be a change of hands does not."""
    w = congo()
    stated = [w.e(doc, "Control", day, by=holder, at=place) for doc, holder, place, day in (first, second)]
    assert kinds(w) == ([("control", *sorted(stated))] if found else [])


def test_dates_of_one_event() -> None:
    """One event dated to different days; a wider date that holds both contradicts neither."""
    w = congo()
    a = w.e("a", "Capture", "2023-10-26", by="m23", at="goma")
    b = w.e("b", "Capture", "2023-10-27", by="m23", at="goma")
    w.e("b", "Capture", "2023-10-25/2023-10-28", by="m23", at="goma")
    assert kinds(w) == [("date", *sorted((a, b)))]


def test_affirmed_and_denied() -> None:
    """One says it happened, another that it did not."""
    w = congo()
    yes = w.e("a", "Capture", "2023-10-27", by="m23", at="goma", says="m23")
    no = w.e("b", "Capture", "2023-10-27", by="m23", at="goma", says="fardc", polarity="negated")
    w.e("c", "Capture", "2023-10-27", by="m23", at="goma", says="adf", modality="possible")
    assert kinds(w) == [("occurrence", *sorted((yes, no)))]


def test_one_deed_laid_to_two() -> None:
    """An attack on one target on one day, laid to different groups by different people."""
    w = congo()
    deed = {"kind": "Attack", "on": "2023-10-27", "at": "goma", "theme": "the displaced persons' camp"}
    a = w.e("a", by="m23", says="fardc", **deed)
    b = w.e("b", by="fardc", says="m23", **deed)
    assert kinds(w) == [("responsibility", *sorted((a, b)))]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({"value": "12"}, {"value": "30"}, True),
        ({"value": "6754", "upper": None}, {"value": "7000"}, False),
        ({"value": "112", "unit": "km"}, {"value": "110", "unit": "km"}, False),
        ({"value": "12"}, {"value": "30", "unit": "km"}, False),
        ({"value": "12"}, {"value": "30", "what": "people wounded"}, False),
        ({"value": "12"}, {"value": "30", "doc": "c"}, False),
        ({"value": "30"}, {"value": "12", "doc": "c"}, True),
    ],
    ids=["apart", "at least", "rounded", "another unit", "another thing", "a later toll", "a smaller later toll"],
)
def test_numbers(first: dict[str, Any], second: dict[str, Any], found: bool) -> None:
    """Numbers contradict each other only where rounding, bounds, scope and time leave no other reading."""
    w = congo()
    one, other = (
        {"doc": doc, "about": "goma", "what": "people killed", **m} for doc, m in (("a", first), ("b", second))
    )
    stated = [w.m(**one), w.m(**other)]
    assert kinds(w) == ([("number", *sorted(stated))] if found else [])
