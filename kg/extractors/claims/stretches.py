"""Stretches of text as contents: trimmed at their ends, with what belongs to them though parsed elsewhere."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from kg.extractors.grammar.plaintext import text_of
from kg.model import Span

TRIM = " \t\r\n,;:.–—―-…"
STAMP = r"(?:\d{1,2}[:.h]\d\d(?: ?(?:GMT|UTC|[ap]\.?m\.?(?!\w)))?[ \t|–—-]+)?"
OPENING = re.compile(STAMP + r"(?:[A-Z][\w’'.]*+[\w ,.()/’']{0,50}? [–—―-]{1,2} ){0,2}")

FOLLOWERS = frozenset(
    {
        "prep",
        "advcl",
        "npadvmod",
        "advmod",
        "dobj",
        "acl",
        "relcl",
        "parataxis",
        "ccomp",
        "xcomp",
        "dep",
        "appos",
    }
)
PHRASAL = frozenset(
    {"of", "about", "as", "for", "by", "against", "between", "to", "from", "toward", "towards", "over", "with"}
    | {"behind", "among", "into", "like", "than"}
)

Contents = tuple[Span, ...]


def after_dateline(text: str, start: int) -> int:
    """Where a report's first sentence begins: "KHARTOUM, May 3 (Reuters) - [The army …]", "14:40 [The army …]"."""
    match = OPENING.match(text, start) if start == 0 or text[start - 1] == "\n" else None
    return match.end() if match else start


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A span without space and punctuation at its ends; quotation marks and a quote's own full stop stay."""
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return (start, end) if start < end else None


def stretch(doc: Doc, first: int, last: int) -> Contents:
    """The tokens `first` to `last` as one content, without an "and" that the parser leaves at its end."""
    while last > first and (doc[last].tag_ == "CC" or doc[last].text == ","):
        last -= 1
    span = trimmed(text_of(doc), doc[first].idx, doc[last].idx + len(doc[last]))
    return (span,) if span else ()


def subtree(token: Token) -> Contents:
    """A token with all that hangs on it."""
    return stretch(token.doc, token.left_edge.i, token.right_edge.i)


def extended(verb: Token, first: int, last: int) -> Contents:
    """Tokens `first` to `last` with what belongs to them though the parser hung it on the verb.

    Coordinated infinitives and "that" clauses, and phrases that follow without a comma.
    """
    tags = {verb.doc[i].tag_ for i in range(first, min(first + 3, last + 1))}
    for child in verb.rights:
        if child.left_edge.i <= last:
            continue
        joined = child.dep_ == "conj" and (
            (child.tag_ == "VB" and verb.tag_ != "VB" and "TO" in tags) or child.left_edge.lower_ == "that"
        )
        if joined or (follows(child, last) and child.dep_ in FOLLOWERS):
            last = child.right_edge.i
        elif child.dep_ not in ("punct", "cc"):
            break
    return stretch(verb.doc, first, last)


def follows(child: Token, last: int) -> bool:
    """Whether a phrase comes right after a token, but for a quotation mark that ends there."""
    doc, at = child.doc, last + 1
    while at < child.left_edge.i and (
        doc[at].is_quote or (doc[at].text == "," and at + 1 < len(doc) and doc[at + 1].is_quote)
    ):
        at += 1
    return at == child.left_edge.i


def noun_phrase(verb: Token, first: int, head: Token) -> Contents:
    """A noun phrase a verb takes, with what follows it without a comma, without a relative clause after one."""
    last = head.right_edge.i
    for child in verb.rights:
        if (
            child.left_edge.i == last + 1
            and (
                child.dep_ in ("relcl", "acl", "ccomp", "agent")
                or (child.dep_ in ("prep", "advcl", "dative") and child.lower_ in PHRASAL)
            )
        ) or (child.lower_ == "including" and child.i == last + 2 and verb.doc[last + 1].text == ","):
            last = child.right_edge.i
    return stretch(verb.doc, first, restricted(head, last))


def restricted(head: Token, last: int) -> int:
    """The last token of a noun phrase once a relative clause after a comma is left away."""
    for child in head.subtree:
        if child.dep_ == "relcl" and child.right_edge.i == last and child.left_edge.i > head.i + 1:
            before = head.doc[child.left_edge.i - 1]
            if before.text == ",":
                return before.i - 1
    return last


def own_subject(clause: Token) -> bool:
    """Whether a clause has a subject of its own before it."""
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.lefts)
