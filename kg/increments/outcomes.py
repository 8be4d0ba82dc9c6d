"""Events and situations, worked out anew where a change touches them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple

from kg.fusion.blocking import number
from kg.fusion.clusters import Cluster
from kg.fusion.events import event
from kg.fusion.situations import State, borne_out, situation
from kg.increments.library import Library
from kg.increments.results import Results
from kg.model import Event, Situation
from kg.rdf import derived

Borne = dict[str, tuple[str, int | None]]
"""The states that a report bears out: for each the claims by which it does so, and the place it can be contested at."""


def fuse_events(library: Library, results: Results, groups: Iterable[Cluster]) -> dict[str, Event]:
    """Put an event for each group; the events by the IRIs of their reports."""
    found: dict[str, Event] = {}
    for group in groups:
        made = event(group, library.corpus_of(group), results.base)
        results.put(made.iri, "event", derived.quads(events=[made], base=results.base), len(group))
        found |= dict.fromkeys(made.mentions, made)
    rows = [(made.iri, number(mention)) for mention, made in sorted(found.items())]
    library.books.write("UPDATE reports SET event = ? WHERE id = ?", rows)
    return found


def events_of(library: Library, items: Iterable[int]) -> set[str]:
    """The events (IRIs) that some reports are of by now."""
    rows = library.books.among("SELECT DISTINCT event FROM reports WHERE id IN (%s)", sorted(items))
    return {iri for (iri,) in rows if iri}


def derive_situations(
    library: Library, results: Results, groups: Iterable[Cluster], event_of: Mapping[str, Event], gone: Iterable[int]
) -> set[int]:
    """Put the situations that the reports of some groups bear out; the reports by which a situation is another one."""
    books = library.books
    now = {**dict.fromkeys(gone, Borne()), **bearing(library, groups, event_of)}
    before: dict[int, Borne] = {item: {} for item in now}
    for item, state, claims, site in books.among(
        "SELECT item, state, claims, site FROM states WHERE item IN (%s)", sorted(now)
    ):
        before[item][state] = (claims, site)
    books.write("DELETE FROM states WHERE item = ?", [(item,) for item in before if before[item] != now[item]])
    keep_states(library, {item: borne for item, borne in now.items() if before[item] != borne})
    for state in sorted({state for told in (*before.values(), *now.values()) for state in told}):
        put_situation(library, results, state)
    changed = {item for item in now if before[item] != now[item]}
    states = sorted({state for item in changed for state in (*before[item], *now[item])})
    return changed | {item for (item,) in books.among("SELECT item FROM states WHERE state IN (%s)", states)}


def bearing(library: Library, groups: Iterable[Cluster], event_of: Mapping[str, Event]) -> dict[int, Borne]:
    """What the reports of some groups bear out, by the numbers of the reports."""
    found: dict[int, Borne] = {}
    for group in groups:
        corpus = library.corpus_of(group)
        for report in group:
            found[number(report.iri)] = {
                json.dumps(astuple(state)): (json.dumps(sorted(claims)), site_of(state))
                for state, claims in borne_out(report, event_of[report.iri], corpus)
            }
    return found


def keep_states(library: Library, borne: Mapping[int, Borne]) -> None:
    """Keep what reports bear out."""
    rows = [(state, item, *kept) for item in sorted(borne) for state, kept in sorted(borne[item].items())]
    library.books.write("INSERT INTO states (state, item, claims, site) VALUES (?, ?, ?, ?)", rows)


def site_of(state: State) -> int | None:
    """The place at which a state can be contested."""
    return number(state.place) if state.kind == "Control" and state.place else None


def put_situation(library: Library, results: Results, state: str) -> None:
    """Put a situation as all who bear it out make it; drop it where nobody does."""
    books = library.books
    found = situation_of(library, state, results.base)
    old = books.one("SELECT node FROM situations WHERE state = ?", state)
    if old and (found is None or found.iri != old):
        results.drop(old, "situation")
        books.write("DELETE FROM situations WHERE state = ?", [(state,)])
    if found:
        results.put(found.iri, "situation", derived.quads(situations=[found], base=results.base))
        books.write("INSERT OR REPLACE INTO situations VALUES (?, ?)", [(state, found.iri)])


def situation_of(library: Library, state: str, base: str) -> Situation | None:
    """A situation with all claims and events that bear it out."""
    rows = library.books.rows(
        "SELECT claims, event FROM states JOIN reports ON reports.id = states.item WHERE state = ?", state
    )
    claims = {claim for told, _ in rows for claim in json.loads(told)}
    events = {event for _, event in rows}
    return situation(State(*json.loads(state)), claims, events, library.nowhere, base) if rows else None
