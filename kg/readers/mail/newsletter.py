"""The text of a letter that is set as a page (HTML): all of it, since nobody puts a menu into a letter.

Left out are what is not shown, and the lines that every newsletter has at its edges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree, html

UNSEEN = frozenset(("script", "style", "head", "title", "noscript", "template", "svg", "object", "form", "button"))
INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "img", "ins", "label", "mark", "q"),
        *("s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr"),
    )
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
SPACES = re.compile(r"[\s\u200b-\u200d\u2060\ufeff\u00ad\u034f]+")
EDGE = re.compile(
    r"\bunsubscri|\bopt out\b|\bview (?:this|it|the|in|online)\b.{0,40}(?:browser|online)"
    r"|(?:email|mailing|subscription|your) preferences"
    r"|\byou(?:['’]re| are)? (?:received?|receiving|getting|subscribed)\b.{0,40}\b(?:this|because|to)\b"
    r"|\ball rights reserved\b|\bforward(?:ed)? (?:this|to a friend)\b|\bprivacy policy\b|©",
    re.IGNORECASE,
)
LONGEST_EDGE = 300
LONGEST_BARE_LINK = 5
"""A block that is a link of so few words is a button ("Read more")."""


def text_of(page: str) -> str:
    """The text of a page, a paragraph a line."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return "\n".join(without_edges(paragraphs(tree)))


def paragraphs(tree: html.HtmlElement) -> Iterator[str]:
    """The paragraphs of a page that are shown and are no buttons."""
    block, links, unseen = list[str](), 0, 0
    in_link = False
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag, starts = element.tag, event == "start"
        if is_unseen(element):
            unseen += 1 if starts else -1
        if tag not in INLINE:
            yield from paragraph(block, links)
            block, links = [], 0
        in_link = starts if tag == "a" else in_link
        shown = "" if unseen else element.text if starts else element.tail
        if shown:
            block.append(shown)
            links += len(shown.split()) if in_link else 0
    yield from paragraph(block, links)


def is_unseen(element: html.HtmlElement) -> bool:
    """Whether an element and all in it is not shown."""
    return element.tag in UNSEEN or "hidden" in element.attrib or HIDDEN.search(element.get("style", "")) is not None


def paragraph(block: list[str], links: int) -> Iterator[str]:
    """The paragraph that some stretches of text make, if any; `links` of its words are links."""
    text = SPACES.sub(" ", "".join(block)).strip()
    words = len(text.split())
    if text and not (words <= LONGEST_BARE_LINK and links >= words):
        yield text


def without_edges(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a letter but for those on how it is sent: "Unsubscribe", "View in browser"."""
    return (line for line in lines if len(line) > LONGEST_EDGE or not EDGE.search(line))
