"""What is taken as so: `POLICIES`, the visible table of rules by which claims become facts.

A policy is a function of a matter (an event, a situation, a relation or a measurement with all that is claimed of it)
that gives the claims it takes it from, and why, or None. Its docstring is what `kg view --help` says of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from kg.errors import QueryError


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim on a matter: by whom (`claimant`, an IRI, called `name`), in which outlet, and of which report.

    `stance` is "affirms" (it is so), "denies" (it is not) or "" (it is planned, demanded or thought possible). `source`
    is whom it counts as: the claimant, or that of the article of which this is a copy.
    """

    claim: str
    claimant: str
    name: str
    publisher: str
    stance: str
    states: str
    source: str


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that may be a fact, with the claims on it, and those that contradict one of them; none is rejected.

    `kind` is a class of the ontology ("Event", "Control", "Relation"), `start` and `end` are days as precise as known.
    """

    about: str
    kind: str
    label: str
    start: str
    end: str
    voices: tuple[Voice, ...]
    against: tuple[Voice, ...] = ()

    @property
    def affirming(self) -> tuple[Voice, ...]:
        """The claims that it is so."""
        return tuple(voice for voice in self.voices if voice.stance == "affirms")

    @property
    def opposing(self) -> tuple[Voice, ...]:
        """The claims that it is not so, or that something is so which cannot be so with it."""
        return (*(voice for voice in self.voices if voice.stance == "denies"), *self.against)


@dataclass(frozen=True, slots=True)
class Grounds:
    """The claims that something is taken as so from, and why in words."""

    voices: tuple[Voice, ...]
    why: str


Policy = Callable[[Matter, Collection[str]], Grounds | None]


def attributed(matter: Matter, _publishers: Collection[str]) -> Grounds | None:
    """Whatever anybody affirms as actual, denied or contradicted though it may be: so say those who are named."""
    return Grounds(matter.affirming, f"so say {names(matter.affirming)}") if matter.affirming else None


def uncontested(matter: Matter, _publishers: Collection[str]) -> Grounds | None:
    """What at least one claim affirms as actual, nobody denies, and no other claim contradicts."""
    if not matter.affirming or matter.opposing:
        return None
    return Grounds(matter.affirming, f"affirmed by {names(matter.affirming)}; nobody denies or contradicts it")


def majority(matter: Matter, _publishers: Collection[str]) -> Grounds | None:
    """What more independent sources affirm as actual than deny or contradict.

    One who is quoted by ten papers counts once, and so do ten papers that copy one article.
    """
    yes, no = ({voice.source for voice in voices} for voices in (matter.affirming, matter.opposing))
    if len(yes) <= len(no):
        return None
    other = f", against {len(no)} ({names(matter.opposing)})" if no else ", against none"
    return Grounds(matter.affirming, f"affirmed by {len(yes)} ({names(matter.affirming)}){other}")


def publisher(matter: Matter, publishers: Collection[str]) -> Grounds | None:
    """What this outlet affirms as actual in its own name; whom it only quotes does not count, nor what others say."""
    own = tuple(voice for voice in matter.affirming if voice.claimant == voice.publisher in publishers)
    return Grounds(own, f"{names(own)} reports it in its own name") if own else None


POLICIES: Mapping[str, Policy] = {
    "attributed": attributed,
    "uncontested": uncontested,
    "majority": majority,
    "publisher": publisher,
}
DEFAULT = "uncontested"
VALUED = "publisher"
"""The policy that is given a name: "publisher:Reuters"."""


def parsed(written: str) -> tuple[Policy, str]:
    """The policy that "uncontested" or "publisher:Reuters" names, and its value. Raises `QueryError` for another."""
    name, colon, value = written.partition(":")
    if name not in POLICIES or bool(value.strip()) != (name == VALUED) or (colon and not value.strip()):
        choices = ", ".join(f"{known}:NAME" if known == VALUED else known for known in POLICIES)
        raise QueryError(f"there is no policy {written!r}: choose one of {choices}")
    return POLICIES[name], value.strip()


def names(voices: Iterable[Voice]) -> str:
    """Who makes some claims, each once."""
    return ", ".join(sorted({voice.name for voice in voices}))
