"""Which names minted from different articles are taken for one entity."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fusion.factory import World, n

FULL: dict[str, tuple[str, str, dict[str, Any]]] = {
    "accents and case": ("Organisation", "Coordinación Guerrillera", {}),
    "initials": ("NonStateArmedGroup", "Revolutionary Armed Forces of Colombia", {}),
    "another name": ("RebelGroup", "National Liberation Army", {"aliases": ("ELN", "Ejército de Liberación Nacional")}),
}
SHORT = {
    "accents and case": "coordinacion guerrillera",
    "initials": "RAFC",
    "another name": "Ejercito de Liberacion Nacional",
}


def aliases(w: World) -> dict[str, str]:
    """What each entity is presumed to be."""
    return {p.entity: p.same_as for p in w.fuse().presumptions}


@pytest.mark.parametrize("case", FULL)
def test_one_entity_under_two_names(case: str) -> None:
    """A name is led to the fuller one it is a spelling, an alias or the initials of."""
    w = World()
    cls, label, more = FULL[case]
    full = w.a("full", cls, label, **more)
    short = w.a("short", cls, SHORT[case])
    assert aliases(w) == {short: full}


@pytest.mark.parametrize(
    ("cls", "label", "more"),
    [
        ("Person", "Revolutionary Armed Forces of Colombia", {}),
        ("NonStateArmedGroup", "Revolutionary Armed Forces of Colombia", {"local": "a"}),
        ("NonStateArmedGroup", "Revolutionary Armed Forces of Colombia", {"country": "congo"}),
        ("StateArmedForces", "Royal Air Force Command", {}),
        ("NonStateArmedGroup", "Armed Forces", {}),
    ],
    ids=["a person", "of one document only", "of another country", "of another side", "other initials"],
)
def test_names_of_different_entities(cls: str, label: str, more: dict[str, Any]) -> None:
    """Kind, side, country and initials keep names apart."""
    w = World()
    w.a("full", cls, label, **more)
    w.a("short", "NonStateArmedGroup", "RAFC", country="colombia")
    assert aliases(w) == {}


def test_an_acronym_that_fits_several_stays_on_its_own() -> None:
    """Groups that share an acronym are not joined through it."""
    w = World()
    for i, label in enumerate(("Popular Front of Mindanao", "Peasant Front for Mindoro", "Party of Free Masbate")):
        w.a(f"full-{i}", "RebelGroup", label)
    w.a("short", "RebelGroup", "PFM")
    assert aliases(w) == {}


def test_places_of_one_name() -> None:
    """Two places of one name far apart are two; one without coordinates is led to the one that has them."""
    w = World()
    w.p("san-jose-1", label="San José", lat=12.35, lon=121.07)
    w.p("san-jose-2", label="San José", lat=2.57, lon=-72.64)
    w.p("arauca-1", label="Arauca", lat=7.08, lon=-70.76, aliases=("Arauca City",))
    w.p("arauca-2", label="arauca")
    assert aliases(w) == {n("arauca-2"): n("arauca-1")}


def test_events_of_one_entity_under_two_names() -> None:
    """Events are compared by the entities, whatever name an article gives them."""
    w = World()
    w.d("a", "2023-05-03")
    w.d("b", "2023-05-04")
    full = w.a("full", "NonStateArmedGroup", "Revolutionary Armed Forces of Colombia")
    w.a("short", "NonStateArmedGroup", "RAFC")
    w.p("tibu")
    one = w.e("a", "Ambush", "2023-05-02", by="full", at="tibu")
    other = w.e("b", "Ambush", "2023-05-02", by="short", at="tibu")
    assert w.together(one, other)
    assert w.event(one).initiators == (full,)
