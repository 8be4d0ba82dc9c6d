"""The file of a person's decisions: the same whatever order they were made in, and read back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.fusion.judgement import decisions_of, rejected_of
from kg.judging import file
from kg.ledger import Ledger
from kg.model import ClaimRuling, Decision, Judgement
from kg.rdf.judgements import judgement_iri, ruling_iri
from kg.settings import DEFAULT_BASE

NODES = tuple(f"{DEFAULT_BASE}mention/event/{n}" for n in "abc")
PEOPLE = ("Ada", "Bo “the elder” \\ Ngũgĩ")
DATES = ("2024", "2024-03", "2024-03-04", "2024-03-04T10:00:00Z")


@st.composite
def decided(draw: st.DrawFn) -> Decision:
    """A decision on a pair or on a claim."""
    who, when = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(DATES))
    why = draw(st.sampled_from(("", "two lines\nof reasons", "\ttab")))
    one, other = sorted(draw(st.permutations(NODES))[:2])
    if draw(st.booleans()):
        verdict = draw(st.sampled_from(("same", "different", "unsure")))
        return Judgement(judgement_iri(one, other, who), one, other, verdict, who, why, when)  # type: ignore[arg-type]
    ruling = draw(st.sampled_from(("rejected", "accepted")))
    return ClaimRuling(ruling_iri(one, who), one, ruling, who, why, when)  # type: ignore[arg-type]


DECISIONS = st.lists(decided(), max_size=6, unique_by=lambda decision: decision.iri)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return Ledger.create(tmp_path_factory.mktemp("judged") / "store", DEFAULT_BASE)


def written(ledger: Ledger, *batches: list[Decision]) -> bytes:
    """The file after some batches of decisions."""
    ledger.judgements.unlink(missing_ok=True)
    for batch in batches:
        file.record(ledger, batch)
    return ledger.judgements.read_bytes()


@settings(max_examples=40, deadline=None)
@given(DECISIONS, st.randoms(use_true_random=False), st.integers(0, 6))
def test_any_order_and_batching_gives_the_same_file(ledger: Ledger, made: list[Decision], chance, cut: int) -> None:
    shuffled = chance.sample(made, len(made))
    assert written(ledger, shuffled[:cut], shuffled[cut:]) == written(ledger, made)
    assert set(file.read(ledger)) == set(made)


def test_who_judges_a_pair_anew_changes_their_mind(ledger: Ledger) -> None:
    a, b, _ = NODES
    first, second = (
        Judgement(judgement_iri(*pair, "Ada"), a, b, verdict, "Ada", "", when)  # type: ignore[arg-type]
        for pair, verdict, when in (((a, b), "same", "2024-03-04"), ((b, a), "different", "2024-03-03"))
    )
    written(ledger, [first], [second])
    assert file.read(ledger) == (second,)


# Each case: the verdicts of Ada and Bo on one thing with their dates, and the one that counts.
@pytest.mark.parametrize(
    ("ada", "bo", "counts"),
    [
        (("same", "2024-03-04"), ("different", "2024-03-05"), "different"),
        (("same", "2024-03-06"), ("different", "2024-03-05"), "same"),
        (("same", "2024-03-04"), ("different", "2024-03-04T10:00:00Z"), "different"),
        (("unsure", "2024-03-05"), ("same", "2024-03-04"), "unsure"),
        (("same", None), ("different", "2024"), "different"),
    ],
)
def test_of_two_people_the_last_counts(ada: tuple[str, str], bo: tuple[str, str], counts: str) -> None:
    a, b, _ = NODES
    made = [
        Judgement(judgement_iri(a, b, who), a, b, verdict, who, "", when)  # type: ignore[arg-type]
        for who, (verdict, when) in (("Ada", ada), ("Bo", bo))
    ]
    assert decisions_of(made) == decisions_of(made[::-1]) == {(a, b): counts}


def test_a_claim_that_was_accepted_again_counts() -> None:
    claim = f"{DEFAULT_BASE}claim/1"
    rejected = ClaimRuling(ruling_iri(claim, "Ada"), claim, "rejected", "Ada", "", "2024-03-04")
    accepted = ClaimRuling(ruling_iri(claim, "Bo"), claim, "accepted", "Bo", "", "2024-03-05")
    assert rejected_of([rejected]) == {claim}
    assert rejected_of([accepted, rejected]) == frozenset()


def test_what_else_stands_in_the_file_is_kept(ledger: Ledger) -> None:
    ledger.judgements.write_text('<https://example.org/team> <http://purl.org/dc/terms/title> "The desk" .\n')
    claim = f"{DEFAULT_BASE}claim/1"
    file.record(ledger, [ClaimRuling(ruling_iri(claim, "Ada"), claim, "rejected", "Ada")])
    assert '"The desk"' in ledger.judgements.read_text()
    assert len(file.read(ledger)) == 1


@pytest.mark.parametrize("text", ["no Turtle", "<a> <b>"])
def test_a_file_that_is_no_turtle_is_told(ledger: Ledger, text: str) -> None:
    ledger.judgements.write_text(text)
    with pytest.raises(StoreError, match=r"judgements\.ttl: "):
        file.read(ledger)
