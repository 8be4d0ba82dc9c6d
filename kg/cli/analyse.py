"""`kg analyse`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, fields
from enum import StrEnum
from typing import Annotated

import typer
from rich import box
from rich.table import Table

from kg.analysis import Analysis, Figures, analyse
from kg.cli.export import AsOf, Policy, Since, Until
from kg.cli.options import Output, StorePlace, reading, write
from kg.networks import VIEWS, Slice, view
from kg.queries.formats import drawn
from kg.spreadsheets import guarded

DEFAULT = "actors"
SHOWN = 5
ViewName = Annotated[str, typer.Option("--view", metavar="VIEW", help=f"Which network: {', '.join(VIEWS)}.")]
Top = Annotated[int, typer.Option("--top", "-n", min=1, help="How many rows each table shows.")]
Row = tuple[object, ...]


class Form(StrEnum):
    """How figures are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def analysis(  # noqa: PLR0913  # each is an option
    name: ViewName = DEFAULT,
    *,
    form: Annotated[Form, typer.Option("--format", "-f", help="table, or all nodes as csv or json.")] = Form.TABLE,
    top: Top = 15,
    as_of: AsOf = None,
    since: Since = None,
    until: Until = None,
    policy: Policy = None,
    output: Output = "-",
    store: StorePlace = None,
) -> None:
    """Say who is central in a network, who belongs together, and who stands between.

    Central are those with most claims on their edges (strength); PageRank is high for those whom much is done to by
    those to whom much is done. Communities are found by the Louvain method. Brokers have edges to other communities,
    and most shortest paths lead through them. kg export --analyse writes the same figures into the network.
    """
    found = analyse(view(reading(store), name, Slice(as_of, since, until, policy)))
    write(WRITERS[form](found, top).encode(), output)


def tables(found: Analysis, top: int) -> str:
    """The communities, the most central nodes and the brokers, as tables."""
    between = "betweenness" if found.exact else "betweenness (estimated)"
    communities = [
        (c.number, len(c.members), ", ".join(one.label for one in c.members[:SHOWN])) for c in found.communities
    ]
    parts = [
        drawn(table("Communities", ("community", "size", "most central"), communities, top)),
        drawn(table("Most central", ("who or what", *CENTRAL), map(central, found.ranked), top)),
        drawn(table("Brokers", ("who or what", "community", between, "bridges"), map(broker, found.brokers), top)),
    ]
    return "\n".join(parts)


CENTRAL = ("kind", "community", "strength", "degree", "PageRank")


def central(node: Figures) -> Row:
    return (node.label, node.kind, node.community, node.strength, node.degree, f"{node.pagerank:.4f}")


def broker(node: Figures) -> Row:
    return (node.label, node.community, f"{node.betweenness:.4f}", node.bridges)


def table(title: str, columns: tuple[str, ...], rows: Iterable[Row], top: int) -> Table:
    """The first rows as a table."""
    made = Table(*columns, title=title, title_justify="left", box=box.SIMPLE)
    for _, row in zip(range(top), rows, strict=False):
        made.add_row(*map(str, row))
    return made


def as_csv(found: Analysis, _top: int) -> str:
    """All nodes, most central first."""
    out = io.StringIO()
    writer = csv.DictWriter(out, [field.name for field in fields(Figures)], lineterminator="\n")
    writer.writeheader()
    rows = (asdict(node) for node in found.ranked)
    writer.writerows({k: guarded(v) if isinstance(v, str) else v for k, v in row.items()} for row in rows)
    return out.getvalue()


def as_json(found: Analysis, _top: int) -> str:
    """All nodes, communities and brokers."""
    whole = {
        "view": found.view,
        "exact": found.exact,
        "nodes": [asdict(node) for node in found.ranked],
        "communities": [
            {"number": c.number, "name": c.name, "members": [one.id for one in c.members]} for c in found.communities
        ],
        "brokers": [node.id for node in found.brokers],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


WRITERS: Mapping[Form, Callable[[Analysis, int], str]] = {
    Form.TABLE: tables,
    Form.CSV: as_csv,
    Form.JSON: as_json,
}
