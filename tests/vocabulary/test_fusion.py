"""The fusion rules: every name in them stands for something, and what is malformed is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SetupError
from kg.vocabulary.families import EventFamily
from kg.vocabulary.fusion import fusion_lexicon, read
from kg.vocabulary.turtle import Turtle, shipped

PREFIXES = """
@prefix kg: <https://w3id.org/conflict-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def ontology(folder: Path, text: str) -> Turtle:
    (folder / "fusion.ttl").write_text(PREFIXES + text)
    return Turtle(folder)


def test_every_event_type_named_in_a_rule_exists() -> None:
    """A misspelt type in ontology/fusion.ttl would silently never fire."""
    lexicon = fusion_lexicon()
    named = set(lexicon.families).union(*(rule.types for rule in (*lexicon.situations, *lexicon.outcomes)))
    assert named - {node.local for node in shipped().of_class("EventType")} == set()


def test_every_class_and_role_named_in_a_rule_exists() -> None:
    """Sides name classes of kg.ttl; situations and outcomes name roles of a report."""
    lexicon = fusion_lexicon()
    classes = {word for node in shipped().of_class("FusionSide") for word in node.words("classes")}
    assert classes - set(lexicon.ancestors) == set()
    roles = {role for rule in lexicon.situations for role in (*rule.subject, *rule.at)}
    roles |= {role for rule in lexicon.outcomes for role in (rule.gains, rule.loses)}
    assert roles <= {"initiators", "targets", "places", "agreements"}


def test_narrower_types_go_with_the_type_a_family_names(tmp_path: Path) -> None:
    """A type is in the family of the nearest type above it, like that type and unlike its own siblings."""
    lexicon = read(
        ontology(
            tmp_path,
            """
            kg:attacks a kg:EventFamily ; kg:types "Attack" ; kg:recurs "often" ; kg:daysApart 1 .
            kg:AirStrike a kg:EventType ; skos:broader kg:Attack .
            kg:DroneStrike a kg:EventType ; skos:broader kg:AirStrike .
            kg:Ambush a kg:EventType ; skos:broader kg:Attack .
            kg:Attack a kg:EventType .
            """,
        )
    )
    assert lexicon.family("DroneStrike") == EventFamily("attacks", days_apart=1, recurs="often")
    pairs = [("Attack", "Attack"), ("DroneStrike", "Attack"), ("Ambush", "AirStrike")]
    assert [lexicon.kinship(*pair) for pair in pairs] == [1.0, 0.7, -1.0]


def test_a_type_in_two_families_is_an_error(tmp_path: Path) -> None:
    """The message names the type and both families."""
    text = 'kg:f a kg:EventFamily ; kg:types "Raid, Siege" . kg:g a kg:EventFamily ; kg:types "Siege" .'
    with pytest.raises(SetupError, match="Siege stands in f and in g"):
        read(ontology(tmp_path, text))
