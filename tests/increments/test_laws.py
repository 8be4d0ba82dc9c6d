"""The laws of fusion step by step: order, batching, retraction and judgement leave no trace, to the byte."""

from __future__ import annotations

import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from unittest.mock import patch

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.model import Judgement
from kg.rdf.judgements import judgement_iri
from tests.fusion.factory import BASE, n
from tests.increments.corpora import CORPORA, DOCUMENTS, Begun, Kept, at_once, views_of

ORDERS = st.permutations(DOCUMENTS)
CUTS = st.lists(st.booleans(), min_size=len(DOCUMENTS), max_size=len(DOCUMENTS))
FULL = st.sampled_from((2, 3, 80))
"""From when on a block is too full; small numbers bring that about in a small corpus."""


def limits(full: int) -> AbstractContextManager[object]:
    """Blocks that are full with so many, of whom one in two is a head."""
    return patch.multiple("kg.fusion.blocking", LARGEST=full, HEADS=full // 2)


def batches(order: list[str], cuts: list[bool]) -> list[list[str]]:
    """An order cut into batches."""
    found: list[list[str]] = [[]]
    for name, cut in zip(order, cuts, strict=True):
        found[-1].append(name)
        if cut:
            found.append([])
    return found


@settings(max_examples=8, deadline=None)
@given(CORPORA, ORDERS, CUTS, FULL)
def test_order_and_batching_make_no_difference(corpus, order, cuts, full) -> None:
    """Any permutation in any batches comes to what all documents come to at once; so does every state on the way."""
    with tempfile.TemporaryDirectory() as folder, limits(full):
        kept, held = Kept(Path(folder)), {}
        for batch in batches(order, cuts):
            come = {n(name): views_of(name, corpus[name]) for name in batch}
            held |= come
            assert kept.step([], come) == at_once(held)


@settings(max_examples=8, deadline=None)
@given(CORPORA, CORPORA, st.sampled_from((2, 4)), FULL, st.sampled_from((1, 2, 250)))
def test_all_at_once_in_portions_is_what_it_is_step_by_step(corpus, other, first, full, portion) -> None:
    """Begun with many documents in portions of any size, and gone on with in steps, books say what is at once so."""
    held = {n(name): views_of(name, corpus[name]) for name in DOCUMENTS[:first]}
    rest = {n(name): views_of(name, corpus[name]) for name in DOCUMENTS[first:]}
    anew = {n(DOCUMENTS[0]): views_of(DOCUMENTS[0], other[DOCUMENTS[0]])}
    small = patch.multiple("kg.increments.anew", PORTION=portion, FEW=1)
    with tempfile.TemporaryDirectory() as folder, limits(full), small:
        kept = Begun(Path(folder))
        assert kept.step([], held) == at_once(held)
        assert kept.step([], rest) == at_once(held | rest)
        assert kept.step(list(anew), anew) == at_once(held | rest | anew)
        assert kept.step(list(anew), {}) == at_once({i: v for i, v in (held | rest).items() if i not in anew})


@settings(max_examples=6, deadline=None)
@given(CORPORA, ORDERS, st.sets(st.sampled_from(DOCUMENTS), min_size=1), FULL)
def test_what_was_retracted_was_never_read(corpus, order, gone, full) -> None:
    """Without some documents the graph is that of the others; with them again, it is what it was."""
    with tempfile.TemporaryDirectory() as folder, limits(full):
        kept = Kept(Path(folder))
        whole = {n(name): views_of(name, corpus[name]) for name in order}
        before = kept.step([], whole)
        rest = {iri: views for iri, views in whole.items() if iri.removeprefix(BASE) not in gone}
        assert kept.step(sorted(whole.keys() - rest.keys()), {}) == at_once(rest)
        assert kept.step([], {iri: whole[iri] for iri in whole.keys() - rest.keys()}) == before


@settings(max_examples=6, deadline=None)
@given(CORPORA, st.sampled_from(DOCUMENTS), CORPORA)
def test_a_document_that_reads_otherwise_takes_the_place_of_the_old(corpus, name, other) -> None:
    """A document extracted anew leaves nothing of what it said before."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Kept(Path(folder))
        held = {n(each): views_of(each, corpus[each]) for each in DOCUMENTS}
        kept.step([], held)
        anew = {n(name): views_of(name, other[name])}
        assert kept.step([n(name)], anew) == at_once(held | anew)


def judgement(one: str, other: str, verdict: str) -> Judgement:
    left, right = sorted((one, other))
    return Judgement(judgement_iri(left, right, "Ada", BASE), left, right, verdict, "Ada")


@settings(max_examples=8, deadline=None)
@given(CORPORA, st.data())
def test_a_judgement_holds_whenever_it_is_made(corpus, data) -> None:
    """Judged before or after documents come, on events or entities, and taken back: always what is at once so."""
    held = {n(name): views_of(name, corpus[name]) for name in DOCUMENTS}
    reports = sorted(iri for views in held.values() for iri in views.events)
    entities = sorted({iri for views in held.values() for iri in views.entities})
    pools = [nodes for nodes in (reports, entities) if len(nodes) > 1]
    assume(pools)
    pool = data.draw(st.sampled_from(pools))
    one, other = data.draw(st.lists(st.sampled_from(pool), min_size=2, max_size=2, unique=True))
    made = (judgement(one, other, data.draw(st.sampled_from(("same", "different", "unsure")))),)
    first = data.draw(st.sampled_from(DOCUMENTS))
    with tempfile.TemporaryDirectory() as folder:
        kept = Kept(Path(folder))
        early = {n(first): held[n(first)]}
        late = {iri: views for iri, views in held.items() if iri not in early}
        assert kept.step([], early) == at_once(early)
        assert kept.step([], {}, made, (one, other)) == at_once(early, made)
        assert kept.step([], late, made) == at_once(held, made)
        assert kept.step([], {}, (), (one, other)) == at_once(held)
