"""Whether a query would reach out of the store: Oxigraph follows SERVICE into the network and cannot be told not to."""

from __future__ import annotations

import re

OPAQUE = re.compile(
    r"<[^<>\"{}|^`\\\x00-\x20]*>"  # an IRI
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''|\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*\"\"\""  # long strings
    r"|'(?:[^'\\\n\r]|\\.)*'|\"(?:[^\"\\\n\r]|\\.)*\""  # short strings
    r"|#[^\n\r]*",  # a comment
    re.DOTALL,
)
SERVICE = re.compile(r"(?<![\w?$:@-])SERVICE\b(?![\w-]*:)", re.IGNORECASE)
ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")


def reaches_out(sparql: str) -> bool:
    """Whether SERVICE stands in a query as a keyword: not in a string, an IRI, a comment or a name.

    SPARQL lets any character be written as its number ("\\u0053ERVICE"), so both readings count.
    """
    plain = ESCAPED.sub(lambda found: character(found[1] or found[2]), sparql)
    return any(SERVICE.search(OPAQUE.sub(" ", text)) for text in (sparql, plain))


def character(number: str) -> str:
    code = int(number, 16)
    return chr(code) if code < 0x110000 else " "
