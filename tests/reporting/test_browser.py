"""The report in a real Chromium: it works, on a wide screen and on a phone, and asks nothing of the network.

`KG_SCREENSHOTS` names a folder that keeps what was seen. Without Playwright or Chromium these tests are skipped.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="needs pip install playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1200, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Any, seeds_report: str, tmp_path: Path) -> Iterator[Any]:
    """The report, opened; at the end nothing may have gone wrong in it, and nothing been asked of the network."""
    (tmp_path / "report.html").write_text(seeds_report, "utf-8")
    opened = browser.new_page(viewport=request.param)
    wrong: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto((tmp_path / "report.html").as_uri())
    yield opened
    if folder := os.environ.get("KG_SCREENSHOTS"):
        opened.screenshot(path=Path(folder) / f"{request.node.name}.png", full_page=True)
    opened.close()
    assert wrong == []
    assert [url for url in asked if not url.startswith("file:")] == []


def test_it_fits_the_screen(page: Any) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_timeline_can_be_searched(page: Any) -> None:
    everything = page.locator(".event:visible").count()
    page.locator("#filter input[type=search]").fill("no such words at all")
    assert page.locator(".event:visible").count() == 0
    page.locator("#filter input[type=search]").fill("")
    for box in page.locator("#filter [name=status]").all():
        box.check()
    assert page.locator(".event:visible").count() == page.locator(".event").count() >= everything > 0


def test_an_actor_is_selected_with_the_keyboard(page: Any) -> None:
    node = page.locator("#graph .node").first
    node.focus()
    page.keyboard.press("Enter")
    assert node.get_attribute("aria-pressed") == "true"
    assert page.locator("#graph .node.faded").count() > 0
    page.keyboard.press("Space")
    assert page.locator("#graph .faded").count() == 0


def test_an_actor_can_be_moved(page: Any) -> None:
    node = page.locator("#graph .node").first
    node.scroll_into_view_if_needed()
    before, box = node.get_attribute("transform"), node.locator("circle").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 40, box["y"] + 30, steps=4)
    page.mouse.up()
    assert node.get_attribute("transform") != before


def test_a_marked_word_leads_to_its_event(page: Any) -> None:
    word = page.locator(".text a.trigger").first
    goal = word.get_attribute("href")
    word.click()
    page.locator(f"{goal} details[open]").wait_for(state="visible")  # what the page does on a new address comes later


def test_everything_is_unfolded_for_print(page: Any) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert not page.locator("nav").is_visible()
