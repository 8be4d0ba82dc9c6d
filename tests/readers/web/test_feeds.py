"""RSS and Atom: content before summaries, teasers told, dates as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.readers import Options, read_source
from kg.readers.base.source import Source, of_bytes
from tests.readers.seen import seen

LONG = "The army said it had taken the town of Baga from the rebels after a fight of two days. " * 10

FEEDS = Path(__file__).parent / "feeds"
RSS, ATOM = (FEEDS / "lake.rss").read_bytes(), (FEEDS / "hill.atom").read_bytes()
CUT = [("1", LONG.strip()), "no-text", "bad-feed"]


def read(data):
    return list(read_source(Source("f.xml", "f.xml", "f", of_bytes(data)), Options()))


def test_entries_of_rss():
    assert seen(read(RSS)) == [
        ("lake-17", "The army took Baga on Sunday.\n\nThe rebels’ leader, Adoum Tchéré, denied it."),
        "teaser",
        ("https://lake.example/talks", "Talks opened in N'Djamena on Monday … Continue reading"),
        ("https://lake.example/whole", LONG.strip()),
        "no-text",
    ]


def test_what_rss_says_of_an_entry():
    first = read(RSS)[0]
    assert (first.title, first.source, first.url) == (
        "Army & rebels fight for Baga",
        "Lake Monitor",
        "https://lake.example/baga",
    )
    assert (first.date, first.author) == ("2019-01-14", "Zara Ali")
    assert first.provenance.reader.startswith("feed: feedparser ")
    assert read(RSS)[2].date is None


def test_an_entry_of_atom():
    (entry,) = read(ATOM)
    assert (entry.id, entry.text) == ("urn:1", "Guerrillas blew up a bridge.\n\nNobody was hurt.")
    assert (entry.title, entry.source, entry.author, entry.date, entry.url) == (
        "Bridge blown up",
        "Hill & Valley",
        "R. Oso",
        "2020-02-29",
        "https://hill.example/1",
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<rss><channel><title>x</title></channel></rss>", ["empty"]),
        (b"<rss><channel><item><title>x</titl", ["no-text", "bad-feed"]),
        (b"<rss", ["bad-feed"]),
        (b"<rss><channel><item><title>&#xD800;", ["bad-feed"]),
        (b"<rss><channel><item><guid>1</guid><description>" + LONG.encode() + b"</description></item><item><ti", CUT),
        (
            b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><guid>1</guid><description>'
            b"&x;Troops left the town of Bor.</description></item></channel></rss>",
            ["teaser", ("1", "&x;Troops left the town of Bor."), "bad-feed"],
        ),
    ],
)
def test_feeds_that_are_broken_or_hostile(data, expected):
    assert seen(read(data)) == expected
