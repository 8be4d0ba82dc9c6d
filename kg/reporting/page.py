"""The page: the sections put into the template, with style and script in it and nothing fetched from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import kg
from kg.ledger import Ledger
from kg.networks.entities import entities
from kg.reporting.articles import articles
from kg.reporting.asking import rows
from kg.reporting.chart import chart
from kg.reporting.disputes import disputes
from kg.reporting.happenings import happenings
from kg.reporting.network import network
from kg.reporting.pacts import pacts
from kg.store.base import Store

UNREALISED = ("denied", "unrealised", "rejected")
"""What an event may be that nobody takes to have happened."""


def report(store: Store, ledger: Ledger, title: str = "") -> Iterator[str]:
    """A store as one HTML page, piece by piece.

    The page holds claims, not facts: every event with all who tell of it, contested ones with both sides, and each
    article with what was read in it marked. It asks nothing of the network and works without its script.
    Raises `StoreError` where the text of an article is missing.
    """
    told = happenings(store)
    known = entities(store)
    read = articles(store, ledger, known)
    style, script = part("report.css"), part("report.js")
    yield from (
        environment()
        .get_template("report.html")
        .generate(
            title=title or "Who says what happened",
            version=kg.__version__,
            style=style,
            script=script,
            policy=policy(style, script),
            happenings=told,
            statuses=list(dict.fromkeys(sorted(event.status for event in told))),
            unrealised=UNREALISED,
            chart=chart(told, known),
            network=network(store),
            disputes=disputes(store),
            pacts=pacts(store),
            problems=rows(store, "problems"),
            articles=read,
            anchors={article.name: article.id for article in read},
        )
    )


def environment() -> Environment:
    """Where the template is found; all that is put into it is escaped, and a name it does not know is an error."""
    return Environment(
        loader=PackageLoader("kg.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def part(name: str) -> Markup:
    """The style or the script of the page."""
    return Markup((files("kg.reporting") / "templates" / name).read_text("utf-8"))  # noqa: S704  # our own file


def policy(style: str, script: str) -> str:
    """What a browser lets the page do (CSP): run this style and this script, and nothing else at all."""
    return f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; base-uri 'none'"


def digest(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
