"""A store in one file and back: nothing is lost, and what is no whole backup leaves nothing behind."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg import open_store
from kg.cli import app
from kg.errors import StoreError
from kg.keeping import back_up, restore
from kg.keeping.manifest import MANIFEST
from kg.ledger import Ledger, Lock
from kg.rdf import nquads
from tests.ledger.articles import content

Members = list[tuple[tarfile.TarInfo, bytes]]
NAME = "ab" * 32


def packed(store: Path) -> bytes:
    out = io.BytesIO()
    back_up(store, out)
    return out.getvalue()


def dump(store: Path) -> bytes:
    return nquads.dumps(open_store(store).quads())


@pytest.fixture(scope="module")
def backup(kept: Path) -> bytes:
    return packed(kept)


def members(backup: bytes) -> Members:
    with tarfile.open(fileobj=io.BytesIO(backup), mode="r:gz") as tar:
        return [(member, tar.extractfile(member).read()) for member in tar]


def written(found: Members, kind: int = tarfile.USTAR_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz", format=kind) as tar:
        for member, data in found:
            member.size = len(data) if member.isreg() else 0
            tar.addfile(member, io.BytesIO(data))
    return out.getvalue()


def entry(name: str, data: bytes) -> tuple[tarfile.TarInfo, bytes]:
    return tarfile.TarInfo(name), data


def link(name: str, to: str, kind: bytes = tarfile.SYMTYPE) -> tuple[tarfile.TarInfo, bytes]:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, to
    return member, b""


def listing(found: Members, change: Callable[[list[dict[str, object]]], object]) -> Members:
    """The same members, with another list of them before."""
    (first, data), *rest = found
    read = json.loads(data)
    change(read["files"])
    return [(first, json.dumps(read).encode()), *rest]


def listed_too(found: Members, name: str, data: bytes) -> Members:
    """The same members, and one more that is listed with its true size and checksum."""
    one = {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    return [*listing(found, lambda files: files.append(one)), entry(name, data)]


def changed(found: Members, number: int) -> Members:
    member, data = found[number]
    return [*found[:number], (member, bytes([data[0] ^ 1]) + data[1:]), *found[number + 1 :]]


def test_a_round_trip_loses_nothing(kept: Path, backup: bytes, tmp_path: Path) -> None:
    held = restore(io.BytesIO(backup), "b", tmp_path / "again")
    assert held.counts["documents"] == 2
    assert content(tmp_path / "again") == content(kept)
    assert dump(tmp_path / "again") == dump(kept)
    assert [each.name for each in tmp_path.iterdir()] == ["again"]
    assert packed(tmp_path / "again") == backup


def test_a_backup_holds_the_files_of_the_store_in_order_and_nothing_else(kept: Path, backup: bytes) -> None:
    found = members(backup)
    assert [member.name for member, _ in found] == [MANIFEST, *sorted(content(kept))]
    assert {(m.mtime, m.uid, m.gid, m.uname, m.mode) for m, _ in found} == {(0, 0, 0, "", 0o644)}
    assert backup[4:8] == bytes(4)


@pytest.mark.skipif(shutil.which("tar") is None, reason="there is no tar")
def test_other_programs_can_unpack_it(kept: Path, backup: bytes, tmp_path: Path) -> None:
    subprocess.run(["tar", "xzf", "-"], input=backup, cwd=tmp_path, check=True)
    (tmp_path / MANIFEST).unlink()
    assert content(tmp_path) == content(kept)


FORGED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "nothing": (lambda b: b"", "it was cut off"),
    "no archive": (lambda b: b"once upon a time", "Not a gzipped file"),
    "no tar": (lambda b: gzip.compress(b"once upon a time"), "it was cut off"),
    "an empty tar": (lambda b: written([]), "begin with a list"),
    "cut off in the middle": (lambda b: b[: len(b) // 2], "ended before"),
    "cut off at the end": (lambda b: b[:-4], "ended before"),
    "one byte changed": (lambda b: b[:1000] + bytes([b[1000] ^ 1]) + b[1001:], "restored: "),
    "no list": (lambda b: written(members(b)[1:]), "begin with a list"),
    "a list of something else": (lambda b: written([entry(MANIFEST, b"[]")]), "list of files is not"),
    "a list that is no JSON": (lambda b: written([entry(MANIFEST, b"{")]), "Expecting"),
    "a list of nothing": (lambda b: written(listing(members(b), lambda files: files.clear())), "no store"),
    "a list that is nested deeply": (lambda b: written([entry(MANIFEST, b"[" * 10**6)]), "restored: "),
    "a list with other keys": (
        lambda b: written(listing(members(b), lambda files: files[0].update(mode=7))),
        "list of files is malformed",
    ),
    "a file too many": (lambda b: written([*members(b), entry("judgements.ttl", b"")]), "not in its list, or twice"),
    "a file too few": (lambda b: written(members(b)[:-1]), "1 files of its list are missing"),
    "a listed file elsewhere": (lambda b: written(listed_too(members(b), "../evil", b"x")), "no file of a store"),
    "a listed file from the root": (lambda b: written(listed_too(members(b), "/tmp/evil", b"x")), "no file of a store"),
    "a listed file deep within": (
        lambda b: written(listed_too(members(b), f"texts/../../{NAME}.txt", b"x")),
        "no file of a store",
    ),
    "a listed file in the index": (
        lambda b: written(listed_too(members(b), "index/rooms", b"x")),
        "no file of a store",
    ),
    "a name that is no digest of it": (
        lambda b: written(listed_too(members(b), f"texts/ab/{NAME}.txt", b"x")),
        "not named for what it holds",
    ),
    "a symbolic link": (lambda b: written([*members(b)[:1], link("format", "/etc/passwd")]), "no plain file"),
    "a hard link": (lambda b: written([*members(b)[:1], link("format", "x", tarfile.LNKTYPE)]), "no plain file"),
    "a device": (lambda b: written([*members(b)[:1], link("format", "", tarfile.CHRTYPE)]), "no plain file"),
    "a header for the next file": (
        lambda b: written([(long_name(), b"")], tarfile.PAX_FORMAT),
        "no plain file",
    ),
    "a file larger than listed": (
        lambda b: written([*members(b)[:1], entry("format", b"x" * 10**6)]),
        "has 1000000 bytes where",
    ),
    "a file that cannot be so large": (
        lambda b: written(listing(members(b), lambda files: files[0].update(size=1 << 40))),
        "cannot have 1099511627776 bytes",
    ),
    "a file of another content": (lambda b: written(changed(members(b), -1)), "its checksum differs"),
    "a format of another program": (
        lambda b: written(of_format(members(b), b"photographs\n")),
        "holds a 'photographs'",
    ),
    "a graph that is none": (lambda b: written(with_graph(members(b), b"once upon a time\n")), "is damaged"),
    "something behind its end": (lambda b: gzip.compress(gzip.decompress(b) + b"x"), "behind its end"),
    "zeros without end": (lambda b: gzip.compress(gzip.decompress(b) + bytes(10**7)), "behind its end"),
}


def long_name() -> tarfile.TarInfo:
    return tarfile.TarInfo("x" * 300)


def of_format(found: Members, data: bytes) -> Members:
    rest = [(member, kept) for member, kept in found if member.name != "format"]
    return listed_too(
        listing(rest, lambda files: files.remove(next(f for f in files if f["name"] == "format"))), "format", data
    )


def with_graph(found: Members, data: bytes) -> Members:
    name = hashlib.sha256(data).hexdigest()
    return listed_too(found, f"ledger/{name[:2]}/{name}.nq", data)


@pytest.mark.parametrize("name", FORGED)
def test_what_is_no_whole_backup_leaves_nothing_behind(backup: bytes, tmp_path: Path, name: str) -> None:
    forge, message = FORGED[name]
    (tmp_path / "in").mkdir()
    with pytest.raises(StoreError, match=message) as told:
        restore(io.BytesIO(forge(backup)), "b", tmp_path / "in" / "again")
    assert "\n" not in str(told.value)
    assert list(tmp_path.rglob("*")) == [tmp_path / "in"]


def test_a_folder_that_holds_something_is_left_alone(kept: Path, backup: bytes) -> None:
    before = content(kept)
    with pytest.raises(StoreError, match="is not empty"):
        restore(io.BytesIO(backup), "b", kept)
    assert content(kept) == before


def test_a_damaged_store_is_not_backed_up(store: Path) -> None:
    next(iter(Ledger(store).documents.values())).write_bytes(b"changed")
    with pytest.raises(StoreError, match=r"not named for what it holds: kg check --store .* says how"):
        packed(store)


def test_a_store_that_is_written_to_is_not_backed_up(store: Path) -> None:
    with Lock(store), pytest.raises(StoreError, match="is writing to the store"):
        packed(store)


def test_the_commands_take_a_store_to_a_file_and_back(kept: Path, tmp_path: Path) -> None:
    runner, file = CliRunner(), tmp_path / "b.tar.gz"
    done = runner.invoke(app, ["backup", str(file), "--store", str(kept)])
    assert (done.exit_code, done.stdout, done.stderr) == (
        0,
        "",
        f"kg: {len(content(kept))} files of {kept} are in {file}\n",
    )
    back = runner.invoke(app, ["restore", str(file), "--store", str(tmp_path / "s")])
    assert (back.exit_code, back.stdout.splitlines()[0]) == (0, "documents in store  2")
    assert dump(tmp_path / "s") == dump(kept)
    none = runner.invoke(app, ["restore", str(tmp_path / "none"), "--store", str(tmp_path / "t")])
    assert (none.exit_code, none.stderr) == (2, f"kg: {tmp_path / 'none'} cannot be read: no such file or directory\n")
    os.truncate(file, 500)
    cut = runner.invoke(app, ["restore", str(file), "--store", str(tmp_path / "t")])
    assert (cut.exit_code, cut.stderr.count("\n"), (tmp_path / "t").exists()) == (2, 1, False)
