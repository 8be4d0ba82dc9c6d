"""Of the documents of one source the newest is current; what else is there follows from the set of them alone."""

from __future__ import annotations

import tempfile
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ledger import Ledger
from tests.ledger.articles import BASE, article, content, document

SIEGE, TRUCE = "https://paper.example/siege", "https://paper.example/truce"
WRITTEN = {
    "a": {"url": SIEGE, "date": "2024-01-01", "text": "A siege."},
    "b": {"url": f"{SIEGE}?utm_source=feed", "date": "2024-01-02", "text": "A siege, and an answer."},
    "c": {"url": f"{SIEGE}#top", "date": "2024-01-02", "retrieved": "2024-01-05T10:00:00+02:00", "text": "An answer."},
    "d": {"url": SIEGE, "date": "2024-01-02", "retrieved": "2024-01-05T09:00:00Z", "text": "Corrected: a siege."},
    "e": {"url": TRUCE, "date": "2024-01-01", "text": "A truce."},
    "f": {"url": TRUCE, "text": "A truce."},
    "g": {"text": "No address."},
    "h": {"url": BASE, "text": "The address of the whole site."},
    "i": {"url": BASE, "text": "The same."},
}
"""Documents, in each source from the oldest to the newest."""
GRAPHS = {name: article(name, **said) for name, said in WRITTEN.items()}
NEWEST_FIRST = ("dcba", "ef", "g", "h", "i")


def expected(held: set[str]) -> set[str]:
    """Which of some documents are current."""
    return {next(name for name in source if name in held) for source in NEWEST_FIRST if held & set(source)}


def put(ledger: Ledger, name: str) -> bool:
    return ledger.add(document(name), GRAPHS[name], WRITTEN[name]["text"])


def current(ledger: Ledger) -> set[str]:
    return {iri.rpartition("/")[2] for iri in ledger.documents}


def superseded(ledger: Ledger) -> set[bytes]:
    return {file.read_bytes() for file in ledger.listed("revisions").values()}


NAMES = st.sampled_from(sorted(WRITTEN))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(NAMES, st.booleans()), max_size=14), st.randoms(use_true_random=False))
def test_only_the_set_of_documents_counts(steps, chance):
    """Read and retracted in any order: the same files as when the last set is read in another order."""
    with tempfile.TemporaryDirectory() as folder:
        ledger, held = Ledger.create(Path(folder, "s"), BASE), set()
        for name, come in steps:
            if come:
                assert put(ledger, name) == (name not in held)
                held.add(name)
            else:
                assert ledger.remove(document(name)) == (name in held)
                held.discard(name)
            assert current(ledger) == current(Ledger(ledger.folder)) == expected(held)
        fresh = Ledger.create(Path(folder, "t"), BASE)
        for name in chance.sample(sorted(held), len(held)):
            put(fresh, name)
        assert content(ledger.folder) == content(fresh.folder)
        assert ledger.state() == Ledger(ledger.folder).state() == fresh.state()


def test_the_earlier_text_stays_and_the_newest_that_is_left_comes_back(tmp_path):
    ledger = Ledger.create(tmp_path / "s", BASE)
    for name in "bdac":
        put(ledger, name)
    assert (current(ledger), superseded(ledger)) == ({"d"}, {GRAPHS[name] for name in "abc"})
    assert {text.read_text() for text in ledger.folder.glob("texts/*/*")} == {WRITTEN[name]["text"] for name in "abcd"}
    assert ledger.superseded == {document(name) for name in "abc"}
    ledger.remove(document("b"))
    ledger.remove(document("d"))
    assert (current(ledger), superseded(ledger)) == ({"c"}, {GRAPHS["a"]})
    assert {text.read_text() for text in ledger.folder.glob("texts/*/*")} == {WRITTEN[name]["text"] for name in "ac"}


@settings(max_examples=10, deadline=None)
@given(st.sets(NAMES), st.data())
def test_mending_brings_any_distribution_of_the_files_in_order(held, data):
    """Files in the wrong folder, or in both, as a crash or a merge leaves them: the set decides."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger.create(Path(folder, "s"), BASE)
        for name in sorted(held):
            put(ledger, name)
        before = content(ledger.folder)
        for file in sorted(ledger.listed().values()):
            other = "revisions" if file.parts[-3] == "ledger" else "ledger"
            copy = ledger.place(other, file.stem, ".nq")
            match data.draw(st.sampled_from(["stay", "move", "copy"])):
                case "move":
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    file.rename(copy)
                case "copy":
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    copy.write_bytes(file.read_bytes())
        again = Ledger(ledger.folder)
        again.mend()
        assert content(ledger.folder) == before
        assert current(again) == expected(held)


def test_of_one_document_the_later_retrieval_stays_and_else_the_later_reading(tmp_path):
    ledger = Ledger.create(tmp_path / "s", BASE)
    early, late = (article("a", retrieved=f"2024-01-0{day}") for day in (1, 2))
    reread, bare = article("a", value="2", retrieved="2024-01-02"), article("a", value="3")
    assert [ledger.add(document("a"), lines) for lines in (late, early, reread, bare)] == [True, False, True, True]
    assert list(ledger.graphs()) == [bare]


def test_one_document_from_several_places_is_the_same_in_any_order(tmp_path):
    places = [{"origin": "a.html"}, {"origin": "all.zip!/a.html"}, {}, {"origin": "a.html", "retrieved": "2024-01-02"}]
    kept = set()
    for number, order in enumerate(permutations(places)):
        ledger = Ledger.create(tmp_path / str(number), BASE)
        for place in order:
            ledger.add(document("a"), article("a", **place))
        kept.add(b"".join(ledger.graphs()))
    assert kept == {article("a", **places[-1])}


@pytest.mark.parametrize("value", ["1", "2"])
def test_a_revision_that_is_read_again_stays_one(tmp_path, value):
    ledger = Ledger.create(tmp_path / "s", BASE)
    for name in "ab":
        put(ledger, name)
    again = article("a", value=value, **WRITTEN["a"])
    assert ledger.add(document("a"), again) == (value == "2")
    assert (current(ledger), superseded(ledger)) == ({"b"}, {again})


def test_a_document_that_gets_another_address_leaves_its_source(tmp_path):
    ledger = Ledger.create(tmp_path / "s", BASE)
    for name in "ab":
        put(ledger, name)
    moved = article("b", **WRITTEN["b"] | {"url": "https://paper.example/elsewhere"})
    assert ledger.add(document("b"), moved)
    assert current(ledger) == {"a", "b"}
