"""Articles as JSON-LD: each a schema.org NewsArticle that holds its claims, and these what they state, with the quotes.

The context is the published one, `ontology/context.jsonld`, written into the file, so that nothing is fetched to read
it. Every statement of an article's graph is in it; what it says in terms of schema.org is said besides.
"""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from kg.exporters.contents import Article
from kg.exporters.jsonld.context import context
from kg.exporters.jsonld.frame import Frame
from kg.networks import View


class JsonLdExporter:
    """Writes one article after the other."""

    def __init__(self, out: BinaryIO, view: View) -> None:
        """Begin the file with its context."""
        self.out, self.between = out, "\n"
        self.put(f'{{"@context":{compact(context())},\n"@graph":[')

    def write(self, article: Article) -> None:
        """Put one article out."""
        self.put(self.between + compact(Frame(article).article()))
        self.between = ",\n"

    def finalize(self) -> None:
        """End the file."""
        self.put("\n]}\n")

    def put(self, text: str) -> None:
        """Write text."""
        self.out.write(text.encode())


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
