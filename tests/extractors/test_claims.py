"""Who says what. `claims.jsonl` holds a text a line with the claims expected of it, one syntactic frame each."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import nlp
from kg.extractors.base import Reading
from kg.extractors.claims import statements as claims
from kg.extractors.claims.quotes import find_quotes
from kg.model import Claim, Document, EventMention, Mention
from kg.settings import Settings
from kg.vocabulary import lexicon
from tests.extractors.reading import extraction

CASES = [json.loads(line) for line in Path(__file__).with_name("claims.jsonl").read_text("utf-8").splitlines()]


def reading(text: str) -> Reading:
    (doc,) = nlp.parse([text], Settings().model)
    return Reading(Document(id="t", text=text), doc, lexicon())


def read(text: str) -> tuple[Claim, ...]:
    return claims.EXTRACTOR.extract(reading(text)).claims


def event(text: str, word: str) -> EventMention:
    start = text.index(word)
    return EventMention(id=word, type="Attack", trigger=(start, start + len(word)), sentence=(0, len(text)))


def organisation(text: str, words: str) -> Mention:
    start = text.index(words)
    head = len(nlp.load(Settings().model).make_doc(text[: start + len(words)])) - 1
    return Mention("m", start, start + len(words), words, "organisation", name=words, head=head)


def person(text: str, name: str) -> Mention | None:
    return replace(organisation(text, name), id=name, kind="person", entity=name) if name in text else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:48])
def test_frame(case: dict[str, object]) -> None:
    text = str(case["text"])
    found = [
        {
            "source": text[slice(*c.source_span)] if c.source_span else None,
            "cue": text[slice(*c.cue)] if c.cue else None,
            "kind": c.kind,
            "negated": c.negated,
            "content": [text[start:end] for start, end in c.content],
        }
        for c in read(text)
    ]
    assert found == case["claims"]


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Bakhmut on Monday.",
        "The column reached Kutum at dawn.",
        'The rebels left their base, "the farm", at noon.',
        "Bakhmut: 12 March",
        "Published: 4 May 2021",
        "The ministry did not respond to requests for comment.",
        "The governor of Cauca declined to comment.",
        "The toll could not be independently verified.",
        "Fighters known as the Lions hold the bridge.",
        "The road was intended to end the siege of Yei.",
        "Three wounded men were admitted to the hospital.",
        "You know that the road is mined.",
        "The guide was pointing at the river.",
    ],
)
def test_nothing_is_attributed(text: str) -> None:
    assert read(text) == ()


def test_event_belongs_to_innermost_claim() -> None:
    """What the rebels said stays theirs though the army relays it; the saying itself is nobody's content."""
    text = "The army said the rebels had claimed that their fighters destroyed the bridge."
    before = reading(text)
    before = Reading(before.document, before.doc, before.lexicon, events=(event(text, "destroyed"),))
    after = claims.EXTRACTOR.extract(before)
    outer, inner = sorted(after.claims, key=lambda c: c.cue or (0, 0))
    assert (inner.parent, inner.events, outer.events) == (outer.id, ("destroyed",), ())
    assert after.events[0].claim == inner.id


def test_dateline_in_capitals_is_no_speaker() -> None:
    """A place is none, nor is a word that no other line has; who speaks in an interview does so again."""
    text = "YEI: Police broke up the rally.\nYEI: The market is shut."
    before = reading(text)
    place = Mention("p", 0, 3, "YEI", "place", head=0)
    after = claims.EXTRACTOR.extract(Reading(before.document, before.doc, before.lexicon, mentions=(place,)))
    assert (len(read(text)), len(after.claims), len(read("YEI: Police broke up the rally."))) == (2, 1, 0)


@pytest.mark.parametrize(
    ("before", "interviewee"),
    [
        ("Amina Juma, a nurse, fled in May. She spoke to the weekly in Adré.", "She"),
        ("The weekly has an interview with Sani Diallo. Moussa Ba watched.", "Sani Diallo"),
        ("Sani Diallo crossed the river. A guard watched.", "Sani Diallo"),
        ("The market is empty.", None),
    ],
)
def test_answer_goes_to_the_interviewee(before: str, interviewee: str | None) -> None:
    text = f'{before}\n\nWhat did you see?\n\n"Soldiers shot my brother."'
    found = reading(text)
    people = [m for m in map(partial(person, text), ("She", "Sani Diallo", "Moussa Ba")) if m]
    after = claims.EXTRACTOR.extract(Reading(found.document, found.doc, found.lexicon, mentions=tuple(people)))
    assert [c.source_span and text[slice(*c.source_span)] for c in after.claims] == [interviewee]


def test_the_reporter_who_asks_does_not_answer() -> None:
    text = 'Fatuma Ali fled Jilib. Our reporter Hodan Omar met her.\n\nWhy did you flee?\n\n"They shot my neighbour."'
    (claim,) = (c for c in extraction(text).claims if c.cue is None)
    assert claim.source_span is not None
    assert text[slice(*claim.source_span)] == "her"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a barracks in Marawi on Tuesday.",
        "President Kiir dismissed General Malong.",
        "Kosovo declared independence in 2008.",
        "The truce declared on Monday was holding.",
    ],
)
def test_a_deed_is_no_claim(text: str) -> None:
    assert extraction(text).claims == ()


def test_a_broken_word_keeps_its_place_in_the_text() -> None:
    text = "The demo-\ncratic forces have shel-\nled Raqqa."
    found = extraction(text)
    assert [text[slice(*event.trigger)] for event in found.events] == ["shel-\nled"]
    assert [(m.text, m.name) for m in found.mentions if m.kind == "organisation"] == [
        ("The demo-\ncratic forces", "democratic forces")
    ]


def test_act_that_nobody_claims_is_no_claimants() -> None:
    text = "No group has claimed the attack."
    found = reading(text)
    after = claims.EXTRACTOR.extract(Reading(found.document, found.doc, found.lexicon, events=(event(text, "attack"),)))
    assert ([c.negated for c in after.claims], after.events[0].claim) == ([True], None)


def test_noun_for_nobody_speaks_for_whom_it_is_called_after() -> None:
    text = "The UNIFIL mission said rockets had fallen."
    found = reading(text)
    mention = replace(organisation(text, "The UNIFIL"), entity="unifil")
    after = claims.EXTRACTOR.extract(Reading(found.document, found.doc, found.lexicon, mentions=(mention,)))
    assert [c.source for c in after.claims] == ["m"]


def test_denied_event_stays_with_who_told_it() -> None:
    """A denial that a relative clause adds is a claim of its own, and takes no event from what it denies."""
    text = "Manila said a coastguard ship had rammed its boat, which Beijing denied."
    before = reading(text)
    events = (event(text, "rammed"),)
    after = claims.EXTRACTOR.extract(Reading(before.document, before.doc, before.lexicon, events=events))
    assert [(c.kind, c.events, c.parent) for c in after.claims] == [("says", ("rammed",), None), ("denies", (), None)]


def test_event_that_is_the_cue_is_outside() -> None:
    text = "Moscow accused the battalion of shelling a hospital."
    before = reading(text)
    events = (event(text, "accused"), event(text, "shelling"))
    after = claims.EXTRACTOR.extract(Reading(before.document, before.doc, before.lexicon, events=events))
    assert [(e.id, e.claim is None) for e in after.events] == [("accused", True), ("shelling", False)]


def test_source_is_the_mention_its_noun_heads() -> None:
    text = "The Karen National Union said that it had seized the camp."
    before = reading(text)
    mention = organisation(text, "The Karen National Union")
    after = claims.EXTRACTOR.extract(Reading(before.document, before.doc, before.lexicon, mentions=(mention,)))
    assert [c.source for c in after.claims] == ["m"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('He said "go" and "stay".', ['"go"', '"stay"']),
        ("«Partez», dit-il.", ["«Partez»"]),
        ("“One.\n\n“Two,” she said.", ["“One.", "“Two,”"]),
        ("'I will go,' he said.", ["'I will go,'"]),
        ("The workers' camp and the miners' camp.", []),
        ("He wrote ''never again'' on the wall.", ["''never again''"]),
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotes(text)] == quotes


WORDS = st.sampled_from(
    ["said", "“", "”", '"', "'", "army", "The", "that", ",", ".", ":", "\n", "―", "according to", "it"]
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join)))
def test_any_text_gives_true_spans(text: str) -> None:
    """Whatever the text, every span lies in it and holds something, and a content's parts stand in order."""
    for claim in read(text):
        spans = [*claim.content, *(s for s in (claim.source_span, claim.cue) if s)]
        assert claim.content
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in zip(claim.content, claim.content[1:], strict=False))
