"""What counts as right: each case is an answer of a gold file, a guess, and what becomes of them."""

from __future__ import annotations

from typing import Any

import pytest

from kg.evaluation import Score, confusions, evaluate, scores
from kg.evaluation.report import wrong

TEXT = "Rebels seized Bria, an aide of the governor said. They shot at the town of Bria and met envoys on Monday."
MENTIONS = {
    "rebels": {"start": 0, "end": 6, "kind": "organisation", "entity": "R"},
    "bria": {"start": 14, "end": 18, "kind": "place", "entity": "B"},
    "aide": {"start": 20, "end": 27, "kind": "person", "entity": None},
    "governor": {"start": 31, "end": 43, "kind": "person", "entity": None},
    "they": {"start": 50, "end": 54, "kind": "organisation", "entity": "R", "pronoun": True},
    "town": {"start": 63, "end": 79, "kind": "place", "entity": None},
    "envoys": {"start": 88, "end": 94, "kind": "organisation", "entity": None},
    "treaty": {"start": 84, "end": 87, "kind": "agreement", "entity": None},  # what it is about: no role
    "monday": {"start": 98, "end": 104, "kind": "time", "entity": None},
}
GOLD_MENTIONS = [
    ["Rebels", "organisation"],
    ["Bria", "place"],
    ["an aide of the governor", "person"],
    ["envoys", "organisation"],
]
CAPTURE = {"type": "Capture", "trigger": [7, 13], "initiators": ["rebels"], "targets": [], "places": ["bria"]} | {
    "time": None, "polarity": "affirmed", "modality": "actual", "claim": "c1"}  # fmt: skip
SHOT = CAPTURE | {"type": "Attack", "trigger": [55, 59], "initiators": ["they"], "places": ["town"], "claim": None}
MET = CAPTURE | {"type": "Meeting", "trigger": [84, 87], "initiators": ["envoys"], "places": [], "claim": None}
CLAIM = {"id": "c1", "source_span": [20, 43], "cue": [44, 48], "content": [[0, 18]]}


def figures(gold: dict[str, Any], **guessed: Any) -> dict[str, tuple[int, int, int]]:
    """Right, guessed and wanted of each measure."""
    return {score.measure: (score.right, score.guessed, score.wanted) for score in scored(gold, guessed)}


def outcomes(gold: dict[str, Any], guessed: dict[str, Any]) -> tuple[Any, ...]:
    mentions = [{"id": name, **mention} for name, mention in MENTIONS.items()]
    record = {"id": "x", "text": TEXT, "mentions": mentions, "events": [], "claims": [CLAIM], **guessed}
    return evaluate([{"id": "x", "text": TEXT, "part": "dev", "gold": gold}], [record])


def scored(gold: dict[str, Any], guessed: dict[str, Any]) -> tuple[Score, ...]:
    return scores(outcomes(gold, guessed))


@pytest.mark.parametrize(
    ("wanted", "right"),
    [
        (["Rebels", "organisation"], 1),
        (["Rebels", "place"], 0),
        (["an aide of the governor", "person"], 1),  # "an aide" has its head
        (["Rebels seized", "organisation"], 0),
        (["envoys on Monday", "time"], 1),  # times need only touch
        (["on Monday", "place"], 0),
    ],
)
def test_mentions_need_their_kind_and_head(wanted: list[str], right: int) -> None:
    assert figures({"mentions": [wanted]})["mentions"] == (right, 8, 1)  # the pronoun is none


def test_what_is_optional_counts_neither_way() -> None:
    wanted = [["Rebels", "place", "optional"], ["shot", "time", "optional"]]
    assert figures({"mentions": wanted})["mentions"] == (0, 7, 0)
    optional = {"type": "Capture", "trigger": "seized Bria", "optional": True}
    assert figures({"events": [optional]}, events=[CAPTURE]) == {}


def test_a_guess_stands_for_what_must_be_found_before_what_may_be() -> None:
    optional = {"type": "Capture", "trigger": "seized Bria", "optional": True}
    wanted = {"events": [optional, {"type": "Capture", "trigger": "seized"}]}
    assert figures(wanted, events=[CAPTURE])["events"] == (1, 1, 1)


def event(quote: str, kind: str, **told: Any) -> dict[str, Any]:
    """An event of the gold file, with the mentions that its roles are quotes of."""
    return {"mentions": GOLD_MENTIONS, "events": [{"type": kind, "trigger": quote, **told}]}


def test_events_need_their_type_where_triggers_need_their_place() -> None:
    found = figures(event("seized", "Attack"), events=[CAPTURE])
    assert (found["triggers"], found["events"]) == ((1, 1, 1), (0, 1, 1))
    assert figures(event("seized", "Attack|Capture"), events=[CAPTURE])["events"] == (1, 1, 1)
    assert figures(event("met", "Capture"), events=[CAPTURE])["triggers"] == (0, 1, 1)


@pytest.mark.parametrize(
    ("wanted", "guess", "counts"),
    [
        (event("seized", "Capture", initiators=["Rebels"]), CAPTURE, (1, 1, 1)),
        (event("seized", "Capture", initiators=["an aide of the governor"]), CAPTURE, (0, 1, 1)),
        (event("shot", "Attack", initiators=["Rebels"]), SHOT, (1, 1, 1)),  # "they" are the rebels
        (event("shot", "Attack", targets=["Bria#2"]), SHOT, (0, 0, 1)),  # no mention of the gold file: no place
        (event("seized", "Capture", targets=["Bria"]), CAPTURE, (1, 1, 1)),  # a place that is hit
        (event("seized", "Capture", initiators=[], targets=[], places=[]), CAPTURE, (0, 2, 0)),
        (event("met", "Meeting", initiators=["envoys"], targets=[]), MET | {"targets": ["treaty"]}, (1, 1, 1)),
        (event("met", "Meeting", initiators=[], targets=["envoys"]), MET, (1, 1, 1)),  # either side of a mutual act
        (
            event("met", "Meeting", targets=["envoys"], places=["Bria"]),
            MET,
            (0, 0, 1),
        ),  # half of its sides: none scored
    ],
)
def test_roles_are_filled_by_entities(
    wanted: dict[str, Any], guess: dict[str, Any], counts: tuple[int, int, int]
) -> None:
    assert figures(wanted, events=[guess])["roles"] == counts


@pytest.mark.parametrize(
    ("wanted", "time", "counts"),
    [
        ("2023-02", {"start": "2023-02-01", "end": "2023-02-28"}, (1, 1, 1)),
        ("2023-02", {"start": "2023-02-01", "end": "2023-02-27"}, (0, 1, 1)),
        ("../2023-06", {"start": None, "end": "2023-06-30"}, (1, 1, 1)),
        ("2023-06", None, (0, 0, 1)),
        (None, {"start": "2023", "end": "2023"}, (0, 1, 0)),
    ],
)
def test_dates_are_compared_by_their_first_and_last_day(
    wanted: str | None, time: dict[str, Any] | None, counts: tuple[int, int, int]
) -> None:
    assert figures(event("seized", "Capture", time=wanted), events=[CAPTURE | {"time": time}])["dates"] == counts


def test_what_no_text_tells_and_nobody_guessed_is_no_answer() -> None:
    assert "dates" not in figures(event("seized", "Capture", time=None), events=[CAPTURE])


def test_factuality_counts_where_the_event_was_found() -> None:
    told = {"polarity": "affirmed", "modality": "planned"}
    assert figures(event("seized", "Capture", **told), events=[CAPTURE])["factuality"] == (1, 2, 2)
    assert "factuality" not in figures(event("seized", "Attack", **told), events=[CAPTURE])


SAID = {"source": "an aide of the governor", "cue": "said", "content": "Rebels seized Bria"}


@pytest.mark.parametrize(
    ("claim", "guess", "claims", "sourced"),
    [
        (SAID, CLAIM, (1, 1, 1), (1, 1, 1)),
        (SAID, CLAIM | {"source_span": [31, 43]}, (1, 1, 1), (0, 1, 1)),  # the governor
        (SAID, CLAIM | {"source_span": None}, (1, 1, 1), (0, 1, 1)),
        (SAID, CLAIM | {"content": [[0, 6]]}, (0, 1, 1), (0, 1, 1)),
        (SAID | {"content": ["Rebels", "Bria"]}, CLAIM | {"content": [[0, 6], [14, 18]]}, (1, 1, 1), (1, 1, 1)),
    ],
)
def test_claims_need_half_of_their_content_and_then_their_source(
    claim: dict[str, Any], guess: dict[str, Any], claims: tuple[int, int, int], sourced: tuple[int, int, int]
) -> None:
    found = figures({"claims": [claim]}, claims=[guess])
    assert (found["claims"], found["sourced claims"]) == (claims, sourced)


WIDER = {"source": "envoys", "cue": None, "content": "Rebels seized Bria, an aide of the governor said."}


@pytest.mark.parametrize(
    ("claims", "claim", "counts"),
    [
        ([SAID], "c1", (1, 1, 1)),
        ([SAID], None, (0, 1, 1)),
        ([], None, (1, 1, 1)),
        ([WIDER, SAID], "c1", (1, 1, 1)),  # the innermost one
        ([WIDER, SAID | {"optional": True}], "c1", None),
    ],
)
def test_an_event_is_told_by_the_source_of_the_claim_that_holds_it(
    claims: list[dict[str, Any]], claim: str | None, counts: tuple[int, int, int] | None
) -> None:
    wanted = event("seized", "Capture") | {"claims": claims}
    assert figures(wanted, events=[CAPTURE | {"claim": claim}]).get("claimants") == counts


def test_as_many_answers_as_can_be_have_a_guess() -> None:
    """ "seized" could take either guess, "seized Bria" only the second one."""
    wanted = {"events": [{"type": "Capture", "trigger": "seized Bria"}, {"type": "Capture", "trigger": "seized"}]}
    guesses = [CAPTURE, CAPTURE | {"trigger": [14, 18]}]
    assert figures(wanted, events=guesses)["events"] == (2, 2, 2)


def test_errors_are_told_with_what_was_confused() -> None:
    found = outcomes(event("seized", "Attack"), {"events": [CAPTURE, SHOT]})
    assert [line for measure, _, line in wrong(found) if measure in ("triggers", "events")] == [
        "Capture for Attack: seized",
        "false alarm Attack: shot",
    ]
    assert confusions(found, "events") == [("Attack", "Capture", 1)]
