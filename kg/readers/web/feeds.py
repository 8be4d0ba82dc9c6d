"""RSS and Atom: each entry of a feed is an article, with its full content where the feed has it, else its summary."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from kg.model import Document, Problem
from kg.readers.base.faults import missing
from kg.readers.base.fields import day
from kg.readers.base.reader import Found, Options, Reader, provenance
from kg.readers.base.source import Source
from kg.readers.sources.addresses import host
from kg.readers.text import markup
from kg.readers.text.encoding import opening, text_of
from kg.readers.web import web_page

if TYPE_CHECKING:
    from collections.abc import Mapping

START = re.compile(
    r"(?>(?:<\?[^>]*>|<!--(?:(?!-->).)*-->|<!doctype[^>\[]*(?:\[[^]]*\]\s*)?>|\s+)*)"
    r"<(?:rss\b|feed\b|(?:\w{1,20}:)?rdf\b[^>]*purl\.org/(?:net/)?rss)",
    re.DOTALL,
)
SHORT = 700
"""A summary of fewer characters, where there is no content beside it, is the start of an article and not the whole."""
CUT = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|(?:read|continue|more)\b[^.!?]{0,60})\W*$", re.IGNORECASE)
END = 200
"""Characters at the end of a text in which it is seen whether it breaks off."""
SIGNED = re.compile(r"The post .{1,300} (?:first )?appeared (?:first )?on .{1,100}", re.DOTALL)
"""What WordPress puts below each entry."""
PLAIN = "text/plain"


def recognises(head: bytes) -> bool:
    """Whether bytes begin as a feed does."""
    return START.match(opening(head)) is not None


def read(source: Source, options: Options) -> Iterator[Found]:
    """The entries of a feed, in its order."""
    if find_spec("feedparser") is None:
        yield missing("feedparser", "web", source)
        return
    found = text_of(source, options.limits.bytes, web_page.declared)
    if isinstance(found, Problem):
        yield found
        return
    data, decoded = found
    if decoded.problem:
        yield decoded.problem
    if len(data) > web_page.LARGEST:
        yield web_page.too_large(source)
        return
    try:
        feed = parsed(decoded.text)
    except Exception:  # feedparser trips over broken feeds in many ways
        yield Problem("bad-feed", "it is damaged: no entry can be read from it", document=source.name)
        return
    for number, entry in enumerate(feed.entries, 1):
        yield from entry_of(entry, feed.feed, number, source)
    if feed.bozo and not feed.entries:
        yield Problem("bad-feed", "no entry can be read from it: it is cut off or damaged", document=source.name)
    elif feed.bozo and not isinstance(feed.bozo_exception, UserWarning):
        yield Problem("bad-feed", f"it is damaged after {len(feed.entries)} entries", document=source.name)
    elif not feed.entries:
        yield Problem("empty", "the feed has no entries", document=source.name)


def parsed(text: str) -> Any:
    """A feed by feedparser; as a stream, for it would take other input for a file's name or an address.

    Entities are not declared any more: the parser would put them in place, and those made of others grow without bound.
    """
    import feedparser  # noqa: PLC0415  # only who reads feeds waits for it

    headers = {"content-type": "application/xml; charset=utf-8"}
    stream = io.BytesIO(text.replace("<!ENTITY", "<!NO-ENTITY").encode("utf-8", "replace"))
    return feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)


def entry_of(entry: dict[str, Any], feed: Mapping[str, Any], number: int, source: Source) -> Iterator[Found]:
    """One entry's article, and whether it is only the start of one."""
    content = [part.get("value") or "" for part in entry.get("content", ())]
    written = max(content, key=len, default="") or entry.get("summary") or ""
    text = SIGNED.sub("", web_page.body(markup.plain(written).split("\n\n"), entry.get("title"))).strip()
    link = entry.get("link")
    url = link if host(link) else None
    stem = entry.get("id") or url or f"{source.stem}-{number}"
    if not text:
        yield Problem("no-text", "the entry has neither content nor summary", document=f"{source.name}: {stem}")
        return
    if CUT.search(text[-END:]) or (not any(content) and len(text) < SHORT):
        message = "the feed has only the start of this article"
        yield Problem("teaser", message, document=f"{source.name}: {stem}")
    yield Document(
        stem,
        text,
        worded(entry, "title"),
        worded(entry.get("source", {}), "title") or worded(feed, "title"),
        url,
        published(entry),
        web_page.one_line(entry.get("author")),
        feed.get("language") or None,
        provenance=provenance(source, written.encode("utf-8", "surrogatepass"), "feed", "feedparser"),
    )


def worded(found: Mapping[str, Any], key: str) -> str | None:
    """A title as plain text, whichever way it is written."""
    value = found.get(key) or ""
    kind = found.get(f"{key}_detail", {}).get("type", PLAIN)
    return web_page.one_line(value if kind == PLAIN else markup.plain(value))


def published(entry: dict[str, Any]) -> str | None:
    """The day on which an entry was published where that was, else changed: as it is written, in its own time zone."""
    for key in ("published", "updated"):
        written = dict.get(entry, key) or ""  # feedparser's own `get` takes one for the other
        if found := day(written):
            return found
        try:
            return parsedate_to_datetime(written).date().isoformat()
        except ValueError:
            continue
    return None


READER = Reader("feed", (".rss", ".atom"), recognises, read)
