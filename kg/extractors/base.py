"""What an extractor is, and the reading of one document that is handed from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from spacy.tokens import Doc, Span, Token

from kg.extractors.grammar.nominals import Name, Phrase
from kg.model import (
    Claim,
    Document,
    DocumentDate,
    Entity,
    EventMention,
    Kind,
    Measurement,
    Mention,
    Problem,
    Relation,
    TimeInterval,
)
from kg.settings import DEFAULT_BASE
from kg.vocabulary import Lexicon
from kg.vocabulary.times import TimePattern


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: `[start, end)` in characters, `[first, after)` in tokens, and the words of its parts."""

    start: int
    end: int
    first: int
    after: int
    pattern: TimePattern
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Reading:
    """What has been read of one document so far; every extractor returns a new one with more in it.

    `names` are the proper names and `phrases` the noun phrases for actors and places, both in text order;
    `timexes` are the time expressions as they stand in the text; `times` maps the id of a time mention to the days
    it stands for.
    """

    document: Document
    doc: Doc
    lexicon: Lexicon
    base: str = DEFAULT_BASE
    timexes: tuple[Timex, ...] = ()
    date: DocumentDate | None = None
    entities: Mapping[str, Entity] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: Mapping[str, TimeInterval] = field(default_factory=dict)
    events: tuple[EventMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Mention]:
        """Mentions by id."""
        return {mention.id: mention for mention in self.mentions}

    @cached_property
    def by_head(self) -> Mapping[int, tuple[Mention, ...]]:
        """Mentions by the index of their head token, the longest first."""
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.head, []).append(mention)
        return {head: tuple(sorted(ms, key=lambda m: m.start - m.end)) for head, ms in found.items()}

    @cached_property
    def sentence_number(self) -> Sequence[int]:
        """The number of each token's sentence, by the token's index."""
        starts = self.doc.to_array("SENT_START") == 1
        starts[:1] = False
        return starts.cumsum().tolist()  # type: ignore[no-any-return]

    def tokens_of(self, *parts: str) -> list[Token]:
        """The tokens of some parts of speech; going over all of them one by one takes far longer."""
        doc, wanted = self.doc, [self.doc.vocab.strings[part] for part in parts]
        return [doc[i] for i in np.flatnonzero(np.isin(doc.to_array("POS"), wanted)).tolist()]

    @cached_property
    def timed(self) -> frozenset[int]:
        """The characters at which the words of time expressions begin."""
        times = (self.doc.char_span(m.start, m.end, alignment_mode="expand") for m in self.mentions if m.kind == "time")
        return frozenset(token.idx for span in times if span is not None for token in span)

    @cached_property
    def places_of(self) -> Mapping[int, tuple[Mention, ...]]:
        """The mentions of places by the number of their sentence."""
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            if mention.kind == "place" and mention.head >= 0:
                found.setdefault(self.sentence_number[mention.head], []).append(mention)
        return {number: tuple(mentions) for number, mentions in found.items()}

    @cached_property
    def names_of(self) -> Mapping[int, tuple[Name, ...]]:
        """The names by the number of the sentence they begin in."""
        found: dict[int, list[Name]] = {}
        for name in self.names:
            found.setdefault(self.sentence_number[name.start], []).append(name)
        return {number: tuple(names) for number, names in found.items()}

    def mention_at(self, token: Token, *kinds: Kind) -> Mention | None:
        """The longest mention headed by `token`, of one of `kinds` where any are named."""
        for mention in self.by_head.get(token.i, ()):
            if not kinds or mention.kind in kinds:
                return mention
        return None

    def entity_of(self, mention: Mention) -> Entity | None:
        """The entity a mention stands for, where it has one."""
        return self.entities.get(mention.entity) if mention.entity else None

    def adding(
        self,
        mentions: Iterable[Mention] = (),
        entities: Mapping[str, Entity] | None = None,
        problems: Iterable[Problem] = (),
    ) -> Reading:
        """This reading with more mentions, entities and problems."""
        return replace(
            self,
            mentions=(*self.mentions, *mentions),
            entities={**self.entities, **(entities or {})},
            problems=(*self.problems, *problems),
        )


@dataclass(frozen=True)
class Extractor:
    """A named step: `extract` needs what `requires` lists and fills the fields of `Reading` in `assigns`."""

    name: str
    requires: tuple[str, ...]
    assigns: tuple[str, ...]
    extract: Callable[[Reading], Reading]


def mention_of(
    span: Span,
    kind: Kind,
    cls: str | None = None,
    entity: Entity | None = None,
    text: str | None = None,
    pronoun: bool = False,
) -> Mention:
    """A mention of the tokens of `span`; `text` is the document's own text where it differs from the parse."""
    start, end = span.start_char, span.end_char
    return Mention(
        id=f"{kind}:{start}-{end}",
        start=start,
        end=end,
        text=text[start:end] if text is not None else span.text,
        kind=kind,
        cls=cls,
        entity=entity.iri if entity else None,
        name=entity.label if entity else None,
        pronoun=pronoun,
        head=span.root.i,
    )
