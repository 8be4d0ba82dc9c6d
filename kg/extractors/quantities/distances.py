"""Distances: how far which place is from which."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extractors.base import Reading
from kg.extractors.quantities.numbers import Quantity
from kg.model import Mention

SKIPPED = frozenset({"to", "the", "just", "further", "of", "-"})
STARTS = frozenset({"from", "of", "off", "outside"})
GOALS = frozenset({"to", "toward", "towards", "near", "nearer", "for", "at"})
REACH = 6
LINKS = frozenset(
    {",", "(", "which", "is", "lies", "located", "situated", "some", "just", "only", "-", "–", "about", "around"}
)


@dataclass(frozen=True, slots=True)
class Distance:
    """What a length is the distance of (`about`, a mention's id) and from (in words)."""

    what: str
    about: str | None


def distance(quantity: Quantity, reading: Reading) -> Distance | None:
    """The distance that a length tells, where it is one: "Anefis, 112 km south of Kidal"."""
    doc, directions = reading.doc, reading.lexicon.quantities.directions
    about = place_before(quantity, reading)
    index, direction = behind_brackets(doc, quantity.after), ""
    limit = min(len(doc), index + REACH)
    while index < limit:
        word = doc[index].lower_
        if word in STARTS and (direction or word in ("from", "outside")):
            start = place_after(doc, index + 1, reading)
            return Distance(f"distance from {start}", about) if start else None
        if word in directions:
            direction = word
        elif word not in SKIPPED:
            break
        index += 1
    if not direction:
        return None
    if direction == "away" and about is not None and is_goal(reading.by_id[about], reading):
        return Distance(f"distance from {name_of(reading.by_id[about])}", None)
    start = place_spoken_of(quantity, about, reading)
    return Distance(f"distance from {start}" if start else f"distance {direction}", about)


def behind_brackets(doc: Doc, index: int) -> int:
    """The token behind the same distance in another unit: "30km (19 miles) south of"."""
    if index < len(doc) and doc[index].text == ")":
        return index + 1
    if index < len(doc) and doc[index].text == "(":
        return next((i + 1 for i in range(index, min(len(doc), index + REACH)) if doc[i].text == ")"), index)
    return index


def is_goal(place: Mention, reading: Reading) -> bool:
    """Whether a place is where something moves to: "closer to the town, about twenty kilometres away"."""
    head = reading.doc[place.head]
    while head.dep_ == "pobj" and head.head.lower_ == "of":
        head = head.head.head
    return head.dep_ == "pobj" and head.head.lower_ in GOALS


def name_of(place: Mention) -> str:
    return place.name or place.text


def place_after(doc: Doc, index: int, reading: Reading) -> str | None:
    """The place that begins at a token, in words; a noun phrase where none is known."""
    for token in doc[index : index + REACH]:
        mention = reading.mention_at(token, "place")
        if mention is not None:
            return name_of(mention)
        if token.dep_ == "pobj":
            return " ".join(t.text for t in token.subtree if t.i <= token.i and t.dep_ != "punct") or None
    return None


def place_before(quantity: Quantity, reading: Reading) -> str | None:
    """The place that stands right before a distance: "Anefis, about 110 kilometres …", "a village 20 km …"."""
    doc, index = reading.doc, quantity.first - 1
    bounds = {word for phrase in reading.lexicon.quantities.bounds_before for word in phrase.split()}
    first = doc[quantity.first].sent.start if quantity.first < len(doc) else 0
    while index >= first and (doc[index].lower_ in LINKS or doc[index].lower_ in bounds):
        index -= 1
    if index < first:
        return None
    end = doc[index].idx + len(doc[index])
    fitting = [m for m in reading.mentions if m.kind == "place" and m.end == end]
    return max(fitting, key=lambda m: m.end - m.start).id if fitting else None


def place_spoken_of(quantity: Quantity, about: str | None, reading: Reading) -> str | None:
    """The place a distance without one counts from: another of its sentence, else the last one named before."""
    own = reading.by_id[about].entity if about else None
    sentence = reading.doc[quantity.first].sent
    places = [m for m in reading.mentions if m.kind == "place" and m.entity and m.entity != own and is_town(m, reading)]
    within = [m for m in places if sentence.start_char <= m.start < sentence.end_char]
    before = [m for m in places if m.end <= quantity.start]
    chosen = min(within, key=lambda m: m.start, default=None) or max(before, key=lambda m: m.start, default=None)
    return name_of(chosen) if chosen else None


def is_town(mention: Mention, reading: Reading) -> bool:
    entity = reading.entity_of(mention)
    return entity is not None and entity.cls in ("City", "Village", "Facility")
