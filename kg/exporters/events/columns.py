"""The columns of the table of events: those of ACLED first, under its names, then what only claims have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["string", "date", "gYear", "integer", "number", "boolean", "strings"]


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, the type of its values ("strings" is a list of texts), and what it says."""

    name: str
    kind: Kind
    meaning: str


ACLED = (
    Field("event_id_cnty", "string", "Short name of the event, the end of its IRI."),
    Field("event_date", "date", "First day on which it can have begun; empty where no day, month or year is told."),
    Field("year", "gYear", "Year of event_date."),
    Field("time_precision", "integer", "1 the day is told, 2 a stretch of up to a week, 3 a longer or open one."),
    Field("disorder_type", "string", "ACLED's disorder type, by the sub-event type."),
    Field("event_type", "string", "ACLED's event type, by the sub-event type."),
    Field("sub_event_type", "string", "ACLED's sub-event type; empty for what ACLED does not code."),
    Field("actor1", "string", "Who does it; the first who takes part where nobody does it to another."),
    Field("assoc_actor_1", "string", "Others on the side of actor1, joined by '; '."),
    Field("actor2", "string", "To whom it is done, or the next who takes part."),
    Field("assoc_actor_2", "string", "Others on the side of actor2, joined by '; '."),
    Field("country", "string", "Country of the location."),
    Field("admin1", "string", "Region of the location."),
    Field("location", "string", "The most exact place that is told."),
    Field("latitude", "number", "Degrees north of the location (WGS 84)."),
    Field("longitude", "number", "Degrees east of the location (WGS 84)."),
    Field("geo_precision", "integer", "1 a populated place, 2 near one or a part of a region, 3 a region or country."),
    Field("source", "string", "Who published the articles, joined by '; '."),
    Field("source_scale", "string", "National, International or both, by the countries of sources, where known."),
    Field("notes", "string", "The event in words."),
    Field("fatalities", "integer", "Deaths, the least that is told; empty where none are counted, which is not 0."),
)
OWN = (
    Field("event", "string", "IRI of the event."),
    Field("kind", "string", "Type of the event in the ontology of conflict-kg."),
    Field("plover", "string", "PLOVER code."),
    Field("status", "string", "reported, claimed, disputed, unrealised or denied."),
    Field("first_day", "string", "First day, month or year, as precise as told."),
    Field("last_day", "string", "Last day, month or year, as precise as told."),
    Field("contested", "boolean", "Whether a claim on it is disputed or contradicts another."),
    Field("independent_sources", "integer", "How many independent sources affirm it."),
    Field("claimant", "strings", "Who claims it, claim by claim."),
    Field("polarity", "strings", "affirmed or negated, claim by claim."),
    Field("modality", "strings", "actual, planned, possible, demanded or denied, claim by claim."),
    Field("document", "strings", "Id of the article, claim by claim."),
    Field("quote", "strings", "The words, claim by claim."),
)
FIELDS = (*ACLED, *OWN)
TABLE = "Events and who claims them, in the columns of ACLED as far as they are known"
