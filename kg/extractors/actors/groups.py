"""Groups and bodies called by a common noun: whose army, which rebels, what government."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors.actors.ministries import ministry
from kg.extractors.actors.whose import country_near
from kg.extractors.base import Reading
from kg.extractors.grammar.nominals import Name, Phrase
from kg.extractors.names.cast import Cast, country_of
from kg.model import Entity
from kg.vocabulary.actors import STATE_BODIES
from kg.vocabulary.naming import fold
from kg.vocabulary.nouns import RoleNoun
from kg.vocabulary.places import Country

MEN = "man"  # "its men" fight for it
SAME_SIDE = ("NonStateArmedGroup", "StateForces", "PeacekeepingMission")


def described_group(phrase: Phrase, noun: RoleNoun, reading: Reading, cast: Cast) -> Entity:
    """The entity of a group: a named one it belongs to, a country's body, or one of this document alone."""
    cls = group_class(phrase, noun, reading)
    owner = beside(phrase, reading) or mission(phrase, cls, reading, cast) or named_owner(phrase, noun, cls, reading)
    owner = owner or commanded(phrase, noun, cls, reading, cast)
    if owner is not None:
        return cast.keep(owner)
    if body := named_by_country(phrase, noun, cls, reading, cast):
        return body
    tree = reading.lexicon.actors.classes
    owned = owning_country(phrase, reading)
    if owned is not None and noun.vague and noun.cls == cls == "Combatants":
        cls = "StateArmedForces"
    apart = next((c for c in modifier_classes(phrase, reading) if tree.is_a(c, "NonStateArmedGroup")), None)
    if apart is not None and noun.state:
        cls = apart
    elif noun.state or (noun.vague and (tree.is_a(cls, "StateForces") or cls == "Government")):
        country = owned or (
            None if names_anything(phrase) or somebodys(phrase) else country_near(phrase, cls, reading, cast)
        )
        if country is not None and cls in STATE_BODIES and not particular(phrase):
            return cast.body(country, cls)
    return cast.local(label_of(phrase, reading), "organisation", cls, owned.entity.iri if owned else None)


def named_by_country(phrase: Phrase, noun: RoleNoun, cls: str, reading: Reading, cast: Cast) -> Entity | None:
    """A ministry, and the government that "the nation" means: told by the country alone."""
    if cls == "Ministry" and "'s" in noun.words:
        return None  # "the prosecutor's office"
    if cls != "Ministry" and not (noun.nation and phrase.definite and not phrase.names and not phrase.plural):
        return None
    country = owning_country(phrase, reading) or country_near(phrase, cls, reading, cast)
    if country is None:
        return None
    return ministry(phrase, phrase.head, country, cast) if cls == "Ministry" else cast.body(country, "Government")


def commanded(phrase: Phrase, noun: RoleNoun, cls: str, reading: Reading, cast: Cast) -> Entity | None:
    """What a known person commands: "General X's army" is the force X leads, else the army of X's country."""
    tree, actors = reading.lexicon.actors.classes, reading.lexicon.actors
    if not any(tree.is_a(cls, side) for side in (*SAME_SIDE, "Combatants", "Government")):
        return None
    for name in phrase.before_head():
        person = name.entity
        if person is None or person.kind != "person" or phrase.doc[name.root].head != phrase.head:
            continue
        led = (o for (who, o), tie in actors.ties.known.items() if who == person.iri and tie == "leads")
        if (own := next((actors.actors[o] for o in led if o in actors.actors), None)) is not None:
            return own
        country = actors_country(person, reading)
        if country is not None and noun.state and cls in STATE_BODIES:
            return cast.body(country, cls)
    return None


def actors_country(entity: Entity, reading: Reading) -> Country | None:
    return reading.lexicon.places.countries.get(entity.country) if entity.country else None


def group_class(phrase: Phrase, noun: RoleNoun, reading: Reading) -> str:
    """The class of a group; the modifiers of a vague noun tell it: "rebel forces", "terrorist armed groups"."""
    if phrase.head.lemma_ == MEN and any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in phrase.head.lefts):
        return "Combatants"  # "General X's men"
    cls = noun.group if noun.group != noun.cls else noun.cls
    if not (noun.vague or noun.cls == "Combatants"):
        return cls if noun.cls != "Official" else "Officials"
    found = modifier_classes(phrase, reading)
    if not found and noun.vague and of_civil_body(phrase, reading):
        return "Group"
    specific = [c for c in found if c not in ("NonStateArmedGroup", "StateArmedForces")]
    return next(iter(specific or found), cls)


def of_civil_body(phrase: Phrase, reading: Reading) -> bool:
    """Whether a body without a side belongs to an unarmed one: "a convoy of the World Food Programme"."""
    tree, armed = reading.lexicon.actors.classes, (*SAME_SIDE, "Government")
    owners = [n.entity for n in (*phrase.before_head(), *filter(None, [phrase.after_of()])) if n.entity]
    bodies = [entity.cls for entity in owners if entity.kind == "organisation"]
    return bool(bodies) and not any(tree.is_a(cls, side) for cls in bodies for side in armed)


def modifier_classes(phrase: Phrase, reading: Reading) -> list[str]:
    """The classes that the modifiers of a phrase give: "separatist" authorities."""
    modifiers = reading.lexicon.actors.nouns.modifiers
    return [modifiers[form] for form in modifier_forms(phrase) if form in modifiers]


def modifier_forms(phrase: Phrase) -> Iterator[str]:
    for token in phrase.modifiers:
        yield token.lower_
        if token.lemma_.lower() != token.lower_:
            yield token.lemma_.lower()


def named_owner(phrase: Phrase, noun: RoleNoun, cls: str, reading: Reading) -> Entity | None:
    """The named group whose people these are: "CSP rebels", "the Wagner militia", "rebels of the FARC"."""
    tree = reading.lexicon.actors.classes
    fighters = noun.vague or any(tree.is_a(cls, side) for side in (*SAME_SIDE, "Combatants"))
    if not fighters:
        return None
    group = [n for n in phrase.names if phrase.of is not None and phrase.doc[n.root].head.i == phrase.of.i]
    after = filter(None, [phrase.after_of(), after_from(phrase, reading)])
    candidates = [*reversed(phrase.before_head()), *after, *group]  # "fighters of the M23 rebel group"
    for name in candidates:
        entity = name.entity
        if entity and entity.kind == "organisation" and any(tree.is_a(entity.cls, side) for side in SAME_SIDE):
            return entity
    last = next(iter(reversed(phrase.before_head())), None)
    same = noun.vague and last is not None and last.use == "name" and last.end == phrase.head.i
    if same and last is not None and last.entity and last.entity.kind == "organisation":
        return last.entity if not tree.is_a(last.entity.cls, "InternationalOrganisation") else None
    return None


def after_from(phrase: Phrase, reading: Reading) -> Name | None:
    """The name after "from": "auxiliaries from Wagner"."""
    nouns = [n for c in phrase.head.rights if c.dep_ == "prep" and c.lower_ in ("from", "with") for n in c.children]
    roots = [n.i for n in nouns if n.dep_ == "pobj"]
    return next((name for name in reading.names if name.root in roots), None)


def mission(phrase: Phrase, cls: str, reading: Reading, cast: Cast) -> Entity | None:
    """The peace mission in the country a text is about: "the UN mission", "peacekeepers"."""
    country = owning_country(phrase, reading) or cast.main_country()
    if cls != "PeacekeepingMission" or country is None:
        return None
    found = reading.lexicon.actors.missions.get(country.entity.iri)
    sender = next((n.entity for n in phrase.before_head() if n.entity and n.entity.kind == "organisation"), None)
    return None if found and sender and found.part_of not in (None, sender.iri) else found


def beside(phrase: Phrase, reading: Reading) -> Entity | None:
    """The named organisation in brackets or in apposition: "the UN mission in Mali (Minusma)", "X, a rebel group"."""
    doc = phrase.doc
    end = phrase.end
    for name in reading.names_of.get(reading.sentence_number[phrase.head.i], ()):
        if phrase.head.dep_ == "appos" and phrase.head.head.i == name.root and not phrase.plural:
            return name.entity if name.entity is not None and name.entity.kind == "organisation" else None
        if name.entity is None or name.entity.kind != "organisation" or name.start < end:
            continue
        between = doc[end : name.start].text
        if between in ("(", '"', "'") or (not between and phrase.definite):
            return name.entity
        if name.start > end + 1:
            break
    return None


def owning_country(phrase: Phrase, reading: Reading) -> Country | None:
    """The country a body belongs to, from a name before it or after "of"."""
    for name in (*phrase.before_head(), *filter(None, [phrase.after_of()])):
        country = country_of(name, reading)
        if country is None and phrase.doc[name.root].dep_ == "poss":  # "Kigali's defence ministry"
            country = reading.lexicon.places.by_capital.get(fold(name.text))
        if country is not None and not name.bound:
            return country
    return None


def somebodys(phrase: Phrase) -> bool:
    """Whether a pronoun says whose body it is: "its army", "whose government"."""
    return any(t.tag_ in ("PRP$", "WP$") for t in phrase.head.lefts)


def names_anything(phrase: Phrase) -> bool:
    """Whether any name in the phrase says whose body it is."""
    return any(name.use != "adjective" or name.entity for name in phrase.names)


def particular(phrase: Phrase) -> bool:
    """Whether only some of a body are meant: "three soldiers", "a policeman"."""
    first = phrase.doc[phrase.start]
    return first.lower_ in ("a", "an", "some", "several", "many", "few", "other", "another", "two", "more") or any(
        t.dep_ == "nummod" for t in phrase.head.lefts
    )


def label_of(phrase: Phrase, reading: Reading) -> str:
    """The document's own words, without article, number and possessor's pronoun."""
    text = reading.document.text
    kept = [t for t in phrase.span if t.dep_ not in ("det", "nummod", "predet") and t.tag_ != "PRP$" and not t.is_space]
    words = "".join(text[t.idx : t.idx + len(t)] + t.whitespace_ for t in kept).strip().lstrip("-– ")
    return words or text[phrase.head.idx : phrase.head.idx + len(phrase.head)]
