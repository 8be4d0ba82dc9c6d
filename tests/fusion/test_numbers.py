"""Which counts contradict each other, and which bring one another up to date."""

from __future__ import annotations

import pytest

from tests.fusion.factory import World


def tigray() -> World:
    """Two articles of following days on Adwa, where an army and a front fight."""
    w = World()
    w.d("a", "2021-06-20")
    w.d("b", "2021-06-21")
    w.a("ethiopia", "Country")
    w.a("army", "StateArmedForces", "Ethiopian army", country="ethiopia")
    w.a("front", "RebelGroup", "People's Front")
    w.a("medics", "Sources", "medics", local="b")
    w.p("adwa")
    return w


@pytest.mark.parametrize(
    ("first", "second", "numbers", "found"),
    [
        ("army", "front", ("11", "27"), True),
        ("army", "medics", ("11", "27"), False),
        ("army", "army", ("11", "27"), False),
        ("army", "medics", ("27", "11"), True),
    ],
    ids=["the other side", "a later count", "its own later count", "fewer than before"],
)
def test_a_later_count(first: str, second: str, numbers: tuple[str, str], found: bool) -> None:
    """A toll grows by what anybody tells later, but for the other side of the fight."""
    w = tigray()
    for doc, voice, number in (("a", first, numbers[0]), ("b", second, numbers[1])):
        told = {"quote": f"{number} policemen were killed", "says": voice}
        w.a(f"policemen-{doc}", "Police", "policemen", local=doc)
        w.e(doc, "Killing", "2021-06-19", to=f"policemen-{doc}", at="adwa", **told)
        w.m(doc, f"policemen-{doc}", "policemen killed", number, **told)
    assert [c.kind for c in w.fuse().contradictions] == (["number"] if found else [])


@pytest.mark.parametrize(
    ("trigger", "unit", "found"), [("destroyed", "truck", True), ("destroyed", "km", False), ("hit", "truck", False)]
)
def test_things(trigger: str, unit: str, found: bool) -> None:
    """Two voices of one article count what was destroyed; what stands in a sentence beside it is no such count."""
    w = tigray()
    for voice, number in (("army", "12"), ("front", "3")):
        told = {"quote": f"{number} trucks destroyed", "says": voice}
        w.e("a", "Destruction", "2021-06-19", at="adwa", theme="trucks", trigger=trigger, **told)
        w.m("a", "", "trucks destroyed", number, unit=unit, **told)
    assert [c.kind for c in w.fuse().contradictions] == (["number"] if found else [])


def test_some_of_them() -> None:
    """ "Three of them in the following days" are part of the twelve: no other count than nine was told before."""
    w = tigray()
    for doc, quote, numbers in (
        ("a", "nine died", {"9": "patients"}),
        ("b", "three of twelve", {"10": "patients", "3": "them"}),
    ):
        w.a(f"patients-{doc}", "Civilians", "patients", local=doc)
        w.e(doc, "Killing", "2021-06-19", to=f"patients-{doc}", at="adwa", quote=quote)
        for number, what in numbers.items():
            w.m(doc, f"patients-{doc}", what, number, quote=quote)
    assert w.fuse().contradictions == ()


@pytest.mark.parametrize(
    ("quote", "found"), [("six of the 29 people were killed", False), ("six people were killed", True)]
)
def test_a_share_of_a_known_whole(quote: str, found: bool) -> None:
    """ "Six of the 29 people" counts some of those whom another article counts."""
    w = tigray()
    for doc, number, told in (("a", "29", "29 people were killed"), ("b", "6", quote)):
        w.a(f"people-{doc}", "Civilians", "people", local=doc)
        w.e(doc, "Killing", "2021-06-19", to=f"people-{doc}", at="adwa", quote=told)
        w.m(doc, f"people-{doc}", "people killed", number, quote=told)
    assert [c.kind for c in w.fuse().contradictions] == (["number"] if found else [])


@pytest.mark.parametrize(("name", "found"), [("herders", False), ("soldiers of the enemy", True)])
def test_two_groups_of_one_article(name: str, found: bool) -> None:
    """One article calls people by other words where they are others; some of the same words may be of the same."""
    w = tigray()
    for voice, who, called, number in (("army", "soldiers", "soldiers", "11"), ("front", "others", name, "27")):
        w.a(who, "Combatants", called, local="a")
        told = {"quote": f"{number} {called} were killed", "says": voice}
        w.e("a", "Killing", "2021-06-19", to=who, at="adwa", **told)
        w.m("a", who, f"{called} killed", number, **told)
    assert [c.kind for c in w.fuse().contradictions] == (["number"] if found else [])


@pytest.mark.parametrize("kind", ["Release", "Arrest", "Abduction"])
def test_people_to_whom_something_else_is_done(kind: str) -> None:
    """The freed, the held and the abducted are counted as the dead are."""
    w = tigray()
    w.a("prisoners", "Prisoners", "prisoners", local="a")
    for voice, number in (("army", "250"), ("front", "146")):
        told = {"quote": f"{number} prisoners", "says": voice}
        w.e("a", kind, "2021-06-19", to="prisoners", at="adwa", trigger="done", **told)
        w.m("a", "prisoners", "prisoners", number, **told)
    assert [c.kind for c in w.fuse().contradictions] == ["number"]
