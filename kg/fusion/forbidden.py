"""What keeps two reports apart whatever else they share: the table `FORBIDDEN`, each line of which explains itself."""

from __future__ import annotations

from collections.abc import Callable

from kg.fusion.corpus import Corpus
from kg.fusion.features import agreements, kind
from kg.fusion.pairs import WEEK, Pair, fresh, later, meet, windows
from kg.fusion.parties import initiators, parties, targets
from kg.fusion.report import Report
from kg.fusion.voices import are_charges, countercharge, is_quoted, rebuttal
from kg.fusion.whereabouts import place, time

Check = Callable[[Pair], bool]
MAYBE = 0.3


def other_kind(pair: Pair) -> bool:
    """They are of kinds that exclude one another, such as an air strike and a suicide bombing."""
    return (kind(pair) or 0.0) < 0


def other_time(pair: Pair) -> bool:
    """Both give a certain time, and the times do not meet."""
    return pair.a.certain and pair.b.certain and not meet(pair)


def not_yet(pair: Pair) -> bool:
    """One was written before the other took place, and is not about a plan."""
    return any(
        early.written is not None and late.window is not None and not late.assumed
        and early.realm in ("actual", "unsaid") and early.written < late.window.first
        for early, late in ((pair.a, pair.b), (pair.b, pair.a))
    )  # fmt: skip


def other_place(pair: Pair) -> bool:
    """They are at different places, neither of which lies in or near the other."""
    return (place(pair) or 0.0) <= -1.0


def other_part(pair: Pair) -> bool:
    """One takes a building or a piece of a place, the other the whole place or another piece."""
    if not {pair.a.view.type, pair.b.view.type} <= pair.corpus.lexicon.taking:
        return False
    if pair.a.parts & pair.b.parts or pair.a.earlier == pair.b.iri or pair.b.earlier == pair.a.iri:
        return False
    if pair.a.parts and pair.b.parts:
        return True
    return any(one.parts and is_of_whole(other, pair.corpus) for one, other in ((pair.a, pair.b), (pair.b, pair.a)))


def is_of_whole(report: Report, corpus: Corpus) -> bool:
    """Whether a report names a place that is taken, and it is no building."""
    buildings = any(corpus.is_a(place, "Facility") for place in report.places)
    return bool(report.places) and not buildings and not report.parts


def other_initiator(pair: Pair) -> bool:
    """Different actors, who are not of one body, do it."""
    return (initiators(pair) or 0.0) < 0 and countercharge(pair) is None and not is_contested(pair)


def is_contested(pair: Pair) -> bool:
    """Whether two articles may well name two doers of one deed: somebody denies what was told, or each quotes a voice.

    Two voices must speak of the same day and place.
    """
    if pair.a.view.document == pair.b.view.document:
        return False
    denied = any(report.disowned and report.earlier for report in (pair.a, pair.b))
    return denied or (place(pair) == 1.0 and time(pair) == 1.0 and are_charges(pair))


def other_target(pair: Pair) -> bool:
    """It is done to different actors, who are not of one body."""
    return (targets(pair) or 0.0) < 0


def other_parties(pair: Pair) -> bool:
    """The parties are different ones."""
    return (parties(pair) or 0.0) < 0


def other_agreement(pair: Pair) -> bool:
    """They are about different agreements."""
    return (agreements(pair) or 0.0) < 0


def other_truth(pair: Pair) -> bool:
    """One article, in one voice, tells the one as so and the other as not so."""
    a, b = (pair.corpus.told_on(report.iri) for report in (pair.a, pair.b))
    return any(
        (one.document, one.claimant) == (other.document, other.claimant) and one.polarity != other.polarity
        for one in a
        for other in b
    )


def other_instance(pair: Pair) -> bool:
    """Events of this kind happen often, and that there was none at one time says nothing of another."""
    if pair.family.recurs != "often" or pair.a.denied == pair.b.denied or pair.a.disowned or pair.b.disowned:
        return False
    if rebuttal(pair) is not None or is_answer(pair) or any(r.denied and r.earlier for r in (pair.a, pair.b)):
        return False
    there = not (pair.a.assumed or pair.b.assumed) or place(pair) == 1.0
    return pair.a.window != pair.b.window or not there


def is_answer(pair: Pair) -> bool:
    """Whether somebody is quoted to deny what another article told as news shortly before, there and of the same."""
    no, yes = (pair.a, pair.b) if pair.a.denied else (pair.b, pair.a)
    if not (no.assumed or no.window is None) or not fresh(yes) or not meet(pair) or not is_quoted(no, pair.corpus):
        return False
    about = [mark for mark in (initiators(pair), targets(pair)) if mark is not None]
    there = bool(yes.places) and bool(frozenset(no.places or no.setting) & frozenset(yes.places))
    return there and bool(about) and min(about) >= 0 and max(about) >= MAYBE


def other_number(pair: Pair) -> bool:
    """One article, in one voice, gives exact numbers of people for both, and other ones."""
    a, b = (exact(pair.corpus, report) for report in (pair.a, pair.b))
    return bool(a and b) and not a & b and one_voice(pair)


def one_voice(pair: Pair) -> bool:
    """Whether one claimant of one article tells of both."""
    a, b = ({(c.document, c.claimant) for c in pair.corpus.told_on(r.iri)} for r in (pair.a, pair.b))
    return bool(a & b)


def another(pair: Pair) -> bool:
    """One article tells the one as another of the kind ("a second blast")."""
    return pair.a.view.document == pair.b.view.document and later(pair).another


def other_harm(pair: Pair) -> bool:
    """One tells of dead, the other of wounded."""
    return pair.a.harm != pair.b.harm and bool(pair.a.harm and pair.b.harm)


def exact(corpus: Corpus, report: Report) -> frozenset[str]:
    """The exact numbers told of those who take part in what a report is of."""
    return frozenset(f"{m.unit} {m.value}" for m in corpus.measured(report.view) if m.lower == m.upper)


def other_realm(pair: Pair) -> bool:
    """One tells what happened, the other what was planned or wanted, and not for the same days."""
    spans = windows(pair)
    same_days = spans is not None and spans[0].overlaps(spans[1]) and max(span.days for span in spans) <= WEEK
    return pair.a.realm != pair.b.realm and not same_days


def left_unsaid(pair: Pair) -> bool:
    """One is only what somebody is reported not to have said."""
    return (pair.a.realm == "unsaid") != (pair.b.realm == "unsaid")


FORBIDDEN: tuple[Check, ...] = (
    other_kind,
    other_time,
    not_yet,
    other_place,
    other_part,
    other_initiator,
    other_target,
    other_parties,
    other_agreement,
    other_truth,
    other_instance,
    other_number,
    another,
    other_harm,
    other_realm,
    left_unsaid,
)
