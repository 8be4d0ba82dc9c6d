"""Two graphs of one document that came from two places: what is kept must not depend on which came first."""

from __future__ import annotations

import re

from kg.rdf.namespaces import KG

ORIGIN = re.compile(b" <%s(?:origin|sourceHash|readBy|retrieved)> " % re.escape(KG.iri.encode()))


def differ_in_origin(one: bytes, other: bytes) -> bool:
    """Whether two graphs are one but for where the bytes of their document came from, and who read them there."""
    return all(ORIGIN.search(line) for line in {*one.split(b"\n")} ^ {*other.split(b"\n")})
