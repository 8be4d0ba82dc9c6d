"""Event mentions: triggers with their roles, time, agreements and ACLED type, and what a promise makes of an act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from kg.extractors.actors.demonyms import with_demonyms, without_unused
from kg.extractors.base import Extractor, Reading
from kg.extractors.events.acled import with_acled
from kg.extractors.events.arguments import nominal
from kg.extractors.events.attempts import attempted_type
from kg.extractors.events.composition import THREAT, compositions
from kg.extractors.events.echoes import without_echoes
from kg.extractors.events.legal import legal_links
from kg.extractors.events.lending import all_roles
from kg.extractors.events.roles import Roles
from kg.extractors.events.triggers import EFFECTS, Trigger, predicate_end, trigger_span, triggers
from kg.extractors.events.when import event_time
from kg.extractors.grammar.coordination import conjuncts
from kg.model import EventMention, Mention, Polarity, Span

SIGNED = "AgreementSigning"
CONCLUDED = {"Ceasefire": "Ceasefire", "PeaceAgreement": SIGNED}
OURS = frozenset({"we", "us", "our", "ours", "ourselves"})
THEY = frozenset({"they", "them", "their"})
INSTRUMENT_SLOTS = ("subj", "mod", "with", "by", "using", "from", "obj", "in", "of")


def extract(reading: Reading) -> Reading:
    """Every event of the document, in text order."""
    wide, minted = with_demonyms(reading)
    events = tuple(with_acled(found_events(wide), wide))
    return replace(without_unused(wide, reading, minted, events), events=events)


def found_events(reading: Reading) -> list[EventMention]:
    """The events of the triggers, and what promises and futures make of them."""
    found = without_echoes(triggers(reading), reading.lexicon.events)
    roles = all_roles(found, reading)
    events = {i: event_mention(found[i], roles[i], reading) for i in found}
    composed: list[EventMention] = []
    for whole in compositions(found, roles, reading):
        at = whole.trigger.i
        if at == whole.act.token.i:  # "will send": a promise, but no second event beside the planned one
            events[at] = replace(events[at], plover=reading.lexicon.events.types[whole.type].plover)
        elif at in events:
            events[at] = retyped(events[at], whole.type, whole.roles, reading)
        else:
            event = replace(event_of(whole.trigger, whole.type, whole.roles, reading), rule=whole.rule.name)
            if whole.type != THREAT or not event.invokes:  # what an agreement provides for is no threat
                composed.append(event)
    composed.extend(further for i in found for further in further_agreements(found[i], roles[i], reading))
    every = [part for event in (*events.values(), *composed) for part in one_each(event, reading)]
    return unique(sorted(every, key=lambda e: (e.trigger, e.type)))


def further_agreements(trigger: Trigger, roles: Roles, reading: Reading) -> Iterator[EventMention]:
    """The agreements after the first that one verb concludes: "agreed to a truce in 2014 and a deal in 2015"."""
    if trigger.entry.frame.type not in CONCLUDED.values() or nominal(trigger.token):
        return
    objects = [token for slot in ("obj", "to", "on") for token in trigger.slots.get(slot, ())]
    for token in (token for token in objects if token.dep_ == "conj"):
        mention = reading.mention_at(token, "agreement")
        if mention is not None:
            whole = Roles(roles.initiators, (mention,), roles.participants, roles.places)
            event = event_of(token, CONCLUDED.get(mention.cls or "", SIGNED), whole, reading)
            yield replace(event, rule=trigger.entry.name)


def one_each(event: EventMention, reading: Reading) -> Iterator[EventMention]:
    """A noun in the plural with several times is an event at each: "coups in 2020 and 2021"."""
    yield event
    if event.time is None or event.time.mention is None or reading.doc[event.head].tag_ not in ("NNS", "FW"):
        return
    for token in conjuncts(reading.doc[reading.by_id[event.time.mention].head])[1:]:
        mention = reading.mention_at(token, "time")
        if mention is not None and mention.id in reading.times:
            time = replace(reading.times[mention.id], basis=event.time.basis)
            yield replace(event, id=f"{event.id}:{mention.id}", time=time)


def event_mention(trigger: Trigger, roles: Roles, reading: Reading) -> EventMention:
    """One trigger with its roles as a record."""
    name = attempted_type(trigger.token, trigger.entry.frame.type, reading.lexicon.events)
    event = event_of(trigger.token, name, roles, reading)
    polarity: Polarity = "negated" if trigger.entry.frame.negated else event.polarity
    weapons = tuple(instruments(trigger, reading))
    whole = event.trigger[0], predicate_end(trigger) or event.trigger[1]
    return replace(event, rule=trigger.entry.name, trigger=whole, instruments=weapons, polarity=polarity)


def event_of(token: Token, name: str, roles: Roles, reading: Reading) -> EventMention:
    """An event of a type at a token; its factuality and claim are filled in by later steps."""
    start, end = trigger_span(token)
    initiators, targets = named(roles.initiators, token, reading), named(roles.targets, token, reading)
    if roles.targets != roles.initiators:
        taken = {entity(name, reading) for name in initiators}
        targets = tuple(name for name in targets if entity(name, reading) not in taken)
    links = legal_links(reading, token)
    invokes, violates = ((), ()) if name in EFFECTS else links
    return EventMention(
        id=f"event:{start}-{end}:{name}",
        type=name,
        trigger=(start, end),
        sentence=sentence_of(token),
        plover=reading.lexicon.events.types[name].plover,
        initiators=initiators,
        targets=targets,
        participants=named(roles.participants, token, reading),
        places=tuple(m.id for m in roles.places),
        theme=roles.theme,
        time=event_time(reading, token),
        invokes=invokes,
        violates=violates,
        head=token.i,
    )


def sentence_of(token: Token) -> Span:
    """The characters of a token's sentence without the spaces and line breaks around it."""
    sentence = token.sent
    text = sentence.text
    return sentence.start_char + len(text) - len(text.lstrip()), sentence.start_char + len(text.rstrip())


def entity(name: str, reading: Reading) -> str:
    """What tells the entity of a mention from others: its IRI, else the mention's own id."""
    return reading.by_id[name].entity or name


def named(mentions: Sequence[Mention], token: Token, reading: Reading) -> tuple[str, ...]:
    """The ids of mentions; for a pronoun that of the nearest mention in its sentence of what it stands for.

    "We" stays: a speaker means his whole side.
    """
    found: list[Mention] = []
    for mention in mentions:
        taken_up = mention.pronoun and mention.text.lower() not in OURS
        found.append(antecedent(mention, token.sent, reading) if taken_up else mention)
        found.extend(together(mention, reading) if mention.text.lower() in THEY else ())
    return tuple(dict.fromkeys(m.id for m in found))


def together(pronoun: Mention, reading: Reading) -> Iterator[Mention]:
    """Those whom "they" means besides the first: "the army and the police say they …"."""
    same = (m for m in reading.mentions if m.entity == pronoun.entity and not m.pronoun and m.start < pronoun.start)
    last = max(same, key=lambda m: (m.start, -m.end), default=None) if pronoun.pronoun and pronoun.entity else None
    for token in conjuncts(reading.doc[last.head])[1:] if last is not None and last.head >= 0 else ():
        if (mention := reading.mention_at(token, "person", "organisation")) is not None:
            yield mention


def antecedent(pronoun: Mention, sentence: SentenceSpan, reading: Reading) -> Mention:
    """The mention a pronoun can be read as without leaving its sentence, else the pronoun itself."""
    within = range(sentence.start_char, pronoun.start)
    same = (m for m in reading.mentions if m.entity == pronoun.entity and not m.pronoun and m.start in within)
    return max(same, key=lambda m: (m.start, -m.end), default=pronoun) if pronoun.entity else pronoun


def retyped(event: EventMention, name: str, roles: Roles, reading: Reading) -> EventMention:
    """A governing event as what it makes of the act it governs: "vowed to attack" is a threat."""
    token = reading.doc[event.head]
    return replace(event_of(token, name, roles, reading), rule=event.rule, instruments=event.instruments)


def instruments(trigger: Trigger, reading: Reading) -> Iterator[str]:
    """The weapons and vehicles an event is done with, as lemmas: "drone", "mortar"."""
    known = reading.lexicon.events.words["instruments"]
    seen: set[str] = set()
    for slot in INSTRUMENT_SLOTS:
        for token in trigger.slots.get(slot, ()):
            for word in (*(c for c in token.children if c.dep_ in ("compound", "amod")), token):
                lemma = word.lemma_.lower()
                if lemma in known and lemma not in seen:
                    seen.add(lemma)
                    yield lemma


def unique(events: list[EventMention]) -> list[EventMention]:
    """Events without second ones of the same type at the same word."""
    return list({event.id: event for event in reversed(events)}.values())[::-1]


EXTRACTOR = Extractor("events", requires=("mentions", "times"), assigns=("events",), extract=extract)
