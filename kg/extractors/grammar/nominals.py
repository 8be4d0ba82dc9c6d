"""Names and noun phrases: what the later steps choose mentions from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from kg.model import Entity
from kg.vocabulary.naming import Use
from kg.vocabulary.nouns import PlaceNoun, RoleNoun, plural


@dataclass(frozen=True)
class Name:
    """A name at the tokens `[start, end)`.

    `entity` and `use` are those of a known name ("Malian" names Mali, as an adjective); `label` is what the model
    takes an unknown one for ("PERSON"); `bound` marks a part of a hyphenated word ("Wagner-linked").
    """

    start: int
    end: int
    root: int
    text: str
    entity: Entity | None = None
    use: Use = "name"
    label: str = ""
    bound: bool = False


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: its head, its tokens `[start, end)`, the name or the nouns of the lexicon at its head.

    `names` are the names inside it other than the head's own; `of` is the noun after its "of".
    """

    doc: Doc
    head: Token
    start: int
    end: int
    name: Name | None = None
    role: RoleNoun | None = None
    place: PlaceNoun | None = None
    names: tuple[Name, ...] = ()
    of: Token | None = None

    @property
    def span(self) -> Span:
        return self.doc[self.start : self.end]

    @cached_property
    def plural(self) -> bool:
        """Whether more than one is meant: "soldiers", "the two leaders"."""
        singular = self.role.words.replace("-", " ").split()[-1] if self.role is not None else None
        inflected = singular is not None and singular != self.head.lower_.rstrip(".")
        counted = any(t.dep_ == "nummod" and t.lower_ not in ("one", "1") for t in self.head.lefts)
        return plural(self.head) or inflected or counted

    @cached_property
    def definite(self) -> bool:
        """Whether it points back: "the town", "this group", "both sides"."""
        return self.doc[self.start].lower_ in ("the", "this", "that", "these", "those", "both")

    @cached_property
    def modifiers(self) -> tuple[Token, ...]:
        """The words that stand before the head inside the phrase, possessors' own words left out."""
        stop = self.name.start if self.name else self.head.i
        return tuple(t for t in self.doc[self.start : stop] if not t.is_punct)

    def before_head(self) -> tuple[Name, ...]:
        """The names before the head: "Malian" of "Malian soldiers"."""
        return tuple(name for name in self.names if name.end <= self.head.i)

    def after_of(self) -> Name | None:
        """The name after "of": "Iraq" of "the Government of Iraq"."""
        return next((n for n in self.names if self.of is not None and n.start <= self.of.i < n.end), None)
