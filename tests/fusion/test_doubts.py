"""Which pairs of reports a person is asked about."""

from __future__ import annotations

from kg.fusion.doubts import doubts
from kg.model import Judgement
from tests.fusion.factory import World, n


def world() -> tuple[World, str, str]:
    """Two papers on one withdrawal, of which one names neither day nor town nor who left; nothing says they are two."""
    w = World()
    w.d("a", "2024-02-05")
    w.d("b", "2024-02-06")
    w.a("mission", "PeacekeepingMission")
    w.p("kivu", "Region")
    w.p("kamanyola", part_of="kivu")
    one = w.e("a", "Withdrawal", on="2024-02-04", by="mission", at="kamanyola")
    return w, one, w.e("b", "Withdrawal", at="kivu")


def asked(w: World, *judged: Judgement) -> list[set[str]]:
    return [{doubt.left.iri, doubt.right.iri} for doubt in doubts(w.views(), judged)]


def judgement(a: str, b: str, verdict: str) -> Judgement:
    return Judgement(n("j"), min(a, b), max(a, b), verdict, "Ada", "", "2024-03-01")  # type: ignore[arg-type]


def test_a_pair_that_fusion_is_unsure_of_is_asked_about() -> None:
    w, one, other = world()
    assert asked(w) == [{one, other}]
    assert not w.together(one, other)


def test_a_pair_that_was_judged_is_never_asked_about_again() -> None:
    w, one, other = world()
    for verdict in ("same", "different", "unsure"):
        assert asked(w, judgement(one, other, verdict)) == []


def test_of_two_events_one_pair_is_asked_about() -> None:
    """A third report of the dated withdrawal makes no second question, and judging one of them settles both."""
    w, one, other = world()
    w.d("c", "2024-02-05")
    third = w.e("c", "Withdrawal", on="2024-02-04", by="mission", at="kamanyola")
    assert w.together(one, third)
    assert len(asked(w)) == 1
    assert asked(w, judgement(third, other, "different")) == []


def test_what_is_forbidden_is_not_asked_about() -> None:
    w, _, _ = world()
    w.e("b", "Withdrawal", on="2023-08-01", by="mission", at="kamanyola")
    assert len(asked(w)) == 1
