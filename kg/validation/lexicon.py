"""Whether the Turtle files of the lexicon are what `ontology/lexicon-shapes.ttl` says they must be."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
import rdflib

from kg.configuration import vocabulary_folders
from kg.settings import data_folder
from kg.validation.findings import Report
from kg.validation.shapes import Shapes, shapes_of
from kg.validation.validating import validate
from kg.vocabulary.turtle import Turtle

SHAPES = "lexicon-shapes.ttl"


def validate_lexicon(*folders: Path) -> Report:
    """Check the lexicon that stands in some folders together, by default the one in use.

    Raises `SetupError` where a file cannot be read at all.
    """
    turtle = Turtle(*(folders or vocabulary_folders()))
    quads = [
        ox.Quad(node_of(subject), ox.NamedNode(name), value, ox.DefaultGraph())
        for subject, values in turtle.nodes.items()
        for name, objects in values.items()
        for value in objects
    ]
    return validate(quads, known=(), shapes=shipped_lexicon_shapes())


@lru_cache(maxsize=1)
def shipped_lexicon_shapes() -> Shapes:
    """The shapes of the lexicon that come with the package, read once."""
    return shapes_of(rdflib.Graph().parse(data_folder("ontology") / SHAPES))


def node_of(key: str) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(key[2:]) if key.startswith("_:") else ox.NamedNode(key)
