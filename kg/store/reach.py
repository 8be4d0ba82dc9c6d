"""SPARQL that stays inside the store: Oxigraph follows SERVICE and LOAD into the network and cannot be told not to.

A query is read token by token, and what is handed to the engine is written anew from these tokens, in a spelling that
leaves no second reading: comments and line ends are spaces, a `<` that compares stands free, and no IRI holds a quote.
Were a `<` misjudged, the engine would find an unfinished comparison there, never the keyword of another clause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.errors import QueryError
from kg.store.tokens import Token, tokens

VOLATILE = ("NOW", "RAND", "UUID", "STRUUID", "BNODE")
DATASET = ("FROM", "USING", "WITH")
LINE_ENDS = {"\n": "\\n", "\r": "\\r"}
POSITION = re.compile(r"\b1:(\d+)\b")


@dataclass(frozen=True, slots=True)
class Plain:
    """A query or update in plain spelling.

    `dataset` tells whether it names its own graphs (FROM, USING, WITH), `volatile` whether it may answer otherwise
    each time (NOW, RAND). `offsets` pairs offsets of the text with those of what the user wrote.
    """

    text: str
    dataset: bool
    volatile: bool
    source: str
    offsets: tuple[tuple[int, int], ...]

    def told(self, error: SyntaxError) -> str:
        """What the engine says of a mistake, with its line and column in what the user wrote."""
        return POSITION.sub(lambda found: self.line(int(found[1]) - 1), " ".join(str(error).split()))

    def line(self, offset: int) -> str:
        """The line and column, from 1, of an offset of the plain text."""
        written, original = self.offsets[max(bisect_right(self.offsets, (offset, len(self.source))) - 1, 0)]
        at = min(original + offset - written, len(self.source))
        start = self.source.rfind("\n", 0, at) + 1
        return f"{self.source.count(chr(10), 0, at) + 1}:{at - start + 1}"


@lru_cache(maxsize=256)
def plain_query(sparql: str) -> Plain:
    """A query in plain spelling. Raises `QueryError` where it would reach out (SERVICE) or nests too deeply."""
    return plain(sparql, list(tokens(sparql)))


def plain_update(sparql: str, using: Sequence[str] = (), using_named: Sequence[str] = ()) -> Plain:
    """An update in plain spelling, its patterns read over the given graphs.

    Raises `QueryError` where it would reach out (SERVICE, LOAD), or where it also names graphs itself.
    """
    read = list(tokens(sparql))
    words = [token for token in read if token.kind != "space"]
    for before, token in zip([None, *words], words, strict=False):
        if token.depth == 0 and glued(token, "load") and not (before and before.is_word("PREFIX")):
            raise QueryError("LOAD would reach out of the store: send the data itself, with INSERT DATA")
    clauses = [*(f"USING <{iri}>" for iri in using), *(f"USING NAMED <{iri}>" for iri in using_named)]
    if clauses and any(token.depth == 0 and token.is_word("USING", "WITH") for token in words):
        raise QueryError("the update names its graphs (USING, WITH): using-graph-uri cannot name others beside")
    return plain(sparql, read, " ".join(clauses))


def plain(source: str, read: Sequence[Token], clauses: str = "") -> Plain:
    """Tokens written anew, with `clauses` before the WHERE of each operation of an update."""
    words = [token for token in read if token.kind != "space"]
    if any(token.kind == "escape" for token in words):
        raise QueryError("\\u outside of a string could spell SERVICE, and SERVICE would reach into the network")
    for token, after in zip(words, [*words[1:], None], strict=False):
        if glued(token, "service") and (token.kind == "word" or (after and after.text == "{")):
            raise QueryError("SERVICE would reach into the network: kg answers from its own store alone")
    pieces: list[str] = []
    offsets: list[tuple[int, int]] = []
    length = 0
    for token in read:
        piece = spelled(token)
        if clauses and token.depth == 0 and token.is_word("WHERE"):
            piece = f" {clauses} {piece}"
        offsets.append((length, token.start))
        pieces.append(piece)
        length += len(piece)
    return Plain(
        "".join(pieces),
        any(token.is_word(*DATASET) for token in words),
        any(token.is_word(*VOLATILE) for token in words),
        source,
        tuple(offsets) or ((0, 0),),
    )


def glued(token: Token, word: str) -> bool:
    """Whether the engine could find a keyword in this token: it reads `SERVICEex:a` as `SERVICE ex:a`."""
    prefix = token.text.partition(":")[0] if token.kind == "name" else token.text
    return token.kind in ("word", "name") and word in prefix.lower()


def spelled(token: Token) -> str:
    """A token so that it can be read in one way only, and at one place only."""
    if token.kind == "space":
        return " " * len(token.text)
    if token.kind == "string":
        return re.sub(r"[\n\r]", lambda found: LINE_ENDS[found[0]], token.text)
    if token.kind == "iri":
        return token.text.replace("'", "\\u0027")
    return token.text + " " if token.text == "<" else token.text
