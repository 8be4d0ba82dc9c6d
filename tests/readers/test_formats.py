"""Which reader a source is given to."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from kg.model import Document
from kg.readers import formats
from kg.readers.base.reader import Reader
from tests.readers.seen import seen
from tests.readers.tiny import found


def shouted(source, options):
    yield Document(source.stem, source.data(options.limits.bytes).decode().removeprefix("SHOUT ").capitalize())


SHOUTS = Reader("shout", (".shout",), lambda head: head.startswith(b"SHOUT "), shouted)


@pytest.fixture
def installed(monkeypatch):
    """Another package offers a reader."""
    points = {"kg.readers": [SimpleNamespace(load=lambda: SHOUTS)]}
    monkeypatch.setattr(formats, "entry_points", lambda group: points[group])
    formats.plug_ins.cache_clear()
    yield
    formats.plug_ins.cache_clear()


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt", b"SHOUT THE REBELS LEFT.", "The rebels left."),
        ("a.shout", b"THE REBELS LEFT.", "The rebels left."),
        ("a.txt", b"THE REBELS LEFT.", "THE REBELS LEFT."),
    ],
)
def test_a_reader_of_another_package_is_known_by_bytes_or_ending(installed, name, data, text):
    assert seen(found(name, data)) == [("a", text)]


@pytest.mark.parametrize("reader", formats.READERS, ids=lambda reader: reader.name)
def test_an_ending_belongs_to_one_reader(reader):
    others = {ending for each in formats.READERS if each is not reader for ending in each.endings}
    assert not others & set(reader.endings)
