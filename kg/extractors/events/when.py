"""The time of an event: the time expression that belongs to its clause, else to the clause it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.grammar.joints import joined_to, same_form
from kg.model import TimeInterval

VERBAL = ("VERB", "AUX")
MODIFIERS = frozenset({"nummod", "compound", "amod", "nmod", "poss"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "conj", "appos", "csubj", "oprd", "expl"})
APART = frozenset({"after", "before", "since", "until", "till", "following", "despite", "if", "unless", "once"})
NOUN_LIKE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "amod", "compound", "attr", "poss"})
PRESENT = ("VBZ", "VBP")
NEXT = 2
WITHIN = ("in", "during", "by", "amid")


def event_time(reading: Reading, token: Token) -> TimeInterval | None:
    """When the event whose trigger is `token` happened; None where the text does not tell.

    `basis` says how it is known: "clause" (the expression stands in the event's own clause), "sentence" (in the clause
    that the event's clause is coordinated with or goes along with), "document" (no expression, but the present tense:
    the document's own day, `vague`). The date of a report is never taken for the date of past things it reports.
    """
    times = list(dated_in_sentence(reading, token))
    clause = clause_of(token)
    times = [(head, interval) for head, interval in times if (cue := cue_of(head)) is None or cue.i == token.i]
    own = [(distance(head, token), interval) for head, interval in times if belongs(head, token, clause)]
    own = own or [(distance(head, token), interval) for head, interval in times if occasion(head, token, reading)]
    if own:
        return replace(min(own, key=lambda pair: pair[0])[1], basis="clause")
    if not takes_part(token, clause):
        return None
    for verb in governing(clause, reading):
        free = [(distance(head, token), interval) for head, interval in times if at_clause(head, verb)]
        if free:
            return replace(min(free, key=lambda pair: pair[0])[1], basis="sentence")
    meanwhile = [(distance(head, token), interval) for head, interval in times if simultaneous(head, clause)]
    if meanwhile:
        return replace(min(meanwhile, key=lambda pair: pair[0])[1], basis="sentence")
    goes_on = token.i == clause.i or (
        token.head.i == clause.i and clause.lemma_.lower() in reading.lexicon.times.aspects
    )
    still_open = any(child.lower_ in APART for child in clause.children if child.dep_ == "mark")
    return document_day(reading) if goes_on and is_present(clause) and not still_open else None


def dated_in_sentence(reading: Reading, token: Token) -> Iterator[tuple[Token, TimeInterval]]:
    """The heads of the time expressions of a token's sentence that stand for days; the document's own date left out."""
    own = reading.date.span if reading.date and reading.date.basis in ("header", "dateline") else None
    for index in range(token.sent.start, token.sent.end):
        for mention in reading.by_head.get(index, ()):
            if mention.kind == "time" and mention.span != own and mention.id in reading.times:
                yield outermost(reading.doc[index], reading), reading.times[mention.id]


def cue_of(time: Token) -> Token | None:
    """The verb that a time belongs to though the parser hung it on the clause it governs.

    "They said on Monday [that] rebels had attacked Sake": Monday is when they said so.
    """
    top = time.head if time.dep_ == "pobj" and time.head.dep_ == "prep" else time
    verb = top.head
    if verb.dep_ not in ("ccomp", "advcl") or not 0 <= top.left_edge.i - verb.head.i - 1 <= NEXT or top.i > verb.i:
        return None
    subjects = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl")]
    between = verb.doc[verb.head.i + 1 : top.left_edge.i]
    plain = all(t.dep_ in ("advmod", "dative", "dobj", "prep", "pobj", "npadvmod") for t in between)
    behind = subjects and top.right_edge.i + 1 == subjects[-1].left_edge.i
    return verb.head if plain and behind else None


def outermost(time: Token, reading: Reading) -> Token:
    """The head of the whole expression that a time is part of: "before dawn on Sunday", "in the night to Monday"."""
    while time.dep_ == "pobj" and any(m.kind == "time" for m in reading.by_head.get(time.head.head.i, ())):
        time = time.head.head
    return time


def clause_of(token: Token) -> Token:
    """The verb whose clause a token stands in (a verb: itself), or the root of its sentence."""
    while not heads_clause(token) and token.head.i != token.i:
        token = token.head
    return token


def heads_clause(token: Token) -> bool:
    """Whether a token is a verb, and no verbal noun ("the fighting resumed") or adjective."""
    return token.pos_ in VERBAL and token.dep_ not in NOUN_LIKE


def belongs(time: Token, trigger: Token, clause: Token) -> bool:
    """Whether a time hangs on the trigger itself, or on the verb of a clause in which the trigger takes part."""
    path = way_up(time)
    if trigger in path:
        return direct(path[: path.index(trigger)], trigger)
    return at_clause(time, clause) and takes_part(trigger, clause)


def simultaneous(time: Token, clause: Token) -> bool:
    """Whether a "when" sets a time and a clause side by side: "died when it fell on Monday", "on 3 May, when …"."""
    whens = [c for c in clause.children if c.dep_ == "advcl" and any(w.lower_ == "when" for w in c.lefts)]
    if any(at_clause(time, below) for below in whens):
        return True
    first = clause.left_edge
    dated = first.lower_ == "when" and clause.dep_ in ("relcl", "advcl") and first.i > 1
    return dated and time.i < first.i and time.right_edge.i in (first.i - 1, first.i - 2, clause.right_edge.i)


def occasion(time: Token, trigger: Token, reading: Reading) -> bool:
    """Whether a time dates the event an act took place in, or the second of two acts that share their object.

    "Killed in overnight clashes", "killed in the coup of 2020"; "raided and looted last week".
    """
    second = next((c for c in trigger.rights if c.dep_ == "conj" and same_form(c, trigger)), None)
    bare = not any(c.dep_ not in ("cc", "conj", "punct") for c in trigger.rights)
    if bare and second is not None and second.i - trigger.i <= NEXT and at_clause(time, second):
        return True
    path = way_up(time)
    steps = path[: path.index(trigger)] if heads_clause(trigger) and trigger in path else []
    if len(steps) < 2 or steps[-1].dep_ != "prep" or steps[-1].lower_ not in WITHIN:
        return False
    event = steps[-2].lemma_.lower() in reading.lexicon.events.nouns
    return event and not any(heads_clause(step) for step in steps)


def direct(steps: list[Token], trigger: Token) -> bool:
    """Whether the way from a time up to a trigger passes no other clause and no other noun it rather belongs to."""
    if any(heads_clause(step) for step in steps):
        return not heads_clause(trigger) and begins_it(steps, trigger)
    return not qualifies(steps, trigger)


def begins_it(steps: list[Token], trigger: Token) -> bool:
    """Whether a relative clause tells of the trigger noun itself: "the offensive, which began on Monday"."""
    verbs = [step for step in steps if heads_clause(step)]
    return len(verbs) == 1 and verbs[0].dep_ in ("relcl", "acl") and verbs[0].head.i == trigger.i


def qualifies(steps: list[Token], above: Token) -> bool:
    """Whether a time only qualifies a noun below `above` ("the 2012 uprising"), or lies two nouns deep."""
    nouns = 0
    for step in steps[1:]:
        nouns += step.pos_ in ("NOUN", "PROPN", "ADJ", "X")
        if nouns and step.dep_ == "prep" and step.lower_ in APART:  # "ruled since the coup of 2020"
            return True
    modifier = any(step.dep_ in MODIFIERS and step.head.i != above.i for step in steps)
    possessed = any(step.lower_ == "of" and step.head.i != above.i for step in steps)
    return modifier or possessed or nouns > 1


def at_clause(time: Token, verb: Token) -> bool:
    """Whether a time hangs on a verb, or on an argument of it by a loose preposition ("in the town on Friday")."""
    path = way_up(time)
    if verb not in path:
        return False
    steps = path[: path.index(verb)]
    return not any(heads_clause(step) for step in steps) and not qualifies(steps, verb)


def takes_part(trigger: Token, clause: Token) -> bool:
    """Whether a trigger is its clause's verb or one of its arguments; "after the strikes" is another time."""
    step = trigger
    while step.i != clause.i:
        if step.dep_ == "prep" and (step.head.i != clause.i or step.lower_ in APART):
            return False
        if step.dep_ not in ARGUMENTS and step.dep_ not in ("pobj", "prep", "agent") and not heads_clause(step):
            return False
        if step.head.i == step.i:
            return False
        step = step.head
    return True


def governing(clause: Token, reading: Reading) -> Iterator[Token]:
    """The verbs whose time a clause shares: coordinated, accompanied ("… , killing two"), beginning or going on."""
    aspects = reading.lexicon.times.aspects
    while clause.head.i != clause.i and clause.head.pos_ in VERBAL:
        words = {child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod", "aux")}
        if clause.dep_ == "conj":
            shares = not in_other_tense(clause)
        elif clause.dep_ == "advcl":
            shares = "to" not in words and not words & (APART | reading.lexicon.times.modals)
        else:
            shares = clause.dep_ in ("xcomp", "ccomp") and clause.head.lemma_.lower() in aspects
        if not shares:
            return
        clause = joined_to(clause)
        yield clause


def in_other_tense(clause: Token) -> bool:
    """Whether a conjunct has auxiliaries that the verb before it has not: "seized it in 2014 and has been fighting"."""
    own = {child.lower_ for child in clause.children if child.dep_ == "aux"}
    return bool(own - {child.lower_ for child in clause.head.children if child.dep_ == "aux"})


def is_present(verb: Token) -> bool:
    """Whether a finite verb tells of the day of writing: "remains", "are blocking"."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if not auxiliaries:
        return verb.tag_ == "VBZ" or (verb.tag_ == "VBP" and not is_subjunctive(verb))
    plain = all(child.lemma_ == "be" and child.tag_ in PRESENT for child in auxiliaries)
    return plain and verb.tag_ in ("VBG", "VBN")


def is_subjunctive(verb: Token) -> bool:
    """Whether a plural form follows a singular subject: "demanded that it release"."""
    subjects = [child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    return any(s.tag_ in ("NN", "NNP") or s.lower_ in ("he", "she", "it") for s in subjects)


def document_day(reading: Reading) -> TimeInterval | None:
    """The document's own day."""
    return TimeInterval(reading.date.value, reading.date.value, None, "document", True) if reading.date else None


def way_up(token: Token) -> list[Token]:
    """A token and its governors up to the root."""
    path = [token]
    while path[-1].head.i != path[-1].i:
        path.append(path[-1].head)
    return path


def distance(time: Token, trigger: Token) -> tuple[int, int]:
    """How far a time is from a trigger: its own dependants first, then by words between."""
    return int(trigger not in way_up(time)), abs(time.i - trigger.i)
