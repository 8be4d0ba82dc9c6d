"""Tables that tell what happened day by day: each of their rows as a paragraph, "3 May – Rebels attacked the airport."

Other tables hold figures, facts in a box, or the frame of a page, and no sentences to read: they are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from kg.readers.text.markup import paragraphs

STOP = re.compile(r"[.!?][\"”’)\]]?$")
FEWEST_WORDS = 5
DAY = re.compile(r"(?=.{0,39}\d).{1,40}")
"""The label of a day, or of days: short, with a number in it."""
YEAR = re.compile(r"(?:1[89]|20)\d\d")
FEWEST = 2
"""How many rows must tell of a day, and one in so many, for a table to be a chronicle."""
LONGEST = 2000


def spell_out(tree: html.HtmlElement) -> None:
    """Put paragraphs in the place of the chronicles of a page."""
    for table in list(tree.iter("table")):
        rows = list(table.iter("tr"))
        told = [] if table.find(".//table") is not None else list(entries(rows))
        if len(told) >= FEWEST and len(rows) <= FEWEST * len(told) and table.getparent() is not None:
            block = html.Element("div")
            for words in told:
                html.etree.SubElement(block, "p").text = words
            block.tail = table.tail
            table.getparent().replace(table, block)


def entries(rows: list[html.HtmlElement]) -> Iterator[str]:
    """What the rows of a table tell, each with its day; a row that holds a year alone says it for those below."""
    year = ""
    for row in rows:
        cells = [" ".join(" ".join(paragraphs(cell)).split()) for cell in row.iterchildren("td", "th")]
        if len(cells) == 1 and YEAR.fullmatch(cells[0]):
            year = f" {cells[0]}"
        elif len(cells) > 1 and DAY.fullmatch(cells[0]) and (told := next(filter(is_told, cells[1:]), None)):
            labels = [cells[0] + ("" if YEAR.search(cells[0]) else year), *cells[1 : cells.index(told)]]
            if not leads_elsewhere(row, told):
                yield f"{', '.join(filter(None, labels))} – {told}"


def is_told(words: str) -> bool:
    """Whether the words of a cell are sentences, and not a whole article."""
    return len(words) <= LONGEST and len(words.split()) >= FEWEST_WORDS and STOP.search(words) is not None


def leads_elsewhere(row: html.HtmlElement, told: str) -> bool:
    """Whether most of what a row tells is a link: then it is a list of articles."""
    return sum(len("".join(link.itertext())) for link in row.iter("a")) * 2 >= len(told)
