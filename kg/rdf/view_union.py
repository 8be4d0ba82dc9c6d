"""Views of several graphs as views of all of them together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from kg.rdf.view_records import EntityView, Views


def union(parts: Iterable[Views]) -> Views:
    """All records of some views, in the order of their IRIs; entities told of in several are put together."""
    found: dict[str, dict[str, Any]] = {field.name: {} for field in fields(Views)}
    told: dict[str, list[EntityView]] = {}
    for part in parts:
        for kind, records in found.items():
            if kind != "entities":
                records.update(getattr(part, kind))
        for iri, view in part.entities.items():
            told.setdefault(iri, []).append(view)
    found["entities"] = {iri: entity(several) for iri, several in told.items()}
    return Views(**{kind: dict(sorted(records.items())) for kind, records in found.items()})


def entity(told: Iterable[EntityView]) -> EntityView:
    """All that several graphs say of one entity, whatever their order.

    Of what it can have only one of, it has the first in alphabetical order; its coordinates stay together.
    """
    views = list(dict.fromkeys(told))
    if len(views) == 1:
        return views[0]
    places = [(v.latitude, v.longitude) for v in views if v.latitude is not None and v.longitude is not None]
    latitude, longitude = min(places, default=(None, None))
    return EntityView(
        iri=views[0].iri,
        label=min(view.label for view in views),
        classes=together(view.classes for view in views),
        local_to=min(filter(None, (view.local_to for view in views)), default=None),
        aliases=together(view.aliases for view in views),
        country=min(filter(None, (view.country for view in views)), default=None),
        part_of=together(view.part_of for view in views),
        latitude=latitude,
        longitude=longitude,
        ties=tuple(sorted({tie for view in views for tie in view.ties})),
    )


def together(several: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """All values that are in any of some tuples, sorted."""
    return tuple(sorted({value for values in several for value in values}))
