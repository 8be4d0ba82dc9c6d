"""How a claim stands to what it states: whether it says that it happened, or that it did not, or only not by whom."""

from __future__ import annotations

import re

from kg.fusion.corpus import Corpus
from kg.fusion.report import Report
from kg.fusion.wording import is_definite, modifiers
from kg.rdf.views import ClaimView

ONE_BODY = 0.6
COMMANDERS = "side-commanders"


def affirms(claim: ClaimView) -> bool:
    """Whether a claim says that the thing did happen."""
    return claim.modality == "actual" and claim.polarity == "affirmed"


def denies(claim: ClaimView) -> bool:
    """Whether a claim says that the thing did not happen."""
    return claim.modality == "denied" or (claim.modality == "actual" and claim.polarity == "negated")


def disputes(report: Report, claim: ClaimView, corpus: Corpus) -> bool:
    """Whether a claim says that the event did not happen.

    "No group has claimed the killing" does not: a noun that comes back to what was told takes that as so.
    """
    taken_as_so = report.earlier is not None and is_definite(report.view, corpus)
    return denies(claim) and (not taken_as_so or claim.modality == "denied")


def disclaims(report: Report, claim: ClaimView, corpus: Corpus) -> bool:
    """Whether a claim says that it was not the claimant's own doing: who denies it is who is said to have done it.

    "Denied any part in the attack" and "that its men had shelled the town" deny no more than that, whoever did it.
    """
    claimant = corpus.canonical(claim.claimant)
    only_a_part = not corpus.lexicon.part_words.isdisjoint(modifiers(report.view)) or is_of_own_people(report, corpus)
    return denies(claim) and (only_a_part or any(may_be(corpus, actor, claimant) for actor in report.initiators))


def is_of_own_people(report: Report, corpus: Corpus) -> bool:
    """Whether a denial says that the denier's own people did not do something: "that its columns had burned it"."""
    words = re.findall(r"\w+", report.view.before.casefold().rpartition(" that ")[2])
    return words[:1] != [] and words[0] in corpus.lexicon.own_words and words[-1] not in corpus.lexicon.passives


def may_be(corpus: Corpus, actor: str, accused: str) -> bool:
    """Whether an actor is of one body with the accused, or one of them known by a phrase for such as the other.

    "Men of the commander" are the commander's own.
    """
    for phrase, other in ((actor, accused), (accused, actor)):
        if corpus.is_generic(phrase):
            own = are_own(corpus, phrase, other)
            ours, theirs = corpus.sides(phrase), corpus.sides(corpus.body(other))
            return own or (bool(ours) and ours <= theirs and COMMANDERS not in theirs)
    return corpus.likeness(actor, accused) >= ONE_BODY


def are_own(corpus: Corpus, phrase: str, leader: str) -> bool:
    """Whether people are called by somebody: "men of the commander"."""
    return phrase != leader and corpus.words(phrase) > corpus.words(leader)


def are_one_body(one: ClaimView, other: ClaimView, corpus: Corpus) -> bool:
    """Whether two claims are made by one body."""
    return corpus.likeness(corpus.canonical(one.claimant), corpus.canonical(other.claimant)) >= ONE_BODY
