"""Who acts or suffers together: two armed bodies joined by "and" that one act sets against a third."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors.base import Reading
from kg.extractors.grammar.coordination import conjuncts
from kg.model import EventMention, Mention

ARMED = ("StateForces", "NonStateArmedGroup", "PeacekeepingMission")


def allied(reading: Reading) -> Iterator[tuple[Mention, Mention, EventMention]]:
    """Pairs of armed bodies that one act of force has as its doers or as those it is done to.

    "Pushed back the army and the militia" allies these two; "clashes between A and B" has each on both sides and
    does not, nor does "A and B shelled the town", which may tell of two enemies.
    """
    for event in reading.events:
        if event.plover != "ASSAULT":
            continue
        for side, others in ((event.initiators, event.targets), (event.targets, event.initiators)):
            third = [m for m in members(others, reading) if m.id not in side and armed(m, reading)]
            bodies = [m for m in members(side, reading) if m.id not in others and armed(m, reading)]
            if third or together(event, reading):
                yield from ((a, b, event) for a, b in joined(bodies, reading) if not enemies(a, b, reading))


def together(event: EventMention, reading: Reading) -> bool:
    """Whether the act is said to be a common one: "jointly attacked"."""
    ties = reading.lexicon.actors.ties
    return any(c.dep_ == "advmod" and ties.cue("adverb", c.lower_) for c in reading.doc[event.head].children)


def members(ids: tuple[str, ...], reading: Reading) -> list[Mention]:
    return [reading.by_id[name] for name in ids if name in reading.by_id]


def armed(mention: Mention, reading: Reading) -> bool:
    """Whether a mention is of an armed body with a name, or of one with a side ("the rebels")."""
    tree = reading.lexicon.actors.classes
    return mention.kind == "organisation" and any(tree.is_a(mention.cls, kind) for kind in ARMED)


def joined(bodies: list[Mention], reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    """The named ones of the bodies that stand joined by "and", each pair once."""
    for first in bodies:
        later = {token.i for token in conjuncts(reading.doc[first.head])[1:]}
        for second in bodies:
            if second.head in later and named(first, reading) and named(second, reading):
                yield first, second


def named(mention: Mention, reading: Reading) -> bool:
    entity = reading.entity_of(mention)
    return entity is not None and not entity.local


def enemies(first: Mention, second: Mention, reading: Reading) -> bool:
    """Whether another act of the document sets the two against each other."""
    for event in (e for e in reading.events if e.plover == "ASSAULT"):
        doers = {reading.by_id[m].entity for m in event.initiators if m in reading.by_id}
        hit = {reading.by_id[m].entity for m in event.targets if m in reading.by_id}
        if any(a in doers and b in hit for a, b in ((first.entity, second.entity), (second.entity, first.entity))):
            return True
    return False
