"""Which pairs of names a person is asked about."""

from __future__ import annotations

from kg.fusion.doubts import corpus_of
from kg.fusion.judgement import decisions_of
from kg.fusion.namesakes import namesakes
from kg.model import Judgement
from tests.fusion.factory import World, n


def world(*labels: str, cls: str = "Person") -> World:
    """One article for each name."""
    w = World()
    for number, label in enumerate(labels):
        w.d(f"d{number}", "2024-02-05")
        w.a(f"e{number}", cls, label)
        w.s(f"d{number}", f"e{number}")
    return w


def asked(w: World, *judged: Judgement) -> list[set[str]]:
    pairs = namesakes(corpus_of(w.views(), judged), decisions_of(judged))
    return [{pair.left.label, pair.right.label} for pair in pairs]


def test_names_that_nearly_agree_are_asked_about() -> None:
    """Alike by their consonants, not enough by their vowels: one person or two."""
    assert asked(world("Gulbadin Hekmat", "Golbeddin Hikmet")) == [{"Gulbadin Hekmat", "Golbeddin Hikmet"}]


def test_names_that_are_taken_for_one_or_have_nothing_in_common_are_not() -> None:
    assert asked(world("Mohammed Deif", "Muhammad Deif", "Joseph Kony")) == []


def test_initials_that_fit_two_names_are_asked_about_with_each() -> None:
    w = world("UFL", "United Front of Lira", "Union of Free Libya", cls="RebelGroup")
    found = sorted(asked(w), key=sorted)
    assert found == [{"UFL", "Union of Free Libya"}, {"UFL", "United Front of Lira"}]


def test_a_pair_that_was_judged_is_never_asked_about_again() -> None:
    w = world("Gulbadin Hekmat", "Golbeddin Hikmet")
    for verdict in ("same", "different", "unsure"):
        judged = Judgement(n("j"), n("e0"), n("e1"), verdict, "Ada", "", "2024-03-01")  # type: ignore[arg-type]
        assert asked(w, judged) == []
