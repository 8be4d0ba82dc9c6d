"""The gold file: its quotes, and that what it holds is what the extractors could say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kg.errors import KgError
from kg.evaluation import evaluate
from kg.evaluation.events import days
from kg.evaluation.gold import head, located, stretches
from kg.vocabulary import lexicon
from tests.evaluation.gold import gold

PARTS = {"dev": 23, "test": 12}


def quotes(answers: dict[str, Any]) -> Iterator[str]:
    """Every quote of a document's answers."""
    yield from (quote for quote, *_ in answers["mentions"])
    for event in answers["events"]:
        yield event["trigger"]
        yield from (quote for role in ("initiators", "targets", "places") for quote in event.get(role, ()))
    yield from (claim[key] for claim in answers["claims"] for key in ("source", "cue") if claim[key])


@pytest.mark.parametrize("item", gold(), ids=lambda item: item["id"])
def test_every_answer_stands_in_its_text(item: dict[str, Any]) -> None:
    assert all(located(item, quote) for quote in quotes(item["gold"]))
    assert all(stretches(item, claim["content"]) for claim in item["gold"]["claims"])


@pytest.mark.parametrize("item", gold(), ids=lambda item: item["id"])
def test_events_are_of_known_types_with_mentions_in_their_roles_on_days_that_exist(item: dict[str, Any]) -> None:
    known = set(lexicon().events.types)
    mentions = {quote for quote, *_ in item["gold"]["mentions"]}
    for event in item["gold"]["events"]:
        assert set(event["type"].split("|")) <= known
        assert {quote for role in ("initiators", "targets", "places") for quote in event.get(role, ())} <= mentions
        assert event.get("time") is None or any(days(event["time"]))


def test_the_parts_are_as_the_readme_tells() -> None:
    parts = [item["part"] for item in gold()]
    assert {part: parts.count(part) for part in parts} == PARTS


HEADS = [  # a noun phrase, and the same up to its head
    ("the army", "the army"),
    ("the governor of Kidal", "the governor"),
    ("two shopkeepers who saw it", "two shopkeepers"),
    ("thousands of students from Lima", "students"),
    ("at least 12 of the rebels in Goma", "the rebels"),
    ("Zhang Jun, the ambassador", "Zhang Jun"),
    ("of", "of"),
]


@pytest.mark.parametrize(("phrase", "wanted"), HEADS)
def test_a_head_ends_before_what_comes_after_it(phrase: str, wanted: str) -> None:
    text = f"{phrase} in Goma"
    assert text[slice(*head(text, (0, len(phrase))))] == wanted


def test_a_quote_stands_for_its_nth_occurrence() -> None:
    item = {"id": "x", "text": "Rebels seized Bria. Rebels denied it."}
    assert located(item, "Rebels#2") == (20, 26)
    with pytest.raises(KgError, match="'the navy' does not stand in its text"):
        located(item, "the navy")


@pytest.mark.parametrize(
    ("records", "message"),
    [([], "no record for the gold document 'x'"), ([{"id": "x", "text": "He left."}], "'x' is of another text")],
)
def test_a_record_that_is_missing_or_of_another_text_is_told(records: list[dict[str, str]], message: str) -> None:
    with pytest.raises(KgError, match=message):
        evaluate([{"id": "x", "text": "He left", "gold": {}}], records)
