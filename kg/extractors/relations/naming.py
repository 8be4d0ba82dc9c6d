"""Ties that a name states itself: "the UN mission in Mali (Minusma)", "United Nations … Mission in Mali"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from kg.extractors.base import Reading, mention_of
from kg.model import Entity, Mention
from kg.vocabulary.naming import fold

BRANCHES = ("PeacekeepingMission", "UNBody", "RegionalOrganisation")


def named_after(reading: Reading) -> Iterator[tuple[str, Mention, Mention]]:
    """Relation, body and owner for every body whose phrase names the organisation it is part of.

    The tie itself must be known, or the phrase call the body a mission or agency of the organisation it names;
    only then does the name count as saying so.
    """
    known, tree = reading.lexicon.actors.ties.known, reading.lexicon.actors.classes
    owners = {entity: iri for entity, iri in known if known[entity, iri] in ("partOf", "memberOf")}
    for mention in reading.mentions:
        if mention.kind != "organisation" or mention.pronoun or not mention.entity:
            continue
        owner = reading.lexicon.actors.actors.get(owners.get(mention.entity, ""))
        if owner is not None and (inner := name_within(mention, owner, reading)) is not None:
            yield known[mention.entity, owner.iri], mention, inner
        elif any(tree.is_a(mention.cls, branch) for branch in BRANCHES):
            for inner in international(mention, reading):
                yield "partOf", mention, inner


def name_within(mention: Mention, owner: Entity, reading: Reading) -> Mention | None:
    """The owner's name inside a mention, as a mention."""
    for token in reading.doc.char_span(mention.start, mention.end, alignment_mode="expand") or ():
        for length in range(1, 5):
            span = reading.doc[token.i : token.i + length]
            if span.end_char <= mention.end and is_name(span, owner) and len(span.text) < len(mention.text):
                return mention_of(span, "organisation", owner.cls, owner, reading.document.text)
    return None


def is_name(span: Span, owner: Entity) -> bool:
    return span[0].text[0].isupper() and fold(span.text) in (fold(name) for name in (owner.label, *owner.aliases))


def international(mention: Mention, reading: Reading) -> Iterator[Mention]:
    """The mentions of other international organisations inside a mention."""
    tree = reading.lexicon.actors.classes
    for other in reading.mentions:
        inside = mention.start <= other.start and other.end <= mention.end and other.id != mention.id
        if inside and other.entity != mention.entity and tree.is_a(other.cls, "InternationalOrganisation"):
            yield other
