"""Web pages in the shapes that news sites have: the article, what is known of it, and nothing beside it."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from kg.readers import Options, read, read_source
from kg.readers.base.source import Source, of_bytes
from kg.readers.web import feeds
from kg.readers.web.web_page import declared, recognises
from tests.readers.seen import seen

PAGES = Path(__file__).parent / "pages"
WORDS = "Rebels left the mining town of Walikale on Friday after three days of talks, the governor said."
MORE = "He could not say whether they would come back."


def read_page(page, url=None, name="p.html"):
    data = page if isinstance(page, bytes) else page.encode()
    return list(read_source(Source(name, name, "p", of_bytes(data), url=url), Options()))


def expected(name):
    """What is known of a page's article, by the lines at the top of the text beside it, and the text."""
    known, text = (PAGES / f"{name}.txt").read_text().rstrip("\n").split("\n\n", 1)
    return dict(line.split(": ", 1) for line in known.split("\n")), text


@pytest.mark.parametrize("name", sorted(page.stem for page in PAGES.glob("*.html")))
def test_an_article_and_what_is_known_of_it(name):
    (found,) = read([str(PAGES / f"{name}.html")])
    known = {key: getattr(found, key) for key in ("title", "source", "date", "author", "url") if getattr(found, key)}
    assert (known, found.text) == expected(name)
    assert found.provenance.reader.startswith("HTML: trafilatura ")
    assert found.provenance.origin == f"{name}.html"


XHTML = f"<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><p>{WORDS}</p></html>"
FRENCH = (
    "Le gouvernement a annoncé lundi la reprise des négociations avec les groupes armés du nord, après trois semaines."
)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<p>{WORDS}</p>", [("p", WORDS)]),
        (f"<html><body>{WORDS}<br><br>{MORE}</body></html>", [("p", f"{WORDS}\n\n{MORE}")]),
        (XHTML, [("p", WORDS)]),
        (f"<html><p>{WORDS.replace(' town', ' town<!-- --> ')}</p><p>{MORE}</p></html>", [("p", f"{WORDS}\n\n{MORE}")]),
        (f"<!-- saved --><HTML><P>{WORDS}<P>{MORE}</HTML>".encode("utf-16"), [("p", f"{WORDS}\n\n{MORE}")]),
        (f"<html><body><p>{FRENCH}</p></body></html>", ["other-language"]),
        ("<html><body></body></html>", ["no-text"]),
        ("<html><script>var text = 'The army took the town.'</script></html>", ["no-text"]),
        (f"<html><body>{'<div>' * 5000}<p>{WORDS}</p></body></html>", ["no-text"]),
        (b"<html>\0\0\0</html>", ["binary"]),
        ("<html>" + "<br>" * 100_000, ["too-big"]),
        (b"<html>" + b" " * 20_000_000, ["too-big"]),
    ],
)
def test_pages_of_other_shapes(page, expected):
    assert seen(read_page(page)) == expected


@pytest.mark.parametrize(
    ("canonical", "found_at", "expected"),
    [
        ("https://a.example/story", None, "https://a.example/story"),
        ("https://a.example/story", "https://www.a.example/story?utm_source=x", "https://a.example/story"),
        ("https://b.example/story", "https://a.example/story", "https://a.example/story"),
        ("https://a.example/", "https://a.example/story", "https://a.example/story"),
        ("javascript:alert(1)", None, None),
        ("https://a.example/", None, None),
    ],
)
def test_the_address_is_the_canonical_one_where_that_can_be_the_articles(canonical, found_at, expected):
    page = f'<html><head><link rel="canonical" href="{canonical}"></head><body><p>{WORDS}</p></body></html>'
    (found,) = read_page(page, found_at)
    assert found.url == expected


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8", "macintosh"])
def test_a_page_is_read_in_the_encoding_it_says(charset):
    page = f'<html><head><meta charset="{charset}"></head><body><p>{WORDS} Où est Léon Mbâ?</p></body></html>'
    assert seen(read_page(page.encode(charset))) == [("p", f"{WORDS} Où est Léon Mbâ?")]


def test_utf8_that_calls_itself_latin_is_told():
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{WORDS} Où?</p></body></html>'
    assert seen(read_page(page)) == ["wrong-declaration", ("p", f"{WORDS} Où?")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\n <!DOCTYPE html>", True),
        (b"\xef\xbb\xbf<html>", True),
        (b"<?xml version='1.0'?><!-- x --><html>", True),
        (b"<p>Troops left.", True),
        (b"<rss version='2.0'>", False),
        (b"<pre-dawn raid>", False),
        (b"Troops <p> left", False),
        (b'{"text": "<html>"}', False),
    ],
)
def test_html_is_recognised_by_how_it_begins(head, expected):
    assert recognises(head) is expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<meta charset=koi8-r>", "koi8-r"),
        (b"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=utf-8'>", "utf-8"),
        (b'<?xml version="1.0" encoding="windows-1251"?>', "windows-1251"),
        (b"<p>charset=x", None),
    ],
)
def test_what_a_page_says_of_its_encoding(data, expected):
    assert declared(data) == expected


def test_a_page_with_metadata_beside_it(tmp_path):
    (tmp_path / "p.html").write_text(f"<title>Own</title><p>{WORDS}</p>")
    (tmp_path / "metadata.jsonl").write_text(
        '{"file": "p.html", "title": "Given", "source": "Desk", "date": "2020-02-03"}'
    )
    (found,) = read([str(tmp_path)])
    assert (found.title, found.source, found.date) == ("Given", "Desk", "2020-02-03")


@pytest.mark.parametrize("head", [b"<!--x-->" * 500 + b"<", b"<?xml x>" * 500, b"<!--" * 1000, b"<!doctype x [" * 300])
def test_how_a_file_begins_is_seen_at_once(head):
    """Each of these made a pattern with nested repetition run for minutes."""
    started = perf_counter()
    assert not recognises(head)
    assert not feeds.recognises(head)
    assert perf_counter() - started < 1
