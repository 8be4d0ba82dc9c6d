"""HTML: the article of a page, found by trafilatura (Barbaresi 2021, ACL demos), its date by htmldate (2020, JOSS).

Navigation, captions, comments and hints at other articles are left out.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from importlib.util import find_spec

from lxml import etree, html

from kg.model import Document, Problem
from kg.readers.base.faults import missing
from kg.readers.base.fields import day
from kg.readers.base.reader import Found, Options, Reader, provenance
from kg.readers.base.source import Source
from kg.readers.sources.addresses import article_address, host
from kg.readers.text.encoding import opening, text_of
from kg.readers.text.markup import paragraphs
from kg.readers.web.boilerplate import is_service, prune
from kg.readers.web.chronicles import spell_out

START = re.compile(
    r"(?>(?:<\?xml[^>]*>|<!--(?:(?!-->).)*-->|\s+)*)<(?:!doctype html|html|head|body|meta|title|article|div|p|h1)\b",
    re.DOTALL,
)
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w:.-]{2,40})|<\?xml[^>]{0,80}encoding=["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
HEAD = 4096
DATES = {"original_date": True, "extensive_search": False, "min_date": "1980-01-01", "max_date": "2100-01-01"}
"""The day of publication, not of a change; only where the page says it, and never by the calendar of this machine."""
BARE = {"remove_comments": True, "remove_pis": True, "collect_ids": False}
"""How trafilatura wants a page parsed: it loses the words that follow a comment within a paragraph."""
LARGEST, MOST_ELEMENTS = 20_000_000, 100_000
"""Bytes and elements of a page that is no page: a tree takes some twenty times the bytes, and no article needs them."""
LONGEST_FAULT = 200


def recognises(head: bytes) -> bool:
    """Whether bytes begin as HTML does."""
    return START.match(opening(head)) is not None


def declared(data: bytes) -> str | None:
    """The encoding that a page says it is in (WHATWG HTML, "prescan a byte stream")."""
    found = DECLARED.search(data[:HEAD])
    return next(name for name in found.groups() if name).decode("ascii", "replace") if found else None


def read(source: Source, options: Options) -> Iterator[Found]:
    """The article of a page."""
    if find_spec("trafilatura") is None or find_spec("lxml_html_clean") is None:
        yield missing("trafilatura", "web", source)
        return
    found = text_of(source, options.limits.bytes, declared)
    if isinstance(found, Problem):
        yield found
        return
    data, decoded = found
    if decoded.problem:
        yield decoded.problem
    if len(data) > LARGEST:
        yield too_large(source)
        return
    try:
        read_page: Found = article(decoded.text, source, data)
    except Exception as error:  # a library that trips over a broken page must not lose the others
        words = " ".join(f"{type(error).__name__}: {error}".split())[:LONGEST_FAULT]
        read_page = Problem("bad-html", f"it cannot be taken apart: {words}", document=source.name)
    yield read_page


def article(page: str, source: Source, data: bytes) -> Document | Problem:
    """The article of a page's text, or the `Problem` that there is none. Raises what the libraries raise."""
    import trafilatura  # noqa: PLC0415  # only who reads HTML waits for it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what is wrong is told as a `Problem`
    try:
        tree = html.document_fromstring(DECLARATION.sub("", page, count=1), html.HTMLParser(**BARE))
    except etree.ParserError:  # there is no element in it
        return none_found(source)
    if (count := sum(1 for _ in tree.iter())) > MOST_ELEMENTS:
        return Problem("too-big", f"its {count:,} elements are more than {MOST_ELEMENTS:,}", document=source.name)
    language = tree.get("lang") or None
    prune(tree)
    spell_out(tree)
    found = trafilatura.bare_extraction(
        tree, source.url, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=DATES
    )
    if found is None or isinstance(found, dict) or not (text := body(list(paragraphs(found.body)), found.title)):
        return none_found(source)
    url = article_address(found.url, source.url)
    return Document(
        source.stem,
        text,
        one_line(found.title),
        one_line(found.sitename) or host(url),
        url,
        day(found.date or ""),
        one_line(found.author),
        language,
        provenance=provenance(source, data, "HTML", "trafilatura"),
    )


def too_large(source: Source) -> Problem:
    """What is told of so many bytes that they are no page and no feed."""
    return Problem("too-big", f"it has more than {LARGEST:,} bytes, as no page or feed has", document=source.name)


def none_found(source: Source) -> Problem:
    """What is told of a page without an article."""
    return Problem("no-text", "no article is found in the page", document=source.name)


def body(found: list[str], title: str | None) -> str:
    """Paragraphs as one text, without the title where they begin with it, and without what the site says itself."""
    told = found[1:] if found and title and found[0].split() == title.split() else found
    return "\n\n".join(paragraph for paragraph in told if not is_service(paragraph))


def one_line(value: str | None) -> str | None:
    """A title or name without line breaks; None where there is nothing in it."""
    return " ".join((value or "").split()) or None


READER = Reader("HTML", (".html", ".htm", ".xhtml"), recognises, read)
