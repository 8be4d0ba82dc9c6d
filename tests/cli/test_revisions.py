"""What `kg revisions` says of articles that were read in several states."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

AT = "https://paper.example/flood"
STATES = [
    {"id": "flood-2", "date": "2024-05-02", "url": f"{AT}?utm_source=x", "text": "Six died.\n\nThe dam \x1b[2J held."},
    {"id": "flood-1", "date": "2024-05-01", "url": AT, "text": "Two died.\n\nThe dam \x1b[2J held."},
    {"id": "flood-3", "date": "2024-05-03", "url": f"{AT}#top", "text": "Nine died.\n\nThe dam broke."},
    {"id": "alone", "date": "2024-05-02", "url": "https://paper.example/alone", "text": "Nobody came to the talks."},
    {"id": "nowhere", "text": "The envoys met again."},
]


def asked(store: Path, *arguments: str):
    return CliRunner().invoke(app, ["revisions", *arguments, "--store", str(store)])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that has read the states of one article out of order, and two other articles."""
    folder = tmp_path_factory.mktemp("revisions")
    (folder / "a.jsonl").write_text("".join(json.dumps(state) + "\n" for state in STATES))
    assert CliRunner().invoke(app, ["build", str(folder / "a.jsonl"), "--store", str(folder / "s")]).exit_code == 0
    return folder / "s"


FLOOD = ["flood-1 2024-05-01 false", "flood-2 2024-05-02 false", "flood-3 2024-05-03 true"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ([], FLOOD),
        (["flood-1"], FLOOD),
        ([f"{AT}?fbclid=7#comments"], FLOOD),
        (["alone"], ["alone 2024-05-02 true"]),
        (["nowhere"], ["nowhere  true"]),
    ],
)
def test_the_texts_of_an_article_stand_from_the_oldest_to_the_one_in_force(store, document, expected):
    rows = csv.DictReader(io.StringIO(asked(store, *document, "--format", "csv").stdout))
    assert [f"{row['document']} {row['published']} {row['in_force']}" for row in rows] == expected


def test_a_revision_names_its_text_its_file_and_its_document(store):
    (row,) = csv.DictReader(io.StringIO(asked(store, "alone", "--format", "csv").stdout))
    assert (row["origin"], row["url"]) == ("a.jsonl", "https://paper.example/alone")
    assert row["text_sha256"] == hashlib.sha256(STATES[3]["text"].encode()).hexdigest()
    assert "1 row" in asked(store, row["document_iri"]).stdout


def test_a_difference_goes_from_text_to_text_and_steers_no_terminal(store):
    told = asked(store, "flood-2", "--diff").stdout.splitlines()
    assert [line for line in told if not line.startswith("@@")] == [
        "--- flood-1 2024-05-01",
        "+++ flood-2 2024-05-02",
        "-Two died.",
        "+Six died.",
        " ",
        " The dam \N{REPLACEMENT CHARACTER}[2J held.",
        "--- flood-2 2024-05-02",
        "+++ flood-3 2024-05-03",
        "-Six died.",
        "+Nine died.",
        " ",
        "-The dam \N{REPLACEMENT CHARACTER}[2J held.",
        "+The dam broke.",
    ]


@pytest.mark.parametrize(
    ("arguments", "status", "expected"),
    [
        (["elsewhere"], 2, "has no document 'elsewhere'\n"),
        (["alone", "--diff"], 0, "there is one text of each article: nothing was changed\n"),
    ],
)
def test_what_there_is_not_is_told(store, arguments, status, expected):
    told = asked(store, *arguments)
    assert (told.exit_code, told.stdout, told.stderr.endswith(expected)) == (status, "", True)
