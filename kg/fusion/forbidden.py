"""What keeps two reports apart whatever else they share: the table `FORBIDDEN`, each line of which explains itself."""

from __future__ import annotations

from collections.abc import Callable

from kg.fusion.features import WEEK, Pair, agreements, initiators, kind, meet, parties, place, targets, windows

Check = Callable[[Pair], bool]


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
    return (place(pair) or 0.0) < 0


def other_initiator(pair: Pair) -> bool:
    """Different actors, who are not of one body, do it."""
    return (initiators(pair) or 0.0) < 0


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
    a, b = (pair.corpus.claims_on(report.iri) for report in (pair.a, pair.b))
    return any(
        (one.document, one.claimant) == (other.document, other.claimant) and one.polarity != other.polarity
        for one in a
        for other in b
    )


def other_instance(pair: Pair) -> bool:
    """Events of this kind happen often, and that there was none at one time says nothing of another."""
    often = pair.a.family.recurs == "often" and pair.a.window != pair.b.window
    return often and pair.a.denied != pair.b.denied


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
    other_initiator,
    other_target,
    other_parties,
    other_agreement,
    other_truth,
    other_instance,
    other_realm,
    left_unsaid,
)
