"""Whatever is done to a store is found, and what the finding says mends it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from kg import upkeep
from kg.cli import app
from kg.errors import StoreError
from kg.keeping import check
from kg.keeping.articles import articles
from kg.keeping.graphs import index_findings
from kg.keeping.order import others
from kg.ledger import Ledger, Lock
from kg.store import Index
from tests.ledger.test_layout import BEFORE, NEWER, OTHER

KG = "https://w3id.org/conflict-kg/"


def codes(store: Path, **how: bool) -> list[str]:
    return [finding.code for finding in check(store, **how).findings]


def file_of(store: Path, name: str) -> Path:
    """The file of a current document, by the last part of its IRI."""
    return Ledger(store).documents[f"{KG}data/document/{name}"]


def rewritten(file: Path, old: str, new: str) -> None:
    """Change a file of the ledger and give it the name of what it holds now, as a careful forger would."""
    lines = sorted(file.read_text().replace(old, new).splitlines(keepends=True))
    data = "".join(lines).encode()
    name = hashlib.sha256(data).hexdigest()
    place = file.parent.parent / name[:2] / f"{name}.nq"
    place.parent.mkdir(exist_ok=True)
    file.unlink()
    place.write_bytes(data)


def in_index(store: Path, change: Callable[[ox.Store], object]) -> None:
    """Change the index behind the back of everybody."""
    index = ox.Store(str(Index(Ledger(store)).place))
    change(index)
    index.flush()


def append(file: Path, data: bytes) -> None:
    file.write_bytes(file.read_bytes() + data)


def text_of(store: Path, words: str) -> Path:
    return next(file for file in store.glob("texts/*/*.txt") if words in file.read_text())


def forget_a_note(store: Path) -> None:
    with sqlite3.connect(store / "index" / "headings.sqlite") as notes:
        notes.execute("DELETE FROM headings WHERE source != ''")


def forge_a_document(store: Path) -> None:
    """Let the index say something else of a document than its file."""
    graph = ox.NamedNode(f"{KG}data/document/{OTHER}")
    old = ox.Quad(graph, ox.NamedNode("http://purl.org/dc/terms/identifier"), ox.Literal("hills"), graph)
    new = ox.Quad(old.subject, old.predicate, ox.Literal("plains"), graph)
    in_index(store, lambda index: (index.remove(old), index.add(new)))


def forge_an_event(store: Path) -> None:
    fused = ox.NamedNode(f"{KG}data/graph/fused")
    in_index(store, lambda index: index.remove(next(index.quads_for_pattern(None, None, None, fused))))


def unsettle(store: Path) -> None:
    (revision,) = store.glob("revisions/*/*.nq")
    place = store / "ledger" / revision.parent.name
    place.mkdir(exist_ok=True)
    revision.rename(place / revision.name)


def two_graphs(store: Path) -> None:
    file = file_of(store, OTHER)
    before = file.read_bytes()
    rewritten(file, '"hills"', '"hills 2"')
    file.write_bytes(before)


def misplace(store: Path) -> None:
    file = file_of(store, OTHER)
    (store / "ledger" / "zz").mkdir()
    file.rename(store / "ledger" / "zz" / file.name)


def remembered_wrong(store: Path) -> None:
    """Let a folder be remembered, in good time, with names that it has not."""
    Ledger(store).remember()
    memory = store / "index" / "rooms"
    name, *times, _ = memory.read_text().splitlines()[0].split()
    memory.write_text(" ".join([name, *times, "0" * 64]) + "\n")
    os.utime(memory, (memory.stat().st_mtime + 10,) * 2)


def put(name: str) -> Callable[[Path], object]:
    """Put a file into the store that has no business there."""
    return lambda store: copy_to(store, name)


INDEX = {
    "a document says something else": (forge_a_document, "differing-graph"),
    "a graph too many": (lambda s: in_index(s, lambda i: i.add(ox.Quad(*[ox.NamedNode("x:x")] * 4))), "extra-graph"),
    "damaged": (lambda s: [f.write_bytes(b"x") for f in Index(Ledger(s)).place.iterdir()], "damaged-index"),
    "out of date": (lambda s: (s / "judgements.ttl").unlink(), "out-of-date"),
}
ORDER = (
    (forget_a_note, "notes"),
    (lambda s: (s / "index" / "books.sqlite").write_bytes(b"no data base" * 99), "notes"),
    (forge_an_event, "differing-graph"),
    (put("texts/00/" + "0" * 64 + ".txt"), "leftover"),
    (put("ledger/00/x.nq.part"), "leftover"),
    (put("format.part"), "leftover"),
    (lambda s: (s / "index" / "next").mkdir(), "leftover"),
)
"""What leaves the ledger as it is, one thing after another, with what it is found as."""


def copy_to(store: Path, name: str) -> None:
    (store / name).parent.mkdir(parents=True, exist_ok=True)
    (store / name).write_bytes(b"half")


def test_a_sound_store_has_no_findings(kept: Path) -> None:
    found = check(kept)
    assert (found.documents, found.findings) == (3, ())


@pytest.mark.parametrize("name", INDEX)
def test_an_index_that_is_not_that_of_the_ledger_is_found(store: Path, name: str) -> None:
    damage, expected = INDEX[name]
    damage(store)
    assert [finding.code for finding in index_findings(Ledger(store), derive=False)] == [expected]


def test_what_can_be_made_anew_is_found_and_mended_by_a_rebuild(store: Path) -> None:
    """Many things at once; and files in disorder, which put the index out of date."""
    for damage, _ in ORDER:
        damage(store)
    found = check(store).findings
    assert sorted(finding.code for finding in found) == sorted(code for _, code in ORDER)
    assert {finding.mend for finding in found} == {f"run kg rebuild --store {store}"}
    for damage in (unsettle, two_graphs, remembered_wrong):
        damage(store)
    assert {"unsettled", "two-graphs", "out-of-date"} <= set(codes(store))
    upkeep.rebuild(store)
    assert codes(store) == []


def unsort(store: Path) -> None:
    """Turn the lines of a file over, under the name of what it holds then."""
    file = next(file for file in store.glob("ledger/*/*.nq") if b'"hills"' in file.read_bytes())
    data = b"".join(reversed(file.read_bytes().splitlines(keepends=True)))
    place = store / "ledger" / (name := hashlib.sha256(data).hexdigest())[:2] / f"{name}.nq"
    place.parent.mkdir(exist_ok=True)
    file.unlink()
    place.write_bytes(data)


def blanked(store: Path) -> None:
    """Let a document's claims be nodes without a name."""
    file = file_of(store, OTHER)
    for claim in sorted(set(re.findall(rf"<{KG}data/claim/\w+>", file.read_text()))):
        rewritten(file, claim, f"_:{claim[-17:-1]}")
        file = next(each for each in store.glob("ledger/*/*.nq") if b'"hills"' in each.read_bytes())


DAMAGED = {
    "changed": (lambda s: append(file_of(s, OTHER), b"\n"), "changed"),
    "malformed": (lambda s: rewritten(file_of(s, OTHER), "<https", "<"), "malformed"),
    "unsorted": (unsort, "unsorted"),
    "blank-node": (blanked, "blank-node"),
    "foreign": (lambda s: rewritten(file_of(s, OTHER), f"{KG}data/document", "https://x.example/doc"), "foreign"),
    "misplaced": (misplace, "misplaced"),
    "no-text": (lambda s: text_of(s, "denied on Tuesday").unlink(), "no-text"),
    "changed-text": (lambda s: append(text_of(s, "denied on Tuesday"), b"!"), "changed-text"),
    "untrue-quote: words": (
        lambda s: rewritten(file_of(s, OTHER), "M23 rebels denied", "M23 rebels owned"),
        "untrue-quote",
    ),
    "untrue-quote: place": (lambda s: rewritten(file_of(s, OTHER), '"17"^^', '"18"^^'), "untrue-quote"),
    "untrue-quote: no place": (lambda s: rewritten(file_of(s, OTHER), "oa#start", "oa#begin"), "untrue-quote"),
    "judgements": (lambda s: (s / "judgements.ttl").write_text("no Turtle"), "malformed"),
    "loaded": (lambda s: append(next(s.glob("loaded/*.nq")), b"\n"), "changed"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damage_to_what_cannot_be_made_anew_is_found_where_it_is(store: Path, name: str) -> None:
    damage, expected = DAMAGED[name]
    damage(store)
    ledger = Ledger(store)
    found = [finding for article in articles(ledger) for finding in article.findings] + list(others(ledger))
    assert {finding.code for finding in found} == {expected}
    assert all(finding.place and finding.mend for finding in found)


def test_where_a_file_is_damaged_what_follows_is_not_looked_at(store: Path) -> None:
    append(file_of(store, OTHER), b"\n")
    assert codes(store) == ["changed"]


def test_quickly_what_follows_is_trusted(store: Path) -> None:
    forge_an_event(store)
    assert codes(store, derive=False) == []


def test_a_store_without_texts_is_sound(store: Path) -> None:
    for file in sorted((store / "texts").rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    (store / "texts").rmdir()
    assert codes(store, derive=False) == []


def test_a_store_of_the_layout_before_is_told_to_be_rebuilt(tmp_path: Path) -> None:
    assert codes(Path(shutil.copytree(BEFORE, tmp_path / "s")))[0] == "layout"


def test_a_store_that_is_written_to_is_not_checked(store: Path) -> None:
    with Lock(store), pytest.raises(StoreError, match="is writing to the store"):
        check(store)


def test_the_command_prints_findings_and_how_to_mend_them(kept: Path, store: Path) -> None:
    runner = CliRunner()
    sound = runner.invoke(app, ["check", "--quick", "--store", str(kept)])
    assert (sound.exit_code, sound.stdout) == (0, "documents           3\nstore               sound\n")
    (store / "index" / "next").mkdir()
    told = runner.invoke(app, ["check", "--store", str(store)])
    assert (told.exit_code, told.stdout.splitlines()[1:]) == (
        1,
        [
            "store               1 findings",
            "",
            "leftover (1)",
            "index/next: the index does not need it",
            f"    mend: run kg rebuild --store {store}",
        ],
    )
    listed = runner.invoke(app, ["check", "--quick", "--format", "json", "--store", str(store)])
    found = {"code": "leftover", "place": "index/next", "message": "the index does not need it"}
    mend = {"mend": f"run kg rebuild --store {store}"}
    assert json.loads(listed.stdout) == {"documents": 3, "findings": [found | mend]}
    assert NEWER not in listed.stdout
