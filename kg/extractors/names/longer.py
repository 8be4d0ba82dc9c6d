"""Known names inside longer ones: "Port Sudan", "Michael Jordan", "the Jumma People's Liberation Army"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extractors.names.proposals import DATED
from kg.gazetteer import is_place_name, town
from kg.vocabulary import Lexicon
from kg.vocabulary.naming import KnownName, is_acronym

# Romance prepositions that join two parts of a place name, and what joins a body to its land: closed classes.
ROMANCE = ("de", "del", "du", "da", "do", "dos", "di")
LAND = ("of", "for")
NATIONAL = "NGO"


def longer_town(span: Span, name: KnownName, lexicon: Lexicon) -> Span | None:
    """The place whose name holds a country's or a region's: "Port Sudan", "Valle del Cauca", "Mbanza-Congo"."""
    if name.entity.kind != "place" or name.use != "name":
        return None
    if (first := hyphened(span)) is not None and not known(first, lexicon):
        return span.doc[first.i : span.end]
    if len(span) == 1 and span.start > 1 and span.doc[span.start - 1].lower_ in ROMANCE:
        first = span.doc[span.start - 2]
        return span.doc[first.i : span.end] if first.pos_ == "PROPN" and first.text[0].isupper() else None
    for start, end in ((span.start - 1, span.end), (span.start, span.end + 1)):
        if start < 0 or end > len(span.doc):
            continue
        longer = span.doc[start:end]
        if all(t.text[0].isupper() for t in longer) and not longer[-1].is_sent_start and town(longer.text, (), 1):
            return longer
    return None


def hyphened(span: Span) -> Token | None:
    """The capitalised word that a hyphen joins to a name behind it: "Mbanza" of "Mbanza-Congo"."""
    doc, at = span.doc, span.start
    if at < 2 or doc[at - 1].text != "-" or doc[at - 1].whitespace_ or doc[at - 2].whitespace_:
        return None
    first = doc[at - 2]
    return first if first.pos_ == "PROPN" and first.text[0].isupper() and not first.text.isupper() else None


def whole_name(span: Span, name: KnownName, text: str) -> Span:
    """A person's name with the further names that stand right behind it: "Mahamat Idriss Deby [Itno]"."""
    end = span.end
    while name.entity.kind == "person" and end < len(span.doc):
        token = span.doc[end]
        beside = text[token.idx - 1] == " " and not token.is_sent_start and span.doc[end - 1].whitespace_ == " "
        if not beside or token.pos_ != "PROPN" or not token.text.istitle() or not joined_to(span.doc[end - 1], token):
            break
        end += 1
    return span.doc[span.start : end]


def joined_to(last: Token, further: Token) -> bool:
    """Whether the parser or the model takes two neighbours for parts of one name."""
    return last.head.i == further.i or (further.ent_type_ == "PERSON" and further.ent_iob_ == "I")


def inside_other_name(span: Span, name: KnownName) -> bool:
    """Whether a one-word place name is part of a person's name: "Michael Jordan"."""
    token = span[0]
    if len(span) > 1 or name.entity.kind != "place" or name.use != "name" or token.ent_type_ != "PERSON":
        return False
    before, after = neighbours(token)
    return any(
        t is not None and t.ent_type_ == "PERSON" and t.pos_ == "PROPN" and t.text.istitle() and joined
        for t, joined in ((before, token.ent_iob_ == "I"), (after, after is not None and after.ent_iob_ == "I"))
    )


def begins_body(span: Span, name: KnownName, lexicon: Lexicon) -> bool:
    """Whether a land opens the name of a body that the model sees: "the Tripura National Volunteers' Front".

    A country does not: "the Kenya police" are known by it.
    """
    doc, entity = span.doc, name.entity
    if entity.kind != "place" or name.use != "name" or entity.cls == "Country" or span.end + 1 >= len(doc):
        return False
    if doc[span.end].pos_ != "PROPN" or doc[span.end - 1].whitespace_ != " ":
        return False
    end = span.end
    while end < len(doc) and doc[end].ent_type_ == "ORG" and doc[end].ent_iob_ == "I":
        end += 1
    noun = lexicon.actors.nouns.nouns.at(doc[end - 1])
    return end > span.end + 1 and noun is not None and noun.number == "collective"


def neighbours(token: Token) -> tuple[Token | None, Token | None]:
    doc = token.doc
    return (doc[token.i - 1] if token.i else None, doc[token.i + 1] if token.i + 1 < len(doc) else None)


def other_body(span: Span, name: KnownName, lexicon: Lexicon) -> Span | None:
    """The longer name of another body that holds a known one's: "the Jumma [People's Liberation Army]".

    Only what is said in several ordinary words is borrowed so; "Kashmir Hezbollah" may well be Hezbollah.
    """
    if name.entity.kind != "organisation" or name.use != "name" or len(span) < 2 or is_acronym(span.text):
        return None
    doc, start = span.doc, span.start
    while start and qualifies(doc[start - 1], doc[start : span.end], lexicon):
        start -= 1
    if start < span.start and (start + 1 < span.start or not known(doc[start], lexicon)):
        return doc[start : span.end]
    if start < span.start and nationality(doc[start], name, lexicon):
        return doc[start : span.end]
    land = behind(span)
    return None if land is None or at_home(land, name, lexicon) else doc[span.start : land.i + 1]


def qualifies(word: Token, rest: Span, lexicon: Lexicon) -> bool:
    """Whether a word is part of the name it stands before: no title, no day, no side, no town where the body is."""
    if word.pos_ not in ("PROPN", "ADJ") or not word.text[0].isupper() or word.whitespace_ != " ":
        return False
    if word.is_sent_start and word.text.endswith("ed"):
        return False  # "Suspected", "Armed": a participle, capital for its place alone
    if word.ent_type_ in DATED or not rest.start <= word.head.i < rest.end:
        return False
    actors = lexicon.actors
    described = actors.nouns.nouns.at(word) is not None or word.lower_ in actors.nouns.modifiers
    if known(word, lexicon):
        return True
    return word.pos_ == "PROPN" and not described and not is_place_name(word.text)


def known(word: Token, lexicon: Lexicon) -> bool:
    return bool(lexicon.actors.names.named(word.text))


def nationality(word: Token, name: KnownName, lexicon: Lexicon) -> bool:
    """Whether a country before a body's name tells another of that kind: "the Kenya Red Cross", not "Colombia's ELN".

    A branch of a society, or a land other than that in the body's own full name: "Eritrean Islamic Jihad".
    """
    lands = {
        k.entity.country or k.entity.iri for k in lexicon.actors.names.named(word.text) if k.entity.kind == "place"
    }
    if not lands:
        return False
    if lexicon.actors.classes.is_a(name.entity.cls, NATIONAL) and name.entity.country is None:
        return True
    own = {k.entity.iri for k in lexicon.actors.names.named(name.entity.label.split()[0])}
    return bool(own) and not own & lands


def behind(span: Span) -> Token | None:
    """The name of a land right behind a body's: "Tripura" of "the National Liberation Front of Tripura"."""
    doc, at = span.doc, span.end
    if at + 1 >= len(doc) or doc[at].lower_ not in LAND or doc[at].head not in span:
        return None
    land = doc[at + 1]
    return land if land.pos_ == "PROPN" and land.text[0].isupper() else None


def at_home(land: Token, name: KnownName, lexicon: Lexicon) -> bool:
    """Whether a body's name stands with a land of its own, or it has none at all."""
    if name.entity.country is None:
        return True
    lands = {k.entity.country or k.entity.iri for k in lexicon.actors.names.named(land.text)}
    country = lexicon.places.countries.get(name.entity.country)
    return name.entity.country in lands or (country is not None and town(land.text, (country.iso,)) is not None)
