"""`kg judge`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, cast

import typer

from kg import upkeep
from kg.cli.messages import line
from kg.cli.options import StoreFolder, Wait, opened, settings
from kg.errors import QueryError
from kg.judging.decisions import judgements, keep, ruling
from kg.judging.signature import Signature, signature
from kg.ledger import Ledger
from kg.model import ClaimRuling, Decision, Ruling, Verdict
from kg.store import Store


class Word(StrEnum):
    """What can be decided: of two nodes, or of a claim."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    REJECT = "reject"
    ACCEPT = "accept"


RULINGS: dict[Word, Ruling] = {Word.REJECT: "rejected", Word.ACCEPT: "accepted"}
Nodes = Annotated[
    list[str],
    typer.Argument(
        metavar="NODE...",
        help="Two events, event mentions or entities (same, different, unsure), or claims (reject, accept): "
        "an IRI, its last part or the beginning of that, or a name.",
    ),
]
Who = Annotated[
    str | None, typer.Option("--who", help="Who decides; by default KG_WHO, git's user.name, or your login.")
]
When = Annotated[str | None, typer.Option("--when", metavar="DATE", help="When; by default now.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why, in your words.")]


def judge(
    verdict: Annotated[Word, typer.Argument(help="What you decide.")],
    nodes: Nodes,
    *,
    who: Who = None,
    when: When = None,
    why: Why = "",
    store: StoreFolder = None,
    wait: Wait = 0,
) -> None:
    """Decide whether two nodes are one, or whether a claim counts.

    What you decide is kept in judgements.ttl in the store's folder, with who, when and why: put it under version
    control and share it. It outlives every rebuild and is never asked again; of several people the last to decide
    counts. A rejected claim stays in the graph but supports nothing: no event, situation, contradiction or fact.
    """
    folder = settings(store).store
    base = Ledger(folder).base
    made = list(decisions(opened(folder), base, verdict, nodes, signature(who, when, why)))
    keep(folder, made)
    upkeep.rejudge(folder)
    for words in told(made):
        typer.echo(words)
    typer.echo(f"kept in {Ledger(folder).judgements}")


def decisions(store: Store, base: str, verdict: Word, nodes: list[str], signed: Signature) -> Iterator[Decision]:
    """The decisions on some nodes. Raises `QueryError` where their number is wrong."""
    if verdict in RULINGS:
        yield from (ruling(store, RULINGS[verdict], claim, signed, base=base) for claim in nodes)
        return
    if len(nodes) != 2:
        raise QueryError(f"kg judge {verdict} takes two nodes, not {len(nodes)}")
    yield from judgements(store, cast(Verdict, verdict.value), nodes[0], nodes[1], signed, base=base)


def told(made: Iterable[Decision]) -> Iterator[str]:
    """Each decision in one line."""
    for decision in made:
        on = decision.claim if isinstance(decision, ClaimRuling) else f"{decision.left} and {decision.right}"
        yield line(f"{decision.verdict}: {on} ({decision.judge}, {decision.date})")
