"""Short reports as they are read, without reading them: each is one sentence that tells of one event.

`told` puts some into a store, which tests of commands then ask; what is extracted from a text plays no part.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.ledger import Ledger
from kg.model import (
    Claim,
    Document,
    DocumentDate,
    Entity,
    EventMention,
    Extraction,
    Kind,
    Mention,
    Modality,
    TimeInterval,
)
from kg.rdf import documents, nquads
from kg.settings import DEFAULT_BASE
from kg.upkeep import rebuild

ENTITIES: dict[str, tuple[Kind, str]] = {
    "Example Army": ("organisation", "StateArmedForces"),
    "Kivu Front": ("organisation", "RebelGroup"),
    "Lake Mission": ("organisation", "PeacekeepingMission"),
    "Sake": ("place", "City"),
    "Kivu Hills": ("place", "Region"),
}
"""Invented names (but for the town) with what they are."""
PART_OF = {"Sake": "Kivu Hills"}


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence: `text` holds the names in the roles and the word `trigger`; `says` is who is quoted for it."""

    id: str
    written: str
    text: str
    type: str
    trigger: str
    by: str | None = None
    at: str | None = None
    on: str | None = None
    says: str | None = None
    modality: Modality = "actual"

    def extraction(self) -> Extraction:
        """The report as the extractors would hand it on."""
        names = [name for name in ENTITIES if name in self.text]
        known = {*names, *(PART_OF[name] for name in names if name in PART_OF)}
        ids = {name: f"m{number}" for number, name in enumerate(names)}
        whole = (0, len(self.text))
        place = self.text.index(self.trigger)
        claimed = (Claim("c1", "says", (whole,), source=ids[self.says], events=("e1",)),) if self.says else ()
        event = EventMention(
            id="e1",
            type=self.type,
            trigger=(place, place + len(self.trigger)),
            sentence=whole,
            initiators=(ids[self.by],) if self.by else (),
            places=(ids[self.at],) if self.at else (),
            time=TimeInterval(self.on, self.on, basis="clause") if self.on else None,
            modality=self.modality,
            claim="c1" if self.says else None,
        )
        return Extraction(
            document=Document(self.id, self.text, source=f"Paper {self.id}"),
            date=DocumentDate(self.written, "metadata"),
            language="en",
            entities={iri(name): entity(name) for name in sorted(known)},
            mentions=tuple(self.mention(name, ids[name]) for name in names),
            events=(event,),
            claims=claimed,
        )

    def mention(self, name: str, number: str) -> Mention:
        start, (kind, cls) = self.text.index(name), ENTITIES[name]
        return Mention(number, start, start + len(name), name, kind, cls, iri(name), name)


LEFT = Report(
    *("a", "2024-03-01", "Lake Mission left Sake on 28 February."),
    *("Withdrawal", "left", "Lake Mission", "Sake", "2024-02-28"),
)
WITHDREW = Report(
    *("b", "2024-03-02", "Cheers met the withdrawal in the Kivu Hills."), *("Withdrawal", "withdrawal"), at="Kivu Hills"
)
TOOK = Report(
    *("c", "2024-03-03", "Example Army says Kivu Front took Sake on 1 March."),
    *("Capture", "took", "Kivu Front", "Sake", "2024-03-01", "Example Army"),
)
DENIED = Report(
    *("d", "2024-03-04", "Kivu Front denies it took Sake on 1 March."),
    *("Capture", "took", "Kivu Front", "Sake", "2024-03-01", "Kivu Front", "denied"),
)
REPORTS = (LEFT, WITHDREW, TOOK, DENIED)


def entity(name: str) -> Entity:
    around = PART_OF.get(name)
    return Entity(iri(name), name, *ENTITIES[name], part_of=iri(around) if around else None)


def iri(name: str) -> str:
    """The IRI of an invented name."""
    kind = "place" if ENTITIES[name][0] == "place" else "actor"
    return f"{DEFAULT_BASE}{kind}/{name.lower().replace(' ', '-')}"


def told(folder: Path, *reports: Report) -> Path:
    """A store in `folder` that holds some reports beside what it held."""
    ledger = Ledger.create(folder, DEFAULT_BASE)
    for report in reports:
        extraction = report.extraction()
        document = documents.document_iri(extraction.document).value
        ledger.add(document, nquads.dumps(documents.quads(extraction)), report.text)
    rebuild(folder)
    return folder
