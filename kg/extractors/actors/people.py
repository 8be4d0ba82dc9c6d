"""People: full names, surnames alone, titles, and persons without a name."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extractors.actors.groups import label_of
from kg.extractors.base import Reading
from kg.extractors.grammar.nominals import Name, Phrase
from kg.extractors.names.cast import Cast
from kg.extractors.names.phrases import by_head
from kg.extractors.names.unknown import kind_of, title_of
from kg.model import Entity
from kg.vocabulary.naming import fold
from kg.vocabulary.nouns import RoleNoun


class People:
    """The named people of one document by surname, so that "Cook" is the "Peter Cook" named elsewhere in it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.full: dict[str, str] = {}
        self.known: dict[str, Entity] = {}
        self.classes: dict[str, str] = {}
        self.titles: dict[str, Entity] = {}
        self.doc = reading.doc
        self.by_head = by_head(reading.phrases)
        self.renaming: dict[int, list[int]] = {}
        for phrase in reading.phrases:
            if (renamed := self.named_by(phrase.head)) is not None:
                self.renaming.setdefault(renamed.i, []).append(phrase.head.i)
        for phrase in reading.phrases:
            if phrase.name is not None:
                self.learn(phrase, phrase.name)

    def learn(self, phrase: Phrase, name: Name) -> None:
        """Note a person's surname, and the title that stands before the name."""
        title = title_of(phrase, self.reading.lexicon)
        if name.entity is not None:
            if name.entity.kind == "person":
                self.known.setdefault(fold(name.entity.label).replace("-", " ").split()[-1], name.entity)
            return
        if name.label != "PERSON" and title is None:
            return
        label = bare(name, phrase, self.reading)
        words = fold(label).split()
        if len(words) > 1:
            self.full.setdefault(words[-1], label)
        if title is not None:
            self.classes.setdefault(words[-1], title.cls)

    def named(self, phrase: Phrase, name: Name, cast: Cast) -> Entity:
        """The person a name stands for; "X" of "the general, known as X" is the general."""
        other = self.known_as(phrase)
        if other is not None and other.name is not None and other.head.i < phrase.head.i:
            entity = self.person_of(other, other.name, cast)
            if entity is not None:
                return entity
        label = bare(name, phrase, self.reading)
        words = fold(label).split()
        if len(words) == 1 or words[-1] not in self.full:
            if words[-1] in self.known and (len(words) == 1):
                return cast.keep(self.known[words[-1]])
            label = self.full.get(words[-1], label)
        entity = cast.named(label, "person", self.classes.get(words[-1], "Person"))
        self.remember(phrase, entity)
        return entity

    def remember(self, phrase: Phrase, entity: Entity) -> None:
        """Note who bears a title, for "the minister" later on."""
        title = title_of(phrase, self.reading.lexicon)
        if title is not None:
            self.titles[title.words] = entity

    def described(self, phrase: Phrase, noun: RoleNoun, cast: Cast) -> Entity:
        """The person a phrase without a name stands for: one named beside it or before, else one of its own."""
        beside = self.apposed(phrase, cast) or self.bearer(phrase, noun, cast)
        if beside is not None:
            self.titles[noun.words] = beside
            return beside
        bare = phrase.definite and not phrase.names and phrase.of is None
        if bare and noun.words in self.titles:
            return self.titles[noun.words]
        label = label_of(phrase, self.reading)
        entity = cast.local(label, "person", noun.cls if noun.cls not in GROUP_ONLY else "Person")
        if phrase.definite:
            self.titles[noun.words] = entity
        return entity

    def apposed(self, phrase: Phrase, cast: Cast) -> Entity | None:
        """The named person in apposition: "junta leader, Colonel X" or "X, the junta leader"."""
        head = phrase.head
        others = [c for c in head.rights if c.dep_ == "appos"] + ([head.head] if head.dep_ == "appos" else [])
        others += [self.doc[i] for i in self.renaming.get(head.i, ())]
        for other in others:
            candidate = self.by_head.get(other.i)
            if candidate is not None and candidate.name is not None:
                return self.person_of(candidate, candidate.name, cast)
        return None

    def bearer(self, phrase: Phrase, noun: RoleNoun, cast: Cast) -> Entity | None:
        """Who bears a title with what it is of: "Superintendent of Police X", but not "spokesman of General X"."""
        if phrase.of is None or noun.number != "title" or not phrase.head.text[0].isupper():
            return None
        of, first = self.by_head.get(phrase.of.i), phrase.of.left_edge
        if of is None or of.name is None:
            return None
        beneath = self.reading.lexicon.actors.nouns.nouns.at(first)
        if first.i >= of.name.end - 1 or not first.text[0].isupper() or (beneath and beneath.number != "collective"):
            return None
        full = bare(of.name, of, self.reading)
        return self.person_of(of, of.name, cast) if fold(full) != fold(first.text) else None

    def known_as(self, phrase: Phrase) -> Phrase | None:
        """The phrase of whom a name renames: "Mohamed Dagalo" for the name in "Mohamed Dagalo, known as …"."""
        other = self.named_by(phrase.head)
        return self.by_head.get(other.i) if other is not None else None

    def named_by(self, name: Token) -> Token | None:
        """Whom a participle gives a name: the general for the X of "the general, known as X"."""
        verb = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "as" else name.head
        naming = self.reading.lexicon.actors.standing.naming
        renames = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in naming
        return verb.head if renames and name.dep_ in ("pobj", "oprd", "dobj") else None

    def person_of(self, phrase: Phrase, name: Name, cast: Cast) -> Entity | None:
        if name.entity is not None:
            return cast.keep(name.entity) if name.entity.kind == "person" else None
        kind = kind_of(phrase, name, self.reading.lexicon, cast.iso)
        return self.named(phrase, name, cast) if kind == "person" else None


GROUP_ONLY = frozenset(
    {
        "Group",
        "Casualties",
        "Combatants",
        "Civilians",
        "Prisoners",
        "Refugees",
        "Protesters",
        "Workers",
        "Students",
        "Sources",
    }
)


def bare(name: Name, phrase: Phrase, reading: Reading) -> str:
    """A person's name without the titles the model took into it: "Gen. Haftar" → "Haftar"."""
    tokens = list(phrase.doc[name.start : name.end])
    titles = [i for i, token in enumerate(tokens[:-1]) if reading.lexicon.actors.nouns.nouns.at(token) is not None]
    tokens = tokens[titles[-1] + 1 :] if titles else tokens
    return "".join(t.text_with_ws for t in tokens).strip()
