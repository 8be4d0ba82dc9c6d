"""`ontology/nouns.ttl` and `ontology/place-nouns.ttl` as typed data: common nouns for actors and for places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, Protocol, TypeVar

from kg.vocabulary.turtle import Node, Turtle

if TYPE_CHECKING:  # asking the graph reads the vocabulary, and must not wait for spaCy
    from spacy.tokens import Token

Number = Literal["collective", "people", "title"]
PREPOSITIONS = ("of", "in", "for")
NUMBERS: tuple[Number, ...] = ("collective", "people", "title")


class Entry(Protocol):
    """What a word list holds."""

    @property
    def words(self) -> str: ...


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun for a person or a body of people.

    `cls` is the class of what it refers to, `group` that of its plural. `state` marks bodies that belong to a
    country, `vague` those whose side a modifier tells, `weak` those that need one, `nation` words for countries
    themselves; what is no `actor` only looks like one ("social media").
    """

    words: str
    cls: str
    group: str
    number: Number
    state: bool = False
    vague: bool = False
    nation: bool = False
    weak: bool = False
    actor: bool = True

    @property
    def headed_before(self) -> bool:
        """Whether another word than the last is the head: "secretary of state"."""
        return any(f" {preposition} " in self.words for preposition in PREPOSITIONS)


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """A noun for a place; `naming` ones make names ("Kidal region"), `vague` ones need a place beside them.

    Where it `needs` words, one of them stands before it ("firing position").
    """

    words: str
    cls: str
    naming: bool = False
    vague: bool = False
    needs: frozenset[str] = frozenset()


E = TypeVar("E", bound=Entry)


class WordList(Generic[E]):
    """Nouns of one or more words, found at their last word; the longest entry wins, then the first."""

    def __init__(self, entries: Iterable[E]) -> None:
        self.by_last: dict[str, list[tuple[tuple[str, ...], E]]] = {}
        for entry in entries:
            *before, last = entry.words.replace("-", " - ").replace("'s", " 's").split()
            self.by_last.setdefault(last, []).append((tuple(before), entry))
        for found in self.by_last.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def at(self, token: Token) -> E | None:
        """The entry whose last word is `token`."""
        for form in forms(token):
            for before, entry in self.by_last.get(form, ()):
                if not before or preceded(token, before):
                    return entry
        return None

    def word(self, word: str) -> E | None:
        """The entry of a single word."""
        return next((entry for before, entry in self.by_last.get(word, ()) if not before), None)


def preceded(token: Token, before: tuple[str, ...]) -> bool:
    """Whether the words just before `token` are these."""
    start, doc = token.i - len(before), token.doc
    return start >= 0 and all(doc[token.i - n].lower_ == word for n, word in enumerate(reversed(before), 1))


def forms(token: Token) -> tuple[str, ...]:
    """The dictionary forms a noun may have; the model does not lemmatise capitalised ones."""
    lemma, lower = token.lemma_.lower(), token.lower_.rstrip(".")
    if lemma != lower or not lower.endswith("s"):
        return (lemma, lower) if lemma != lower else (lower,)
    if lower.endswith("men"):
        return lower, lower[:-2] + "an"
    return lower, f"{lower[:-3]}y" if lower.endswith("ies") else lower[:-1]


def plural(token: Token) -> bool:
    """Whether a noun stands in the plural."""
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in ("people", "police", "personnel", "staff")


@dataclass(frozen=True)
class RoleNouns:
    """The nouns for actors, the modifiers that give a vague one its class, and the words for amounts of people.

    `portfolios` are the tasks of ministries by the words for them in small letters: "foreign" → "Foreign Affairs".
    """

    nouns: WordList[RoleNoun]
    modifiers: Mapping[str, str]
    amounts: frozenset[str]
    portfolios: Mapping[str, str]


def role_nouns(turtle: Turtle) -> RoleNouns:
    """The nouns for actors of a folder of Turtle files."""
    nodes = [node for cls in ("RoleNoun", "VagueNoun", "CountryNoun", "NoActorNoun") for node in turtle.of_class(cls)]
    vague = {node.id for node in turtle.of_class("VagueNoun")}
    nations = {node.id for node in turtle.of_class("CountryNoun")}
    return RoleNouns(
        WordList(noun for node in nodes for noun in nouns_of(node, node.id in vague, node.id in nations)),
        {word: node.locals("mentionClass")[0] for node in reversed(nodes) for word in node.words("modifier")},
        frozenset(word for node in turtle.of_class("AmountNoun") for word in node.words("nouns")),
        {
            word: node.text("skos:prefLabel") or word
            for node in turtle.of_class("Portfolio")
            for word in node.words("nouns")
        },
    )


def nouns_of(node: Node, vague: bool, nation: bool) -> Iterable[RoleNoun]:
    cls, number = next(iter(node.locals("mentionClass")), "Group"), node.text("number") or "people"
    group = next(iter(node.locals("groupClass")), cls)
    for words in node.words("nouns"):
        yield RoleNoun(
            words=words,
            cls=cls,
            group=group,
            number=next(n for n in NUMBERS if n == number),
            state=node.text("actsFor") == "state",
            vague=vague,
            nation=nation,
            weak=node.text("weak") == "true",
            actor=node.text("mentionClass") is not None,
        )


def place_nouns(turtle: Turtle) -> WordList[PlaceNoun]:
    """The nouns for places of a folder of Turtle files."""
    return WordList(
        PlaceNoun(
            words,
            node.locals("mentionClass")[0],
            naming=name == "nameNouns",
            vague=node.text("vague") == "true",
            needs=frozenset(node.words("needs")),
        )
        for node in turtle.of_class("PlaceNoun")
        for name in ("nameNouns", "nouns")
        for words in node.words(name)
    )
