"""What a report is written as: for people, for SHACL tools, for code hosts."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import RDF, SH
from typer.testing import CliRunner

from kg.cli import app
from kg.ledger import Ledger
from kg.rdf import documents, nquads
from kg.rdf.namespaces import KG
from kg.settings import DEFAULT_BASE
from kg.upkeep import rebuild
from kg.validation.formats.github import escaped
from tests.reports import TOOK

RUNNER = CliRunner()
MESSAGE = "A claim is either affirmed or negated."
MEND = "Give the claim exactly one kg:polarity: one of affirmed, negated."
REPORT_MUST = {SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.sourceShape, RDF.type}
REPORT_MAY = {SH.resultPath, SH.value, SH.resultMessage, rdflib.URIRef(KG.mend.value)}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one report whose claim is "so-so", and whose evidence lacks its position."""
    folder = tmp_path_factory.mktemp("store") / "kg"
    extraction = TOOK.extraction()
    quads = [
        ox.Quad(q.subject, q.predicate, ox.Literal("so-so"), q.graph_name) if q.predicate == KG.polarity else q
        for q in documents.quads(extraction)
    ]
    claim = next(quad.subject for quad in quads if quad.predicate == KG.polarity)
    ledger = Ledger.create(folder, DEFAULT_BASE)
    ledger.add(documents.document_iri(extraction.document).value, nquads.dumps(quads), f"{TOOK.text}")
    rebuild(folder)
    assert str(claim)
    return folder


def validated(store: Path, form: str) -> str:
    """What `kg validate` writes of a broken store."""
    result = RUNNER.invoke(app, ["validate", "--store", str(store), "--format", form])
    assert result.exit_code == 1, result.output
    return result.stdout


def test_people_read_what_is_wrong_where_and_what_to_do(broken: Path) -> None:
    heading, _, message, mend, node, value, quote = validated(broken, "table").splitlines()
    assert heading == "SHACL               1 violation"
    assert (message, mend) == (f"{MESSAGE} (1 time)", f"  mend: {MEND}")
    assert node.startswith("  c: https://w3id.org/conflict-kg/data/claim/")
    assert (value, quote) == ("      kg:polarity so-so", f"      “{TOOK.text}”")


def test_turtle_is_a_validation_report_of_shacl(broken: Path) -> None:
    text = validated(broken, "turtle")
    graph = rdflib.Graph().parse(data=text, format="turtle")
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert [value.toPython() for value in graph.objects(report, SH.conforms)] == [False]
    (result,) = graph.objects(report, SH.result)
    assert (result, RDF.type, SH.ValidationResult) in graph
    said = list(graph.predicates(result))
    assert REPORT_MUST <= set(said) <= REPORT_MUST | REPORT_MAY | {rdflib.URIRef("http://www.w3.org/ns/oa#exact")}
    assert len(said) == len(set(said))
    assert graph.value(result, SH.resultPath) == rdflib.URIRef(KG.polarity.value)
    assert graph.value(result, SH.sourceConstraintComponent) == SH.InConstraintComponent
    assert str(graph.value(result, SH.sourceShape)) == "https://w3id.org/conflict-kg/shapes#Claim-polarity"
    assert text == validated(broken, "turtle")


def test_json_has_everything(broken: Path) -> None:
    found = json.loads(validated(broken, "json"))
    (result,) = found["results"]
    assert found["conforms"] is False
    assert (result["message"], result["mend"], result["value"], result["document"]) == (MESSAGE, MEND, "so-so", "c")
    assert TOOK.text[result["start"] : result["end"]] == result["quote"] == TOOK.text
    assert (Path(result["file"]).read_text(), result["line"]) == (TOOK.text, 1)


def test_sarif_has_the_members_that_its_schema_demands(broken: Path) -> None:
    """`version` and `runs`; a run's `tool.driver.name`; a result's `message`; ids and indices that agree."""
    log = json.loads(validated(broken, "sarif"))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "conflict-kg"
    (result,) = run["results"]
    assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "Claim-polarity"
    assert driver["rules"][0]["help"]["text"] == MEND
    assert result["level"] in {"none", "note", "warning", "error"}
    assert MESSAGE in result["message"]["text"]
    (location,) = result["locations"]
    region = location["physicalLocation"]["region"]
    assert region == {"startLine": 1, "charOffset": 0, "charLength": len(TOOK.text), "snippet": {"text": TOOK.text}}
    assert Path(location["physicalLocation"]["artifactLocation"]["uri"]).read_text() == TOOK.text


def test_github_is_shown_the_line_of_the_text(broken: Path) -> None:
    (annotation,) = validated(broken, "github").splitlines()
    command, _, words = annotation.removeprefix("::").partition("::")
    given = dict(part.split("=") for part in command.removeprefix("error ").split(","))
    assert Path(given["file"]).read_text() == TOOK.text
    assert (given["line"], given["title"]) == ("1", "Claim-polarity")
    assert words.startswith(MESSAGE)


def test_a_command_of_a_workflow_stays_one_line() -> None:
    assert escaped("50%\r\nof a:b,c", also=":,") == "50%25%0D%0Aof a%3Ab%2Cc"


def test_without_its_text_a_breach_is_at_a_line_of_the_graph(broken: Path, tmp_path: Path) -> None:
    (text,) = broken.glob("texts/*/*.txt")
    text.rename(tmp_path / "kept")
    try:
        (result,) = json.loads(validated(broken, "json"))["results"]
    finally:
        (tmp_path / "kept").rename(text)
    assert f"<{result['focus']}>" in Path(result["file"]).read_text().splitlines()[result["line"] - 1]


def test_what_conforms_is_said_so(tmp_path: Path) -> None:
    extraction = TOOK.extraction()
    ledger = Ledger.create(tmp_path / "kg", DEFAULT_BASE)
    ledger.add(documents.document_iri(extraction.document).value, nquads.dumps(documents.quads(extraction)), TOOK.text)
    rebuild(tmp_path / "kg")
    for form, written in (("table", "SHACL               conforms\n"), ("github", "")):
        result = RUNNER.invoke(app, ["validate", "--store", str(tmp_path / "kg"), "--format", form])
        assert (result.exit_code, result.stdout) == (0, written)
