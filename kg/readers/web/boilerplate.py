"""The furniture of a web page: captions, hints at other articles, buttons to share, taken out before it is read."""

from __future__ import annotations

import re

from lxml import html

from kg.readers.text.markup import collapsed

POINTERS = re.compile(
    r"also read|related\b|further reading|read (?:more|also|next)|read:|see also|more on this|watch:|listen:"
    r"|in pictures:|don['’]t miss|recommended",
    re.IGNORECASE,
)
"""How a line begins that leads to another article, where most of its words are a link."""
FURNITURE = re.compile(
    r"\b(?:related|recommend|read-?more|also-?read|most-?read|most-?popular|trending|newsletter|promo|caption|credit"
    r"|shar(?:e|ing)|social|cookie|consent|advert|sponsored|outbrain|taboola|(?:author|byline)-bio|tags?-list)",
    re.IGNORECASE,
)
"""What sites call the parts of a page that are not the article."""
SERVICE = re.compile(
    r"\[?related(?: \w+)?:|\[?(?:read more|also read|read also|see also|more on this(?: story)?):|(?:see )?more:$"
    r"|you (?:may|might) also like|like this story\?|share this\b|comments?:?$|filed under\b|(?:tags|topics):"
    r"|(?:copyright )?(?:©|\(c\)) ?\d{4}|copyright\b|all rights reserved|click here\b"
    r"|(?:sign up|subscribe|get|join)\b.*\b(?:newsletters?|e-?mails?|inbox|updates|alerts|channel)\b"
    r"|follow\b.*\b(?:facebook|twitter|instagram|telegram|whatsapp)\b",
    re.IGNORECASE,
)
"""How a paragraph begins that the site says to its readers, and not the article."""
LONGEST_SERVICE = 300
BESIDE = frozenset(("figcaption", "aside"))
LEADING = frozenset(("p", "div", "li", "strong", "span"))
MANY = 4
"""Parts with so many paragraphs are not furniture, whatever they are called; nor is a line with so many parts."""


def prune(tree: html.HtmlElement) -> None:
    """Take out of a page what its site marks as not the article, and lines that lead to other articles."""
    for menu in list(tree.iter("nav")):
        menu.drop_tree()
    for element in list(tree.iter("figcaption", "aside", "div", "section", "ul", "li", "p", "span", "strong")):
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        beside = element.tag in BESIDE or FURNITURE.search(marks) is not None or leads_away(element)
        if beside and can_go(element):
            element.drop_tree()


def can_go(element: html.HtmlElement) -> bool:
    """Whether an element is small enough to be furniture: what holds the heading or many paragraphs stays."""
    return element.getparent() is not None and element.find(".//h1") is None and len(element.findall(".//p")) < MANY


def leads_away(element: html.HtmlElement) -> bool:
    """Whether an element is a line that leads to another article: "Read more:" and a link."""
    if element.tag not in LEADING or len(element) >= MANY or element.find(".//a") is None:
        return False
    words = collapsed("".join(element.itertext())).strip()
    linked = sum(len(collapsed("".join(link.itertext()))) for link in element.iter("a"))
    return POINTERS.match(words) is not None and linked * 2 >= len(words)


def is_service(paragraph: str) -> bool:
    """Whether a paragraph is not the article's: an invitation to subscribe, a copyright, a title to read next."""
    return len(paragraph) <= LONGEST_SERVICE and SERVICE.match(paragraph) is not None
