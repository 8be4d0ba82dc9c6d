"""Addresses of articles on the web."""

from __future__ import annotations

from urllib.parse import urlsplit

SCHEMES = ("http", "https")


def host(url: str | None) -> str | None:
    """Whose address it is, "bbc.co.uk" of "https://www.bbc.co.uk/news"; None for what is no address of the web."""
    try:
        parts = urlsplit(url or "")
        found = parts.hostname
    except ValueError:
        return None
    return found.removeprefix("www.") if found and parts.scheme in SCHEMES else None


def article_address(canonical: str | None, url: str | None) -> str | None:
    """The address of an article: the one its page calls canonical, if that can be it, else where it was found.

    It cannot be a front page, nor one at another site than the page was found at.
    """
    if (
        canonical
        and host(canonical)
        and urlsplit(canonical).path.strip("/")
        and (not url or host(url) == host(canonical))
    ):
        return canonical
    return url
