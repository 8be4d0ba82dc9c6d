"""What an article comes back to, and what it leaves unsaid of when and where."""

from __future__ import annotations

import pytest

from kg.fusion.corpus import Corpus
from kg.fusion.reports import reports
from kg.rdf.views import MentionView
from kg.vocabulary.fusion import fusion_lexicon
from tests.fusion.factory import World, n

RAID = {"by": "lra", "to": "villagers", "at": "dungu"}


def congo() -> World:
    """Two articles on Dungu."""
    w = World()
    w.d("a", "2009-01-05")
    w.d("b", "2009-01-06")
    w.a("lra", "RebelGroup", "Lord's Resistance Army")
    w.a("villagers", "Civilians", "villagers", local="a")
    w.a("guards", "Combatants", "guards", local="a")
    w.a("people", "Civilians", "people", local="a")
    w.p("dungu")
    w.p("faradje")
    w.s("a", "dungu")
    w.s("b", "dungu")
    return w


@pytest.mark.parametrize(
    ("before", "kind", "together"),
    [
        ("Survivors of the ", "Attack", True),
        ("Sunday's ", "Attack", True),
        ("The army said this brutal ", "Attack", True),
        ("Hours later a second ", "Attack", False),
        ("In the town of Faradje, the guards repelled another ", "Attack", False),
        ("The ", "Coup", False),
    ],
)
def test_a_noun_that_comes_back_to_what_was_told(before: str, kind: str, together: bool) -> None:
    """ "The attack" is the ambush told before it; a second one, and another kind of event, is not."""
    w = congo()
    ambush = w.e("a", "Ambush", "2009-01-04", **RAID)
    again = w.e("a", kind, before=before, at=None if together else "faradje")
    assert w.together(ambush, again) is together


def test_a_verb_that_tells_it_again() -> None:
    """ "They attacked" in the next sentence tells the ambush once more; of other people it does not."""
    w = congo()
    ambush = w.e("a", "Ambush", "2009-01-04", **RAID)
    again = w.e("a", "Attack", by="lra", trigger="attacked")
    other = w.e("a", "Attack", to="guards", trigger="attacked")
    assert w.together(ambush, again)
    assert not w.together(ambush, other)


@pytest.mark.parametrize(
    ("before", "day", "together"),
    [
        ("A week after an ", "2009-01-02", False),
        ("A week after an ", "2008-12-26", True),
        ("two days before the ", "2009-01-04", True),
        ("a month after an ", "2008-12-26", False),
    ],
)
def test_a_distance_in_time(before: str, day: str, together: bool) -> None:
    """ "A week after an attack": the attack is a week before the day its sentence gives, not on that day."""
    w = congo()
    w.e("a", "Meeting", "2009-01-02", at="dungu", quote="one sentence")
    told = w.e("a", "Attack", before=before, quote="one sentence", at="dungu", by="lra")
    known = w.e("b", "Attack", day, by="lra", at="dungu")
    assert w.together(told, known) is together


def test_what_follows_on_violence_has_its_time_and_place() -> None:
    """The dead of an article that dates and places the attack are those of another that dates and places them."""
    w = congo()
    w.e("a", "Attack", "2009-01-04", **RAID)
    dead = w.e("a", "Killing", to="people")
    known = w.e("b", "Killing", "2009-01-04", to="villagers", at="dungu")
    elsewhere = w.e("b", "Killing", "2009-01-04", to="villagers", at="faradje")
    assert w.together(dead, known)
    assert not w.together(dead, elsewhere)


@pytest.mark.parametrize(("trigger", "together"), [("killed", True), ("wounded", False)])
def test_the_dead_and_the_wounded_are_two(trigger: str, together: bool) -> None:
    w = congo()
    dead = w.e("a", "Casualties", "2009-01-04", to="people", at="dungu", trigger="died")
    other = w.e("b", "Casualties", "2009-01-04", to="people", at="dungu", trigger=trigger)
    assert w.together(dead, other) is together


def test_a_plan_set_about_on_the_day_of_the_deed_is_fulfilled_by_it() -> None:
    """ "Met on Sunday to leave" is of the leaving on Sunday, and stays a plan; one of another day is not."""
    w = congo()
    w.a("mission", "PeacekeepingMission", "Mission")
    gone = w.e("b", "Withdrawal", "2009-01-04", by="mission", at="dungu")
    w.e("a", "Meeting", "2009-01-04", by="mission", quote="one sentence")
    plan = w.e("a", "Withdrawal", by="mission", at="dungu", modality="planned", before="met to ", quote="one sentence")
    w.e("a", "Meeting", "2008-12-28", by="mission", quote="another")
    other = w.e("a", "Withdrawal", by="mission", at="dungu", modality="planned", before="met to ", quote="another")
    assert w.together(gone, plan)
    assert not w.together(gone, other)
    assert w.event(gone).status == "reported"
    assert {claim.modality for claim in w.views().claims_by_stated[plan]} == {"planned"}


def test_a_copy_is_of_the_same_event_without_time_or_place() -> None:
    """Sentences in nearly the same words tell of one event."""
    w = congo()
    said = "Gunmen fired at a bus on the road and wounded the driver"
    one = w.e("a", "Attack", trigger="fired", quote=said + ", police said")
    other = w.e("b", "Attack", trigger="fired", quote=said)
    assert w.together(one, other)


@pytest.mark.parametrize(("week", "together"), [("2009-01-04", True), ("2008-11-20", False)], ids=["news", "history"])
def test_an_undated_deed_is_of_the_news_not_of_the_history_told_between(week: str, together: bool) -> None:
    """Attacked on Sunday, by men who had come in November; who "killed people" did so on Sunday."""
    w = congo()
    w.e("a", "Attack", "2009-01-04", by="lra", at="dungu")
    w.e("a", "Capture", "2008-11-20", by="lra", at="dungu")
    dead = w.e("a", "Killing", by="lra", to="people")
    known = w.e("b", "Killing", week, by="lra", to="villagers", at="dungu")
    assert w.together(dead, known) is together


@pytest.mark.parametrize(("noun", "of"), [("Bombing", 1), ("Shelling", 0)])
def test_a_noun_comes_back_to_what_is_of_its_own_type(noun: str, of: int) -> None:
    """ "The blast" is the bomb, though the shelling stands first in the article."""
    w = congo()
    told = [w.e("a", "Shelling", "2009-01-03", at="dungu"), w.e("a", "SuicideBombing", "2009-01-04", at="dungu")]
    again = w.e("a", noun, before="No word on the ", trigger="attack")
    assert w.together(told[of], again)
    assert not w.together(told[1 - of], again)


@pytest.mark.parametrize(
    ("at", "holder"), [("dungu", "army"), ("faradje", "major")], ids=["the town that they took", "another town"]
)
def test_what_a_speaker_of_no_known_body_holds_is_held_by_those_who_took_it(at: str, holder: str) -> None:
    """ "It is in our hands," a major said: his side is who has just taken the place."""
    w = congo()
    w.a("congo", "Country")
    w.a("army", "StateArmedForces", "Congolese army", country="congo")
    w.a("major", "MilitaryPerson", "Major Kasongo")
    w.e("a", "Capture", "2009-01-04", by="army", at="dungu")
    w.e("a", "Control", by="major", at=at, says="major")
    held = {s.subject for s in w.fuse().situations if s.place == n(at)}
    assert n(holder) in held
    assert n("major") not in held - {n(holder)}


BESIDE = [
    ("Two guards were ", "shot near Faradje.", True),
    ("Two guards were ", "shot on the road to Faradje.", False),
    ("Two guards were ", "shot before the talks in Faradje.", False),
    ("At Faradje, a week after they had been ", "shot.", False),
]


@pytest.mark.parametrize(("before", "rest", "there"), BESIDE)
def test_a_place_that_is_of_something_else(before: str, rest: str, there: bool) -> None:
    """Violence is at the one town that its sentence names, but for where a road leads or something else was."""
    w = congo()
    quote = before + rest
    start = quote.index("Faradje")
    w.d("c", "2009-01-06")
    w.records["mentions"].append(
        MentionView(n("c/faradje"), n("c"), n("faradje"), "Faradje", n("c"), False, start, start + 7)
    )
    told = w.e("c", "Attack", trigger="shot", before=before, quote=quote, to="guards", position=len(before))
    (report,) = [r for r in reports(Corpus(w.views(), fusion_lexicon())) if r.iri == told]
    assert (report.places == (n("faradje"),)) is there


def test_a_state_since_long_ago_is_not_the_time_of_the_news() -> None:
    """ "Were killed and wounded on Sunday in the town, besieged since May": the killed are Sunday's."""
    w = congo()
    quote = "People were killed and some wounded on Sunday in Dungu, which has been besieged since May."
    w.e("a", "Encirclement", "2008-05/..", at="dungu", quote=quote)
    w.e("a", "Casualties", "2009-01-04", to="people", at="dungu", quote=quote, trigger="wounded")
    dead = w.e("a", "Killing", to="people", at="dungu", quote=quote)
    known = w.e("b", "Killing", "2009-01-04", to="people", at="dungu")
    assert w.together(dead, known)
