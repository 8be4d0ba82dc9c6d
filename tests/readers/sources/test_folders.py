"""Which files of a folder are read, in which order, and what is told of the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.readers import read
from tests.readers.seen import seen


def test_a_folder_gives_its_articles_by_name_and_those_below_it(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden/d.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert seen(read([str(tmp_path)])) == [
        ("a", "a.txt"),
        ("b", "b.txt"),
        ("c", "sub/c.txt"),
        "passed-over",
    ]


def test_what_a_browser_saved_beside_a_page_is_not_read(tmp_path):
    for name in ("Page.html", "Page_files/frame.html", "Other_files/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<p>Rebels left the town of Beni on Monday.</p>" if "html" in name else "One.")
    assert [d.id for d in read([str(tmp_path)])] == ["b", "Page"]


def test_names_that_no_one_expects_are_names(tmp_path):
    """A line break, a dash in front, an emoji, bytes that are no UTF-8: the article is read, its id can be written."""
    for name in (b"a b\n.txt", b"-o.txt", "😀.txt".encode(), b"\xff.txt"):
        Path(tmp_path, os.fsdecode(name)).write_text("One.")
    assert [d.id.encode() for d in read([str(tmp_path)])] == [b"-o", b"a b\n", b"\\xff", "😀".encode()]


def test_what_a_folder_links_to_in_vain_is_told_and_a_circle_is_no_trap(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = list(read([str(tmp_path)]))
    assert seen(found) == ["skipped", "missing", "skipped", "unreadable", ("a", "One.")]
    assert [Path(item.document).name for item in found[:-1]] == ["circle", "gone.txt", "pipe.txt", "self.txt"]


def test_a_pipe_or_a_device_is_told_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zeros.txt").symlink_to("/dev/zero")
    for path in (tmp_path / "pipe.txt", tmp_path / "zeros.txt", "/dev/zero"):
        assert seen(read([str(path)])) == ["skipped"]


@pytest.mark.parametrize("path", ["x" * 300, "a\0b", "loop.txt"])
def test_a_path_the_system_will_not_follow_is_told(tmp_path, path):
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert seen(read([str(tmp_path / path)])) == ["unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_read_is_told(tmp_path):
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "a.txt").write_text("One.")
    assert seen(read([str(tmp_path)])) == ["unreadable", ("a", "One.")]


def test_what_is_missing_or_empty_of_articles_is_told_once(tmp_path):
    (tmp_path / "sub").mkdir()
    nowhere = str(tmp_path / "nowhere")
    assert seen(read([nowhere, str(tmp_path / "sub"), nowhere])) == ["missing", "no-articles"]


def test_two_articles_with_one_id_are_both_kept(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    assert seen(read([str(tmp_path)])) == [("a", "one"), ("a", "two")]


def test_the_seeds_are_read_with_what_is_known_of_them():
    documents = list(read([str(Path(__file__).parents[3] / "seeds")]))
    assert [(d.id[:3], d.source, d.date) for d in documents] == [
        ("000", None, None),
        ("001", "APA", None),
        ("002", None, None),
        ("003", "NNN-AGENCIES", None),
        ("004", None, None),
    ]
