"""SHACL's property paths as those of rdflib, and in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import rdflib
from rdflib import paths
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.paths import Path

from kg.errors import SetupError
from kg.rdf.terms import local

Repetition = Literal["*", "+", "?"]
REPEATED: Mapping[rdflib.URIRef, Repetition] = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def path_of(shapes: rdflib.Graph, node: rdflib.term.Node) -> Path | rdflib.URIRef:
    """The path that a node of the shapes stands for. Raises `SetupError` where it is none."""
    if isinstance(node, rdflib.URIRef):
        return node
    if (inverse := shapes.value(node, SH.inversePath)) is not None:
        if not isinstance(inverse, rdflib.URIRef):  # pySHACL follows the parts of such a path in the wrong order
            raise SetupError("the shapes have a path of several steps back: write it as several paths of one step back")
        return paths.InvPath(inverse)
    if (either := shapes.value(node, SH.alternativePath)) is not None:
        return paths.AlternativePath(*(path_of(shapes, part) for part in Collection(shapes, either)))
    for name, repeated in REPEATED.items():
        if (part := shapes.value(node, name)) is not None:
            return paths.MulPath(path_of(shapes, part), repeated)
    if (node, rdflib.RDF.first, None) in shapes:
        return paths.SequencePath(*(path_of(shapes, part) for part in Collection(shapes, node)))
    raise SetupError(f"the shapes have a path that is none: {node}")


def in_words(path: Path | rdflib.URIRef) -> str:
    """A path by the local names of its properties: "start", "hasSelector-exact", "start-or-end", "states-of"."""
    if isinstance(path, paths.InvPath):
        return f"{in_words(path.arg)}-of"
    if isinstance(path, paths.AlternativePath):
        return "-or-".join(map(in_words, path.args))
    if isinstance(path, paths.SequencePath):
        return "-".join(map(in_words, path.args))
    if isinstance(path, paths.MulPath):
        return in_words(path.path)
    return local(str(path).rstrip("/#"))
