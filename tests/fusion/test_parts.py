"""A piece of a place against the whole place."""

from __future__ import annotations

import pytest

from tests.fusion.factory import World

TOWN = "They seized the town."


@pytest.mark.parametrize(
    ("quote", "together"),
    [
        (TOWN, True),
        ("They seized the airport.", False),
        ("They seized the police station in the centre.", False),
        ("They seized the airport and the town.", True),
        ("They seized 12 square kilometres.", False),
        ("They seized it.", True),
        ("They seized the garrison.", True),
    ],
)
def test_what_is_taken(quote: str, together: bool) -> None:
    """Who takes an airport has not taken the town; what is only "it" may be the town."""
    w = World()
    w.d("a", "2013-03-24")
    w.d("b", "2013-03-24")
    w.a("seleka", "RebelGroup", "Coalition")
    w.p("bria")
    told = {"on": "2013-03-23", "by": "seleka", "at": "bria", "trigger": "seized", "before": "They "}
    one = w.e("a", "Capture", quote=TOWN, **told)
    other = w.e("b", "Capture", quote=quote, **told)
    assert w.together(one, other) is together


@pytest.mark.parametrize(("object_", "together"), [("airport", True), ("bridge", False)])
def test_two_pieces(object_: str, together: bool) -> None:
    """Two articles of the airport tell of one capture; the bridge is another."""
    w = World()
    w.d("a", "2013-03-24")
    w.d("b", "2013-03-24")
    w.a("seleka", "RebelGroup", "Coalition")
    w.p("bria")
    told = {"on": "2013-03-23", "by": "seleka", "at": "bria", "trigger": "seized"}
    one = w.e("a", "Capture", before="They ", quote="They seized the airport.", **told)
    other = w.e("b", "Capture", before=f"The {object_} was ", quote=f"The {object_} was seized.", **told)
    assert w.together(one, other) is together
