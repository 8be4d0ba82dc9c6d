"""`kg extract` and `kg build` over the formats of the web: `--map`, `--allow-network`, and what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.cli.reading import mapped
from kg.errors import SetupError

ARTICLE = {
    "story": {"body": "M23 rebels captured Goma, the army said."},
    "headline": "Goma falls",
    "published": "2024-05-06",
}
PAGES = Path(__file__).parents[1] / "readers" / "web" / "pages"


def kg(*arguments: object, data: str | None = None):
    """Run a command in this process."""
    return CliRunner().invoke(app, [str(a) for a in arguments], input=data)


def test_a_map_says_under_which_keys_fields_stand():
    maps = ("--map", "text=story.body,title=headline", "--map", "date=published")
    found = json.loads(kg("extract", *maps, "-", data=json.dumps([ARTICLE])).stdout)
    assert (found["text"], found["title"], found["date"]["value"]) == (
        ARTICLE["story"]["body"],
        "Goma falls",
        "2024-05-06",
    )


def test_a_map_that_finds_nothing_is_told_with_the_keys_there_are():
    result = kg("extract", "--map", "text=body", "-", data=json.dumps(ARTICLE))
    assert result.exit_code == 1
    assert result.stderr == (
        'kg: stdin:1: there is no "body" in the object: it has story, headline, published (no-text)\n'
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("txt=body", "--map: an article has no field 'txt': did you mean 'text'?"),
        ("text", "--map takes FIELD=KEY, as in text=body,date=published, not 'text'"),
        ("text=", "--map takes FIELD=KEY, as in text=body,date=published, not 'text='"),
    ],
)
def test_a_map_that_is_none_is_told(value, message):
    with pytest.raises(SetupError) as error:
        dict(mapped([value]))
    assert str(error.value) == message


def test_an_address_is_not_read_without_leave():
    result = kg("extract", "https://news.example/a")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == ("kg: https://news.example/a: addresses are read only with --allow-network (network-off)\n")


def test_the_graph_of_a_page_says_where_it_came_from(tmp_path):
    assert kg("build", PAGES / "daily.html", "--store", tmp_path / "s", "--strict").exit_code == 0
    quads = next((tmp_path / "s").rglob("*.nq")).read_text()
    for told in ('"The Daily Ledger"', "www.daily-ledger.example/world/2021/03/18/", '"2021-03-18"', "daily.html"):
        assert told in quads
    assert str(PAGES) not in quads
