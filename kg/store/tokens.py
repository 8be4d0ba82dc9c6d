"""SPARQL as its tokens, read as the grammar reads them: what is a keyword, and what only looks like one.

One sign of SPARQL depends on where it stands: `<` begins an IRI, except after an operand inside an expression, where
it compares. So the reader knows in what kind of brackets it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kg.errors import QueryError

DEEPEST = 200
"""How many brackets may be open at once: the engine's parser descends with each and would run out of stack."""

TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\n]+ | \#[^\r\n]*)
  | (?P<string>'''(?:[^'\\]|\\.|'(?!''))*''' | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"
             | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*")
  | (?P<variable>[?$]\w+)
  | (?P<blank>_:[\w.\-\u00b7]+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[A-Za-z]+)?)
  | (?P<name>(?:[^\W\d_][\w.\-\u00b7]{0,255})?:(?:[\w:.\-\u00b7]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<word>[A-Za-z]\w*)
  | (?P<escape>\\u[0-9A-Fa-f]{4} | \\U[0-9A-Fa-f]{8})
  | (?P<sign><<\(|\)>>|<<|>>|<=|>=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
IRI = re.compile(r"<(?:[^<>\"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>")
OPERANDS = ("string", "variable", "blank", "language", "name", "number", "iri")
CLOSING = (")", "]", "}", ")>>")


class Place(Enum):
    """In what a token stands: outside of all braces (or in a subquery's head), a group, an expression, a list."""

    HEAD = "head"
    GROUP = "group"
    EXPRESSION = "expression"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its kind (a group of `TOKEN`, or "iri"), where it starts, and how many brackets are open there."""

    kind: str
    text: str
    start: int
    depth: int

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords, in any case."""
        return self.kind == "word" and self.text.upper() in words


NOTHING = Token("space", "", 0, 0)


def tokens(sparql: str) -> Iterator[Token]:
    """The tokens of a query or update, spaces and comments included. Raises `QueryError` where it nests too deeply."""
    places = [Place.HEAD]
    before = last = NOTHING
    at = 0
    while at < len(sparql):
        token = next_token(sparql, at, places, last)
        yield token
        at += len(token.text)
        if token.kind == "space":
            continue
        enter(token, places, before, last)
        if len(places) > DEEPEST:
            raise QueryError(f"the query nests more than {DEEPEST} brackets: write it flatter")
        before, last = last, token


def next_token(sparql: str, at: int, places: list[Place], last: Token) -> Token:
    """The token that starts at an offset."""
    depth = len(places) - 1
    if sparql[at] == "<":
        if places[-1] is Place.EXPRESSION and ends_operand(last):
            return Token("sign", "<=" if sparql.startswith("<=", at) else "<", at, depth)
        if found := IRI.match(sparql, at):
            return Token("iri", found[0], at, depth)
    found = TOKEN.match(sparql, at)
    assert found is not None and found.lastgroup is not None  # any character is a sign
    return Token(found.lastgroup, found[0], at, depth)


def ends_operand(last: Token) -> bool:
    """Whether a value can end with this token, so that an operator follows."""
    return last.kind in OPERANDS or last.text in CLOSING or last.is_word("TRUE", "FALSE")


def enter(token: Token, places: list[Place], before: Token, last: Token) -> None:
    """Go into the brackets that a token opens, or out of those it closes."""
    if token.text == "(":
        places.append(Place.EXPRESSION if opens_expression(places[-1], before, last) else Place.LIST)
    elif token.text in ("[", "<<("):
        places.append(Place.LIST)
    elif token.text == "{":
        places.append(Place.GROUP)
    elif token.text in CLOSING and len(places) > 1:
        places.pop()
    elif token.is_word("SELECT") and places[-1] is Place.GROUP:
        places[-1] = Place.HEAD


def opens_expression(place: Place, before: Token, last: Token) -> bool:
    """Whether a round bracket after these two tokens holds an expression, not a list of terms or a path."""
    if place is Place.GROUP:
        called = last.kind in ("name", "iri") and before.is_word("FILTER")
        return called or (last.kind == "word" and not last.is_word("A", "VALUES"))
    return place is not Place.LIST
