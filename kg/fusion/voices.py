"""What speaks for two reports being of one event by who tells of them: in one article, or quoted by two."""

from __future__ import annotations

from kg.fusion.corpus import Corpus
from kg.fusion.pairs import Pair, later
from kg.fusion.parties import initiators, targets
from kg.fusion.report import Report, quoting
from kg.fusion.whereabouts import SAME_PLACE, place

FEW_LINES, FEW_SENTENCES = 170, 350
AKIN = 0.7


def nearness(pair: Pair) -> float | None:
    """One article tells of both in the same words within a few lines."""
    a, b = pair.a.view, pair.b.view
    alike = a.type == b.type or pair.family.recurs == "seldom"
    near = a.document == b.document and alike and abs(a.position - b.position) <= FEW_LINES
    near = near and not later(pair).another
    return 1.0 if near and ((where := place(pair)) is None or where >= SAME_PLACE) else None


def tally(pair: Pair) -> float | None:
    """One article has the dead, or the hurt, of one side counted by two voices."""
    a, b = pair.a, pair.b
    if a.view.document != b.view.document or not a.harm or a.harm != b.harm or (targets(pair) or 0.0) <= 0:
        return None
    if any(map(pair.corpus.is_anybody, a.targets)) != any(map(pair.corpus.is_anybody, b.targets)):
        return None
    return 1.0 if said_by(a, pair.corpus).isdisjoint(said_by(b, pair.corpus)) else None


def rebuttal(pair: Pair) -> float | None:
    """One article has it told by one voice and denied by another, a few sentences apart."""
    a, b = pair.a, pair.b
    far = a.view.document != b.view.document or abs(a.view.position - b.view.position) > FEW_SENTENCES
    akin = pair.corpus.lexicon.kinship(a.view.type, b.view.type) >= AKIN
    if far or a.denied == b.denied or not akin or later(pair).another:
        return None
    return 1.0 if said_by(a, pair.corpus).isdisjoint(said_by(b, pair.corpus)) else None


def countercharge(pair: Pair) -> float | None:
    """One article quotes two voices that lay it to two sides, within a few lines, or of what it has told before."""
    near = nearness(pair) is not None or is_taken_up(pair)
    return 1.0 if near and are_charges(pair) else None


def are_charges(pair: Pair) -> bool:
    """Whether two voices, neither of them a publisher, lay a deed that nobody wins by to two sides."""
    won = any(pair.a.view.type in rule.types for rule in pair.corpus.lexicon.outcomes)
    if won or not pair.family.hostile or (initiators(pair) or 0.0) >= 0:
        return False
    a, b = (quoted(report, pair.corpus) for report in (pair.a, pair.b))
    return bool(a and b) and a.isdisjoint(b)


def is_taken_up(pair: Pair) -> bool:
    """Whether two reports come back to the same one."""
    return pair.a.earlier is not None and pair.a.earlier == pair.b.earlier


def is_quoted(report: Report, corpus: Corpus) -> bool:
    """Whether somebody else than a publisher tells it."""
    return bool(quoting(corpus.told_on(report.iri)))


def voice(pair: Pair) -> float | None:
    """The same actor, no reporter, is quoted for both."""
    return 1.0 if pair.a.voices & pair.b.voices else None


def said_by(report: Report, corpus: Corpus) -> frozenset[str]:
    """Who says that an event happened."""
    return frozenset(corpus.canonical(claim.claimant) for claim in corpus.told_on(report.iri))


def quoted(report: Report, corpus: Corpus) -> frozenset[str]:
    """Who is quoted for it that an event happened; nobody where a publisher says so itself."""
    own = any(claim.claimant == claim.publisher for claim in corpus.told_on(report.iri))
    return frozenset() if own else said_by(report, corpus)
