"""Whether each event happened: polarity and modality from the words that govern it, and from denials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from kg.extractors.base import Extractor, Reading
from kg.extractors.events.attempts import made_attempt
from kg.extractors.grammar.joints import joined_to
from kg.extractors.grammar.misparses import answered_by
from kg.extractors.grammar.negation import is_negated, shares_negation
from kg.extractors.grammar.voice import is_verb
from kg.model import Claim, EventMention, Modality
from kg.vocabulary.events import EventLexicon
from kg.vocabulary.factuality import Cues

GOVERNED = ("xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "acl", "conj", "nsubjpass", "appos", "compound", "csubj")
CLAUSES = ("ccomp", "acl", "relcl", "conj")
LINKS = ("conj", "prep", "pobj", "appos")
WORDS_OF_ACT = ("Threat", "Commitment", "Demand", "Rejection")
REFUSAL = "refused-cooperation"
STRENGTH: tuple[Modality, ...] = ("actual", "possible", "planned", "demanded", "denied")
NEGATION = "negation"
TOPICAL = ("on", "about", "over", "regarding", "concerning")
REACH = 8


def extract(reading: Reading) -> Reading:
    """Every event with its polarity and modality."""
    claims = {claim.id: claim for claim in reading.claims}
    return replace(reading, events=tuple(judged(event, claims, reading) for event in reading.events))


def judged(event: EventMention, claims: Mapping[str, Claim], reading: Reading) -> EventMention:
    """One event as its governing words leave it; two negations cancel out ("never stopped fighting")."""
    token = reading.doc[event.head]
    lexicon = reading.lexicon.events
    found = list(signs(token, event, lexicon))
    modalities = [sign for sign in found if sign != NEGATION]
    claim = claims.get(event.claim or "")
    spoken = lexicon.types[event.type].broader == "Words" and not is_verb(token)
    if claim is not None and claim.kind == "denies" and not spoken and not beside(token, claim, reading):
        modalities.append("denied")
    modality: Modality = next((m for m in reversed(STRENGTH) if m in modalities), "actual")
    negations = found.count(NEGATION) + (event.polarity == "negated")
    return replace(event, polarity="negated" if negations % 2 else "affirmed", modality=modality)


def beside(token: Token, claim: Claim, reading: Reading) -> bool:
    """Whether a denial passes an event by: a relative clause tells it of somebody the denial speaks of."""
    while token.head.i != token.i and any(start <= token.idx < end for start, end in claim.content):
        if token.dep_ == "relcl" and token.head.lemma_.lower() not in reading.lexicon.cues.nouns:
            return True
        token = token.head
    return False


def signs(token: Token, event: EventMention, lexicon: EventLexicon) -> Iterator[str]:
    """What the words at an event and above it say: "negation", or a modality."""
    cues, said = lexicon.cues, lexicon.types[event.type].broader == "Words"
    own = list(own_signs(token, cues))
    if event.type in WORDS_OF_ACT:
        own = [sign for sign in own if sign == NEGATION and event.rule != REFUSAL]
    yield from own
    topic, told, tried = False, False, made_attempt(token, event.type, lexicon)
    for _ in range(REACH):
        governor = joined_to(token) if token.dep_ == "conj" else token.head
        if governor.i == token.i or set_apart(token, governor):
            return
        told = told or is_told(token, governor, cues)
        topic = topic or (token.dep_ == "pobj" and governor.lower_ != "of")
        if token.dep_ in ("advcl", "relcl"):
            yield from clause_signs(token, cues)
            return
        if token.dep_ == "nsubj" and not topic and occurs(token, governor, lexicon):
            yield from own_signs(governor, cues, token)
        elif not passes(token, governor, cues):
            return
        elif told and (denies(governor, cues) or governor.lemma_.lower() in cues.dismissing):
            yield "denied"
        elif tried is not None and governor.i == tried.i:
            yield from own_signs(governor, cues, token)
        elif not (said and denies(governor, cues)):
            yield from governor_signs(token, governor, cues)
        token = governor


def is_told(token: Token, governor: Token, cues: Cues) -> bool:
    """Whether a word is what a report or charge is of: "reports that the town had fallen", "reports of its fall"."""
    if token.dep_ == "prep" and token.lower_ == "of":
        return governor.lemma_.lower() in cues.told_nouns and any(c.dep_ == "pobj" for c in token.children)
    return token.dep_ == "acl" and token.left_edge.lower_ == "that"


def denies(word: Token, cues: Cues) -> bool:
    """Whether a verb refuses what is said: the accusation was made even where it is "denied" or "rejected"."""
    lemma = word.lemma_.lower()
    return lemma in cues.negative_verbs or cues.verbs.get(lemma) == "denied"


def set_apart(token: Token, governor: Token) -> bool:
    """Whether a semicolon, a colon before a clause or an answer parts two that the parser joined."""
    if answered_by(token, governor):
        return True
    if token.dep_ == "ccomp" and token.i < governor.i and any(c.dep_ == "dobj" for c in governor.rights):
        return True  # "one side says it lost nine men, the other does not give figures"
    first, last = sorted((token.i, governor.i))
    marks = (";", ":") if is_verb(token) and token.dep_ in CLAUSES else (";",)
    return any(word.text in marks for word in token.doc[first:last])


def occurs(token: Token, verb: Token, lexicon: EventLexicon) -> bool:
    """Whether a verb only says that its subject takes place: "the clashes may resume", "no attack happened"."""
    lemma = verb.lemma_.lower()
    return is_verb(verb) and (lemma in lexicon.occurrence or lemma in lexicon.supports)


def passes(token: Token, governor: Token, cues: Cues) -> bool:
    """Whether what stands above a word still bears on it."""
    participle = token.tag_ in ("VBN", "VBG") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.lefts)
    if token.dep_ not in GOVERNED or (token.dep_ == "acl" and participle):
        return False
    if token.dep_ == "dobj" and governor.lemma_.lower() in cues.presupposing:
        return False
    if token.tag_ == "VBG" and token.dep_ in ("xcomp", "dobj", "ccomp") and governor.lemma_.lower() in cues.ending:
        return False
    return not (token.dep_ == "pobj" and governor.lower_ in cues.adjuncts)


def governor_signs(token: Token, governor: Token, cues: Cues) -> Iterator[str]:
    """What the next word up makes of a word: by what it means, and by its own negations and auxiliaries."""
    if token.dep_ in ("pobj", "pcomp") and governor.dep_ == "prep":
        yield from through_preposition(governor, cues)
    if token.dep_ == "conj":
        if shares_negation(token, governor):
            done = next((c for c in governor.rights if c.dep_ == "dobj"), None)  # "reported no losses and said …"
            yield from own_signs(governor, cues, done) if is_verb(governor) else ()
        return
    if token.dep_ not in LINKS:
        yield from governing(token, governor, cues)
    if is_verb(governor):
        own = list(own_signs(governor, cues, token))
        lemma = governor.lemma_.lower()
        unsaid = (token.dep_ == "ccomp" and lemma not in cues.raising) or lemma in cues.attesting
        if NEGATION in own and unsaid:
            own = ["possible" for _ in own[:1]]
        yield from own
    elif token.dep_ == "ccomp" and is_negated(governor.head, cues):
        yield "possible"


def through_preposition(preposition: Token, cues: Cues) -> Iterator[str]:
    """What a word makes of the object of its preposition: "brace for", "aimed at", "in anticipation of"."""
    word = preposition.head
    name = f"{word.lemma_.lower()} {preposition.lower_}"
    if is_verb(word) or word.pos_ == "ADJ":
        if name in cues.verbs:
            yield cues.verbs[name]
        if name in cues.negative_verbs:
            yield NEGATION
    elif word.pos_ == "NOUN":
        yield from meaning(word, cues) if preposition.lower_ in ("of", "for", "to") else ()
        if is_negated(word, cues):
            if preposition.lower_ == "of":
                yield NEGATION
            elif preposition.lower_ not in TOPICAL:  # "no comment on the blast" says that it took place
                yield "possible"


def own_signs(token: Token, cues: Cues, below: Token | None = None) -> Iterator[str]:
    """Auxiliaries, negations, marks and adjectives beside a word: "may", "not", "if", "possible"."""
    if is_negated(token, cues, below):
        yield NEGATION
    for child in token.children:
        lower = child.lower_
        if child.dep_ == "aux" and lower in cues.auxiliaries:
            yield cues.auxiliaries[lower]
        elif child.dep_ == "mark" and lower in cues.marks and not (lower in cues.temporal and is_past(token)):
            yield cues.marks[lower]
        elif child.dep_ in ("amod", "acomp") and lower in cues.adjectives:
            yield cues.adjectives[lower]


def is_past(verb: Token) -> bool:
    """Whether a clause and its main clause are both told as past: "they held out until troops came"."""
    main = verb.head
    open_ = any(c.tag_ == "MD" or (c.dep_ == "aux" and c.lower_ == "to") for c in main.children)
    return verb.tag_ == "VBD" and verb.dep_ == "advcl" and not open_ and main.tag_ not in ("VB", "VBZ", "VBP")


def clause_signs(token: Token, cues: Cues) -> Iterator[str]:
    """An adverbial clause: an infinitive is a purpose; a participle shares a "not" ("does not mention having …")."""
    if token.dep_ == "advcl" and is_infinitive(token):
        yield "planned"
    governor = token.head
    loose = token.tag_ in ("VBG", "VBN") and not any(c.dep_ == "mark" for c in token.children)
    if loose and token.dep_ == "advcl" and not any(c.dep_ in ("dobj", "acomp", "attr") for c in governor.children):
        yield from (sign for sign in own_signs(governor, cues) if sign == NEGATION)


def governing(token: Token, word: Token, cues: Cues) -> Iterator[str]:
    """What a governing verb, noun or adjective makes of its clause or object; an infinitive is at least intended."""
    lemma = word.lemma_.lower()
    if is_verb(word) and cues.foiling & {lemma, with_particle(word)}:
        if not is_negated(word, cues):
            yield "planned"
        return
    if token.dep_ in ("dobj", "nsubjpass") and lemma in cues.clausal:
        return
    found = list(meaning(word, cues))
    if token.dep_ == "ccomp" and any(c.dep_ == "mark" for c in token.lefts):  # "rejected that X fired" is a denial
        found = [sign for sign in found if sign != NEGATION]
    yield from found
    infinitive = token.dep_ in ("xcomp", "acl") and is_infinitive(token) and word.pos_ in ("VERB", "NOUN", "AUX")
    if infinitive and not found and lemma not in cues.implicative:
        yield "planned"


def with_particle(verb: Token) -> str:
    """A verb with its particle: "put off"."""
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), "")
    return f"{verb.lemma_.lower()} {particle}".strip()


def meaning(word: Token, cues: Cues) -> Iterator[str]:
    """What a word by itself makes of what it governs: a modality, or its negation."""
    lemma = word.lemma_.lower()
    table = {"VERB": cues.verbs, "NOUN": cues.nouns, "ADJ": cues.adjectives}.get(word.pos_, {})
    if lemma in table:
        yield table[lemma]
    if (word.pos_ == "VERB" and lemma in cues.negative_verbs) or (
        word.pos_ == "ADJ" and lemma in cues.negative_adjectives
    ):
        yield NEGATION


def is_infinitive(token: Token) -> bool:
    """Whether a verb stands as "to seize" or "to be seized"; "to have seized" tells of what is done."""
    words = {child.lower_ for child in token.lefts if child.dep_ == "aux"}
    passive = token.tag_ == "VBN" and any(child.dep_ == "auxpass" and child.lower_ == "be" for child in token.lefts)
    return (token.tag_ == "VB" or passive) and "to" in words and not words & {"have", "be"}


EXTRACTOR = Extractor("factuality", requires=("events", "claims"), assigns=("events",), extract=extract)
