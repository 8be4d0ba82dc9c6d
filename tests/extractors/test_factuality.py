"""Polarity and modality of events: what is planned, possible, demanded, denied or negated is never actual."""

from __future__ import annotations

import pytest

from tests.extractors.reading import extraction as read
from tests.extractors.test_events import of_type

CASES = [
    ("The army captured the town of Bara.", "Capture", "affirmed", "actual"),
    ("The army did not capture the town of Bara.", "Capture", "negated", "actual"),
    ("The army will capture the town of Bara.", "Capture", "affirmed", "planned"),
    ("The army will try to capture the town of Bara.", "Capture", "affirmed", "planned"),
    ("The army may capture the town of Bara.", "Capture", "affirmed", "possible"),
    ("If the army captures the town of Bara, residents will flee.", "Capture", "affirmed", "possible"),
    ("The president urged the army to capture the town of Bara.", "Capture", "affirmed", "demanded"),
    ("The army must capture the town of Bara.", "Capture", "affirmed", "demanded"),
    ("The army denied capturing the town of Bara.", "Capture", "affirmed", "denied"),
    ("The army failed to capture the town of Bara.", "Capture", "negated", "actual"),
    ("The army cut phone lines to prevent attacks in the town of Bara.", "Attack", "affirmed", "planned"),
    ("The army's plan to capture the town of Bara leaked.", "Capture", "affirmed", "planned"),
    ("The army does not mention having captured the town of Bara.", "Capture", "negated", "actual"),
    ("The army announced that it would attack the town of Bara.", "Attack", "affirmed", "planned"),
    ("Rebels left the town of Bara without attacking soldiers.", "Attack", "negated", "actual"),
]


@pytest.mark.parametrize(("text", "name", "polarity", "modality"), CASES, ids=[c[0] for c in CASES])
def test_factuality(text: str, name: str, polarity: str, modality: str) -> None:
    found = [(event.polarity, event.modality) for event in of_type(read(text), name)]
    assert (polarity, modality) in found


SCOPE = [
    ("marked", "The march was held to mark the killing of a teacher.", "Killing", "affirmed", "actual"),
    ("until it was", "The garrison fought on until rebels captured the town of Wau.", "Capture", "affirmed", "actual"),
    ("until it is", "The garrison will fight until rebels capture Wau.", "Capture", "affirmed", "planned"),
    ("not before", "Marines came ashore on Friday, not a day earlier.", "Deployment", "affirmed", "actual"),
    ("no loss", "The army reported no losses and said rebels attacked Bara.", "Attack", "affirmed", "actual"),
    ("to nobody", "The minister gave arms to nobody.", "Aid", "negated", "actual"),
    ("set off", "The claim set off weeks of riots.", "Riot", "affirmed", "actual"),
    ("dismissed", "The navy dismissed reports of an attack on the port.", "Attack", "affirmed", "denied"),
    ("ridiculed", "Rebels ridiculed the claim that troops had retaken Bara.", "Capture", "affirmed", "denied"),
    ("undone", "The court annulled the election.", "Election", "affirmed", "actual"),
    ("arranged", "The hostages are to be released on Friday.", "Release", "affirmed", "planned"),
    ("a topic", "The questions about the war have not gone away.", "ArmedClash", "affirmed", "actual"),
    ("double negation", "The rebels never stopped shelling army positions.", "Shelling", "affirmed", "actual"),
    ("no longer", "The militia no longer controls the town of Bara.", "Control", "negated", "actual"),
    ("neither", "Neither army has attacked.", "Attack", "negated", "actual"),
    ("none of", "None of the gang leaders has been arrested.", "Arrest", "negated", "actual"),
    ("no, in the passive", "No casualties were reported in Bara.", "Casualties", "negated", "actual"),
    ("unable", "Police were unable to repel the attackers.", "Repulse", "negated", "actual"),
    ("has not resumed", "Large-scale fighting has not resumed in Marib.", "ArmedClash", "negated", "actual"),
    ("foiled", "The army foiled an ambush near Bara.", "Ambush", "affirmed", "planned"),
    ("repelled", "The army repelled an attack near Bara.", "Attack", "affirmed", "actual"),
    ("aimed at", "The strikes were aimed at capturing the town of Bara.", "Capture", "affirmed", "planned"),
    ("bracing for", "Residents were bracing for a battle.", "ArmedClash", "affirmed", "possible"),
    ("in anticipation of", "Shops shut in anticipation of an offensive.", "MilitaryOffensive", "affirmed", "planned"),
    ("purpose", "The operation was launched to capture the town of Bara.", "Capture", "affirmed", "planned"),
    ("managed to", "The rebels managed to capture the town of Bara.", "Capture", "affirmed", "actual"),
    ("did not say whether", "He did not say whether rebels attacked Bara.", "Attack", "affirmed", "possible"),
    ("a topic of no comment", "The brigade made no comment on the raid in Bor.", "Attack", "affirmed", "actual"),
    ("support withdrawn", "The minister withdrew his support for the talks.", "Support", "negated", "actual"),
    ("dismissed that", "Juba dismissed on Sunday that its army shelled Bor.", "Shelling", "affirmed", "denied"),
    ("rejected that", "He rejected that his men burned a school.", "PropertyDestruction", "affirmed", "denied"),
    ("committed to", "The allies are committed to defeating the rebels.", "ArmedClash", "affirmed", "planned"),
    ("rejected reports", "Juba rejected reports that the town of Bor had fallen.", "Capture", "affirmed", "denied"),
    ("asserted after a colon", "The army disputed the toll: rebels had killed two.", "Killing", "affirmed", "actual"),
    ("to end a war", "Both sides met to end the war.", "ArmedClash", "affirmed", "actual"),
    (
        "clause after a semicolon",
        "Eight groups signed the accord with the government; the KNU was not among them.",
        "AgreementSigning", "affirmed", "actual",
    ),
    ("not confirmed", "The army did not confirm the capture of the town of Bara.", "Capture", "affirmed", "possible"),
    (
        "reports not confirmed",
        "Police have not confirmed reports that two farmers were killed.",
        "Killing", "affirmed", "possible",
    ),
    ("asked to stop", "The envoy urged both sides to stop fighting.", "ArmedClash", "affirmed", "actual"),
    ("what is to stop", "The envoy urged both sides to stop fighting.", "Ceasefire", "affirmed", "demanded"),
    ("allegation denied", "The firm denies the allegation that it had armed the guards.", "Aid", "affirmed", "denied"),
    ("control lost", "The junta has lost control of the town of Lashio.", "Control", "negated", "actual"),
    ("not one", "Not one soldier was killed.", "Killing", "negated", "actual"),
    (
        "beside an infinitive",
        "The army repelled two attempts to advance in the direction of Bara and inflicted losses on the rebels.",
        "Casualties", "affirmed", "actual",
    ),
    ("but", "We do not want war, but we will attack Bara.", "Attack", "affirmed", "planned"),
    (
        "relative clause in a denial",
        "Rwanda denied supporting the M23, which launched a rebellion in 2021.",
        "Uprising", "affirmed", "actual",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "name", "polarity", "modality"), SCOPE, ids=[s[0] for s in SCOPE])
def test_how_far_negation_and_intention_reach(what: str, text: str, name: str, polarity: str, modality: str) -> None:
    assert [(e.polarity, e.modality) for e in of_type(read(text), name)] == [(polarity, modality)]


ATTEMPTS = [  # an attempt that was made is actual, of the type that its act's type names; other acts stay planned
    ("The army is trying to capture the town of Bara.", "Attack", "actual"),
    ("Rebels tried to seize the airport at Goma on Monday.", "Attack", "actual"),
    ("Gunmen attempted to abduct a judge in Herat.", "Attack", "actual"),
    ("The governor survived an assassination attempt.", "Attack", "actual"),
    ("Two men were jailed for the attempted murder of a judge.", "Attack", "actual"),
    ("The plotters sought to overthrow the president.", "Coup", "actual"),
    ("The army will try to retake the town of Bria.", "Capture", "planned"),
    ("The envoy tried to broker a truce.", "Mediation", "planned"),
    ("Police foiled an attempt to kill the mayor.", "Killing", "planned"),
    ("Rebels shelled the town in an attempt to capture Wau.", "Capture", "planned"),
]


@pytest.mark.parametrize(("text", "name", "modality"), ATTEMPTS, ids=[a[0] for a in ATTEMPTS])
def test_an_attempt_at_an_act_of_force_took_place(text: str, name: str, modality: str) -> None:
    assert [event.modality for event in of_type(read(text), name)] == [modality]
    assert name == "Capture" or not of_type(read(text), "Capture")


ANSWERED = [  # what is rejected is what somebody said; that he said it is not
    "The mayor blamed the killings on hired gunmen, a charge their rivals from Tari rejected.",
    "The army accused the rebels of the killings in Bor, an accusation the rebels denied.",
    "The tribe blamed the killings on cattle thieves, which the governor denied.",
]


@pytest.mark.parametrize("text", ANSWERED)
def test_an_accusation_that_is_rejected_was_made(text: str) -> None:
    found = read(text)
    told = [(event.polarity, event.modality) for name in ("Accusation", "Killing") for event in of_type(found, name)]
    assert set(told) == {("affirmed", "actual")}


PUT_OFF = [
    "Talks in Doha have been put off.",
    "The envoy postponed the talks.",
    "The army called off the talks in Doha.",
]


@pytest.mark.parametrize("text", PUT_OFF)
def test_what_is_put_off_has_not_come_about(text: str) -> None:
    assert [e.modality for e in read(text).events if e.type == "Meeting"] == ["planned"]


def test_a_denier_who_goes_on_to_speak_is_not_denied() -> None:
    text = "The minister denied that troops shelled Sake and called on all sides to keep the truce."
    (appeal,) = [e for e in read(text).events if e.type == "Appeal"]
    names = {m.id: m.text for m in read(text).mentions}
    assert ([names[i] for i in appeal.initiators], appeal.modality) == (["The minister"], "actual")
    assert [c.content for c in read(text).claims if c.kind == "denies"] == [((20, 44),)]
