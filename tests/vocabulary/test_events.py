"""The event lexicon: the mini-grammar of triggers, and that the shipped Turtle is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SetupError
from kg.vocabulary import events
from kg.vocabulary.events import Condition, Entry
from kg.vocabulary.turtle import Turtle, shipped

HEAD = "@prefix kg: <https://w3id.org/conflict-kg/ontology#> .\n"
CODES = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "ACCUSE", "REQUEST", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def lexicon(folder: Path, turtle: str) -> events.EventLexicon:
    (folder / "events.ttl").write_text(HEAD + turtle)
    return events.read(Turtle(folder))


CONDITIONS = [
    ("take obj:control|power", (Condition("obj", frozenset({"control", "power"})),)),
    ("take obj:@tools", (Condition("obj", frozenset({"saw", "axe"})),)),
    ("take obj:%Place", (Condition("obj", classes=frozenset({"Place"})),)),
    ("take prt:up obj:", (Condition("prt", frozenset({"up"})), Condition("obj"))),
    ("take !prep:from", (Condition("prep", frozenset({"from"}), negated=True),)),
]


@pytest.mark.parametrize(("trigger", "conditions"), CONDITIONS, ids=[c[0] for c in CONDITIONS])
def test_mini_grammar(tmp_path: Path, trigger: str, conditions: tuple[Condition, ...]) -> None:
    turtle = (
        f'kg:tools a kg:WordClass ; kg:words "saw, axe" . kg:T a kg:EventType ; kg:frame [ kg:verbs "{trigger}" ] .'
    )
    (entry,) = lexicon(tmp_path, turtle).verbs["take"]
    assert entry.conditions == conditions


def test_stricter_triggers_come_first(tmp_path: Path) -> None:
    turtle = 'kg:T a kg:EventType ; kg:frame [ kg:verbs "take, take obj:control, take obj:control prep:of" ] .'
    assert [len(entry.conditions) for entry in lexicon(tmp_path, turtle).verbs["take"]] == [2, 1, 0]


def test_unknown_word_class_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="'tools'"):
        lexicon(tmp_path, 'kg:T a kg:EventType ; kg:frame [ kg:verbs "take obj:@tools" ] .')


SHIPPED = events.read(shipped())


def entries() -> list[Entry]:
    return [e for table in (SHIPPED.verbs, SHIPPED.nouns) for several in table.values() for e in several]


def test_every_code_of_plover_has_a_type() -> None:
    assert {t.plover for t in SHIPPED.types.values()} - {None} == CODES


def test_rules_and_compositions_name_event_types_that_exist() -> None:
    named = {t for rule in SHIPPED.acled for t in (*rule.types, *rule.with_types, *rule.without_types)}
    assert named | {c.gives for c in SHIPPED.compositions} <= set(SHIPPED.types)


@pytest.mark.parametrize("name", sorted(SHIPPED.types))
def test_every_type_has_a_trigger_and_an_example(name: str) -> None:
    node = next(node for node in shipped().of_class("EventType") if node.local == name)
    assert any(entry.frame.type == name for entry in entries())
    assert node.children("example")
