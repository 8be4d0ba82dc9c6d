"""Events: the lexicon's own examples, and the constructions that carry roles."""

from __future__ import annotations

import pytest

from kg.model import EventMention, Extraction
from kg.vocabulary.turtle import Node, shipped
from tests.extractors.reading import extraction as read

EXAMPLES = [(node.local, example) for node in shipped().of_class("EventType") for example in node.children("example")]


def names(extraction: Extraction, ids: tuple[str, ...]) -> str:
    texts = {mention.id: mention.text for mention in extraction.mentions}
    return " | ".join(texts[name] for name in ids)


def of_type(extraction: Extraction, name: str) -> list[EventMention]:
    return [event for event in extraction.events if event.type == name]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=lambda v: v if isinstance(v, str) else v.text("sentence"))
def test_examples_of_the_lexicon(name: str, example: Node) -> None:
    """Each kg:example of an event type is read as that type, with the roles it names."""
    found = read(example.text("sentence") or "")
    roles = {"initiator": "initiators", "target": "targets", "place": "places"}
    assert any(
        all(w in names(found, getattr(e, field)) for role, field in roles.items() for w in example.words(role))
        and (example.text("acled") in (None, e.acled))
        for e in of_type(found, name)
    ), [
        (e.type, names(found, e.initiators), names(found, e.targets), names(found, e.places), e.acled)
        for e in found.events
    ]


ROLES = [  # construction, text, type, initiators, targets, place
    ("thing", "The African Union condemned what he called a massacre.", "Accusation", "The African Union", "", ""),
    ("passive", "The town of Bara was seized by M23 rebels on Monday.", "Capture", "M23 rebels", "", "Bara"),
    (
        "conjunction",
        "Rebels attacked and burned a police station in Yei.",
        "Attack", "Rebels", "a police station", "a police station",
    ),
    (
        "support verb",
        "The army launched an attack on rebels in Mindanao.",
        "Attack", "The army", "rebels", "Mindanao",
    ),
    ("by and on", "Attacks by militants on soldiers in Borno continued.", "Attack", "militants", "soldiers", "Borno"),
    (
        "possessive",
        "The army's capture of the town of Bara shocked residents.",
        "Capture", "The army", "", "the town of Bara",
    ),
    (
        "reciprocal",
        "Fighting between the army and rebels erupted in Khartoum.",
        "ArmedClash", "the army | rebels", "the army | rebels", "Khartoum",
    ),
    ("clashed with", "Soldiers clashed with rebels near Kalemie.", "ArmedClash", "Soldiers", "rebels", "Kalemie"),
    ("control", "Kenya promised to send food to Somalia.", "Commitment", "Kenya", "Somalia", "Somalia"),
    ("reduced relative", "Police detained students protesting in Dhaka.", "Protest", "students", "", "Dhaka"),
    (
        "lent by a noun",
        "Two soldiers were killed in an attack by rebels in Yei.",
        "Killing", "rebels", "soldiers", "Yei",
    ),
    ("modifier", "Fighter jets bombed rebel positions near Sirte.", "AirStrike", "", "rebel", "Sirte"),
]  # fmt: skip


@pytest.mark.parametrize(("construction", "text", "name", "who", "whom", "where"), ROLES, ids=[r[0] for r in ROLES])
def test_roles(construction: str, text: str, name: str, who: str, whom: str, where: str) -> None:
    found = read(text)
    got = [(names(found, e.initiators), names(found, e.targets)) for e in of_type(found, name)]
    assert (who, whom) in got
    assert any(where in names(found, e.places) for e in of_type(found, name))


COMPOSED = [
    ("Kenya will provide food to Somalia.", "AGREE"),
    ("Kenya will bomb Somalia.", "THREATEN"),
    ("Kenya refused to meet the rebels.", "REJECT"),
    ("Kenya must withdraw its troops.", "REQUEST"),
    ("Farmers vowed to blockade Lima.", "THREATEN"),
    ("Kenya will withdraw its troops unless the fighting stops.", "THREATEN"),
]


@pytest.mark.parametrize(("text", "code"), COMPOSED)
def test_what_promises_make_of_acts(text: str, code: str) -> None:
    """PLOVER 0.8: a promised cooperative act is an agreement, a promised hostile one a threat."""
    assert code in {event.plover for event in read(text).events}


SIDES = [
    ("The army captured the town of Bara.", "Government regains territory"),
    ("Rebels captured the town of Bara.", "Non-state actor overtakes territory"),
    ("Gunmen killed six villagers in Zamfara.", "Attack"),
    ("Gunmen attacked an army base in Zamfara.", "Armed clash"),
    ("A car bomb killed six people in Mogadishu.", "Remote explosive/landmine/IED"),
    ("A drone killed six people in Mogadishu.", "Air/drone strike"),
    ("Police fired tear gas at protesters in Nairobi.", "Protest with intervention"),
    ("Protesters in Nairobi hurled stones at police.", "Violent demonstration"),
    ("Students marched peacefully in a protest in Nairobi.", "Peaceful protest"),
]


@pytest.mark.parametrize(("text", "acled"), SIDES)
def test_acled_by_side_and_instrument(text: str, acled: str) -> None:
    assert next(event.acled for event in read(text).events if event.acled) == acled


def test_instruments_are_named() -> None:
    """Weapons are lemmas: "mortars" → mortar."""
    assert [e.instruments for e in of_type(read("Rebels shelled Donetsk with mortars."), "Shelling")] == [("mortar",)]


def test_object_that_is_no_mention_is_the_theme() -> None:
    text = "Rebels cut the phone lines in the town of Bara."
    assert [text[slice(*e.theme)] for e in of_type(read(text), "CommunicationsCut") if e.theme] == ["the phone lines"]


WHOLE = [  # what a sentence reports, all of it: no idiom, light verb or part of a name is an event besides
    ("arranged", "The two delegations will meet again in Amman.", ["Meeting"]),
    ("announced", "A colonel said that the hospital would be bombed.", ["Bombing"]),
    ("idiom", "The battle took place near Goma.", ["ArmedClash"]),
    ("take part", "Soldiers took part in the battle near Goma.", ["ArmedClash"]),
    ("take refuge", "Residents took refuge in a church.", ["Displacement"]),
    ("seek refuge", "Survivors sought refuge in the surrounding hills.", ["Displacement"]),
    ("take control", "The army took control of the town of Bara.", ["Capture"]),
    ("have control", "The army has control of the town of Bara.", ["Control"]),
    ("pit", "Fighting pitted the army against rebels in Goma.", ["ArmedClash"]),
    ("resume", "The army resumed its offensive near Gondar.", ["MilitaryOffensive"]),
    ("strikes hit", "Air strikes hit rebel bases in Idlib.", ["AirStrike"]),
    ("seen flying", "Army helicopters were seen flying towards Lashio.", ["Overflight"]),
    ("rebellion as people", "The rebellion took up arms in August.", ["Rearmament"]),
    ("figure of speech", "The fight against corruption goes on.", []),
    ("adjective", "The recognised government warring parties dislike is weak.", []),
    ("vow once", "General Hla vowed that the army would take back the town of Lashio.", ["Capture", "Threat"]),
    ("commentators", "Analysts warn that the group could seize the port of Pemba.", ["Capture"]),
    ("verify", "The claim could not be independently verified.", []),
    ("hyphen", "Tuareg rebels re-armed in August 2023.", ["Rearmament"]),
    ("armed group driven out", "Soldiers expelled the rebels from the town of Bara.", ["Repulse"]),
    ("diplomats", "France expelled two diplomats of Niger.", ["BreakingRelations"]),
    ("marching civilians", "Students marched peacefully through Khartoum.", ["Protest"]),
    ("calling names", 'The envoy called the attack "a crime".', ["Attack"]),
]


@pytest.mark.parametrize(("what", "text", "types"), WHOLE, ids=[w[0] for w in WHOLE])
def test_one_event_for_one_thing_reported(what: str, text: str, types: list[str]) -> None:
    assert sorted(event.type for event in read(text).events) == types


SINGLE = [  # text, type, initiators, targets
    ("Fighting pitted soldiers from Goma on their way to Bara against rebels.", "ArmedClash", "soldiers", "rebels"),
    ("Clashes opposing the army to rebels erupted in Bunia.", "ArmedClash", "the army", "rebels"),
    ("The town of Bara has emptied of its inhabitants.", "Displacement", "", "its inhabitants"),
    ("A drone strike on a university wounded two people.", "Casualties", "", "people"),
    ("The president called on the army to attack rebels.", "Attack", "the army", "rebels"),
    ("In a press release, the army said it was ready.", "Statement", "the army", ""),
    ("Envoys of Oman met in Riyadh.", "Meeting", "Envoys of Oman", ""),
    ("French troops withdrew from Niger.", "Withdrawal", "French troops", ""),
]


@pytest.mark.parametrize(("text", "name", "who", "whom"), SINGLE, ids=[s[0] for s in SINGLE])
def test_roles_are_filled_by_actors(text: str, name: str, who: str, whom: str) -> None:
    found = read(text)
    assert [(names(found, e.initiators), names(found, e.targets)) for e in of_type(found, name)] == [(who, whom)]


def test_coordinated_years_are_several_events() -> None:
    found = of_type(read("The state was weakened by coups in 2020 and 2021."), "Coup")
    assert [e.time.start for e in found if e.time] == ["2020", "2021"]


def test_each_agreement_that_a_verb_concludes_is_an_event() -> None:
    found = read("The Moro front agreed to a ceasefire in 1997 and a peace deal in 2014.")
    assert [(e.type, e.time and e.time.start) for e in sorted(found.events, key=lambda e: e.trigger)] == [
        ("Ceasefire", "1997"),
        ("AgreementSigning", "2014"),
    ]


def test_no_event_within_a_name() -> None:
    """A known name in quotes may hold a verb."""
    text = 'The group "Supporting Islam and Muslims" (GSIM) attacked a base.'
    assert [e.type for e in read(text).events] == ["Attack"]


def test_evidence_has_no_space_around_it() -> None:
    text = "Rebels attacked Goma.\n\nThe army fled the town.\n"
    assert {text[slice(*e.sentence)] for e in read(text).events} == {"Rebels attacked Goma.", "The army fled the town."}


INVOKED = """President Juan Pardo said: "In application of Security Council resolution 2720, \
an attack was carried out near Goma." "Our army has retaken the town of Bara", he said. {last}"""


def test_what_a_statement_invokes_at_its_start_holds_for_its_acts() -> None:
    """The speaker's own acts, not what they caused nor what others say."""
    found = read(INVOKED.format(last="Rebels attacked the town of Sake, a resident said."))
    invoking = [(e.type, bool(e.invokes)) for e in sorted(found.events, key=lambda e: e.trigger)]
    assert invoking == [("Attack", True), ("Capture", True), ("Attack", False)]


def test_a_time_beside_what_is_invoked_is_that_of_the_statement() -> None:
    text = (
        'President Juan Pardo said that it was "in application of Security Council resolution 2720, today 14/11/23, '
        'that last week an attack was carried out near Goma." "Our army has retaken the town of Bara", he said.'
    )
    assert [e.time and e.time.start for e in of_type(read(text), "Capture")] == ["2023-11-14"]


KINDS = [  # text, the type a class of words is read as, one it is not
    ("The guards fired a single round at the village of Kani.", "Attack", "ProtestCrackdown"),
    ("The court withdrew the visas of two officers.", "Sanction", "Withdrawal"),
    ("The council insists that gunmen opened fire.", "Attack", "Demand"),
    ("All four posts have been cleared away.", "Withdrawal", "Capture"),
    ("The gunmen took the mayor of Djibo.", "Abduction", "Capture"),
    ("They have recaptured most of the town.", "Capture", "Control"),
    ("Militants were bused out of Daraya.", "Withdrawal", "Displacement"),
    ("The village chief called for a pause in the fighting.", "Ceasefire", "Withdrawal"),
    ("The release of ten prisoners surprised Juba.", "Release", "Statement"),
    ("Two nurses were shot and injured in Quetta.", "Attack", "Killing"),
    ("A wildfire killed nine villagers near Mati.", "Calamity", "Killing"),
    ("The union refused to put its name to the pact.", "Rejection", "Killing"),
    ("A strike called by the separatists closed shops across Manipur.", "Protest", "Attack"),
    ("The rebels have barred aid workers from entering the district.", "Restriction", "Capture"),
    ("In 2019 Guatemala formally withdrew from the accord.", "AgreementDoubt", "Withdrawal"),
    ("The ministry accused the navy of holding military drills off Luzon.", "MilitaryExercise", "Cooperation"),
    ("He had been tortured into signing a confession.", "Torture", "AgreementSigning"),
    ("The ETA handed over its last pistols.", "Surrender", "WeaponsSeizure"),
    ("The prosecutor ordered his officers to stop the bus.", "Demand", "Restriction"),
    ("The next round is to be held in Ankara on 9 March.", "Meeting", "Protest"),
    ("Ghana pledged to send 400 police officers to Liberia.", "Commitment", "Threat"),
    ("Berlin promised medical aid but ruled out sending German soldiers.", "Rejection", "Threat"),
    ("Nearly 40,000 people have been forced from their homes.", "Expulsion", "Repulse"),
    ("Talks in Vienna failed in 2016.", "Rejection", "AgreementDoubt"),
    ("Clashes broke out when a march on the parliament was stopped by police.", "Riot", "ArmedClash"),
    ("Turkey's strike on Tal Rifaat killed nine people.", "Attack", "Protest"),
    ("Last year a strike closed the port for nine days.", "Protest", "Attack"),
    ("A suicide bomber rammed a convoy, killing five people.", "Killing", "Casualties"),
    ("Gunners shot down a jet near Bara.", "Destruction", "Killing"),
    ("The ELN laid down its arms.", "Surrender", "Ceasefire"),
    ("The cabinet will withdraw the bill.", "Concession", "Withdrawal"),
    ("Fighters have entered the town and taken over its airport.", "Capture", "Killing"),
    ("The army seized Afmadow on Friday.", "Capture", "Abduction"),
    ("Militants blocked the highway to Cali.", "Blockade", "Protest"),
    ("Aid was given to displaced people in Goma.", "Aid", "Expulsion"),
    ("Soldiers detained a villager for questioning.", "Arrest", "Trial"),
    ("Karen rebels retook the town of Lay Kay Kaw.", "Capture", "Arrest"),
    ("The rebels took Mweso last week.", "Capture", "Arrest"),
    ("The ministry denied that Barentu had fallen.", "Capture", "Casualties"),
    ("The town of Bara has fallen into the hands of the rebels.", "Capture", "Control"),
    ("The army lost Bara to the rebels.", "Capture", "Control"),
    ("Chadian troops have crossed the border.", "Advance", "Deployment"),
    ("Patrols ran into twenty fighters in the hills.", "ArmedClash", "Attack"),
    ("A patrol ran into an ambush near Gao.", "Ambush", "ArmedClash"),
    ("A convoy came under fire near Gao.", "Attack", "ArmedClash"),
    ("The guards held by inmates are safe.", "HostageTaking", "Control"),
    ("Forty prisoners escaped from a jail in Kuje.", "PrisonEscape", "Displacement"),
    ("The president dismissed General Malong.", "Dismissal", "Rejection"),
    ("The soldiers went home in 2007.", "Withdrawal", "Displacement"),
    ("Four hundred Kenyan police officers landed in Les Cayes.", "Deployment", "Shelling"),
    ("The truce agreed in Jeddah took effect on Monday.", "Ceasefire", "AgreementSigning"),
    ("The ministry put the number of dead at nine.", "Casualties", "Killing"),
    ("Manila admits to 40 dead soldiers.", "Casualties", "Killing"),
    ("The clash left nine dead.", "Casualties", "Killing"),
    ("One sergeant lost an arm.", "Casualties", "Capture"),
    ("Six pupils were taken from a school in Kaura.", "Abduction", "Arrest"),
    ("The gunmen led two nurses into the jungle.", "Abduction", "Withdrawal"),
    ("Three observers were seized at gunpoint near Sukhumi.", "Abduction", "Capture"),
    ("An aid convoy was held up by militiamen at Vareš.", "Blockade", "HostageTaking"),
    ("Transport planes dropped rations over Juba.", "Aid", "AirStrike"),
    ("A relief convoy reached Juba on Friday.", "Aid", "Advance"),
    ("Helicopters rocketed a market in Marib.", "AirStrike", "Shelling"),
    ("The assault on Marib collapsed.", "Repulse", "Rejection"),
    ("The army said that the post was attacked and that rebels captured it.", "Capture", "Arrest"),
    ("The airfield has been in rebel hands since May.", "Control", "HostageTaking"),
    ("The airport never left our hands, the mayor said.", "Control", "Withdrawal"),
    ("The town was calm and under its control.", "Control", "Capture"),
    ("The mercenaries were flown out on Friday.", "Withdrawal", "Deployment"),
    ("Marines came ashore near Latakia.", "Deployment", "Capture"),
    ("Two captives were sent home in June.", "Release", "Deployment"),
    ("The swap was brokered by Oman.", "PrisonerExchange", "AgreementSigning"),
    ("The parties promised to halt offensive operations.", "Ceasefire", "Repulse"),
    ("The truce broke down in November.", "AgreementDoubt", "Rejection"),
    ("The general still respects the ceasefire.", "Ceasefire", "Rejection"),
    ("The group said it had fired its Katyushas at the base.", "Shelling", "Dismissal"),
    ("Two lorries were later found burned.", "PropertyDestruction", "Casualties"),
]


@pytest.mark.parametrize(("text", "name", "other"), KINDS)
def test_an_act_is_told_from_one_of_like_words(text: str, name: str, other: str) -> None:
    types = {event.type for event in read(text).events}
    assert name in types
    assert other not in types


WHO = [  # text, type, initiators, targets
    ("Police arrested two men on suspicion of planning a bombing in Oslo.", "Bombing", "men", ""),
    ("The minister condemned attacks in Homs which killed nine villagers.", "Killing", "", "villagers"),
    ("Hamas fought Israel's occupation for years.", "Capture", "Israel", ""),
    ("The servicemen were in enemy captivity.", "HostageTaking", "", "The servicemen"),
    ("The town of Bara was stormed and the garrison ambushed.", "Ambush", "", "the garrison"),
    (
        "Warplanes of the coalition carried out strikes using drones against the rebels.",
        "Attack",
        "the coalition",
        "the rebels",
    ),
    ("Major Cole took part in the Iran-Iraq War.", "ArmedClash", "Iran | Iraq", "Iran | Iraq"),
    ("The prefect accused the ELN of the abduction.", "Abduction", "the ELN", ""),
    ("The bishop prayed for Maria Lopez, abducted in Quito.", "Abduction", "", "Maria Lopez"),
    (
        "The ministry put the number of its citizens killed since May at six.",
        "Killing",
        "",
        "the number of its citizens",
    ),
    ("Traders said that soldiers had torched them.", "PropertyDestruction", "soldiers", ""),
    ("The state broadcaster announced the capture of the town of Bara by the army.", "Capture", "the army", ""),
    ("The group blamed the coalition for the destruction of a dam.", "PropertyDestruction", "the coalition", "a dam"),
    (
        "Government troops crushed the Karen rebels on a road near Myawaddy.",
        "ArmedClash",
        "Government troops",
        "the Karen rebels",
    ),
    ("The president pleaded for help against the militias.", "Appeal", "The president", ""),
    ("A lorry hit a mine near Sebba; soldiers hit a landmine.", "Bombing", "", "soldiers"),
    ("The tribe blamed the raid on cattle thieves.", "Attack", "cattle thieves", ""),
    ("The governor said the kidnapping was the work of the militia.", "Abduction", "the militia", ""),
    ("The militia denied having had a hand in the raid.", "Attack", "The militia", ""),
    ("Fano fought alongside the army against rebels.", "ArmedClash", "Fano | the army", "rebels"),
    ("The army and the police say they have killed a warlord.", "Killing", "The army | the police", "a warlord"),
    ("Gunmen shot dead a councillor in Quito.", "Killing", "Gunmen", "a councillor"),
    ("Provisional toll: two soldiers killed, one truck destroyed.", "Killing", "", "soldiers"),
    ("The boat carried four nurses, all of whom were released.", "Release", "", "nurses"),
    ("Rebels pulled ten traders from buses and shot them dead.", "Killing", "Rebels", "traders"),
    ("He reiterated support for Niger's army in the fight against rebels.", "ArmedClash", "Niger's army", "rebels"),
    (
        "France, the wider coalition and the Government of Mali are committed to defeating rebels.",
        "ArmedClash",
        "France | the wider coalition | the Government of Mali",
        "rebels",
    ),
    ("Chad-Sudan clashes continued.", "ArmedClash", "Chad | Sudan", "Chad | Sudan"),
    ("Gunmen killed eleven villagers, including two children.", "Killing", "Gunmen", "villagers | children"),
    (
        "Police fired rubber bullets to disperse hundreds of students.",
        "ProtestCrackdown",
        "Police",
        "hundreds of students",
    ),
    ("The ELN claimed responsibility for the attack.", "Attack", "The ELN", ""),
    ("No group has claimed the bombing.", "Bombing", "", ""),
    (
        "Amnesty accused the rebels of shelling schools, looting clinics and killing two nurses.",
        "Killing",
        "the rebels",
        "nurses",
    ),
    ("A truce brokered by Oman took effect on Monday.", "Ceasefire", "", ""),
    ("The fall of Goma led to the flight of two brigades.", "Capture", "", ""),
    ('"Our forces are in control of Derna," the alliance said.', "Control", "Our forces", ""),
    ("The army repelled two attempts to advance on Bara.", "Repulse", "The army", ""),
    ("An attack left four soldiers dead.", "Casualties", "", "soldiers"),
]


@pytest.mark.parametrize(("text", "name", "initiators", "targets"), WHO)
def test_who_did_it_to_whom(text: str, name: str, initiators: str, targets: str) -> None:
    found = read(text)
    roles = [(names(found, e.initiators), names(found, e.targets)) for e in of_type(found, name)]
    assert (initiators, targets) in roles
