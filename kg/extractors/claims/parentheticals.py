"""Speech that stands around its verb: `"…", said X`, `X said: "…"`, `…, X said, …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extractors.claims.clauses import severed
from kg.extractors.claims.quotes import Quote, chain, quote_over
from kg.extractors.claims.sources import SUBJECTS
from kg.extractors.claims.stretches import Contents, after_dateline, own_subject, stretch, trimmed
from kg.extractors.grammar.plaintext import text_of
from kg.model import Span

LEADS_IN = re.compile(r"\s*[,:]?\s*|[^.!?\n\"“”]{0,160}[,:]\s*")
COLON = re.compile(r"[^.!?\n:\"“”]{0,120}:\s+(?=\S)")
BLOCK = re.compile(r"[^.!?\n:\"“”]{0,120}:[ \t]*\n\s*([^\s\"“][^\n]+)")
BLOCK_LEFT = ("aux", "neg", "advmod", "mark", "nsubj", "csubj", "expl", "auxpass", "intj")
CONTENT_RIGHT = ("ccomp", "xcomp", "conj", "cc", "parataxis", "advcl", "dep")


def spoken(verb: Token, quotes: tuple[Quote, ...], heard: bool = False) -> Contents:
    """What is said before, after or on both sides of a verb of speech in direct or parenthetical form.

    The object of a verb that is `heard` is who was told, not what was said.
    """
    first, last = block(verb)
    governed = (c for c in verb.rights if c.dep_ in ("ccomp", "xcomp") and not participle(c))
    bare = all(severed(verb, c) for c in governed)
    said = before(verb, (first, last), quotes, heard) if bare or behind_quote(verb, first, quotes) else ()
    if not said or quote_over(quotes, said[0][1] - 1) is None:
        said = quote_after(verb, quotes) or said
    if not said and bare:
        said = after_colon(verb)
    if not said and first == verb.sent.start and verb.doc[first].lower_ == "as":
        said = after(verb, last, quotes)
    return said


def block(verb: Token) -> tuple[int, int]:
    """The first and last token of the speech tag: verb, subject, auxiliaries, hearer, time and place."""
    first = last = verb.i
    for child in reversed(list(verb.lefts)):
        if child.dep_ not in BLOCK_LEFT or child.right_edge.i != first - 1:
            break
        first = child.left_edge.i
    for child in verb.rights:
        if child.dep_ in CONTENT_RIGHT or (child.dep_ == "punct" and child.text not in ",:"):
            break
        if child.dep_ != "punct":
            last = child.right_edge.i
    return first, last


def behind_quote(verb: Token, first: int, quotes: tuple[Quote, ...]) -> bool:
    """Whether a whole quote that ends in a comma stands right before a speech tag: that is said, whatever follows."""
    doc, end = verb.doc, verb.doc[first].idx - 1
    quote = quote_over(quotes, end - 1) if end > 1 else None
    if quote is None or quote.end != end or not full(doc, quote):
        return False
    return text_of(doc)[:end].rstrip("\"”'’")[-1] == "," and start_of_speech(doc, quote) == quote.start


def participle(clause: Token) -> bool:
    """Whether a clause is a participle behind a comma, which tells of the speaker: "…," he said, [pointing to …]."""
    own = any(c.dep_ in ("aux", "nsubj") for c in clause.lefts)
    return clause.tag_ == "VBG" and not own and clause.left_edge.nbor(-1).text == ","


def quote_after(verb: Token, quotes: tuple[Quote, ...]) -> Contents:
    """Direct speech that a verb leads in to: `said: "…"`, `told reporters in Goma, "…"`."""
    end = verb.idx + len(verb)
    following = next((q for q in quotes if q.start >= end), None)
    if following is None or quote_over(quotes, verb.idx) is not None:
        return ()
    if not LEADS_IN.fullmatch(text_of(verb.doc), end, following.start) or not full(verb.doc, following):
        return ()
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "VBG") or t.dep_ == "mark" for t in between(verb, following)):
        return ()
    return tuple(q.span for q in chain(quotes, following))


def between(verb: Token, quote: Quote) -> Iterator[Token]:
    """The tokens between a verb and a quote after it."""
    for token in verb.doc[verb.i + 1 :]:
        if token.idx >= quote.start:
            return
        yield token


def full(doc: Doc, quote: Quote) -> bool:
    """Whether a quote is speech and not a few quoted words."""
    inside = text_of(doc)[quote.start : quote.end].strip("\"“”«»„'‘’ ")
    return bool(inside) and (inside[0].isupper() or len(inside.split()) > 4)


def before(verb: Token, tag: tuple[int, int], quotes: tuple[Quote, ...], heard: bool) -> Contents:
    """Speech that goes before its verb, and on after it: `"…", she said, "…"`."""
    doc, sentence, (first, last) = verb.doc, verb.sent, tag
    at = first - 1
    while at >= 0 and doc[at].is_space and "\n" not in doc[at].text:
        at -= 1
    if at < 0 or not finite(verb):
        return ()
    position = doc[at].idx + len(doc[at]) - 1
    if doc[at].text == "," and (closed := quote_over(quotes, position - 1)) and closed.end == position:
        position -= 1  # a comma behind the quotation mark, as the British put it
    quote = quote_over(quotes, position)
    if quote is not None and quote.end == position + 1 and (full(doc, quote) or attached(verb, at, heard)):
        start = start_of_speech(doc, quote)
    elif doc[at].text in (",", "-", "--", "–", "—") and at > sentence.start and attached(verb, at, heard):
        start = doc[sentence.start].idx
    else:
        return ()
    said = trimmed(text_of(doc), after_dateline(text_of(doc), start), position + 1)
    return ((said,) if said else ()) + after(verb, last, quotes)


def finite(verb: Token) -> bool:
    """Whether a verb is finite with a subject of its own, as a speech tag's verb is."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.tag_ not in ("WP", "WDT")]
    return verb.tag_ in ("VBD", "VBZ", "VBP", "VBN") and bool(own)


def start_of_speech(doc: Doc, quote: Quote) -> int:
    """Where speech that ends with a quote begins: with the sentence the quote begins in, or the quote itself."""
    if text_of(doc)[max(0, quote.start - 20) : quote.start].rstrip(" \t")[-1:] in ("", "\n", ".", "!", "?", ":", ";"):
        return quote.start
    token = token_at(doc, quote.start)
    return min(doc[token.sent.start].idx, quote.start)


def token_at(doc: Doc, position: int) -> Token:
    """The token at a character, or the last one before it."""
    low, high = 0, len(doc) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if doc[middle].idx <= position else (low, middle - 1)
    return doc[low]


def attached(verb: Token, comma: int, heard: bool) -> bool:
    """Whether what goes before the comma is what is said: the verb's complement, or the clause it hangs on."""
    if any(c.dep_ == "ccomp" and c.i < comma for c in verb.children):
        return True
    return (
        verb.dep_ in ("parataxis", "ccomp", "advcl", "dep", "relcl", "conj")
        and verb.head.i != verb.i
        and not any(c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "dobj" and not heard) for c in verb.rights)
    )


def after(verb: Token, last: int, quotes: tuple[Quote, ...]) -> Contents:
    """Where speech goes on after the speech tag, within its sentence."""
    doc, end = verb.doc, verb.sent.end
    if last + 2 >= end or doc[last + 1].text not in (",", "-", "--", "–", "—"):
        return ()
    if (joined := going_on(verb, last + 2)) is not None:
        return stretch(doc, joined.left_edge.i, joined.right_edge.i)
    start = doc[last + 2 + (doc[last + 2].dep_ == "cc" and last + 3 < end)].idx
    quote = quote_over(quotes, start)
    if quote is not None:
        return (quote.span,)
    top = doc[last + 2]
    while top.head.i > last + 1 and top.head != top:
        top = top.head
    if top.head == verb or participle(top) or (verb.is_ancestor(top) and top.dep_ != "ccomp"):
        return ()
    said = trimmed(text_of(doc), start, doc[end - 1].idx + len(doc[end - 1]))
    return (said,) if said else ()


def going_on(verb: Token, at: int) -> Token | None:
    """The clause that speech goes on with behind its tag: "A, ministers said, and [eleven people were killed]"."""
    if verb.doc[at].dep_ != "cc" or verb.doc[at].head != verb:
        return None
    return next((c for c in verb.rights if c.dep_ == "conj" and c.left_edge.i == at + 1 and own_subject(c)), None)


def after_colon(verb: Token) -> Contents:
    """Indirect speech after a colon: "He said: the town had fallen", or the paragraph after one that ends a line."""
    doc, end = verb.doc, verb.idx + len(verb)
    block = BLOCK.match(text_of(doc), end)
    if block:
        return (block.span(1),)
    stop = verb.sent.end_char
    match = COLON.match(text_of(doc), end, stop)
    if match is None or match.end() >= stop:
        return ()
    said: Span | None = trimmed(text_of(doc), match.end(), stop)
    return (said,) if said else ()


def stray_tag(verb: Token) -> tuple[Token, Contents] | None:
    """The speaker and content of a speech tag whose subject the parser hung on what is said: "…, an officer told AFP".

    The noun right before the verb, with a comma before it, is then taken for an apposition.
    """
    noun = verb.nbor(-1) if verb.i > verb.sent.start else verb
    beside = noun.dep_ in ("appos", "conj") and noun.pos_ in ("NOUN", "PROPN") and noun.right_edge.i == noun.i
    start = noun.left_edge.i
    if (
        verb.dep_ not in ("conj", "advcl", "dep")
        or verb.tag_ not in ("VBD", "VBZ", "VBP")
        or not beside
        or start - 1 <= verb.sent.start
    ):
        return None
    if verb.doc[start - 1].text != "," or any(
        c.dep_ in ("nsubj", "mark", "ccomp", "xcomp", "cc") for c in verb.children
    ):
        return None
    text = text_of(verb.doc)
    said = trimmed(text, after_dateline(text, verb.doc[verb.sent.start].idx), verb.doc[start - 1].idx)
    return (noun, (said,)) if said else None
