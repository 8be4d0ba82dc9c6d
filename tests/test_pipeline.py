"""The whole way from articles to the index: order, history and repetition leave no trace; every quote is true."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg import nlp, open_store, upkeep
from kg.errors import SetupError, StoreError
from kg.extraction import extractions
from kg.extractors import EXTRACTORS
from kg.extractors.base import Extractor
from kg.ledger import Ledger
from kg.model import Document, Extraction, Problem
from kg.pipeline import build
from kg.rdf import documents, nquads
from kg.settings import Limits, Settings
from kg.validation.findings import report
from tests.conftest import SEEDS

EVIDENCE = """SELECT ?document ?start ?end ?quote {
  ?evidence oa:hasSource ?document ; oa:hasSelector/oa:exact ?quote ; oa:hasSelector/oa:start ?start .
  ?evidence oa:hasSelector/oa:end ?end }"""


def dump(store: Path) -> bytes:
    return nquads.dumps(open_store(store).quads())


def test_the_order_of_the_articles_makes_no_difference(seeds_store, tmp_path):
    files = sorted(str(file) for file in SEEDS.glob("*.txt"))
    build(reversed(files), Settings(store=tmp_path / "store"))
    assert dump(tmp_path / "store") == dump(seeds_store)


def test_articles_read_one_by_one_and_twice_come_to_the_same(seeds_store, tmp_path):
    settings = Settings(store=tmp_path / "store")
    files = sorted(str(file) for file in SEEDS.glob("*.txt"))
    assert len(build(files[3:], settings).reading.new) == 2
    assert len(build([*files, files[0]], settings).reading.new) == 3
    assert dump(settings.store) == dump(seeds_store)
    assert not build([str(SEEDS)], settings).reading.new
    assert dump(settings.store) == dump(seeds_store)


def test_an_article_that_stands_in_two_files_is_news_once(tmp_path):
    article = sorted(SEEDS.glob("*.txt"))[0]
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / article.name).write_bytes(article.read_bytes())
    reading = build([str(article), str(tmp_path / "copies")], Settings(store=tmp_path / "store")).reading
    assert reading.new == reading.documents
    assert len(reading.new) == 1


def test_a_retracted_document_was_never_read(built, tmp_path):
    upkeep.retract(tmp_path / "store", "a")
    build([str(tmp_path / "b.txt")], Settings(store=tmp_path / "other"))
    assert dump(tmp_path / "store") == dump(tmp_path / "other")
    assert [t.read_text() for t in (tmp_path / "store").glob("texts/*/*.txt")] == [(tmp_path / "b.txt").read_text()]


def test_what_a_retraction_leaves_is_checked(built, tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(upkeep, "check", lambda change, store: seen.append(change.gone) or report([]))
    left = upkeep.retract(tmp_path / "store", "a")
    assert (len(seen[0]), left.holdings.counts["documents"], left.findings.conforms) == (1, 1, True)


def test_what_cannot_be_retracted_is_told(built, tmp_path):
    with pytest.raises(StoreError, match="no document 'c'"):
        upkeep.retract(tmp_path / "store", "c")


def test_the_index_can_be_made_anew_from_the_ledger(built, tmp_path):
    before = dump(tmp_path / "store")
    for file in sorted((tmp_path / "store" / "index").rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    upkeep.rebuild(tmp_path / "store")
    assert dump(tmp_path / "store") == before


def test_every_quote_in_the_graph_is_true_to_its_text(seeds_store):
    store = open_store(seeds_store)
    texts = {file.stem: file.read_text() for file in seeds_store.glob("texts/*/*.txt")}
    hashes = {row["d"].value: row["h"].value for row in store.query("SELECT ?d ?h { ?d kg:textHash ?h }")}
    rows = list(store.query(EVIDENCE))
    assert {row["document"].value for row in rows} == set(hashes)
    for row in rows:
        text = texts[hashes[row["document"].value]]
        assert text[int(row["start"].value) : int(row["end"].value)] == row["quote"].value


def test_the_seeds_conform_to_their_shapes(tmp_path):
    assert build([str(SEEDS)], Settings(store=tmp_path / "store")).findings.results == ()


def test_problems_keep_their_place_among_the_documents():
    items = [Problem("x", "1"), Document("a", "Rebels left."), Problem("x", "2"), Document("b", "Troops left.")]
    items += [Problem("x", "3")]
    found = [e.document if isinstance(e, Extraction) else e for e in extractions(items, Settings())]
    assert found == items


@pytest.mark.parametrize("place", ["kg.extractors.EXTRACTORS", "kg.pipeline.documents.quads"])
def test_a_fault_of_the_program_on_one_article_does_not_lose_the_others(tmp_path, monkeypatch, place):
    def broken(item, *rest, **named):
        document = item.document
        if document.id == "bad":
            raise KeyError("m3")
        return item if rest == () else written(item, *rest, **named)

    written = documents.quads
    step = Extractor("guess", (), (), broken)
    monkeypatch.setattr(place, (*EXTRACTORS, step) if place.endswith("EXTRACTORS") else broken)
    for name in ("bad", "good"):
        (tmp_path / f"{name}.txt").write_text("Rebels left Uvira.")
    reading = build([str(tmp_path)], Settings(store=tmp_path / "store")).reading
    (problem,) = reading.unread
    assert (len(reading.documents), problem.code, problem.document) == (1, "extraction-failed", "bad")
    where = "the step guess" if place.endswith("EXTRACTORS") else "writing the graph"
    assert problem.message.startswith(f"{where} broke on it, please report this: KeyError: 'm3' (test_pipeline.py:")


def test_several_processes_read_what_one_reads():
    items = [Document(str(n), f"Rebels seized {town}.") for n, town in enumerate(["Bria", "Bambari", "Birao"])]
    items.insert(1, Problem("x", "unreadable"))
    assert list(extractions(items, Settings(jobs=2))) == list(extractions(items, Settings()))


def test_without_texts_the_quotes_remain(built, tmp_path):
    build([str(tmp_path / "a.txt")], Settings(store=tmp_path / "bare"), keep_texts=False)
    assert not (tmp_path / "bare" / "texts").exists()
    assert list(open_store(tmp_path / "bare").query(EVIDENCE))


def test_the_base_is_where_everything_is_minted(built, tmp_path):
    settings = Settings(store=tmp_path / "own", base="https://example.org/kg/")
    build([str(tmp_path / "a.txt")], settings)
    graphs = {quad.graph_name.value for quad in open_store(settings.store).quads()}
    assert all(graph.startswith("https://example.org/kg/") for graph in graphs)
    assert Ledger(settings.store).base == settings.base


def test_a_missing_model_is_a_broken_set_up(tmp_path):
    (tmp_path / "a.txt").write_text("Rebels left.")
    with pytest.raises(SetupError, match="pip install no-model"):
        build([str(tmp_path / "a.txt")], Settings(model="no_model", store=tmp_path / "store"))


def test_a_malformed_judgement_names_its_file(built, tmp_path):
    (tmp_path / "store" / "judgements.ttl").write_text("this is no Turtle")
    with pytest.raises(StoreError, match=r"judgements\.ttl"):
        upkeep.rebuild(tmp_path / "store")


@pytest.mark.parametrize(
    ("limits", "words"), [(Limits(sentences=1), "2 sentences"), (Limits(seconds=1), "more than 1 s")]
)
def test_an_article_beyond_a_limit_is_told_and_the_others_are_read(monkeypatch, limits, words):
    def slow(reading):
        if limits.seconds == 1 and reading.document.id == "much":
            time.sleep(5)
        return reading

    monkeypatch.setattr("kg.extractors.EXTRACTORS", (*EXTRACTORS, Extractor("wait", (), (), slow)))
    items = [Document("much", "Rebels left Uvira. They fled."), Document("little", "Troops left Bunia.")]
    beyond, read = extractions(items, Settings(limits=limits))
    assert (beyond.code, beyond.document, words in beyond.message) == ("over-limit", "much", True)
    assert read.document == items[1]


@pytest.mark.parametrize("text", ["Rebels left Uvira. " * 5, "Uvira\n\n" * 5, "“Leave!” “Now!” “Go!” “Out!”\n"])
def test_a_text_with_far_too_many_sentences_is_told_before_it_is_parsed(monkeypatch, text):
    parse, parsed = nlp.parse, []

    def watched(texts, model):
        parsed.extend(texts)
        return parse(parsed, model)

    monkeypatch.setattr(nlp, "parse", watched)
    items = [Document("much", text), Document("little", "Mr. Kabila left Goma at 5 p.m. on Monday.")]
    beyond, read = extractions(items, Settings(limits=Limits(sentences=1)))
    assert (beyond.code, beyond.document, parsed) == ("over-limit", "much", [items[1].text])
    assert read.document == items[1]
