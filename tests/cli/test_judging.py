"""`kg judge` and `kg review`: what is kept, that it lasts, and what it changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.ledger import Ledger
from kg.upkeep import rebuild, retract
from tests.reports import REPORTS, WITHDREW, told

runner = CliRunner()
WITHDRAWALS = "SELECT ?m { ?m a kg:EventMention ; kg:eventType kg:Withdrawal } ORDER BY ?m"
EVENTS = "SELECT ?e { ?e a kg:Event ; kg:eventType kg:Withdrawal } ORDER BY ?e"


def kg(*arguments: object, data: str | None = None) -> Result:
    """Run a command in this process."""
    return runner.invoke(app, [str(a) for a in arguments], input=data, catch_exceptions=False)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of `REPORTS`; tests work on copies."""
    return told(tmp_path_factory.mktemp("judging") / "store", *REPORTS)


@pytest.fixture
def store(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "store"))


def column(store: Path, sparql: str) -> list[str]:
    return kg("query", sparql, "--format", "csv", "--store", store).stdout.splitlines()[1:]


def dump(store: Path) -> str:
    return kg("dump", "--store", store).stdout


def test_a_judgement_outlives_rebuild_and_retraction_to_the_byte(store: Path) -> None:
    one, other = column(store, WITHDRAWALS)
    kg("judge", "same", one, other, "--who", "Ada", "--why", "one withdrawal", "--store", store)
    kept, graph = (store / "judgements.ttl").read_bytes(), dump(store)
    assert len(column(store, EVENTS)) == 1
    rebuild(store)
    assert dump(store) == graph
    retract(store, "b")
    assert len(column(store, EVENTS)) == 1
    told(store, WITHDREW)
    assert (dump(store), (store / "judgements.ttl").read_bytes()) == (graph, kept)
    assert kg("review", "--to", "-", "--store", store).stdout.count("\n") == 1


def test_of_two_people_the_last_counts_and_both_stay(store: Path) -> None:
    one, other = column(store, WITHDRAWALS)
    for who, verdict, when, events in (("Ada", "same", "2024-03-04", 1), ("Bo", "different", "2024-03-05", 2)):
        kg("judge", verdict, one, other, "--who", who, "--when", when, "--store", store)
        assert len(column(store, EVENTS)) == events
    judges = "SELECT ?who { ?j a kg:Judgement ; kg:judgedBy ?who } ORDER BY ?who"
    assert column(store, judges) == ["Ada", "Bo"]
    kg("judge", "unsure", one, other, "--who", "Ada", "--when", "2024-03-06", "--store", store)
    assert column(store, judges) == ["Ada", "Bo"]


def test_events_are_judged_by_their_mentions(store: Path) -> None:
    one, other = column(store, EVENTS)
    result = kg("judge", "same", one.rsplit("/", 1)[1][:9], other, "--store", store)
    assert (result.exit_code, len(column(store, EVENTS))) == (0, 1)
    assert "mention/event" in (store / "judgements.ttl").read_text()


def test_a_phrase_is_not_presumed_to_be_whom_a_person_kept_it_apart_from(seeds_store: Path, tmp_path: Path) -> None:
    store = Path(shutil.copytree(seeds_store, tmp_path / "seeds"))
    presumed = """SELECT ?phrase ?actor { ?p kg:presumes ?phrase ; kg:presumedSame ?actor . ?phrase kg:localTo ?d }
        ORDER BY ?phrase ?actor"""
    first = column(store, presumed)[0]
    result = kg("judge", "different", *first.split(","), "--store", store)
    assert (result.exit_code, first in column(store, presumed)) == (0, False)
    derived_stepwise = dump(store)
    rebuild(store)
    assert dump(store) == derived_stepwise


def test_a_rejected_claim_stays_and_supports_nothing(store: Path) -> None:
    denials = "SELECT ?c { ?c kg:modality 'denied' }"
    clashes = "SELECT ?x { ?x a kg:Contradiction }"
    assert len(column(store, clashes)) == 1
    (denial,) = column(store, denials)
    kg("judge", "reject", denial, "--who", "Ada", "--when", "2024-03-04", "--why", "misread", "--store", store)
    assert column(store, clashes) == []
    assert column(store, denials) == [denial]
    shown = kg("explain", denial, "--store", store).stdout
    assert "rejected by Ada, 2024-03-04: misread" in shown
    kg("judge", "accept", denial, "--who", "Bo", "--when", "2024-03-05", "--store", store)
    assert len(column(store, clashes)) == 1


def test_an_event_whose_claims_are_all_rejected_is_rejected(store: Path) -> None:
    claims = column(store, "SELECT ?c { ?c kg:states ?m . ?m kg:eventType kg:Capture }")
    assert kg("judge", "reject", *claims, "--store", store).exit_code == 0
    status = "SELECT DISTINCT ?s { ?e a kg:Event ; kg:eventType kg:Capture ; kg:status ?s }"
    assert column(store, status) == ["rejected"]
    assert kg("validate", "--store", store).exit_code == 0


@pytest.mark.parametrize(
    ("typed", "kept", "left"),
    [
        ("y\n", 1, 0),
        ("n\n", 1, 0),
        ("unsure\n", 1, 0),
        ("skip\n", 0, 1),
        ("quit\n", 0, 1),
        ("", 0, 1),
        ("eh\ny\n", 1, 0),
    ],
)
def test_review_asks_and_keeps_what_is_answered(store: Path, typed: str, kept: int, left: int) -> None:
    result = kg("review", "--who", "Ada", "--store", store, data=typed)
    assert "Lake Mission left Sake" in result.stdout and "Cheers met the withdrawal" in result.stdout
    judged = column(store, "SELECT ?j { ?j a kg:Judgement ; kg:judgedBy 'Ada' }")
    assert len(judged) == kept
    assert kg("review", "--to", "-", "--store", store).stdout.count("\n") == 1 + left


def test_review_by_sheet(store: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "pairs.tsv"
    kg("review", "--to", sheet, "--store", store)
    head, row = sheet.read_text().splitlines()
    assert head.startswith("verdict\tcomment\tleft_label\tleft_quote")
    sheet.write_text(f"{head}\nsame\tone and the same{row[1:]}\n")
    result = kg("review", "--from", sheet, "--who", "Ada", "--store", store)
    assert result.stdout.startswith("1 judged")
    assert len(column(store, EVENTS)) == 1
    assert column(store, "SELECT ?why { ?j a kg:Judgement ; rdfs:comment ?why }") == ["one and the same"]
    assert kg("review", "--store", store).stdout == "nothing judged\n"


def test_explain_tells_why_two_events_are_apart_and_who_judged_it(store: Path) -> None:
    one, other = column(store, EVENTS)
    before = kg("explain", one, other, "--store", store).stdout
    assert "unsure" in before
    assert "  +1  Both are at one place, or one place lies in or near the other." in before
    kg("judge", "same", one, other, "--who", "Ada", "--when", "2024-03-04", "--store", store)
    (event,) = column(store, EVENTS)
    assert "Judged same by Ada, 2024-03-04." in kg("explain", event, "--store", store).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("judge", "same", "Lake Mission"), "kg judge same takes two nodes, not 1"),
        (("judge", "same", "Lake Mission", "Nobody"), "there is no node 'Nobody'"),
        (("judge", "same", "Lake Mission", "Sake"), "of two kinds (actor, place): judge two of a kind"),
        (("judge", "same", "Lake Mission", "lake mission"), "one and the same already"),
        (("judge", "same", "a", "b"), "nothing that can be the same as another"),
        (("judge", "same", "Lake Mission", "http://[x"), "is no IRI"),
        (("judge", "reject", "Lake Mission"), "is no claim: kg explain Lake Mission shows the claims"),
        (("judge", "reject", "Lake Mission", "--when", "soon"), "'soon' is no date"),
        (("review", "--from", "-"), "the sheet has no column verdict or left or right"),
        (("review", "--from", "/nowhere"), "cannot be read as a sheet"),
        (("explain", "Lake Mission", "Sake"), "Lake Mission is no event, nor a report of one"),
    ],
)
def test_what_cannot_be_judged_is_told_in_one_line(arguments: tuple[str, ...], message: str, store: Path) -> None:
    result = kg(*arguments, "--store", store, data="x\ty\n")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert message in result.stderr
    assert not Ledger(store).judgements.exists()


@pytest.mark.parametrize(
    ("row", "message"), [("maybe\tx\ty", "line 2: 'maybe' is no verdict"), ("y\tx\ty", "line 2: ")]
)
def test_a_wrong_row_of_a_sheet_is_told_with_its_line(row: str, message: str, store: Path) -> None:
    result = kg("review", "--from", "-", "--store", store, data=f"verdict\tleft\tright\n{row}\n")
    assert (result.exit_code, message in result.stderr) == (2, True)
    assert not Ledger(store).judgements.exists()


def test_a_link_leads_to_where_judgements_are_kept(store: Path, tmp_path: Path) -> None:
    (tmp_path / "team.ttl").write_text("")
    (store / "judgements.ttl").symlink_to(tmp_path / "team.ttl")
    kg("judge", "same", *column(store, EVENTS), "--store", store)
    assert (store / "judgements.ttl").is_symlink()
    assert "kg:Judgement" in (tmp_path / "team.ttl").read_text()
