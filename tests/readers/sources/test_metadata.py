"""What the metadata in a folder says of its articles."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Document, Problem
from kg.readers import read
from tests.readers.seen import seen


def test_metadata_beside_an_article_is_used_however_the_article_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("Troops entered Kismayo.")
    (tmp_path / "metadata.jsonl").write_text(
        '{"file": "a.txt", "title": "Kismayo", "source": "Radio Mogadishu", "date": "2012-10-02T08:00Z"}\nbroken\n'
    )
    expected = Document("a", "Troops entered Kismayo.", "Kismayo", "Radio Mogadishu", None, "2012-10-02")
    for path in (tmp_path, tmp_path / "a.txt"):
        items = list(read([str(path)]))
        assert expected in [replace(i, provenance=None) for i in items if isinstance(i, Document)]
        assert seen(i for i in items if isinstance(i, Problem)) == ["bad-json"]
    assert list(read([str(tmp_path / "metadata.jsonl")])) == []
