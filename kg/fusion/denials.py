"""What a denial is of: whether it can be of the event that another report tells, or only of something beside it."""

from __future__ import annotations

import re

from kg.fusion.corpus import Corpus
from kg.fusion.features import theme
from kg.fusion.pairs import Pair
from kg.fusion.parties import actors
from kg.fusion.report import Report
from kg.fusion.stances import ONE_BODY
from kg.fusion.voices import is_quoted, rebuttal
from kg.fusion.whereabouts import place
from kg.fusion.wording import following
from kg.rdf.views import ClaimView

AKIN, SAME_THING = 0.7, 0.5
FEW_WORDS = 6


def denies_it(told: Report, denied: Report, claim: ClaimView, corpus: Corpus) -> bool:
    """Whether a denial, by a claim, is of what another report tells.

    Ruled out: another kind of event, another deed in words for the same, what happened to others, and what somebody
    could not do.
    """
    return (
        is_akin(told, denied, corpus)
        and not names_another(told, denied, corpus)
        and not befell_others(told, denied, claim, corpus)
        and not is_inability(denied, corpus)
    )


def is_akin(told: Report, denied: Report, corpus: Corpus) -> bool:
    """Whether both are told by one type, or by a wider one that comes back to the other, names its place or theme, or
    answers it: two voices of one article, a few sentences apart.
    """
    if told.view.type == denied.view.type or (told.harm == denied.harm != ""):
        return True
    if corpus.lexicon.kinship(told.view.type, denied.view.type) < AKIN:
        return False
    pair = Pair(told, denied, corpus)
    taken_up = told.earlier == denied.iri or denied.earlier == told.iri
    named = told.view.places and denied.view.places and place(pair) == 1.0
    answered = rebuttal(pair) is not None and is_quoted(told, corpus)
    same = max(actors(corpus, told.targets, denied.targets) or 0.0, theme(pair) or 0.0) >= SAME_THING
    return bool(taken_up or named or answered or same)


def names_another(told: Report, denied: Report, corpus: Corpus) -> bool:
    """Whether a denial is only of a deed by somebody, which the other tells without saying by whom."""
    won = any(denied.view.type in rule.types for rule in corpus.lexicon.outcomes)
    return denied.family.hostile and not won and bool(denied.initiators) and not told.initiators


def befell_others(told: Report, denied: Report, claim: ClaimView, corpus: Corpus) -> bool:
    """Whether people of one kind are said not to have come to harm, and the other tells of no such people."""
    if not denied.harm:
        return False
    if is_of_own_side(denied, corpus):
        return (actors(corpus, told.targets, (corpus.canonical(claim.claimant),)) or 0.0) < ONE_BODY
    specific = [actor for actor in denied.targets if not corpus.is_anybody(actor)]
    return bool(specific) and not told.targets


def is_of_own_side(denied: Report, corpus: Corpus) -> bool:
    """Whether a denial is of harm to the denier's own people: "no casualties on its own side"."""
    words = re.findall(r"\w+", following(denied.view).casefold())[:FEW_WORDS]
    return "own" in words and not corpus.lexicon.own_words.isdisjoint(words)


def is_inability(denied: Report, corpus: Corpus) -> bool:
    """Whether somebody is only said not to have been able to: "soldiers who were unable to flee"."""
    words = re.findall(r"\w+", denied.view.before.casefold())[-3:]
    return not corpus.lexicon.unable_words.isdisjoint(words)
