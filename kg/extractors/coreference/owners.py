"""What belongs to somebody a pronoun names: "its leader" is the leader of that group, "its fighters" are the group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.extractors.actors.groups import MEN
from kg.extractors.base import Reading
from kg.extractors.coreference.sides import sides
from kg.extractors.names.cast import Cast
from kg.model import Entity, Mention
from kg.vocabulary.actors import STATE_BODIES

FIGHTING = ("StateForces", "NonStateArmedGroup", "PeacekeepingMission")
FIGHTERS = (*FIGHTING, "Combatants")


def with_owners(reading: Reading) -> Reading:
    """The reading with owned groups and persons known by their owner: "leader of the ELN", never just "leader"."""
    cast = Cast(reading)
    bodies = sides(reading, cast)
    owned = {m.id: entity for m, owner in possessed(reading) if (entity := of_owner(m, owner, bodies, reading, cast))}
    whole = renamed(reading, owned)
    entities = {**reading.entities, **cast.found}
    mentions = []
    for mention in reading.mentions:
        entity = owned.get(mention.id) or whole.get(mention.entity or "")
        mentions.append(replace(mention, entity=entity.iri, name=entity.label, cls=entity.cls) if entity else mention)
    used = {m.entity for m in mentions}
    kept = {iri: e for iri, e in entities.items() if not e.local or iri in used}
    return replace(reading, mentions=tuple(mentions), entities=kept)


def possessed(reading: Reading) -> Iterator[tuple[Mention, Entity]]:
    """Mentions of actors of this document alone that begin with a resolved possessive pronoun, with the owner."""
    for mention in reading.mentions:
        entity = reading.entity_of(mention)
        if mention.head < 0 or entity is None or not entity.local or mention.kind not in ("person", "organisation"):
            continue
        for child in reading.doc[mention.head].lefts:
            pronoun = reading.mention_at(child) if child.dep_ == "poss" and child.tag_ == "PRP$" else None
            owner = reading.entity_of(pronoun) if pronoun is not None else None
            if owner is not None and owner.iri != entity.iri and mention.start <= child.idx:
                yield mention, owner


def of_owner(
    mention: Mention, owner: Entity, bodies: Mapping[str, Entity], reading: Reading, cast: Cast
) -> Entity | None:
    """The body of the owner's country, the group whose own the fighters are, else an actor named after its owner.

    "Our forces" in the mouth of an army's spokesman are the army.
    """
    tree, entity = reading.lexicon.actors.classes, reading.entity_of(mention)
    if entity is None:
        return None
    if reading.doc[mention.head].lemma_ == MEN:
        mention, entity = replace(mention, cls="Combatants"), replace(entity, cls="Combatants")
    body = bodies.get(owner.iri)
    if body is not None and any(tree.is_a(body.cls, side) for side in FIGHTING):
        owner = body
    country = reading.lexicon.places.countries.get(owner.country or "")
    if country is not None and mention.cls in STATE_BODIES and not tree.is_a(owner.cls, "NonStateArmedGroup"):
        return cast.body(country, mention.cls)
    armed = owner.cls == "Organisation" or any(tree.is_a(owner.cls, side) for side in FIGHTING)
    if armed and mention.kind == "organisation" and any(tree.is_a(mention.cls, side) for side in FIGHTERS):
        return owner
    return cast.local(f"{entity.label} of {owner.label}", entity.kind, entity.cls, entity.country)


def renamed(reading: Reading, owned: dict[str, Entity]) -> dict[str, Entity]:
    """Old entities all of whose phrases have one and the same owner, with what stands for them now."""
    meanings: dict[str, set[str]] = {}
    for mention in reading.mentions:
        if mention.entity and not mention.pronoun:
            new = owned.get(mention.id)
            meanings.setdefault(mention.entity, set()).add(new.iri if new else "")
    by_iri = {entity.iri: entity for entity in owned.values()}
    return {old: by_iri[next(iter(new))] for old, new in meanings.items() if len(new) == 1 and "" not in new}
