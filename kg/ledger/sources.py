"""Which addresses are those of one article."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

TRACKING = re.compile(
    r"utm_\w+|(fb|g|d|tt|tw|y)clid|msclkid|[gw]braid|gclsrc|srsltid|igsh(id)?|mc_[ce]id|_g[al]|_hs(enc|mi)|mkt_tok"
)
"""Parameters that say how a reader came to a page. They are those that makers of statistics and newsletters add:
campaigns (utm_*), click identifiers of Facebook, Google, Microsoft, TikTok, X and Yandex, Instagram's igsh, Mailchimp's
mc_*, Google Analytics' _ga, HubSpot's _hs*, Marketo's mkt_tok."""
PORTS = {"http": ":80", "https": ":443"}


def source_key(url: str) -> str | None:
    """What the addresses of one article have in common; None for what does not lead to an article.

    Neither what stands after "#" nor parameters that only tell how a reader came there make another article, nor do
    capitals in the name of the host. The address of a whole site leads to no article of it.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if not parts.netloc or not (parts.path.strip("/") or parts.query):
        return None
    query = "&".join(pair for pair in parts.query.split("&") if not tells_the_way(pair))
    if not (parts.path.strip("/") or query):
        return None
    return SplitResult(parts.scheme, host(parts), parts.path or "/", query, "").geturl()


def tells_the_way(parameter: str) -> bool:
    """Whether a parameter says how a reader came to a page, not which page it is; so does an empty one."""
    return not parameter or bool(TRACKING.fullmatch(parameter.partition("=")[0].lower()))


def host(parts: SplitResult) -> str:
    """Who serves an address: names of hosts have no case, and a scheme's own port goes without saying."""
    user, at, name = parts.netloc.rpartition("@")
    return user + at + name.lower().removesuffix(PORTS.get(parts.scheme, "\n"))
