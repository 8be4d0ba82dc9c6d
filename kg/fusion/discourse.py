"""Where an article comes back to an event that it has told before: "the attack", "they opened fire"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.fusion.corpus import Corpus
from kg.fusion.features import kind
from kg.fusion.pairs import Pair, meet
from kg.fusion.parties import initiators, parties, targets
from kg.fusion.report import Report
from kg.fusion.unsaid import filled, is_distant
from kg.fusion.whereabouts import place
from kg.fusion.wording import is_definite, is_set_against

NEAR = 350
SAME_PHRASE = 0.5
AKIN = 0.7


def completed(told: Iterable[Report], corpus: Corpus) -> list[Report]:
    """The reports of one article in the order of its text, each with what it leaves unsaid filled in.

    A report that comes back to an earlier one has its family, and its time and places where it names none; what others
    leave unsaid is presumed.
    """
    ordered = sorted(told, key=lambda report: (report.view.position, report.iri))
    done: list[Report] = []
    for report in ordered:
        if earlier := antecedent(report, done, corpus):
            done.append(
                replace(
                    report,
                    family=earlier.family,
                    window=earlier.window if report.assumed or report.window is None else report.window,
                    assumed=report.assumed or report.window is None,
                    places=report.places or earlier.places,
                    tellers=(),
                    earlier=earlier.iri,
                )
            )
        else:
            done.append(filled(report, ordered, done, corpus))
    return done


def antecedent(report: Report, done: Sequence[Report], corpus: Corpus) -> Report | None:
    """The report that another comes back to: the chief one before it, told there first, that nothing keeps apart."""
    if is_distant(report):
        return None
    definite = report.disowned or is_definite(report.view, corpus)
    first = (told for told in done if told.earlier is None)
    for earlier in sorted(first, key=lambda told: preference(told, report, corpus)):
        if earlier.view.quote == report.view.quote and is_set_against(report.view, corpus):
            continue
        near = report.view.position - earlier.view.position <= NEAR
        if (definite or (near and restates(report, earlier, corpus))) and may_be(report, earlier, corpus):
            return earlier
    return None


def preference(earlier: Report, report: Report, corpus: Corpus) -> tuple[bool, bool, bool, bool, int, int]:
    """Sorts first what an article is likeliest to come back to: its own kind, no second one, the chief, the last.

    A denial comes back to what its own doer is said to have done, whatever the kind.
    """
    other_family = earlier.family.name != report.family.name
    loosely = corpus.lexicon.kinship(report.view.type, earlier.view.type) < AKIN
    marks = not is_laid(report, earlier), other_family, loosely, earlier.another
    return *marks, earlier.view.salience, -earlier.view.position


def is_laid(report: Report, earlier: Report) -> bool:
    """Whether somebody denies what an article has said that he did."""
    return report.disowned and not set(report.initiators).isdisjoint(earlier.initiators)


def restates(report: Report, earlier: Report, corpus: Corpus) -> bool:
    """Whether a word of the same or a wider sense, without a time or place of its own, tells again what was told."""
    types = report.view.type, earlier.view.type
    wider = types[0] == types[1] or types[0] in corpus.lexicon.broader.get(types[1], ())
    bare = report.view.start is None and not report.places and not report.family.follows and not report.another
    pair = Pair(report, earlier, corpus)
    same_actors = all(mark is None or mark >= SAME_PHRASE for mark in (initiators(pair), targets(pair)))
    often = report.family.recurs == "often" and report.family.name == earlier.family.name
    return wider and bare and often and same_actors


def may_be(report: Report, earlier: Report, corpus: Corpus) -> bool:
    """Whether one report can come back to another: of one family or a noun for it, and nothing differs."""
    pair = Pair(report, earlier, corpus)
    taken_up = report.view.type in earlier.family.taken_up_by and report.disowned == is_laid(report, earlier)
    if report.family.name != earlier.family.name and not taken_up:
        return False
    checks = (place, kind, *((parties,) if earlier.family.mutual else (initiators, targets)))
    apart = any((check(pair) or 0.0) <= -1.0 for check in checks)
    untrue = earlier.denied and not report.denied
    same_time = report.assumed or meet(pair)
    return report.realm == earlier.realm and not apart and not untrue and same_time
