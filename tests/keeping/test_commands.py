"""What the command line says of revisions, and of another kg that writes."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg import open_store
from kg.cli import app
from kg.ledger import Ledger, Lock

FIRST = {"id": "siege-1", "date": "2024-01-01", "text": "Rebels seized Uvira."}
UPDATE = {"id": "siege-2", "date": "2024-01-02", "text": "Rebels seized Uvira. They left it on Tuesday."}
URL = {"url": "https://paper.example/siege"}


def kg(*arguments: object):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def written(file: Path, *articles: dict[str, str]) -> Path:
    file.write_text("".join(json.dumps(article | URL) + "\n" for article in articles))
    return file


def documents(store: Path) -> list[str]:
    """The ids of the documents that are asked."""
    rows = open_store(store).query("SELECT ?id { ?d a kg:Document ; dcterms:identifier ?id } ORDER BY ?id")
    return [row["id"].value for row in rows]


def test_a_newer_article_supersedes_an_older_one_until_it_is_retracted(tmp_path: Path) -> None:
    store = tmp_path / "s"
    told = kg("build", written(tmp_path / "a.jsonl", UPDATE, FIRST), "--store", store).stdout.splitlines()
    assert told[:2] == [
        "documents read      2 (2 new or changed, 1 superseded by newer ones)",
        "documents in store  1",
    ]
    assert documents(store) == ["siege-2"]
    assert kg("retract", "siege-2", "--store", store).stdout.startswith("documents in store  1\n")
    assert documents(store) == ["siege-1"]
    kg("build", tmp_path / "a.jsonl", "--store", store)
    assert kg("retract", "siege-1", "--store", store).exit_code == 0
    assert (documents(store), Ledger(store).listed("revisions")) == (["siege-2"], {})


@pytest.mark.parametrize(
    "command",
    [
        ["build", "{article}"],
        ["rebuild"],
        ["retract", "siege-1"],
        ["load", "{turtle}"],
        ["check", "--quick"],
        ["backup", "{backup}"],
    ],
)
def test_a_second_writer_is_told_to_wait(tmp_path: Path, command: list[str]) -> None:
    store = Ledger.create(tmp_path / "s", "https://w3id.org/conflict-kg/data/").folder
    (tmp_path / "t.ttl").write_text("<x:a> <x:b> <x:c> .")
    places = {"article": written(tmp_path / "a.jsonl", FIRST), "turtle": tmp_path / "t.ttl", "backup": tmp_path / "b"}
    with Lock(store):
        told = kg(*(part.format(**places) for part in command), "--store", store)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.endswith("wait until it has ended, or give --wait SECONDS\n")
    assert told.stderr.count("\n") == 1
    assert not places["backup"].exists()


def test_a_command_waits_as_long_as_it_is_told(kept: Path, tmp_path: Path) -> None:
    lock, started = Lock(kept), time.monotonic()
    lock.__enter__()
    timer = threading.Timer(1, lambda: lock.__exit__(None, None, None))
    timer.start()
    assert kg("backup", tmp_path / "b.tar.gz", "--wait", 60, "--store", kept).exit_code == 0
    assert time.monotonic() - started > 0.9
    timer.join()
