"""Word files (Office Open XML, ECMA-376): the paragraphs of the body as they stand once all changes are accepted."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from kg.model import Document, Problem
from kg.readers.base.fields import day
from kg.readers.base.reader import Found, Options, Reader, provenance
from kg.readers.base.source import Source
from kg.settings import Limits

BODY, CORE = "word/document.xml", "docProps/core.xml"
ZIP = b"PK\x03\x04"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT = frozenset({"del", "moveFrom", "instrText", "delText", "delInstrText", "footnoteReference", "pPr", "rPr"})
"""What is deleted, moved away, or no text: the codes of fields, the properties of paragraphs and runs."""
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
PROPERTIES = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "language": "{http://purl.org/dc/elements/1.1/}language",
    "date": "{http://purl.org/dc/terms/}created",
}


def recognises(head: bytes) -> bool:
    """Whether bytes begin as a zip archive whose first files are those of Word."""
    return head.startswith(ZIP) and b"word/" in head


def read(source: Source, options: Options) -> Iterator[Found]:
    """The article of a file."""
    data = source.data(options.limits.bytes)
    found = data if isinstance(data, Problem) else parsed(data, source.name, source.stem, options.limits)
    if isinstance(found, Document) and isinstance(data, bytes):
        found = replace(found, url=source.url, provenance=provenance(source, data, "DOCX"))
    yield found


def parsed(data: bytes, name: str, stem: str, limits: Limits) -> Document | Problem:
    """The article of the bytes of a Word file, or why there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = tree(archive, BODY, limits)
            core = tree(archive, CORE, limits) if CORE in archive.namelist() else None
    except KeyError:
        return Problem("bad-docx", "there is no Word text in it", document=name)
    except OverflowError as error:
        return Problem("too-big", str(error), document=name)
    except etree.XMLSyntaxError as error:
        return Problem("bad-docx", f"its text is no XML: {error.msg}", document=name)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        return Problem("bad-docx", f"it is cut off or damaged: {error}", document=name)
    text = "\n".join(paragraphs(body))
    if not text.strip():
        return Problem("no-text", "there is no text in it", document=name)
    return Document(stem, text) if core is None else described(Document(stem, text), core)


def tree(archive: zipfile.ZipFile, part: str, limits: Limits) -> etree._Element:
    """The root of a part's XML; entities are never expanded, nothing else is fetched.

    Raises `OverflowError` where it unpacks to more than an article may have, `ValueError` where it declares a DTD,
    which Office Open XML forbids.
    """
    packed = archive.getinfo(part).compress_size
    most = min(limits.bytes, max(limits.ratio * packed, 1_000_000))
    with archive.open(part) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OverflowError(f"{part} unpacks to more than {most} bytes: it was not read")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise ValueError("it declares a DTD")
    return root


def paragraphs(root: etree._Element) -> Iterator[str]:
    """The paragraphs of a text in order, those of tables cell by cell; a box in a paragraph comes after it."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if local(element) == "p":
            parts: list[str] = []
            boxes: list[etree._Element] = []
            gather(element, parts, boxes)
            yield "".join(parts).strip()
            waiting.extend(reversed(boxes))
        elif element.tag != FALLBACK and local(element) not in LEFT_OUT:
            waiting.extend(reversed(element))


def gather(paragraph: etree._Element, parts: list[str], boxes: list[etree._Element]) -> None:
    """Collect the text of a paragraph, and the paragraphs of boxes that stand in it."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name == "p":
            boxes.append(element)
        elif name == "t":
            parts.append(element.text or "")
        elif name in SIGNS:
            parts.append(SIGNS[name])
        elif element.tag != FALLBACK and name not in LEFT_OUT:
            waiting.extend(reversed(element))


def local(element: etree._Element) -> str:
    """The name of an element of a Word text, "" for what is no such element."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.removeprefix(W).removeprefix(STRICT) if tag.startswith((W, STRICT)) else ""


def described(document: Document, core: etree._Element) -> Document:
    """A document with title, author, language and date, where the file tells them."""
    told = {key: " ".join((core.findtext(f".//{tag}") or "").split()) or None for key, tag in PROPERTIES.items()}
    made = day(told["date"] or "")
    return replace(document, title=told["title"], author=told["author"], language=told["language"], date=made)


READER = Reader("DOCX", (".docx", ".docm"), recognises, read)
