"""One row a fused event: ACLED's columns and who claims what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pyoxigraph as ox

from kg.exporters.events.columns import FIELDS
from kg.exporters.events.places import Location, Places
from kg.networks import View
from kg.networks.acts import Act
from kg.networks.asking import Rows, select, value
from kg.networks.records import Spells, clean
from kg.networks.scope import Scope, Told
from kg.vocabulary.acled_codes import acled_codes

Cell = str | int | float | bool | tuple[str, ...] | None
Row = Mapping[str, Cell]
QUOTES = """
SELECT DISTINCT ?event ?claim ?start ?exact {
  ?event a kg:Event ; gaf:denotedBy ?mention . ?claim kg:states ?mention ; kg:evidence ?evidence .
  ?evidence oa:hasSelector ?words . ?words oa:exact ?exact
  OPTIONAL { ?evidence oa:hasSelector ?position . ?position oa:start ?start }
} ORDER BY ?event ?claim ?start ?exact"""
MEASURED = """
SELECT DISTINCT ?event ?measurement ?what ?least ?claim ?document {
  ?event a kg:Event ; kg:measured ?measurement .
  ?measurement kg:unit "person" ; kg:what ?what ; kg:lower ?least .
  ?claim kg:states ?measurement ; kg:document ?document
} ORDER BY ?event ?measurement ?claim"""
CONTRADICTED = """
SELECT DISTINCT ?event {
  ?contradiction a kg:Contradiction ; kg:claimA|kg:claimB ?claim . ?claim kg:states ?mention .
  ?event gaf:denotedBy ?mention
}"""
WEEK = 7


class EventRows:
    """Makes the row of one event after the other; they must be asked for in the order of their IRIs."""

    def __init__(self, view: View) -> None:
        self.scope: Scope = view.scope
        self.codes = acled_codes()
        self.places = Places(self.scope, self.codes)
        self.quotes = Rows(self.scope.store, QUOTES, "event")
        self.measured = Rows(self.scope.store, MEASURED, "event")
        self.contradicted = frozenset(value(row, "event") for row in select(self.scope.store, CONTRADICTED))

    def row(self, act: Act) -> Row:
        """The cells of an event by column, in the order of the columns; what is not known is None."""
        where = self.places.location(act)
        known = {**self.kinds(act), **dated(act), **self.sides(act), **self.located(act, where), **self.told(act)}
        return {field.name: known.get(field.name) for field in FIELDS}

    def kinds(self, act: Act) -> dict[str, Cell]:
        """What it is, in the codes of several tables."""
        event_type, disorder = self.codes.types.get(act.acled, (None, None))
        return {
            "event_id_cnty": act.iri.rsplit("/", 1)[-1],
            "event": act.iri,
            "notes": clean(act.label) or None,
            "disorder_type": disorder,
            "event_type": event_type,
            "sub_event_type": act.acled or None,
            "kind": act.type,
            "plover": act.plover or None,
            "status": act.status,
        }

    def sides(self, act: Act) -> dict[str, Cell]:
        """Who acts on whom; those who take part side by side, where nobody does."""
        doers, others = self.names(act, "initiator"), self.names(act, "target")
        beside = [name for name in self.names(act, "participant") if name not in {*doers, *others}]
        if set(doers) == set(others):
            doers, others = doers[:1], doers[1:]
        if not doers:
            doers, beside = beside[:1], beside[1:]
        if not others:
            others, beside = beside, []
        return {
            "actor1": doers[0] if doers else None,
            "assoc_actor_1": "; ".join([*doers[1:], *beside]) or None,
            "actor2": others[0] if others else None,
            "assoc_actor_2": "; ".join(others[1:]) or None,
        }

    def names(self, act: Act, role: str) -> list[str]:
        """The actors in a role, by name."""
        return [self.label(iri) for iri in act.all(role) if self.places.is_a(iri, "Actor")]

    def label(self, iri: str) -> str:
        found = self.scope.entities.get(iri)
        return clean(found.label) if found else iri

    def located(self, act: Act, where: Location | None) -> dict[str, Cell]:
        """Where it was, and who reports it from how near."""
        papers = sorted({self.scope.documents[told.document].publisher for told in act.claims})
        homes = {self.places.country(paper) for paper in papers} - {""}
        country = where.country if where else ""
        scales = sorted({"National" if home == country else "International" for home in homes}, reverse=True)
        sources: dict[str, Cell] = {
            "source": "; ".join(self.label(paper) for paper in papers),
            "source_scale": "-".join(scales) if country else None,
        }
        if where is None:
            return sources
        return {
            **sources,
            "country": clean(country) or None,
            "admin1": clean(where.region) or None,
            "location": clean(where.name),
            "latitude": where.latitude,
            "longitude": where.longitude,
            "geo_precision": where.precision,
        }

    def told(self, act: Act) -> dict[str, Cell]:
        """Who claims it, in which words, how many deaths they count, and whether that is contested."""
        words: dict[str, list[str]] = {}
        for row in self.quotes.of(act.iri):
            words.setdefault(value(row, "claim"), []).append(clean(value(row, "exact")))
        claims = claims_of(act)
        return {
            "contested": act.status == "disputed" or act.iri in self.contradicted,
            "independent_sources": self.scope.independent(act.affirming),
            "fatalities": self.deaths(self.measured.of(act.iri)),
            "claimant": tuple(self.label(told.claimant) for told in claims),
            "polarity": tuple(told.polarity for told in claims),
            "modality": tuple(told.modality for told in claims),
            "document": tuple(clean(self.scope.documents[told.document].id) for told in claims),
            "quote": tuple(" … ".join(words.get(told.claim, ())) for told in claims),
        }

    def deaths(self, rows: Sequence[ox.QuerySolution]) -> int | None:
        """The deaths that are counted, each group of people once and by its lower bound; None where none are."""
        counted = {
            value(row, "measurement"): int(float(value(row, "least")))
            for row in rows
            if not self.codes.deaths.isdisjoint(value(row, "what").casefold().split())
            and value(row, "claim") not in self.scope.rejected
            and self.scope.part.written(self.scope.date(value(row, "document")))
        }
        return sum(counted.values()) if counted else None


def claims_of(act: Act) -> list[Told]:
    """The claims on an event, each once."""
    return list({told.claim: told for told in act.claims}.values())


def dated(act: Act) -> dict[str, Cell]:
    """When it was: whole days as ACLED writes them, and what is told."""
    first = act.spells[0][0] if act.spells else ""
    return {
        "event_date": first or None,
        "year": int(first[:4]) if first else None,
        "time_precision": precision(act.spells) if first else None,
        "first_day": act.start or None,
        "last_day": act.end or None,
    }


def precision(spells: Spells) -> int:
    """1 for a day, 2 for a stretch of up to a week, 3 for a longer or open one."""
    start, end = spells[0]
    if not end:
        return 3
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days
    return 1 if days == 0 else 2 if days < WEEK else 3
