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


SPELLINGS = [
    ("Person", "Abdul Hamid al-Dbeibah", "Abdelhamid Dbeiba"),
    ("Person", "Volodymyr Zelensky", "Volodimir Zelenskyy"),
    ("Person", "Muammar Qaddafi", "Moammar Kadhafi"),
    ("Person", "Alexander Lavrov", "Aleksander Lavrov"),
    ("Person", "Mohammed Hasan", "Muhammad Hassan"),
    ("Person", "Usama Juwaili", "General Osama al-Juwayli"),
    ("Person", "Hissène Habré", "President Hissein Habre"),
    ("Person", "Bashir Ould Abdelaziz", "Bachir Ould Abdel Aziz"),
    ("Person", "Nikolai Patrushev", "Nikolay Patruchev"),
    ("City", "Kichanga", "Kitshanga"),
    ("City", "Kupiansk", "Kupyansk"),
    ("City", "Zaporizhzhia", "Zaporizhia"),
    ("RebelGroup", "Haqqani Movement", "Haqani Movement"),
    ("SeparatistGroup", "Balochistan Liberation Army", "Baloch Liberation Army"),
    ("RebelGroup", "Syrian National Alliance", "Syria National Alliance"),
]
OTHERS = [
    ("Person", "Hassan Mohamed", "Hussein Mohamed"),
    ("Person", "Hamid Karzai", "Hamad Karzai"),
    ("Person", "Ivan Petrov", "Ivan Petrova"),
    ("Person", "Tadesse Worku", "Tadios Worku"),
    ("Person", "Jose Cuerpo", "Jose Roldan"),
    ("Person", "Omar Saleh", "Amr Salah"),
    ("City", "Kassala", "Kisela"),
    ("City", "Marawi", "Mirwa"),
    ("RebelGroup", "Karen National Union", "Karenni National Union"),
    ("RebelGroup", "National Liberation Army", "National Liberation Front"),
    ("RebelGroup", "Front for Justice and Change", "Force for Justice and Change"),
    ("Resolution", "Security Council resolution 2669", "Security Council resolution 2699"),
]


@pytest.mark.parametrize(("cls", "one", "other"), SPELLINGS)
def test_spellings_of_one_name(cls: str, one: str, other: str) -> None:
    """Transliterations, titles and words for a people or its country lead to one entity, whichever came first."""
    w = World()
    pair = {w.a("one", cls, one), w.a("other", cls, other)}
    assert {frozenset(found) for found in aliases(w).items()} == {frozenset(pair)}


@pytest.mark.parametrize(("cls", "one", "other"), OTHERS)
def test_names_that_look_alike(cls: str, one: str, other: str) -> None:
    """One family name, one sound, one set of initials or another number do not make two entities one."""
    w = World()
    w.a("one", cls, one)
    w.a("other", cls, other)
    assert aliases(w) == {}


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


def test_groups_of_one_acronym_stay_apart() -> None:
    """Four groups that share their initials are four, and a group of one acronym is none of another."""
    w = World()
    labels = ("National Democratic Front", "National Democratic Force", "National Defence Force", "New Dawn Front")
    for i, label in enumerate((*labels, "Group for Support of the People", "State of the Greater Sands")):
        w.a(f"group-{i}", "RebelGroup", label, aliases=("NDF",) if i < 4 else ())
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
