"""Marked-up text (HTML, or what trafilatura makes of it) as plain text: paragraphs with a blank line between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

FLOW = ("p", "div", "section", "article", "main", "body", "header", "footer", "blockquote", "pre", "address", "center")
LISTS = ("ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "hr", "h1", "h2", "h3", "h4", "h5", "h6")
TEI = ("head", "list", "item", "quote")
BLOCKS = frozenset((*FLOW, *LISTS, *TEI))
"""Elements that begin and end a paragraph, those of HTML and those that trafilatura writes."""
BREAKS = frozenset(("br", "lb"))
HIDDEN = ("script", "style", "noscript", "template", "iframe", "object", "svg", "audio", "video", "title")
BESIDE = ("form", "button", "select", "nav", "aside", "figure", "figcaption", "caption")
UNREAD = frozenset((*HIDDEN, *BESIDE))
"""Elements whose words are not the article's."""
GAP = re.compile(r"[ \t\r\n\f\v\u00a0]+")


def plain(fragment: str) -> str:
    """The text of a piece of HTML, such as a feed holds."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    try:
        return text_of(html.fragment_fromstring(fragment, create_parent="div"))
    except (etree.LxmlError, ValueError):  # nothing in it, or characters that no XML may have
        return ""


def one_line(fragment: str) -> str:
    """The text of a piece of HTML without line breaks, as for a title."""
    return " ".join(plain(fragment).split())


def text_of(root: etree._Element) -> str:
    """The paragraphs under an element, a blank line between them; a line break stays one."""
    return "\n\n".join(paragraphs(root))


def paragraphs(root: etree._Element) -> Iterator[str]:
    """The paragraphs under an element that have words, in order, white space put right."""
    words: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else None
        if event == "start":
            if tag in UNREAD:
                walk.skip_subtree()
            elif tag in BLOCKS:
                yield from joined(words)
                words = []
            if tag not in UNREAD:
                words.append(collapsed(element.text))
            continue
        if tag in BREAKS:
            words.append("\n")
        elif tag in BLOCKS:
            yield from joined(words)
            words = []
        if element is not root:
            words.append(collapsed(element.tail))
    yield from joined(words)


def collapsed(text: str | None) -> str:
    """White space as a browser shows it: any run of it is one space."""
    return GAP.sub(" ", text or "")


def joined(words: list[str]) -> Iterator[str]:
    """Pieces as paragraphs: one, or where two line breaks follow one another, several."""
    lines = [line.strip() for line in "".join(words).split("\n")]
    for paragraph in "\n".join(" ".join(line.split(" ")) for line in lines).split("\n\n"):
        if paragraph.strip():
            yield paragraph.strip("\n")
