"""Graphs of documents as the ledger sees them: a description of the document, and one statement beside it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.rdf.namespaces import DCTERMS, KG

BASE = "https://example.org/"


def document(name: str) -> str:
    """The IRI of a document, which is that of its graph."""
    return f"{BASE}document/{name}"


def article(
    name: str,
    *,
    value: str = "1",
    url: str = "",
    date: str = "",
    retrieved: str = "",
    text: str = "",
    origin: str = "",
) -> bytes:
    """The sorted N-Quads of a document, of what is given."""
    iri = f"<{document(name)}>"
    said = {
        DCTERMS.identifier: f'"{name}"',
        DCTERMS.source: url and f"<{url}>",
        KG.date: date and f'"{date}"',
        KG.origin: origin and f'"{origin}"',
        KG.retrieved: retrieved and f'"{retrieved}"',
        KG.textHash: text and f'"{hashlib.sha256(text.encode()).hexdigest()}"',
    }
    quads = [f"{iri} {predicate} {spoken} {iri} .\n" for predicate, spoken in said.items() if spoken]
    return "".join(sorted([*quads, f'<{BASE}s> <{BASE}p> "{value}" {iri} .\n'])).encode()


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a store with what it holds, but for its index and its lock."""
    files = (f for f in folder.rglob("*") if f.is_file() and f.name != "lock" and "index" not in f.parts)
    return {str(f.relative_to(folder)): f.read_bytes() for f in files}
