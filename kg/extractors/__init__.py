"""From a parsed document to its extraction; the order of the steps is the tuple `EXTRACTORS`."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from kg.extractors.actors import mentions as actors
from kg.extractors.agreements import mentions as agreements
from kg.extractors.base import Extractor, Reading
from kg.extractors.claims import statements as claims
from kg.extractors.coreference import resolution as coreference
from kg.extractors.events import factuality, invocation, salience
from kg.extractors.events import mentions as events
from kg.extractors.grammar.resumption import resume
from kg.extractors.names import places
from kg.extractors.names import proper as names
from kg.extractors.numbering import numbered
from kg.extractors.quantities import expressions as quantities
from kg.extractors.quantities import measurements
from kg.extractors.relations import ties as relations
from kg.extractors.restored import restored
from kg.extractors.times import dating
from kg.extractors.times import expressions as times
from kg.model import Document, Extraction
from kg.nlp.hyphens import rejoined
from kg.settings import DEFAULT_BASE
from kg.vocabulary import Lexicon

EXTRACTORS: tuple[Extractor, ...] = (
    dating.EXTRACTOR,
    times.EXTRACTOR,
    quantities.EXTRACTOR,
    agreements.EXTRACTOR,
    names.EXTRACTOR,
    places.EXTRACTOR,
    actors.EXTRACTOR,
    coreference.EXTRACTOR,
    events.EXTRACTOR,
    claims.EXTRACTOR,
    factuality.EXTRACTOR,
    invocation.EXTRACTOR,
    relations.EXTRACTOR,
    measurements.EXTRACTOR,
    salience.EXTRACTOR,
)


class StepError(Exception):
    """The step that broke on a document, which is a fault of the program; its cause says how."""


def extract(document: Document, doc: Doc, lexicon: Lexicon, base: str = DEFAULT_BASE) -> Extraction:
    """Everything read from one parsed document. Raises `StepError` where a step breaks on it."""
    resume(doc, lexicon.cues)
    reading = Reading(replace(document, text=rejoined(document.text)), doc, lexicon, base)
    for extractor in EXTRACTORS:
        try:
            reading = extractor.extract(reading)
        except Exception as error:
            raise StepError(extractor.name) from error
    return restored(numbered(reading), document)
