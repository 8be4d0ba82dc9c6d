"""Letters and newsletters (EML, MHTML): the text of each, and what is enclosed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Document, Problem
from kg.readers.base.reader import Found, Options, Reader, provenance
from kg.readers.base.source import Source, of_bytes
from kg.readers.mail import newsletter
from kg.readers.mail.message import Letter, letter_of
from kg.readers.mail.replies import own_lines
from kg.readers.text import wrapping
from kg.readers.text.encoding import Decoded, decoded
from kg.readers.web import web_page

HEADERS = re.compile(rb"(?:[!-9;-~]{1,100}:[^\n]*\n(?:[ \t][^\n]*\n)*+)+")
TELLING = re.compile(
    rb"(Received|Return-Path|Delivered-To|From|To|Date|Subject|Message-ID|MIME-Version|List-Id):", re.IGNORECASE
)
SENT = frozenset((b"received", b"return-path", b"from"))
ENOUGH = 400
"""A plain part of fewer characters may only say "see this in your browser": then the longer of both is read."""
TEXTS = PLAIN, PAGE = "text/plain", "text/html"
LINK = re.compile(r"https?://\S+")
PASSED_OVER = ("image/", "audio/", "video/", "font/", "text/css", "text/calendar", "application/pgp")


def recognises(head: bytes) -> bool:
    """Whether bytes begin with headers of which three are those of letters, one of them saying who sent it."""
    found = HEADERS.match(head.replace(b"\r\n", b"\n"))
    told = {name.lower() for line in found[0].split(b"\n") for name in TELLING.findall(line[:20])} if found else set()
    return len(told) >= 3 and bool(told & SENT)


def read(source: Source, options: Options) -> Iterator[Found | Source]:
    """The article of a letter, and what is enclosed."""
    data = source.data(options.limits.bytes)
    if isinstance(data, Problem):
        yield data
    else:
        yield from read_one(data, source, options)


def read_one(data: bytes, source: Source, options: Options) -> Iterator[Found | Source]:
    """The article of one letter, then what is enclosed."""
    try:
        letter = letter_of(data)
    except RecursionError:
        yield Problem("nested", "its parts are nested too deeply", document=source.name)
        return
    for found in bodies(letter, source, options):
        if isinstance(found, Document):
            known = told(letter, found)
            yield replace(known, id=letter.id or source.stem, provenance=provenance(source, data, "mail"))
        else:
            yield found
    for part in letter.parts:
        if part.name is not None and not part.kind.startswith(PASSED_OVER):
            name = part.name.replace("/", "_")
            yield replace(source.member(name, f"{source.stem}-{name}", of_bytes(part.data)), encoding=part.encoding)


def told(letter: Letter, found: Document) -> Document:
    """A letter's text with what its headers say; what they do not, the page in it may."""
    return replace(
        found,
        title=letter.title or found.title,
        source=letter.source or found.source,
        author=letter.author or found.author,
        date=letter.date or found.date,
        url=letter.url or found.url,
    )


def bodies(letter: Letter, source: Source, options: Options) -> Iterator[Found | Source]:
    """The text of a letter: its plain part, or that of its page where the plain one is hardly a text."""
    shown = [part for part in letter.parts if part.name is None]
    pages = [part for part in shown if part.kind == "text/html"]
    if pages and letter.saved:
        page = replace(source, open=of_bytes(pages[0].data), encoding=pages[0].encoding, url=letter.url, beginning=None)
        yield from web_page.read(page, options)
        return
    texts = [(part.kind, decoded(part.data, source.name, part.encoding)) for part in shown if part.kind in TEXTS]
    plain, paged = (joined(texts, kind) for kind in TEXTS)
    problems = [found if isinstance(found, Problem) else found.problem for _, found in texts]
    yield from dict.fromkeys(problem for problem in problems if problem)
    text = paged if len(LINK.sub("", plain)) < min(ENOUGH, len(paged)) else plain
    if text:
        yield Document(source.stem, text)
    elif not any(problems):
        yield Problem("no-text", "there is no text in the letter", document=source.name)


def joined(texts: list[tuple[str, Decoded | Problem]], kind: str) -> str:
    """The texts of the parts of one kind."""
    found = (each.text for part, each in texts if part == kind and isinstance(each, Decoded))
    return "\n\n".join(map(newsletter.text_of if kind == PAGE else own, found)).strip()


def own(text: str) -> str:
    """What a letter says itself, its lines joined to paragraphs."""
    text = wrapping.running([own_lines(text.splitlines())])[0]
    return "\n".join(newsletter.without_edges(text.split("\n")))


READER = Reader("mail", (".eml", ".mht", ".mhtml"), recognises, read)
