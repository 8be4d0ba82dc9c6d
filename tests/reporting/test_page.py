"""The report as a file: what it holds, where its links lead, and that no article gets out of its text."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as reader

from kg.ledger import Ledger
from kg.queries import load, run
from kg.store import open_store
from tests.reporting.conftest import page

SECTIONS = ("contested", "timeline", "map", "network", "agreements", "problems", "articles")


@pytest.fixture(scope="session")
def seeds(seeds_report: str) -> etree._Element:
    return reader.document_fromstring(seeds_report)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_there_with_something_in_it(seeds: etree._Element, section: str) -> None:
    (found,) = seeds.xpath(f"//section[@id='{section}']")
    assert len(found.xpath(".//*")) > 3


def test_ids_are_unique_and_links_within_the_page_lead_somewhere(seeds: etree._Element) -> None:
    ids = seeds.xpath("//@id")
    goals = [link.removeprefix("#") for link in seeds.xpath("//a/@href") if link.startswith("#")]
    assert len(ids) == len(set(ids))
    assert len(goals) > 100
    assert set(goals) <= set(ids)


def test_nothing_is_fetched(seeds: etree._Element) -> None:
    assert seeds.xpath("//link | //img | //iframe | //object | //embed | //@src | //@srcset | //use") == []
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest", seeds.xpath("string(//style)") + script(seeds))


def test_the_policy_lets_only_its_own_style_and_script_run(seeds: etree._Element) -> None:
    policy = seeds.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = seeds.xpath("//style")[0].text
    assert f"script-src 'sha256-{sha256(script(seeds))}'" in policy
    assert f"style-src 'sha256-{sha256(style)}'" in policy
    assert policy.startswith("default-src 'none'")
    assert seeds.xpath("//@style | //@onclick | //@onload") == []


def test_each_event_and_each_side_of_each_contradiction_is_shown(seeds: etree._Element, seeds_store: Path) -> None:
    store = open_store(seeds_store)
    events = run(store, load("SELECT ?event { GRAPH ?fused { ?event a kg:Event } }")).texts()
    quoted = set(seeds.xpath("//section[@id='contested']//blockquote/text()"))
    rows = run(store, load("contradictions")).texts()
    assert len(seeds.xpath("//li[@class='event']")) == len(events) > 0
    assert {part for row in rows for side in ("quoteA", "quoteB") for part in row[side].split(" | ")} == quoted


def test_the_texts_are_whole(seeds: etree._Element, seeds_store: Path) -> None:
    ledger = Ledger(seeds_store)
    kept = sorted(file.read_bytes().decode() for file in seeds_store.glob("texts/*/*.txt"))
    shown = sorted(element.text_content() for element in seeds.xpath("//div[@class='text']"))
    assert [text.replace("\r\n", "\n") for text in kept] == shown
    assert len(shown) == len(ledger.documents)


def test_no_article_gets_out_of_its_text(hostile: str) -> None:
    page = reader.document_fromstring(hostile)
    assert len(page.xpath("//script")) == 1
    assert page.xpath("//img | //b[text()='Daily'] | //*[@onerror]") == []
    assert not [link for link in page.xpath("//@href") if not link.startswith(("#", "https://", "http://"))]
    assert page.xpath("string(//h1)") == "<script>alert(5)</script>"
    assert "</div><script>alert(4)</script>" in "".join(e.text_content() for e in page.xpath("//div[@class='text']"))


def test_the_same_store_gives_the_same_page(seeds_report: str, seeds_store: Path) -> None:
    assert page(seeds_store) == seeds_report


def script(page: etree._Element) -> str:
    return str(page.xpath("//script")[0].text)


def sha256(source: str) -> str:
    return base64.b64encode(hashlib.sha256(html.unescape(source).encode()).digest()).decode()
