"""Articles at addresses (http, https): fetched only where that is allowed, once, and within limits."""

from __future__ import annotations

import http.client
import re
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import IO, Any, cast
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag

import kg
from kg.model import Problem
from kg.readers.base.reader import Options
from kg.readers.base.source import Source, of_bytes, too_big
from kg.readers.sources.addresses import host

ADDRESS = re.compile(r"https?://", re.IGNORECASE)
AGENT = f"conflict-kg/{kg.__version__}"
RESERVED = ":/?#[]@!$&'()*+,;=%"
"""What stands in an address as it is (RFC 3986, 2.2)."""
PATIENCE = 30.0
"""Seconds to wait for a server's next bytes."""
MOST_PATIENCE = 120.0
REDIRECTIONS = 5
CHUNK = 65_536
ZIPPED = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""What `zlib` calls the ways in which servers pack bodies, also unasked."""


class Redirections(request.HTTPRedirectHandler):
    """Follows a server to another address of the web, a few times."""

    max_redirections = REDIRECTIONS

    def redirect_request(
        self, req: request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> request.Request | None:
        """The next request. Raises `URLError` where it would leave the web."""
        if host(newurl) is None:
            raise URLError("it leads to what is no address of the web")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def source(address: str, options: Options, now: datetime | None = None) -> Source | Problem:
    """What stands at an address, or why it is not read.

    `retrieved` is the time that the server gives, else `now` (by default the clock's).
    """
    if not options.network:
        return Problem("network-off", "addresses are read only with --allow-network", document=address)
    try:
        url = urldefrag(quote(address, safe=RESERVED)).url
        with opener().open(request.Request(url, headers={"User-Agent": AGENT}), timeout=PATIENCE) as response:  # noqa: S310  # the opener knows no other schemes
            data = body(response, options.limits.bytes)
            if len(data) > options.limits.bytes:
                return too_big(address, options.limits.bytes)
            return fetched(address, response.url, response.headers, data, now or datetime.now(UTC))
    except HTTPError as error:
        told = f"the server says {error.code} {error.reason}"
    except (OSError, ValueError, http.client.HTTPException, zlib.error) as error:
        told = str(getattr(error, "reason", None) or error) or type(error).__name__
    return Problem("not-fetched", " ".join(told.split())[:200], document=address)


def opener() -> request.OpenerDirector:
    """What opens addresses of the web and, unlike urllib's own, no files and no FTP."""
    found = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        Redirections(),
        request.HTTPErrorProcessor(),
        request.UnknownHandler(),
    ):
        found.add_handler(handler)
    return found


def body(response: Any, limit: int) -> bytes:
    """What a server sends, unpacked, one byte more than `limit` at most. Raises `TimeoutError` where it is too slow."""
    started = monotonic()
    packed = ZIPPED.get((response.headers.get("Content-Encoding") or "").lower())
    unpacker = zlib.decompressobj(packed) if packed else None
    data = bytearray()
    while len(data) <= limit and (piece := response.read1(CHUNK)):
        data += unpacker.decompress(piece, limit + 1 - len(data)) if unpacker else piece
        if monotonic() - started > MOST_PATIENCE:
            raise TimeoutError(f"it has not come within {MOST_PATIENCE:.0f} seconds")
    return bytes(data[: limit + 1])


def fetched(address: str, url: str, headers: Mapping[str, str], data: bytes, now: datetime) -> Source:
    """What a server gave, with the address it came from in the end."""
    try:
        moment = parsedate_to_datetime(headers.get("Date") or "").astimezone(UTC)
    except ValueError:
        moment = now
    retrieved = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    encoding = cast(http.client.HTTPMessage, headers).get_content_charset()
    return Source(address, url, address, of_bytes(data), None, url, retrieved, encoding)
