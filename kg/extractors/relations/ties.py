"""Standing relations between actors, and where places lie, as single sentences state them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extractors.base import Extractor, Reading
from kg.extractors.grammar.coordination import conjuncts
from kg.extractors.grammar.prepositions import prepositional
from kg.extractors.grammar.syntax import surface_subjects
from kg.extractors.relations.joint import allied
from kg.extractors.relations.naming import named_after
from kg.model import Mention, Relation
from kg.vocabulary.ties import RelationCue, TieLexicon

ACTORS = ("person", "organisation")
OWNING = ("compound", "poss", "nmod", "amod")
WITHIN = ("in", "of", "within", "inside")


@dataclass(frozen=True)
class Tie:
    """A relation between two mentions before it is checked and written down."""

    relation: str
    subject: Mention
    object: Mention
    token: Token
    rule: str


def extract(reading: Reading) -> Reading:
    """Finds the relations that a document states; an owner named inside a body's own name becomes a mention."""
    found: dict[tuple[str, str, str], Relation] = {}
    inner: dict[str, Mention] = {}
    for tie in ties(reading):
        relation = written(tie, reading)
        if relation is not None:
            found.setdefault((relation.type, relation.subject, relation.object), relation)
            inner.update({m.id: m for m in (tie.subject, tie.object) if m.id not in reading.by_id})
    owners = {m.entity: reading.lexicon.actors.actors[m.entity] for m in inner.values() if m.entity}
    return replace(reading.adding(inner.values(), owners), relations=tuple(found.values()))


def written(tie: Tie, reading: Reading) -> Relation | None:
    """The relation with its sentence as evidence; None where both ends are one entity or none."""
    if tie.subject.id == tie.object.id or (tie.subject.entity and tie.subject.entity == tie.object.entity):
        return None
    if tie.relation in ("leads", "memberOf", "partOf") and tie.object.kind == "person":
        return None
    sentence = tie.token.sent
    start = min(sentence.start_char, tie.subject.start, tie.object.start)
    end = max(sentence.start_char + len(sentence.text.rstrip()), tie.subject.end, tie.object.end)
    return Relation(tie.relation, tie.subject.id, tie.object.id, (start, end), rule=tie.rule)


def ties(reading: Reading) -> Iterator[Tie]:
    """All ties, token by token."""
    lexicon = reading.lexicon.actors.ties
    for token in reading.tokens_of("VERB", "ADJ", "NOUN", "PROPN", "ADP", "ADV", "SCONJ", "PUNCT"):
        if token.pos_ in ("VERB", "ADJ"):
            yield from of_verb(token, lexicon, reading)
            yield from between(token, lexicon, reading)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from of_noun(token, lexicon, reading)
        elif token.dep_ == "prep":
            yield from of_preposition(token, lexicon, reading)
        elif token.text == "-" and token.i + 1 < len(reading.doc):
            yield from of_suffix(token.nbor(), lexicon, reading)
    for first, second, event in allied(reading):
        yield Tie("alliedWith", first, second, reading.doc[event.head], "joint")
    for relation, body, owner in named_after(reading):
        yield Tie(relation, body, owner, reading.doc[body.head], "name")
    yield from located(reading)


def tie(cue: RelationCue, subject: Mention | None, other: Mention | None, token: Token) -> Iterator[Tie]:
    if subject is not None and other is not None:
        first, second = (other, subject) if cue.inverse else (subject, other)
        yield Tie(cue.relation, first, second, token, cue.rule)


def of_verb(verb: Token, lexicon: TieLexicon, reading: Reading) -> Iterator[Tie]:
    """ "affiliated with B", "led by B", "A leads B" """
    lemma = verb.lemma_.lower()
    cue, direct = lexicon.cue("participle", lemma), lexicon.cue("verb", lemma)
    if (cue is None and direct is None) or any(c.dep_ == "neg" for c in verb.children):
        return
    if cue is not None:
        arguments = prepositional(verb)
        others = [t for p in sorted(cue.prepositions) for t in arguments.get(p, ())]
        for subject in undergoers(verb):
            for other in others:
                yield from tie(cue, actor(subject, reading), actor(other, reading), verb)
    if direct is not None and verb.pos_ == "VERB" and verb.tag_ != "VBN":
        objects = [t for c in verb.rights if c.dep_ == "dobj" for t in conjuncts(c)]
        for subject in surface_subjects(verb):
            for other in objects:
                yield from tie(direct, actor(subject, reading), actor(other, reading), verb)


def of_preposition(word: Token, lexicon: TieLexicon, reading: Reading) -> Iterator[Tie]:
    """ "A fought alongside B", "A, together with B, …" """
    before = word.nbor(-1).lower_ if word.i else ""
    cue = lexicon.cue("with", word.lower_) or lexicon.cue("with", f"{before} {word.lower_}")
    head = word.head.head if word.head.dep_ == "advmod" else word.head
    if cue is None or any(c.dep_ == "neg" for c in head.children):
        return
    others = [t for c in word.rights if c.dep_ == "pobj" for t in conjuncts(c)]
    for subject in surface_subjects(head) if head.pos_ in ("VERB", "AUX") else [head]:
        for other in others:
            yield from tie(cue, actor(subject, reading, "organisation"), actor(other, reading, "organisation"), word)


def undergoers(verb: Token) -> list[Token]:
    """Who stands in the state a participle names: its noun, the last of several before a comma, or its subject."""
    if verb.dep_ == "acl" and verb.left_edge.i and verb.left_edge.nbor(-1).text == ",":
        return [token for token in conjuncts(verb.head) if token.i < verb.i][-1:]
    if verb.dep_ in ("acl", "amod"):
        return [verb.head]
    return surface_subjects(verb)


def of_noun(noun: Token, lexicon: TieLexicon, reading: Reading) -> Iterator[Tie]:
    """ "a branch of B", "B commander X", "fighting between A and B" """
    lemma = noun.lemma_.lower()
    cue = lexicon.cue("noun", lemma)
    if cue is not None:
        arguments = prepositional(noun)
        for other in (t for p in sorted(cue.prepositions) for t in arguments.get(p, ())):
            for subject in called(noun, reading):
                yield from tie(cue, subject, actor(other, reading), noun)
    cue = lexicon.cue("title", lemma)
    if cue is not None:
        arguments = prepositional(noun)
        owners = [c for c in noun.lefts if c.dep_ in OWNING]
        if noun.dep_ == "compound":
            owners += [c for c in noun.head.lefts if c.dep_ in OWNING and c.i < noun.i]
        for other in (*owners, *arguments.get("of", ()), *arguments.get("for", ())):
            for subject in called(noun, reading):
                if subject.kind == "person":
                    yield from tie(cue, subject, actor(other, reading, "organisation"), noun)
    if noun.pos_ == "PROPN":
        yield from belonging(noun, reading)
    yield from between(noun, lexicon, reading)


def belonging(name: Token, reading: Reading) -> Iterator[Tie]:
    """ "Lina Attar of the Free Coast Movement": a person's name with that of an organisation"""
    person = actor(name, reading, "person")
    if person is None:
        return
    for other in prepositional(name).get("of", ()):
        body = actor(other, reading, "organisation")
        if body is not None and not body.pronoun and other.pos_ == "PROPN":
            yield Tie("memberOf", person, body, name, "of")


def between(word: Token, lexicon: TieLexicon, reading: Reading) -> Iterator[Tie]:
    """ "fighting between A and B" """
    cue = lexicon.cue("between", word.lemma_.lower())
    if cue is not None:
        sides = prepositional(word).get("between", [])
        for other in sides[1:]:
            yield from tie(cue, actor(sides[0], reading), actor(other, reading), word)


def called(noun: Token, reading: Reading) -> list[Mention]:
    """Who is called by a noun: itself, what it is beside, or the subject of "is a …"."""
    candidates = [c for c in noun.rights if c.dep_ == "appos"]
    if noun.dep_ in ("appos", "compound", "nmod"):
        candidates.append(noun.head)
    if noun.dep_ == "attr":
        candidates.extend(surface_subjects(noun.head))
    found = [m for t in candidates if (m := actor(t, reading)) is not None]
    own = actor(noun, reading)
    return found or ([own] if own is not None else [])


def of_suffix(word: Token, lexicon: TieLexicon, reading: Reading) -> Iterator[Tie]:
    """ "B-backed A": the name before the hyphen is no noun phrase of its own, so its entity is sought elsewhere."""
    cue = lexicon.cue("suffix", word.lower_)
    if cue is None:
        return
    name = next((n for n in reading.names if n.end == word.i - 1), None)
    if name is None or name.entity is None:
        return
    iri = name.entity.iri
    backers = [m for m in reading.mentions if m.entity and (m.entity == iri or government_of(m, iri, reading))]
    nearest = min(backers, key=lambda m: abs(m.start - word.idx), default=None)
    yield from tie(cue, actor(word.head, reading), nearest, word)


def government_of(mention: Mention, country: str, reading: Reading) -> bool:
    entity = reading.entity_of(mention)
    return entity is not None and entity.cls == "Government" and entity.country == country and not entity.local


def located(reading: Reading) -> Iterator[Tie]:
    """Places within places: "a town in the north", "Goma, North Kivu"."""
    for mention in reading.mentions:
        if mention.kind != "place" or mention.head < 0 or mention.pronoun:
            continue
        head = reading.doc[mention.head]
        arguments = prepositional(head)
        within = [t for p in WITHIN for t in arguments.get(p, ())]
        within += next_to(mention, reading)
        behind = [c for c in head.rights if c.dep_ == "appos" and c.i <= mention_end(mention, reading) + 2]
        within += [c for c in behind if len(conjuncts(c)) == 1]
        for other in within:
            outer = reading.mention_at(other, "place")
            if outer is not None and outer.entity and not outer.cls == mention.cls == "Country":
                yield Tie("locatedIn", mention, outer, head, "located")


def next_to(mention: Mention, reading: Reading) -> list[Token]:
    """The place after "in" right behind a place, wherever the parser hangs it: "clashes shook Goma in North Kivu"."""
    at = mention_end(mention, reading)
    if at >= len(reading.doc) or reading.doc[at].lower_ != "in":
        return []
    return [child for child in reading.doc[at].rights if child.dep_ == "pobj"]


def mention_end(mention: Mention, reading: Reading) -> int:
    span = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span.end if span is not None else mention.head


def actor(token: Token, reading: Reading, *kinds: str) -> Mention | None:
    """The mention of an actor at a token."""
    mention = reading.mention_at(token)
    return mention if mention is not None and mention.kind in (kinds or ACTORS) else None


EXTRACTOR = Extractor(
    "relations", requires=("mentions", "events"), assigns=("mentions", "entities", "relations"), extract=extract
)
