"""Whose army, police or government is meant where no country stands beside the word."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.base import Reading
from kg.extractors.grammar.nominals import Name, Phrase
from kg.extractors.grammar.syntax import surface_subjects
from kg.extractors.grammar.voice import is_passive
from kg.extractors.names.cast import Cast, country_of
from kg.vocabulary.naming import fold
from kg.vocabulary.places import Country

WITHIN = frozenset({"in", "at", "inside", "across", "throughout"})
UPWARD = frozenset({"poss", "compound", "nmod", "amod", "appos", "conj"})
ABROAD = ("StateArmedForces", "StateForces")


def country_near(phrase: Phrase, cls: str, reading: Reading, cast: Cast) -> Country | None:
    """The country of the place it acts in, else of who speaks of it or sends it, else the one where the story plays.

    Armies fight abroad: of the places of their own clause only one named before them tells ("In Juba, the army …").
    """
    sender = sent_by(phrase, reading)
    if sender is not None:
        return belongs(sender, reading)
    verb = governor(phrase.head)
    for mention in reading.places_of.get(reading.sentence_number[phrase.head.i], ()):
        preposition = reading.doc[mention.head].head
        if reading.doc[mention.head].dep_ != "pobj" or preposition.lower_ not in WITHIN:
            continue
        own = preposition.head == phrase.head
        shared = preposition.head == verb and (mention.end <= phrase.span.start_char or cls not in ABROAD)
        entity = reading.entity_of(mention)
        country = reading.lexicon.places.countries.get(entity.country or "") if entity is not None else None
        if (own or shared) and country is not None:
            return country
    return of_subject(phrase, reading) or (None if cls in ABROAD and anybodys(phrase, reading) else cast.home)


def anybodys(phrase: Phrase, reading: Reading) -> bool:
    """Whether "soldiers" may be of any army: neither "the soldiers" nor "government soldiers"."""
    sides = reading.lexicon.actors.nouns.modifiers
    return phrase.plural and not phrase.definite and not any(word.lower_ in sides for word in phrase.modifiers)


def governor(token: Token) -> Token | None:
    """The verb a noun hangs on, through prepositions and other nouns."""
    while token.head != token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def of_subject(phrase: Phrase, reading: Reading) -> Country | None:
    """The country whose people speak of the phrase: "Chad's president said the army …"."""
    speaking = reading.lexicon.actors.standing.speaking
    found = [
        country
        for name in reading.names_of.get(reading.sentence_number[phrase.head.i], ())
        if name.end <= phrase.start
        if (subject := subject_of(reading.doc[name.root])) is not None and subject.head.lemma_ in speaking
        if reports(subject.head, phrase.head)
        if (country := belongs(name, reading)) is not None
    ]
    return found[-1] if found else None


def reports(verb: Token, word: Token) -> bool:
    """Whether a word stands in the clause that a verb of speech governs."""
    clause = governor(word)
    while clause is not None and clause.head != clause and clause.pos_ in ("VERB", "AUX"):
        if clause.dep_ in ("ccomp", "xcomp") and clause.head == verb:
            return True
        clause = clause.head
    return False


def sent_by(phrase: Phrase, reading: Reading) -> Name | None:
    """The name of who sends out the phrase as his own: "Chad sent troops", "accused Chad of planning to send"."""
    verb = governor(phrase.head)
    if verb is None or verb.lemma_ not in reading.lexicon.actors.standing.fielding:
        return None
    if phrase.head.dep_ not in ("dobj", "conj") or is_passive(verb):
        return None
    senders = {token.i for token in surface_subjects(verb)}
    names = reading.names_of.get(reading.sentence_number[phrase.head.i], ())
    return next((n for n in names if not senders.isdisjoint((n.root, leads_to(reading.doc[n.root])))), None)


def leads_to(token: Token) -> int:
    """The noun that a word stands before: "president" for "Chad" of "Chad's president"."""
    while token.dep_ in UPWARD and token.head != token:
        token = token.head
    return token.i


def subject_of(token: Token) -> Token | None:
    """The subject that a word is or stands before."""
    top = token.doc[leads_to(token)]
    return top if top.dep_ in ("nsubj", "nsubjpass") else None


def belongs(name: Name, reading: Reading) -> Country | None:
    """The country a name names, or whose official or body it names."""
    if (country := country_of(name, reading)) is not None:
        return country
    capital = reading.lexicon.places.by_capital.get(fold(name.text))
    if capital is not None:
        return capital
    tree, entity = reading.lexicon.actors.classes, name.entity
    official = entity is not None and any(tree.is_a(entity.cls, c) for c in ("Person", "Government", "StateForces"))
    return reading.lexicon.places.countries.get(entity.country or "") if entity is not None and official else None
