"""PDF: the text of each page, with its lines joined. A page that is only a picture has none, and is told."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from itertools import count
from typing import TYPE_CHECKING

from kg.model import Document, Problem
from kg.readers.base.faults import missing
from kg.readers.base.fields import day
from kg.readers.base.reader import Found, Options, Reader, provenance
from kg.readers.base.source import Source
from kg.readers.documents import furniture
from kg.readers.text import wrapping
from kg.settings import Limits

if TYPE_CHECKING:
    from pypdf import PdfReader

MARK = b"%PDF-"
PREAMBLE = 1024
"""The bytes among which the mark of a PDF may begin (ISO 32000, annex H.3.4.1)."""
PAGE_BYTES = 20_000_000
PAGE_STEPS = 200_000
STEPS = 5_000_000
"""The most bytes one stream may unpack to, steps a page may be drawn in, and steps all pages may: dense tables have
fewer."""
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00a0": " ", "\r": "\n"}
)
"""Letters that fonts draw as one, and spaces that no line breaks at."""
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
MADE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
PROGRAM = re.compile(r"microsoft (?:word|powerpoint) - |untitled|.*\.[a-z]{2,5}$", re.IGNORECASE)


def recognises(head: bytes) -> bool:
    """Whether bytes begin as a PDF does; some programs write a little before it."""
    return MARK in head[:PREAMBLE]


def read(source: Source, options: Options) -> Iterator[Found]:
    """The article of a file, its pages read one after the other."""
    if find_spec("pypdf") is None:
        yield missing("pypdf", "documents", source)
        return
    data = source.data(options.limits.bytes)
    if isinstance(data, Problem):
        yield data
        return
    for found in parsed(data, source.name, source.stem, options.limits):
        if isinstance(found, Document):
            found = replace(found, url=source.url, provenance=provenance(source, data, "PDF", "pypdf"))  # noqa: PLW2901
        yield found


def parsed(data: bytes, name: str, stem: str, limits: Limits) -> list[Document | Problem]:
    """The article of the bytes of a PDF, or why there is none."""
    from pypdf import apply_configuration  # noqa: PLC0415  # only who reads PDF waits for it

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told as a `Problem`
    with apply_configuration(
        zlib_maximum_output_length=PAGE_BYTES,
        lzw_maximum_output_length=PAGE_BYTES,
        run_length_maximum_output_length=PAGE_BYTES,
        brotli_maximum_output_length=PAGE_BYTES,
        array_based_stream_maximum_output_length=PAGE_BYTES,
        stream_decoding_work_maximum_length=2 * PAGE_BYTES,
        stream_parsing_work_maximum_count=PAGE_STEPS,
        xform_maximum_invocations_per_extraction=1_000,
        jbig2dec_binary=None,
    ):
        try:
            return list(article(data, name, stem, limits))
        except RecursionError:
            return [Problem("bad-pdf", "its parts are nested too deeply", document=name)]
        except Exception as error:  # pypdf raises whatever it trips over in a broken file
            return [broken(error, name)]


def article(data: bytes, name: str, stem: str, limits: Limits) -> Iterator[Document | Problem]:
    """The article of a file that can be opened. Raises what pypdf raises."""
    from pypdf import PdfReader  # noqa: PLC0415

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        yield Problem("encrypted", "it is locked with a password: save it without one", document=name)
        return
    if (many := len(reader.pages)) > limits.pages:
        yield Problem("too-many-pages", f"{many} pages are more than {limits.pages}: split it", document=name)
        return
    pages = list(texts(reader, limits))
    empty = [number for number, page in enumerate(pages, 1) if not page.strip()]
    if len(empty) == len(pages):
        yield Problem("no-text", "its pages are pictures without text: read them by OCR first", document=name)
        return
    if empty:
        yield Problem("pages-without-text", f"no text on {listed(empty)}: pictures are not read", document=name)
    text, starts = wrapping.running(furniture.without([page.split("\n") for page in pages]))
    yield described(Document(stem, text, pages=starts), reader)


def texts(reader: PdfReader, limits: Limits) -> Iterator[str]:
    """The text of each page, until there is more than an article may have. Raises `OverflowError` after `STEPS`."""
    steps = count(1)

    def step(*_: object) -> None:
        if next(steps) > STEPS:
            raise OverflowError

    length = 0
    for page in reader.pages:
        if length > limits.characters:
            return
        text = UNSEEN.sub("", page.extract_text(visitor_operand_before=step).translate(LIGATURES))
        length += len(text)
        yield text


def described(document: Document, reader: PdfReader) -> Document:
    """A document with title, author, date and language as the file tells them; a file's name is no title."""
    told = dict(reader.metadata or {})
    title = clean(told.get("/Title"))
    made = MADE.match(clean(told.get("/CreationDate")) or "")
    return replace(
        document,
        title=title if title and not PROGRAM.match(title) else None,
        author=clean(told.get("/Author")),
        date=day("-".join(part for part in made.groups() if part)) if made else None,
        language=clean(reader.root_object.get("/Lang")),
    )


def clean(value: object) -> str | None:
    """What a file says of itself as a line of text; None where it says nothing."""
    return " ".join(UNSEEN.sub("", value).split()) or None if isinstance(value, str) else None


def listed(pages: list[int]) -> str:
    """Some numbers of pages in words, the first ten of them."""
    words = ", ".join(map(str, pages[:10])) + (f" and {len(pages) - 10} more" if len(pages) > 10 else "")
    return f"page {words}" if len(pages) == 1 else f"pages {words}"


def broken(error: Exception, name: str) -> Problem:
    """What pypdf could not read, in our words where it is known why."""
    kind = type(error).__name__
    if kind in ("LimitReachedError", "OverflowError"):
        return Problem("too-big", "a page of it unpacks to more than a page has: it was not read", document=name)
    if kind in ("DependencyError", "FileNotDecryptedError", "WrongPasswordError"):
        return Problem("encrypted", "it is locked: save it without a password", document=name)
    told = " ".join(UNSEEN.sub("", str(error)).split())[:200]
    return Problem("bad-pdf", f"it is cut off or damaged ({kind}: {told})", document=name)


READER = Reader("PDF", (".pdf",), recognises, read)
