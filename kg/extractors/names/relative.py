"""Places told by where another lies: "two kilometres from the bridge", "south of Goma", "an area outside Goma"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extractors.base import Reading
from kg.extractors.names.cast import Cast
from kg.model import Mention

CLS = "RelativePlace"
FROM = ("of", "from")
LINKS = frozenset({"just", "to", "the", "and", "or", "further"})
VAGUE = ("Area", CLS)


def with_relative(mentions: list[Mention], reading: Reading, cast: Cast) -> list[Mention]:
    """The mentions of places with those told by another; a noun before such a phrase takes it in."""
    before = {m.end: m for m in mentions if not m.entity and m.head >= 0}
    wider: dict[str, Mention] = {}
    found: list[Mention] = []
    for start, head, anchor in anchored(mentions, reading):
        noun = before.get(end_before(start, reading))
        if noun is not None:
            wider[noun.id] = extended(noun, anchor, reading)
        elif head is not None:
            found.append(relative(start, head, anchor, reading, cast))
    return [*(wider.get(m.id, m) for m in mentions), *found]


def anchored(mentions: Iterable[Mention], reading: Reading) -> Iterator[tuple[int, int | None, Mention]]:
    """Where each phrase before a place begins that says how it lies to it, and its head where it stands alone."""
    doc, words = reading.doc, reading.lexicon.actors.standing
    for anchor in mentions:
        first = doc.char_span(anchor.start, anchor.end, alignment_mode="expand")
        if first is None or first.start == 0:
            continue
        at = first.start - 1
        word = doc[at].lower_
        if word in FROM and (head := direction(at, reading)) is not None:
            yield measured(head, reading), head, anchor
        elif word in words.surrounding and doc[at].text.islower():
            yield at, None, anchor


def direction(at: int, reading: Reading) -> int | None:
    """The word that the "of" or "from" before a place goes with: a compass point, or a unit of length."""
    doc = reading.doc
    if at == 0:
        return None
    before = doc[at - 1]
    if before.lower_ in reading.lexicon.places.compass:
        return before.i
    length = doc[at].lower_ == "from" and quantity_ending(at, reading) is not None
    return before.i if length and not before.is_punct and not before.like_num else None


def measured(head: int, reading: Reading) -> int:
    """Where a direction begins, with the length and the other direction before it: "30km (19 miles) north and east"."""
    doc, compass = reading.doc, reading.lexicon.places.compass
    start = head
    while start > 0 and (doc[start - 1].lower_ in compass or doc[start - 1].lower_ in LINKS):
        start -= 1
    while doc[start].lower_ in LINKS:
        start += 1
    for _ in range(2):  # the length, and the same length in brackets
        after = start - 1 if start > 1 and doc[start - 1].text == ")" else start
        quantity = quantity_ending(after, reading)
        if quantity is None and doc[head].lower_ not in compass:
            quantity = quantity_ending(head + 1, reading)
        if quantity is None:
            break
        start = next(t.i for t in doc[max(0, after - 6) : head + 1] if t.idx + len(t) > quantity.start)
        start -= 1 if start > 0 and doc[start - 1].text == "(" else 0
    return start - 1 if start > 0 and doc[start - 1].lower_ in ("about", "around", "some", "just") else start


def quantity_ending(after: int, reading: Reading) -> Mention | None:
    """The quantity whose last token stands right before a token."""
    end = end_before(after, reading)
    return next((m for m in reading.mentions if m.kind == "quantity" and m.end == end), None) if after else None


def end_before(token: int, reading: Reading) -> int:
    """The character where the token before a token ends."""
    before = reading.doc[token - 1] if token > 0 else None
    return before.idx + len(before) if before is not None else -1


def extended(noun: Mention, anchor: Mention, reading: Reading) -> Mention:
    """A place without a name, with what tells where it is."""
    cls = CLS if noun.cls in VAGUE else noun.cls
    text = reading.document.text[noun.start : anchor.end]
    return replace(noun, id=f"place:{noun.start}-{anchor.end}", end=anchor.end, text=text, cls=cls)


def relative(start: int, head: int, anchor: Mention, reading: Reading, cast: Cast) -> Mention:
    """A place that is only told by its direction and distance; its country is that of the place it is told by."""
    begin = reading.doc[start].idx
    text = reading.document.text[begin : anchor.end]
    known = cast.found.get(anchor.entity or "")
    label = f"{reading.document.text[begin : anchor.start]} {known.label}" if known else ""
    entity = cast.place(" ".join(label.split()), CLS, known.country) if known else None
    name = entity.label if entity else None
    iri = entity.iri if entity else None
    return Mention(f"place:{begin}-{anchor.end}", begin, anchor.end, text, "place", CLS, iri, name, head=head)
