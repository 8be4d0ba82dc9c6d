"""What a letter (RFC 5322) tells of itself, and which of its parts (MIME) are its text or enclosed with it."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr, parsedate_to_datetime
from typing import cast

from kg.readers.text.encoding import Decoded, decoded

LONGEST_HEADER = 2000
"""The standard library reads longer ones in time that grows with their square; they are cut."""
MOST_PARTS = 1000
ADDRESS = re.compile(r"https?://[^\s<>]+")
ANGLED = re.compile(r"<([^<>]*)>")
LIST_NAME = re.compile(r"[^<]*")
NOT_PRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
LONGEST_ID = 250


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a letter: its type ("text/plain"), bytes and declared encoding; `name` where it is enclosed."""

    kind: str
    data: bytes
    encoding: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: what its headers say, None for what they do not, and its parts in order.

    `saved` marks a page that a browser has kept in the form of a letter (MHTML).
    """

    id: str | None
    title: str | None
    source: str | None
    author: str | None
    date: str | None
    url: str | None
    parts: tuple[Part, ...]
    saved: bool


class Bounded(Compat32):
    """How the standard library reads letters, but for headers that are too long."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name of a header, and as much of its value as is read."""
        name, value = super().header_source_parse(sourcelines)
        return name, str(value)[:LONGEST_HEADER]


def letter_of(data: bytes) -> Letter:
    """The letter in some bytes. Raises `RecursionError` where its parts are nested too deeply."""
    found = email.message_from_bytes(data, policy=Bounded())
    sender, address = parseaddr(header(found, "From") or "")
    group = (LIST_NAME.match(header(found, "List-Id") or "") or [""])[0].strip(' "')
    saved = header(found, "Snapshot-Content-Location")
    url = ADDRESS.search(header(found, "Archived-At") or saved or "")
    return Letter(
        identity(header(found, "Message-ID")),
        header(found, "Subject"),
        group or sender or address or None,
        sender or address or None,
        day_of(header(found, "Date")),
        url[0] if url else None,
        tuple(parts(found)),
        saved is not None,
    )


def header(found: Message, name: str) -> str | None:
    """A header on one line, its encoded words read; None where it is missing or empty."""
    try:
        value = str(found.get(name, ""))[:LONGEST_HEADER]
        words = "".join(part if isinstance(part, str) else said(part, code) for part, code in decode_header(value))
    except (HeaderParseError, ValueError, LookupError):
        words = value
    return " ".join(NOT_PRINTED.sub(" ", words).split()) or None


def said(part: bytes, encoding: str | None) -> str:
    """An encoded word."""
    found = decoded(part, "", encoding)
    return found.text if isinstance(found, Decoded) else part.decode("ascii", "replace")


def identity(value: str | None) -> str | None:
    """What identifies a letter, without its angle brackets."""
    found = ANGLED.search(value or "")
    inner = found[1].strip() if found else ""
    return inner if inner and len(inner) <= LONGEST_ID else None


def day_of(value: str | None) -> str | None:
    """The day a letter was sent, where its sender was."""
    try:
        return parsedate_to_datetime(value or "").date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def parts(found: Message) -> Iterator[Part]:
    """The parts of a letter that are no containers, in order; a letter in a letter is one part."""
    waiting: list[Message] = [found]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        inner = part.get_payload()
        if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner:
            yield Part("message/rfc822", whole(cast(Message, inner[0])), None, name_of(part) or "message.eml")
        elif isinstance(inner, list):
            waiting.extend(reversed([each for each in inner if isinstance(each, Message)]))
        else:
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and data.strip():
                kind = part.get_content_type()
                yield Part("text/plain" if kind.startswith("multipart/") else kind, data, charset(part), name_of(part))


def whole(found: Message) -> bytes:
    """The bytes of a letter that is enclosed."""
    try:
        return found.as_bytes()
    except (ValueError, LookupError, TypeError, AttributeError):
        return b""  # headers that cannot be written again: the standard library gives up on them


def charset(part: Message) -> str | None:
    """The encoding that a part declares."""
    try:
        found = part.get_content_charset()
    except (ValueError, LookupError, TypeError):
        return None
    return found if isinstance(found, str) else None


def name_of(part: Message) -> str | None:
    """The name of an enclosed part; None for one that is shown with the letter."""
    try:
        name = part.get_filename()
        enclosed = part.get_content_disposition() == "attachment"
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    plain = " ".join(NOT_PRINTED.sub(" ", name).split()) if isinstance(name, str) else ""
    return plain or ("attachment" if enclosed else None)
