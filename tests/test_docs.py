"""The documents say what is there, and what they show runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli import COMMANDS
from kg.exporters import EXPORTERS
from kg.queries import FORMATS, catalogue

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text()
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "NOTICE")
TABLE_ROW = re.compile(r"^\| `([^`]+)` \| (.+?) \|(?: (.*) \|)?$", re.MULTILINE)


def block(language: str, text: str) -> str:
    """The first code block of a language."""
    found = re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found
    return found.group(1)


def output(name: str) -> str:
    """What the README says that a command prints."""
    found = re.search(rf"<!-- output: {name} -->\n```\n(.*?)```", README, re.DOTALL)
    assert found
    return found.group(1)


def test_every_command_is_in_the_readme_in_its_own_words() -> None:
    rows = {name: meaning for name, meaning, rest in TABLE_ROW.findall(README) if not rest}
    assert rows == {f"kg {name}": meaning for name, (_, meaning) in COMMANDS.items()}


def test_every_question_is_in_the_readme_with_its_parameters() -> None:
    rows = {name: (question, rest) for name, question, rest in TABLE_ROW.findall(README) if rest}
    assert rows == {
        query.name: (query.question, ", ".join(f"`{p.name}`" for p in query.parameters)) for query in catalogue()
    }


@pytest.mark.parametrize("name", [*FORMATS, *EXPORTERS])
def test_every_format_is_in_the_readme(name: str) -> None:
    assert re.search(rf"`{name}`|export {name}", README)


def test_every_command_line_shown_names_a_command() -> None:
    shown = re.findall(r"^(?:\S*/)?kg ([a-z]+)|&& \S*/kg ([a-z]+)", block("sh", README) + README, re.MULTILINE)
    assert shown
    assert {one or other for one, other in shown} <= set(COMMANDS)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_that_documents_name_exist(document: str) -> None:
    text = (ROOT / document).read_text()
    named = re.findall(r"(?<![\w./-])((?:kg|ontology|queries|seeds|tests)/[\w./*-]*)", text)
    assert [path for path in named if not list(ROOT.glob(path.rstrip("/.")))] == []


def test_the_example_prints_what_the_readme_says(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", block("python", README)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (run.stderr, run.stdout) == ("", output("python"))


def test_the_event_type_of_the_guide_is_turtle() -> None:
    triples = list(ox.parse(block("turtle", CONTRIBUTING), format=ox.RdfFormat.TURTLE))
    assert any(triple.object == ox.NamedNode("https://w3id.org/conflict-kg/ontology#EventType") for triple in triples)


def test_asking_loads_neither_a_parser_nor_rdflib() -> None:
    code = "import sys, kg.queries, kg.exporters, kg.store; print({'spacy', 'rdflib'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
