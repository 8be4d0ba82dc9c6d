"""A small world to fuse: `w.d` a document, `w.a` an actor, `w.p` a place, `w.e` a reported event, `w.m` a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kg.fusion import Fusion, fuse
from kg.model import Event, Judgement
from kg.rdf.views import (
    ClaimView,
    DocumentView,
    EntityView,
    EventView,
    MeasurementView,
    MentionView,
    RelationView,
    Views,
)
from kg.sketches import sketch

BASE = "https://example.org/"


def n(name: str) -> str:
    """The IRI of a name."""
    return BASE + name


def names(value: str | None) -> tuple[str, ...]:
    return tuple(n(name.strip()) for name in value.split(",")) if value else ()


class World:
    """Records under construction, in the order they are written."""

    def __init__(self) -> None:
        self.records: dict[str, list[Any]] = {field: [] for field in Views.__dataclass_fields__}

    def d(self, name: str, date: str | None = None, publisher: str | None = None, text: str = "") -> None:
        """A document."""
        record = DocumentView(n(name), name, None, n(publisher or f"press-{name}"), date, sketch(text))
        self.records["documents"].append(record)

    def a(self, name: str, cls: str, label: str | None = None, **more: Any) -> str:
        """An actor (or agreement); `local` names the only document that knows it, `part_of` and `country` others."""
        local, country = more.get("local"), more.get("country")
        entity = EntityView(
            iri=n(name),
            label=label or name,
            classes=(cls,),
            local_to=n(local) if local else None,
            aliases=tuple(more.get("aliases", ())),
            country=n(country) if country else None,
            part_of=names(more.get("part_of")),
            latitude=more.get("lat"),
            longitude=more.get("lon"),
            ties=tuple((kind, n(other)) for kind, other in more.get("ties", ())),
        )
        self.records["entities"].append(entity)
        return entity.iri

    def p(self, name: str, cls: str = "City", **more: Any) -> str:
        """A place."""
        return self.a(name, cls, **more)

    def e(self, doc: str, kind: str, on: str | None = None, **more: Any) -> str:
        """A report of an event and its claim.

        `on` is a day or "first/last"; `by`, `to`, `at` are names separated by commas; `says` the claimant; `before` the
        words before it in its sentence, which `quote` is.
        """
        number = len(self.records["events"])
        iri, (start, end) = n(f"{doc}/{kind}/{number}"), ends(on)
        self.records["events"].append(
            EventView(
                iri=iri,
                document=n(doc),
                type=kind,
                label=more.get("label", f"{more.get('by', '')} {kind} {more.get('to', more.get('at', ''))}".strip()),
                initiators=names(more.get("by")),
                targets=names(more.get("to")),
                participants=names(more.get("with_")),
                places=names(more.get("at")),
                instruments=(),
                theme=more.get("theme"),
                start=start,
                end=end,
                time_basis=more.get("basis", "clause") if on else None,
                vague=more.get("vague", False),
                plover=None,
                acled=None,
                invokes=(),
                violates=(),
                salience=number,
                trigger=more.get("trigger", kind),
                position=more.get("position", number),
                quote=more.get("quote", f"{kind} {number}"),
                claims=(iri + "/claim",),
                before=more.get("before", ""),
            )
        )
        self.claim(doc, iri, more)
        return iri

    def claim(self, doc: str, stated: str, more: dict[str, Any]) -> None:
        """The claim that states a node."""
        publisher = next(d.publisher for d in self.records["documents"] if d.id == doc)
        self.records["claims"].append(
            ClaimView(
                iri=stated + "/claim",
                document=n(doc),
                document_id=doc,
                publisher=publisher,
                claimant=n(more["says"]) if "says" in more else publisher,
                via=(),
                kind="says" if "says" in more else "reports",
                polarity=more.get("polarity", "affirmed"),
                modality=more.get("modality", "actual"),
                withheld=more.get("withheld", False),
                states=stated,
                quote=f"quote of {stated}",
            )
        )

    def m(self, doc: str, about: str, what: str, value: str, **more: Any) -> str:
        """A measurement and its claim; exact unless `lower` or `upper` is given, of things where `about` is empty."""
        iri = n(f"{doc}/{what}/{value}".replace(" ", "-"))
        lower, upper = more.get("lower", value), more.get("upper", value)
        unit, claims = more.get("unit", "person"), (iri + "/claim",)
        quote = more.get("quote", f"{value} {what}")
        counted = n(about) if about else None
        record = MeasurementView(iri, n(doc), value, lower, upper, unit, what, counted, quote, claims)
        self.records["measurements"].append(record)
        self.claim(doc, iri, more)
        return iri

    def r(self, doc: str, subject: str, kind: str, other: str) -> None:
        """A standing relation."""
        iri = n(f"{doc}/{subject}/{kind}/{other}")
        self.records["relations"].append(RelationView(iri, n(doc), kind, n(subject), n(other), "", ()))

    def s(self, doc: str, entity: str, times: int = 1) -> None:
        """Mentions of an entity."""
        for i in range(times):
            iri = n(f"{doc}/mention/{entity}/{i}")
            self.records["mentions"].append(MentionView(iri, n(doc), n(entity), entity, n(doc), False, i, i + 1))

    def views(self, order: Callable[[Sequence[Any]], Sequence[Any]] = list) -> Views:
        """All of it, each kind of record in the given order."""
        return Views(**{kind: {r.iri: r for r in order(records)} for kind, records in self.records.items()})

    def fuse(self, judgements: Sequence[Judgement] = ()) -> Fusion:
        """What fusion makes of it."""
        return fuse(self.views(), judgements, base=BASE)

    def groups(self, judgements: Sequence[Judgement] = ()) -> set[frozenset[str]]:
        """The events, each as the reports it is told by."""
        return {frozenset(event.mentions) for event in self.fuse(judgements).events}

    def event(self, mention: str) -> Event:
        """The event a report belongs to."""
        return next(event for event in self.fuse().events if mention in event.mentions)

    def together(self, *mentions: str) -> bool:
        """Whether reports are all of one event."""
        return set(mentions) <= set(self.event(mentions[0]).mentions)


def ends(on: str | None) -> tuple[str | None, str | None]:
    """The two ends of "2023-04-15", "2023-04-15/2023-04-17" or "2023-04-15/.."."""
    if on is None:
        return None, None
    start, _, end = on.partition("/")
    return (None if start == ".." else start), (None if end == ".." else end or start)
