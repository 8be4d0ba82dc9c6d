"""JSON: an array of articles, one article, or an object that holds such an array ({"articles": […]}, a JSON Feed)."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import replace

from kg.model import Problem
from kg.readers.base.reader import Found, Options, Reader
from kg.readers.base.source import Source, too_big
from kg.readers.json_files.json_lines import article
from kg.readers.json_files.json_stream import JsonStream, TooLong
from kg.readers.text.encoding import mark, two_bytes
from kg.readers.text.markup import plain

ARRAY = re.compile(r"\[\s*(?:\{|\]|$)")
OBJECT = re.compile(r'\{\s*(?:["}]|$)')
UNFINISHED = re.compile(r"[\[{,:]\s*$")
HOLDERS = ("articles", "items", "results", "documents", "docs", "data", "entries", "posts", "records", "response")
"""The keys under which services and their dumps hold their articles, also one within another."""
HOLDER = re.compile(rf'"(?:{"|".join(HOLDERS)})"\s*:\s*[\[{{]\s*[\[{{"]')
FEED = re.compile(r'"https://jsonfeed\.org/version/')
FEED_FIELDS = {"text": "content_text", "date": "date_published", "author": "authors.0.name"}
"""How a JSON Feed calls what articles have (jsonfeed.org, version 1.1)."""
Written = tuple[object, str]
"""A value, and how it is written."""


def recognises(head: bytes) -> bool:
    """Whether bytes begin an array of objects, or an object over several lines or with articles within."""
    text = text_of_head(head)
    if ARRAY.match(text):
        return True
    if not OBJECT.match(text):
        return False
    line, broken, _ = text.partition("\n")
    return HOLDER.search(text) is not None or bool(broken and UNFINISHED.search(line.rstrip("\r")))


def text_of_head(head: bytes) -> str:
    """The beginning of a text, white space before it left out."""
    encoding = mark(head) or two_bytes(head[: len(head) & ~1]) or "utf-8"
    return head.decode(encoding, "replace").lstrip("\ufeff \t\r\n")


def read(source: Source, options: Options) -> Iterator[Found]:
    """The articles of a file, one after the other: memory does not grow with the file."""
    head = source.head()
    encoding = mark(head) or two_bytes(head[: len(head) & ~1]) or "utf-8"
    fields = {**FEED_FIELDS, **options.fields} if FEED.search(text_of_head(head)) else options.fields
    key = fields.get("text", "text").partition(".")[0]
    count = 0
    with source.open() as stream:
        found = JsonStream(stream, options.limits.bytes, encoding)
        try:
            for count, (value, written) in enumerate(values(found, key), 1):
                yield from item(value, written, count, source, replace(options, fields=fields))
        except TooLong:
            yield too_big(f"{source.name}:{count + 1}", options.limits.bytes)
        except UnicodeError as error:
            yield Problem("wrong-encoding", f"it is not in {encoding.upper()}: {error}", document=source.name)
        except (ValueError, RecursionError) as error:
            told = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
            yield Problem("bad-json", f"after {count} articles: {told}", document=source.name)


def values(stream: JsonStream, text: str = "text") -> Iterator[Written]:
    """Every value of a text, those of arrays and of holders one by one; `text` is the key that makes an article."""
    while sign := stream.peek():
        if sign == "[":
            yield from elements(stream)
        elif sign == "{":
            stream.keep()
            own = yield from members(stream, text)
            if own is not None:
                yield own, stream.kept() or json.dumps(own, ensure_ascii=False)
        else:
            yield stream.value()
        stream.take(",")


def elements(stream: JsonStream) -> Iterator[Written]:
    """The values of an array."""
    stream.expect("[")
    while not stream.take("]"):
        yield stream.value()
        if not stream.take(","):
            stream.expect("]")
            return


def members(stream: JsonStream, text: str) -> Generator[Written, None, dict[str, object] | None]:
    """The articles that an object holds. Returns the object, None where it held any and is none itself."""
    own: dict[str, object] = {}
    held = False
    stream.expect("{")
    while not stream.take("}"):
        key = str(stream.value()[0])
        stream.expect(":")
        sign = stream.peek() if key in HOLDERS and text not in own else ""
        if sign == "[":
            for value in elements(stream):
                if held := held or isinstance(value[0], dict):
                    stream.kept_from = None
                    yield value
        elif sign == "{":
            own[key] = yield from members(stream, text)
            held = held or own[key] is None
        else:
            own[key] = stream.value()[0]
        if not stream.take(","):
            stream.expect("}")
            break
    return None if held and text not in own else own


def item(value: object, written: str, number: int, source: Source, options: Options) -> Iterator[Found]:
    """The article that a value describes; a JSON Feed may give its text as HTML."""
    name = f"{source.name}:{number}"
    if not isinstance(value, dict):
        yield Problem("bad-json", "this is no JSON object", document=name)
        return
    data = written.encode("utf-8", "surrogatepass")
    if options.fields.get("text") == FEED_FIELDS["text"] and isinstance(value.get("content_html"), str):
        value = with_text(value)
    yield from article(value, data, f"{source.stem}-{number}", name, source, options)


def with_text(value: Mapping[str, object]) -> dict[str, object]:
    """An item of a JSON Feed with its HTML as text, where it has no other."""
    return {FEED_FIELDS["text"]: plain(str(value["content_html"])), **value}


READER = Reader("JSON", (".json",), recognises, read)
