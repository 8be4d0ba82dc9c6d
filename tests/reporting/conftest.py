"""The reports that the tests look at: one of two hostile articles, one of the seeds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.ledger import Ledger
from kg.pipeline import build
from kg.reporting import report
from kg.settings import Settings
from kg.store import open_store

HOSTILE = (
    {
        "id": '"><script>alert(1)</script>',
        "title": "</summary><img src=x onerror=alert(2)>",
        "source": "javascript:alert(3)",
        "date": "2024-03-09",
        "text": "The army said on Saturday that it had seized Bunagana </div><script>alert(4)</script> from the M23.",
    },
    {
        "id": "b&b",
        "source": "The <b>Daily</b>",
        "date": "2024-03-09",
        "text": "The M23 denied on Saturday that the army had seized Bunagana. “We hold it,” </script> it said.",
    },
)


def page(folder: Path, title: str = "") -> str:
    return "".join(report(open_store(folder), Ledger(folder), title))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report of articles that try to be more than text."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "articles.jsonl").write_text("".join(json.dumps(article) + "\n" for article in HOSTILE), "utf-8")
    build([str(folder / "articles.jsonl")], Settings(store=folder / "store"))
    return page(folder / "store", title="<script>alert(5)</script>")


@pytest.fixture(scope="session")
def seeds_report(seeds_store: Path) -> str:
    return page(seeds_store)
