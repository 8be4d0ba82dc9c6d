"""Which addresses are those of one article."""

from __future__ import annotations

import pytest

from kg.ledger.sources import source_key

ARTICLE = "https://paper.example/world/siege?id=7"


@pytest.mark.parametrize(
    "url",
    [
        "https://paper.example/world/siege?id=7#comments",
        "HTTPS://Paper.Example:443/world/siege?id=7",
        "https://paper.example/world/siege?utm_source=feed&id=7&utm_medium=rss",
        "https://paper.example/world/siege?id=7&fbclid=IwAR0&gclid=x&mc_cid=1&_hsenc=2&msclkid=3&",
        " https://paper.example/world/siege?id=7 ",
    ],
)
def test_how_a_reader_came_there_makes_no_other_article(url):
    assert source_key(url) == ARTICLE


@pytest.mark.parametrize(
    "url",
    [
        "https://paper.example/world/siege?id=8",
        "https://paper.example/world/Siege?id=7",
        "https://other.example/world/siege?id=7",
        "https://paper.example:8080/world/siege?id=7",
        "https://paper.example/world/siege?id=7&page=2",
    ],
)
def test_another_page_is_another_article(url):
    assert source_key(url) not in (ARTICLE, None)


@pytest.mark.parametrize(
    "url", ["", "https://paper.example", "https://paper.example/?utm_source=x", "no url", "http://[x"]
)
def test_a_whole_site_and_what_is_no_address_are_no_article(url):
    assert source_key(url) is None
