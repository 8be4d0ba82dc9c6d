"""The ledger: one immutable file of sorted N-Quads a document. It is the truth; all else can be made from it anew.

    format                       version of this layout, and the base under which IRIs are minted
    ledger/<xx>/<sha256>.nq      a document's graph; the name is the SHA-256 of the file
    revisions/<xx>/<sha256>.nq   the graph of a document that a newer one of the same source has superseded
    texts/<xx>/<sha256>.txt      the text its quotes are offsets into
    loaded/<sha256>.nq           a graph of others, asked beside the documents' own
    judgements.ttl               a person's decisions
    lock                         held by whoever writes

A file is written beside its place, then renamed, so that a crash leaves every file whole or absent.
"""

from kg.ledger.catalogue import Catalogue
from kg.ledger.files import names_in, put_in_place, write
from kg.ledger.headings import Heading, Headings, graph_of
from kg.ledger.ledger import Ledger
from kg.ledger.lock import Lock, is_held

__all__ = [
    "Catalogue",
    "Heading",
    "Headings",
    "Ledger",
    "Lock",
    "graph_of",
    "is_held",
    "names_in",
    "put_in_place",
    "write",
]
