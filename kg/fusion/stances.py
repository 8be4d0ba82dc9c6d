"""How a claim stands to what it states: whether it says that it happened, or that it did not, or only not by whom."""

from __future__ import annotations

from kg.fusion.corpus import Corpus
from kg.fusion.report import Report, modifiers
from kg.rdf.views import ClaimView

ONE_BODY = 0.6


def affirms(claim: ClaimView) -> bool:
    """Whether a claim says that the thing did happen."""
    return claim.modality == "actual" and claim.polarity == "affirmed"


def denies(claim: ClaimView) -> bool:
    """Whether a claim says that the thing did not happen."""
    return claim.modality == "denied" or (claim.modality == "actual" and claim.polarity == "negated")


def disputes(report: Report, claim: ClaimView) -> bool:
    """Whether a claim says that the event did not happen.

    "No group has claimed the killing" does not: a noun that comes back to what was told takes that as so.
    """
    return denies(claim) and (report.earlier is None or claim.modality == "denied")


def disclaims(report: Report, claim: ClaimView, corpus: Corpus) -> bool:
    """Whether a claim says that it was not the claimant's own doing: who denies it is who is said to have done it.

    "Denied any part in the attack" denies no more than that, whoever did it.
    """
    claimant = corpus.canonical(claim.claimant)
    only_a_part = not corpus.lexicon.part_words.isdisjoint(modifiers(report.view))
    return denies(claim) and (only_a_part or any(may_be(corpus, actor, claimant) for actor in report.initiators))


def may_be(corpus: Corpus, actor: str, accused: str) -> bool:
    """Whether an actor is of one body with the accused, or known by a phrase for such as them."""
    if corpus.is_generic(actor):
        return bool(corpus.sides(actor)) and corpus.sides(actor) <= corpus.sides(accused)
    return corpus.likeness(actor, accused) >= ONE_BODY
