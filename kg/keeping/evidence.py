"""Whether every quote of a document stands in its text where it says, letter by letter."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.keeping.findings import Finding, reread
from kg.ledger import Heading, Ledger
from kg.rdf.namespaces import OA

SAID = (OA.exact, OA.prefix, OA.suffix, OA.start, OA.end)


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of text as its evidence gives it: the words, those before and after, and where they stand."""

    node: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    def stands_in(self, text: str) -> bool:
        """Whether the text has these words at this place, between those words."""
        return (
            0 <= self.start <= self.end <= len(text)
            and text[self.start : self.end] == self.exact
            and text[: self.start].endswith(self.prefix)
            and text.startswith(self.suffix, self.end)
            and self.node.endswith(f"#char={self.start},{self.end}")
        )


def untrue(ledger: Ledger, heading: Heading, quads: Iterable[ox.Quad]) -> Iterator[Finding]:
    """Where a document is not true to its text, or the text is not what its name says. A store may keep no texts."""
    file = ledger.place("texts", heading.text, ".txt")
    place = str(file.relative_to(ledger.folder))
    if not (ledger.folder / "texts").is_dir():
        return
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        message = f"the text of {heading.id} is missing, unless it was built with --no-texts"
        yield Finding("no-text", place, message, "build its article again")
        return
    if hashlib.sha256(data).hexdigest() != file.stem:
        yield reread("changed-text", place, f"the text of {heading.id} is not what its name says: it was changed", file)
        return
    text = data.decode()
    graph = str(ledger.file(heading.name).relative_to(ledger.folder))
    for quote in quotes(quads):
        if isinstance(quote, str):
            message = f"{quote} says no words, or not where they stand"
        elif quote.stands_in(text):
            continue
        else:
            message = f"“{quote.exact}” does not stand at [{quote.start}:{quote.end}] of the text of {heading.id}"
        yield reread("untrue-quote", graph, message, ledger.file(heading.name))


def quotes(quads: Iterable[ox.Quad]) -> Iterator[Quote | str]:
    """The quotes in a graph, in their order; the IRI of one that is not whole."""
    said: dict[str, dict[ox.NamedNode, str]] = {}
    selectors: dict[str, list[str]] = {}
    for quad in quads:
        if not isinstance(quad.subject, ox.NamedNode):
            continue
        if quad.predicate in SAID and isinstance(quad.object, ox.Literal):
            said.setdefault(quad.subject.value, {})[quad.predicate] = quad.object.value
        elif quad.predicate == OA.hasSelector and isinstance(quad.object, ox.NamedNode):
            selectors.setdefault(quad.subject.value, []).append(quad.object.value)
    for node in sorted(selectors):
        parts = {key: value for each in selectors[node] for key, value in said.get(each, {}).items()}
        yield quote(node, parts) or node


def quote(node: str, parts: Mapping[ox.NamedNode, str]) -> Quote | None:
    """A quote of what its selectors say; None where they do not say enough."""
    exact, start, end = (parts.get(key) for key in (OA.exact, OA.start, OA.end))
    if exact is None or start is None or end is None or not (start.isdecimal() and end.isdecimal()):
        return None
    return Quote(node, exact, parts.get(OA.prefix, ""), parts.get(OA.suffix, ""), int(start), int(end))
