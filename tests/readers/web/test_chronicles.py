"""Tables in web pages: those that tell what happened are read, others are not."""

from __future__ import annotations

import pytest

from kg.readers import Options, read_source
from kg.readers.base.source import Source, of_bytes

ABOVE = (
    "The two armies fought over the port for a month, and the talks that their envoys held in May came to nothing. "
    "Most of the people of the old town have fled to the hills, where the rains have not yet begun."
)
BELOW = "Observers of the union will now count the boats in the harbour every week, and report what they have seen."


def table(*rows):
    """A table; each row is its cells, as HTML."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def text_of(middle):
    """The text that is read of a page with something between two paragraphs."""
    page = f"<html><body><article><p>{ABOVE}</p>{middle}<p>{BELOW}</p></article></body></html>"
    (found,) = read_source(Source("p.html", "p.html", "p", of_bytes(page.encode())), Options())
    return found.text


@pytest.mark.parametrize(
    ("middle", "told"),
    [
        (
            table(
                ("Date", "What happened"),
                ("3 May", "Rebels shelled the port of <b>Massawa</b>."),
                ("5&nbsp;May", "The navy sank two boats<sup>1</sup>."),
            ),
            ["3 May – Rebels shelled the port of Massawa.", "5 May – The navy sank two boats1."],
        ),
        (
            table(
                ("1999",),
                ("3 May", "Massawa", "Rebels shelled the port at dawn.", "4"),
                ("5 May", "", "<p>The navy sank two boats.</p><p>Nobody died.</p>", ""),
                ("6 May 2000", "Keren", "The union sent its envoys again.", ""),
            ),
            [
                "3 May 1999, Massawa – Rebels shelled the port at dawn.",
                "5 May 1999 – The navy sank two boats. Nobody died.",
                "6 May 2000, Keren – The union sent its envoys again.",
            ],
        ),
    ],
)
def test_a_chronicle_is_read_day_by_day(middle, told):
    assert text_of(middle).split("\n\n") == [ABOVE, *told, BELOW]


@pytest.mark.parametrize(
    "middle",
    [
        table(("Port", "Killed", "Fled"), ("Massawa", "120", "30,000"), ("Assab", "45", "12,500")),
        table(("Date", "3 May 1999"), ("Place", "Massawa"), ("Result", "The rebels left")),
        table(
            ("3 May", "<a href=/x>Rebels shelled the port of Massawa.</a>"),
            ("5 May", "<a href=/y>The navy sank two of their boats.</a>"),
        ),
        table(("3 May", "Rebels shelled the port of Massawa."), ("Rebels", "10"), ("Navy", "20"), ("Both", "30")),
        table((table(("3 May", "Rebels shelled the port."), ("5 May", "The navy sank two boats.")), "Advert")),
        "<table></table>",
    ],
    ids=["figures", "facts", "a list of articles", "one day", "a frame", "nothing"],
)
def test_other_tables_are_not(middle):
    assert text_of(middle).split("\n\n") == [ABOVE, BELOW]
