"""RDF terms from plain values, in the lexical form a store keeps, and IRIs that are safe and content-derived."""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from decimal import Decimal
from urllib.parse import quote

import pyoxigraph as ox

from kg.rdf.namespaces import XSD

DAY_TYPES = (
    (re.compile(r"-?\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), XSD.date),
    (re.compile(r"-?\d{4}-(0[1-9]|1[0-2])"), XSD.gYearMonth),
    (re.compile(r"-?\d{4}"), XSD.gYear),
)
IRI_SAFE = "%/:=&?~#+!$,;'@()*[]"
SLUG_LENGTH = 60


def text(value: str) -> ox.Literal:
    """A plain string."""
    return ox.Literal(value)


def integer(value: int) -> ox.Literal:
    """A whole number."""
    return ox.Literal(str(value), datatype=XSD.integer)


def boolean(value: bool) -> ox.Literal:
    """ "true" or "false"."""
    return ox.Literal("true" if value else "false", datatype=XSD.boolean)


def decimal(value: float) -> ox.Literal | None:
    """A number in canonical decimal form: "2", "0.5", never "2.0" or "2e0"; None for what is no finite number."""
    if not math.isfinite(value):
        return None
    digits = format(Decimal(repr(value)), "f")
    whole = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return ox.Literal("0" if whole == "-0" else whole, datatype=XSD.decimal)


def day(value: str) -> ox.Literal:
    """A day typed as precisely as it is known; what is no date stays a plain string, for validation to report."""
    for pattern, datatype in DAY_TYPES:
        if pattern.fullmatch(value):
            return ox.Literal(value, datatype=datatype)
    return ox.Literal(value)


def moment(value: str) -> ox.Literal:
    """A day as precise as known, or a moment of it: "2023-11-14T09:30:00Z"."""
    return ox.Literal(value, datatype=XSD.dateTime) if "T" in value else day(value)


def link(value: str) -> ox.NamedNode | ox.Literal:
    """An address as an IRI, unsafe characters percent-encoded; what has no scheme stays a string."""
    try:
        return ox.NamedNode(quote(value, safe=IRI_SAFE))
    except ValueError:
        return ox.Literal(value)


def digest(*parts: str, length: int = 16) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of the parts: the content-derived end of an IRI."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:length]


def local(iri: str) -> str:
    """The last part of an IRI: a class without its namespace, a node without its base."""
    return iri.replace("#", "/").rpartition("/")[2]


def slug(name: str) -> str:
    """A name for the end of an IRI: ASCII letters and digits joined by hyphens: "Assimi Goïta" → "assimi-goita"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:SLUG_LENGTH].strip("-") or digest(name)
