"""A full disk, a folder that cannot be written, one that goes away: one line, a status, and the store as it was."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg import open_store
from kg.cli import app
from kg.keeping import check
from kg.ledger import Ledger
from kg.ledger import files as ledger_files
from kg.rdf import nquads
from tests.keeping.kills import BEFORE, THEN

runner = CliRunner()
mounts = pytest.mark.skipif(os.geteuid() != 0 or shutil.which("mount") is None, reason="only root mounts disks")


def kg(*arguments: object):
    return runner.invoke(app, [str(each) for each in arguments])


def dump(store: Path) -> bytes:
    return nquads.dumps(open_store(store).quads())


def articles(folder: Path, name: str, rows: tuple[tuple[str, ...], ...]) -> Path:
    """A file of articles."""
    file = folder / f"{name}.jsonl"
    keys = ("id", "date", "url", "text")
    file.write_text("".join(json.dumps(dict(zip(keys, row, strict=True))) + "\n" for row in rows))
    return file


def in_one_line(result, *words: str) -> bool:
    """Whether a command ended with status 2 and one line that has these words."""
    return result.exit_code == 2 and result.stderr.count("\n") == 1 and all(word in result.stderr for word in words)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place], check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def resize(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", disk], check=True)


@mounts
def test_on_a_full_disk_a_build_ends_in_one_line_and_goes_on_when_there_is_space(disk: Path, tmp_path: Path) -> None:
    """The disk is full while articles are kept, while books are written, while the index is."""
    first, store = articles(tmp_path, "before", BEFORE), disk / "s"
    assert kg("build", first, "--store", tmp_path / "right").exit_code == 0
    for size in ("size=64k", "size=1m", "size=3m"):
        resize(disk, size)
        result = kg("build", first, "--store", store)
        assert in_one_line(result, "cannot be") or in_one_line(result, "no space left on device"), result.stderr
    resize(disk, "size=64m")
    assert kg("build", first, "--store", store).exit_code == 0
    assert dump(store) == dump(tmp_path / "right")
    assert check(store, derive=False).findings == ()


@mounts
def test_a_folder_that_cannot_be_written_is_read(disk: Path, kept: Path, tmp_path: Path) -> None:
    resize(disk, "size=64m")
    store = Path(shutil.copytree(kept, disk / "s"))
    resize(disk, "ro")
    for command in (["build", articles(tmp_path, "then", THEN)], ["rebuild"], ["retract", "hills"]):
        assert in_one_line(kg(*command, "--store", store), f"the store in {store} cannot be written", "read-only")
    assert dump(store) == dump(kept)
    assert kg("query", "problems", "--store", store).exit_code == 0
    assert check(store, derive=False).findings == ()


def test_where_no_more_can_be_written_what_was_read_before_is_kept(tmp_path: Path, monkeypatch) -> None:
    """The disk is full when the second of three articles is to be kept."""
    file, store, written = articles(tmp_path, "before", BEFORE), tmp_path / "s", []

    def full(place: Path, data: bytes) -> None:
        written.append(place)
        if place.suffix == ".nq" and len([each for each in written if each.suffix == ".nq"]) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(place))
        put(place, data)

    put = ledger_files.put_in_place
    monkeypatch.setattr(ledger_files, "put_in_place", full)
    assert in_one_line(kg("build", file, "--store", store), "no space left on device")
    monkeypatch.undo()
    assert len(Ledger(store).documents) == 1
    assert kg("query", "problems", "--store", store).exit_code == 0
    assert [each.code for each in check(store, derive=False).findings] == []


def test_a_store_that_goes_away_is_told_and_not_begun_again_without_what_it_held(tmp_path: Path, monkeypatch) -> None:
    file, store = articles(tmp_path, "before", BEFORE), tmp_path / "s"

    def gone(ledger: Ledger, *rest: object) -> bool:
        found = add(ledger, *rest)
        shutil.rmtree(store)
        return found

    add = Ledger.add
    monkeypatch.setattr(Ledger, "add", gone)
    assert in_one_line(kg("build", file, "--store", store), str(store), "no such file or directory")
    assert not store.exists()
