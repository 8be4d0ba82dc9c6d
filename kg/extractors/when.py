"""The time of an event: the time expression that belongs to its clause, else to its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.model import TimeInterval

VERBAL = ("VERB", "AUX")
MODIFIERS = frozenset({"nummod", "compound", "amod", "nmod", "poss"})
LOOSE = frozenset({"conj", "advcl", "relcl", "acl", "xcomp", "dep"})
BEGINNINGS = frozenset({"begin", "start", "happen", "occur", "take", "erupt", "break", "end", "last", "continue", "follow"})


def event_time(reading: Reading, token: Token) -> TimeInterval | None:
    """When the event whose trigger is `token` happened; None where the text does not tell.

    `basis` says how it is known: "clause" (the expression belongs to the event's own clause) or "sentence" (the only
    one of a sentence in which nobody's words part it from the event). The date of a report is never taken for the
    date of what it reports.
    """
    times = list(dated_in_sentence(reading, token))
    own = [(distance(head, token), interval) for head, interval in times if belongs(head, token)]
    if own:
        return replace(min(own, key=lambda pair: pair[0])[1], basis="clause")
    free = [interval for head, interval in times if unparted(head, token)]
    return replace(free[0], basis="sentence") if len(free) == 1 else None


def dated_in_sentence(reading: Reading, token: Token) -> Iterator[tuple[Token, TimeInterval]]:
    """The heads of the time expressions of a token's sentence that stand for days; the document's own date left out."""
    own = reading.date.span if reading.date and reading.date.basis in ("header", "dateline") else None
    for word in token.sent:
        for mention in reading.by_head.get(word.i, ()):
            if mention.kind == "time" and mention.span != own and mention.id in reading.times:
                yield word, reading.times[mention.id]


def clause_of(token: Token) -> Token:
    """The verb whose clause a token stands in (a verb: itself), or the root of its sentence."""
    while token.pos_ not in VERBAL and token.head.i != token.i:
        token = token.head
    return token


def belongs(time: Token, trigger: Token) -> bool:
    """Whether a time stands in the trigger's clause and is not tied to another noun ("the 2015 agreement")."""
    path = way_up(time)
    if trigger in path:
        steps = path[: path.index(trigger)]
        return not any(step.pos_ in VERBAL and step.lemma_ not in BEGINNINGS for step in steps)
    if tied(path):
        return False
    verb = clause_of(time)
    clause = clause_of(trigger)
    while verb != clause and clause.dep_ in ("xcomp", "conj") and clause.head.pos_ in VERBAL and time.i < trigger.i:
        clause = clause.head
    if verb == clause:
        return True
    return clause.dep_ == "xcomp" and clause.head == verb


def way_up(token: Token) -> list[Token]:
    """A token and its governors up to the root."""
    path = [token]
    while path[-1].head.i != path[-1].i:
        path.append(path[-1].head)
    return path


def tied(path: list[Token]) -> bool:
    """Whether a time only qualifies a noun: "the 2012 uprising", "the agreement of 2015"."""
    for step in path:
        if step.pos_ in VERBAL:
            return False
        if step.dep_ in MODIFIERS or (step.dep_ == "prep" and step.lower_ == "of" and step.head.pos_ not in VERBAL):
            return True
    return False


def unparted(time: Token, trigger: Token) -> bool:
    """Whether the clauses of a time and a trigger hang together without one being the other's reported content."""
    if tied(way_up(time)):
        return False
    first, second = set(chain(clause_of(time))), set(chain(clause_of(trigger)))
    return bool(first & second)


def chain(verb: Token) -> Iterator[Token]:
    """A verb and those it is coordinated with, an adverbial or a relative clause of."""
    yield verb
    while verb.dep_ in LOOSE and verb.head.i != verb.i:
        verb = clause_of(verb.head)
        yield verb


def distance(time: Token, trigger: Token) -> tuple[int, int]:
    """How far a time is from a trigger: its own dependants first, then by words between."""
    return int(trigger not in way_up(time)), abs(time.i - trigger.i)
