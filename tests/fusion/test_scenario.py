"""One conflict in four short articles: events, rival claims, who holds what, and whom the phrases mean."""

from __future__ import annotations

from tests.fusion.factory import World, n


def colombia() -> tuple[World, dict[str, str]]:
    """Army and guerrillas on a fight near Tibú and on a cut power line, told by four outlets."""
    w = World()
    for doc, day in (("mon", "2022-05-16"), ("tue", "2022-05-17"), ("wed", "2022-05-18"), ("thu", "2022-05-19")):
        w.d(doc, day)
        w.s(doc, "tibu", 2)
    w.a("colombia", "Country")
    w.a("army", "StateArmedForces", "Colombian army", country="colombia")
    w.a("eln", "RebelGroup", "National Liberation Army", aliases=("ELN",))
    w.a("guerrillas", "RebelGroup", "guerrillas", local="mon")
    w.a("gao", "NonStateArmedGroup", "GAO")
    w.p("catatumbo", "Region", country="colombia")
    w.p("tibu", part_of="catatumbo", country="colombia")
    fight = {"at": "tibu", "to": "army"}
    told = {
        "fight, Monday": w.e("mon", "ArmedClash", "2022-05-15", by="guerrillas", **fight),
        "fight, Tuesday": w.e("tue", "ArmedClash", "2022-05-15", by="eln", **fight),
        "fight, Wednesday": w.e("wed", "MilitaryOffensive", "2022-05-15", by="army"),
        "fight, later": w.e("thu", "ArmedClash", "2022-05-18", by="eln", **fight),
        "army wins": w.e("mon", "Rout", "2022-05-15", by="army", to="gao", at="tibu", says="army"),
        "rebels win": w.e("tue", "Repulse", "2022-05-15", by="eln", **fight, says="eln"),
        "power, Monday": w.e("mon", "SupplyCut", "2022-05-14", at="tibu", by="guerrillas"),
        "power, Tuesday": w.e("tue", "SupplyCut", "2022-05-15", at="tibu", by="eln"),
        "rebels hold": w.e("tue", "Control", by="eln", at="tibu"),
        "army takes": w.e("thu", "Capture", "2022-05-18", by="army", at="tibu", says="army"),
        "army to take": w.e("wed", "Capture", by="army", at="tibu", modality="planned"),
    }
    return w, told


def test_events() -> None:
    """What is one event, and what is not."""
    w, told = colombia()
    grouped = {name for name, iri in told.items() if len(w.event(iri).mentions) > 1}
    assert w.together(*(told[name] for name in ("fight, Monday", "fight, Tuesday", "fight, Wednesday")))
    assert w.together(told["power, Monday"], told["power, Tuesday"])
    assert grouped == {name for name in told if name.startswith(("fight", "power")) and name != "fight, later"}


def test_contradictions() -> None:
    """Both claim to have won; the power was cut on one of two days; the later capture contradicts nobody."""
    w, told = colombia()
    found = {(c.kind, c.claim_a, c.claim_b) for c in w.fuse().contradictions}
    wins = sorted(f"{told[name]}/claim" for name in ("army wins", "rebels win"))
    cuts = sorted(f"{told[name]}/claim" for name in ("power, Monday", "power, Tuesday"))
    assert found == {("outcome", *wins), ("date", *cuts)}


def test_situations() -> None:
    """The rebels hold the town on Tuesday, the army from Wednesday."""
    w, _ = colombia()
    held = {(s.subject, s.time.start, s.time.end) for s in w.fuse().situations if s.time}
    assert held == {(n("eln"), "2022-05-17", "2022-05-17"), (n("army"), "2022-05-18", None)}


def test_presumptions() -> None:
    """The guerrillas, and what the army calls GAO, are presumed to be the group that fights it there and then."""
    w, _ = colombia()
    assert {(p.entity, p.same_as) for p in w.fuse().presumptions} == {
        (n("guerrillas"), n("eln")),
        (n("gao"), n("eln")),
    }
