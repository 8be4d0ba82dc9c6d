"""Views as JSON and back: how the books of a store keep what a document says."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from kg.rdf.view_records import (
    ClaimView,
    DocumentView,
    EntityView,
    EventView,
    MeasurementView,
    MentionView,
    RelationView,
    Views,
)

RECORDS: dict[str, Callable[..., Any]] = {
    "documents": DocumentView,
    "entities": EntityView,
    "mentions": MentionView,
    "events": EventView,
    "claims": ClaimView,
    "relations": RelationView,
    "measurements": MeasurementView,
}


def dumps(views: Views) -> str:
    """Views as JSON: a list of records a kind, each a list of its fields."""
    kinds = (field.name for field in fields(Views))
    records = {kind: [values(record) for record in getattr(views, kind).values()] for kind in kinds}
    return json.dumps(records, ensure_ascii=False, separators=(",", ":"))


def loads(text: str) -> Views:
    """The views that `dumps` wrote."""
    found: dict[str, dict[str, Any]] = {}
    for kind, rows in json.loads(text).items():
        records = (RECORDS[kind](*map(frozen, row)) for row in rows)
        found[kind] = {record.iri: record for record in records}
    return Views(**found)


def entity_dumps(entity: EntityView) -> str:
    """One entity as JSON; the same entity always gives the same text."""
    return json.dumps(values(entity), ensure_ascii=False, separators=(",", ":"))


def entity_loads(text: str) -> EntityView:
    """The entity that `entity_dumps` wrote."""
    return EntityView(*map(frozen, json.loads(text)))


def values(record: Any) -> list[Any]:
    """The fields of a record in their order."""
    return [getattr(record, name) for name in record.__dataclass_fields__]


def frozen(value: Any) -> Any:
    """A value as records hold it: JSON knows no tuples."""
    return tuple(map(frozen, value)) if isinstance(value, list) else value
