"""`kg asof`, `kg contradictions` and `kg view`: what they print of the seeds and of a few short reports."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.policies import POLICIES, VALUED
from kg.policies.facts import facts
from kg.rdf import facts as graph
from kg.rdf.namespaces import KG, background_graph
from kg.settings import DEFAULT_BASE
from kg.store import EmbeddedStore, open_store
from kg.validation import validate
from tests.reports import DENIED, LEFT, TOOK, WITHDREW, iri, told

runner = CliRunner()


def kg(*arguments: object) -> str:
    """What a command prints."""
    result = runner.invoke(app, [str(a) for a in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one withdrawal told twice, and of a capture that is claimed and denied."""
    return told(tmp_path_factory.mktemp("asking") / "store", LEFT, WITHDREW, TOOK, DENIED)


@pytest.fixture(scope="module")
def store(reports: Path) -> EmbeddedStore:
    return open_store(reports)


def test_asof_puts_competing_claims_on_kidal_side_by_side(seeds_store: Path) -> None:
    table = kg("asof", "2023-11-14", "--place", "Kidal", "--store", seeds_store)
    told_for = ("Permanent Strategic Framework: held", "told for 2023-11-13", "remains in the hands of")
    since = ("Malian Armed Forces: held", "since 2023-11-14", "Assimi Goïta", "African Press Agency")
    assert [words for words in ("Who holds what", *told_for, *since) if words not in table] == []


def test_asof_leaves_out_what_was_not_known_yet(seeds_store: Path) -> None:
    known = kg(
        "asof", "2023-11-14", "--place", "Kidal", "--known-by", "2023-11-13", "-f", "csv", "--store", seeds_store
    )
    assert {row["who"] for row in csv.DictReader(StringIO(known))} == {"Permanent Strategic Framework"}


def test_asof_tells_which_agreements_and_mandates_are_in_force(seeds_store: Path) -> None:
    rows = csv.DictReader(StringIO(kg("asof", "2023-05", "-f", "csv", "--store", seeds_store)))
    told_of = {
        (row["who"], row["basis"], row["start"] or row["end"]) for row in rows if row["kind"] == "AgreementStatus"
    }
    assert ("mandate of MINUSMA", "until", "2023-06-30") in told_of
    assert any(who.startswith("Agreement for Peace and Reconciliation") for who, *_ in told_of)


def test_asof_and_its_query_give_the_same(reports: Path) -> None:
    asked = kg("asof", "2024-02", "-a", "Paper a", "-k", "2024-03-01", "-p", "Sake", "-f", "json", "--store", reports)
    given = [f"-p{pair}" for pair in ("date=2024-02", "according_to=Paper a", "known_by=2024-03-01", "place=Sake")]
    assert json.loads(asked) == json.loads(kg("query", "asof", *given, "--format", "json", "--store", reports))
    assert [row["who_iri"]["value"] for row in json.loads(asked)["results"]["bindings"]] == [iri("Lake Mission")]


def test_asof_says_so_where_nothing_is_known(reports: Path) -> None:
    assert kg("asof", "1950", "--according-to", "Kivu Front", "--store", reports) == "nothing is known of that\n"


def test_contradictions_show_both_sides_with_who_where_and_when(reports: Path) -> None:
    shown = kg("contradictions", "--store", reports)
    wanted = ("Example Army", "Kivu Front", "“Kivu Front denies it took Sake on 1 March.”", "Paper c, 2024-03-03 (c)")
    assert [words for words in wanted if words not in shown] == []
    assert shown.endswith("1 contradiction\n")


def test_contradictions_are_narrowed_to_a_kind_a_place_and_an_actor(seeds_store: Path) -> None:
    def found(*given: str) -> list[dict[str, str]]:
        return list(csv.DictReader(StringIO(kg("contradictions", *given, "-f", "csv", "--store", seeds_store))))

    every = found()
    assert found("--kind", "outcome") == [row for row in every if row["kind"] == "outcome"] != []
    assert found("--kind", "date", "--place", "Bamako") == []
    assert {"Malian Armed Forces"} <= {row["claimantA"] for row in found("--actor", "FAMa")} | {
        row["claimantB"] for row in found("--actor", "FAMa")
    }


LEFT_SAKE, WITHDRAWAL = "withdrawal from Sake by Lake Mission", "withdrawal from Kivu Hills"
CAPTURE, HELD = "capture of Sake by Kivu Front", "Kivu Front holds Sake"
PRESENT = "Lake Mission is present in Sake"


@pytest.mark.parametrize(
    ("policy", "labels"),
    [
        ("attributed", {LEFT_SAKE, WITHDRAWAL, PRESENT, CAPTURE, HELD}),
        ("uncontested", {LEFT_SAKE, WITHDRAWAL, PRESENT}),
        ("majority", {LEFT_SAKE, WITHDRAWAL, PRESENT}),
        ("publisher:Paper a", {LEFT_SAKE, PRESENT}),
        ("publisher:Paper c", set()),
    ],
)
def test_a_view_holds_what_its_policy_takes_as_so(policy: str, labels: set[str], store: EmbeddedStore) -> None:
    assert {fact.label for fact in facts(store, policy)} == labels


def test_the_views_of_all_policies_beside_their_store_conform(seeds_store: Path) -> None:
    seeds = open_store(seeds_store)
    policies = [f"{name}:African Press Agency" if name == VALUED else name for name in POLICIES]
    made = [quad for policy in policies for quad in graph.quads(facts(seeds, policy))]
    named = {quad.object.value for quad in made if quad.predicate == KG.policy}
    stated = [quad for quad in seeds.quads() if quad.graph_name != background_graph(DEFAULT_BASE)]
    assert (named, validate([*made, *stated]).results) == (set(policies), ())


def test_every_fact_of_a_view_leads_to_claims_of_the_store(reports: Path, store: EmbeddedStore) -> None:
    made = ox.Store()
    made.load(kg("view", "--store", reports).encode(), format=ox.RdfFormat.TURTLE)
    rested = {quad.object for quad in made.quads_for_pattern(None, KG.basedOn, None)}
    claims = {row["c"] for row in store.query("SELECT ?c { ?c a kg:Claim }")}  # type: ignore[union-attr]
    assert rested and rested <= claims
    whys = {quad.object.value for quad in made if quad.predicate.value.endswith("description")}
    assert "affirmed by Paper a; nobody denies or contradicts it" in whys


def test_a_view_is_a_table_too(reports: Path) -> None:
    rows = list(csv.DictReader(StringIO(kg("view", "--policy", "attributed", "-f", "csv", "--store", reports))))
    assert "so say Example Army" in {row["why"] for row in rows}


@pytest.mark.parametrize("command", [["asof", "2024"], ["contradictions"], ["view"]])
def test_asking_waits_neither_for_spacy_nor_for_rdflib(command: list[str], reports: Path) -> None:
    code = (
        "import sys; from kg.cli import app\n"
        f"app([*{command!r}, '--store', {str(reports)!r}, '--output', '/dev/null'], standalone_mode=False)\n"
        "print([m for m in ('spacy', 'rdflib', 'pyshacl') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("asof", "soon"), "date='soon' is no date: write it as 2023"),
        (("asof", "2024", "--known-by", "now"), "is no date"),
        (("asof", "2024", "--place", "Nowhere"), "no place is called 'Nowhere'"),
        (("asof", "2024", "--according-to", "Sake"), "'Sake' is the name of something, but of no actor"),
        (("asof", "2024", "--format", "gold"), "there is no format 'gold'"),
        (("contradictions", "--actor", "Nobody"), "no actor is called 'Nobody'"),
        (
            ("contradictions", "--kind", "nonsense"),
            "there is no kind of contradiction 'nonsense': choose one of control, ",
        ),
        (("view", "--policy", "hearsay"), "there is no policy 'hearsay'"),
        (("view", "--policy", "publisher:Nobody"), "no actor is called 'Nobody'"),
    ],
)
def test_a_wrong_question_is_told_in_one_line(arguments: tuple[str, ...], message: str, reports: Path) -> None:
    result = runner.invoke(app, [*arguments, "--store", str(reports)])
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert message in result.stderr
