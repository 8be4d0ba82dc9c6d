"""What each policy takes as so, claim by claim."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.policies import POLICIES, Grounds, Matter, Voice, parsed

# Each case: the claims on a matter, those against it ("who/outlet+" affirms, "-" denies, "?" neither; "who=source" is
# a copy of another's article), and the policies under which it is a fact; "publisher" is that of the outlet "wire".
CASES: dict[str, tuple[str, str, set[str]]] = {
    "an outlet in its own name": ("wire/wire+", "", {"attributed", "uncontested", "majority", "publisher"}),
    "another outlet in its own name": ("herald/herald+", "", {"attributed", "uncontested", "majority"}),
    "somebody whom the outlet quotes": ("army/wire+", "", {"attributed", "uncontested", "majority"}),
    "planned only": ("wire/wire?", "", set()),
    "denied only": ("army/wire-", "", set()),
    "affirmed by one, denied by one": ("army/wire+ rebels/wire-", "", {"attributed"}),
    "affirmed by two, denied by one": ("army/wire+ un/wire+ rebels/wire-", "", {"attributed", "majority"}),
    "one claimant quoted twice is one": ("army/wire+ army/herald+ rebels/wire-", "", {"attributed"}),
    "two papers that copy one article are one": ("herald=post/herald+ post/post+ rebels/wire-", "", {"attributed"}),
    "contradicted by one": ("army/wire+", "rebels/wire+", {"attributed"}),
    "contradicted by one of three": ("army/wire+ un/wire+", "rebels/wire+", {"attributed", "majority"}),
    "the outlet's own word, though denied": ("wire/wire+ army/wire-", "", {"attributed", "publisher"}),
    "nobody says anything": ("", "", set()),
}


def voices(told: str) -> tuple[Voice, ...]:
    return tuple(voice(words, f"{number}") for number, words in enumerate(told.split()))


def voice(words: str, number: str) -> Voice:
    named, outlet = words[:-1].split("/")
    who, _, source = named.partition("=")
    stance = {"+": "affirms", "-": "denies", "?": ""}[words[-1]]
    return Voice(f"c{number}", who, who, outlet, stance, f"m{number}", source or who)


def grounds(name: str, told: str, against: str) -> Grounds | None:
    matter = Matter("x", "Event", "capture", "", "", voices(told), voices(against))
    return POLICIES[name](matter, {"wire"})


@pytest.mark.parametrize("case", CASES)
def test_takes_as_so(case: str) -> None:
    told, against, expected = CASES[case]
    assert {name for name in POLICIES if grounds(name, told, against) is not None} == expected


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("attributed", "so say army, un"),
        ("majority", "affirmed by 2 (army, un), against 1 (rebels)"),
    ],
)
def test_says_why(name: str, why: str) -> None:
    found = grounds(name, "army/wire+ un/wire+ rebels/wire- mayor/wire?", "")
    assert found is not None
    assert (found.why, [voice.claimant for voice in found.voices]) == (why, ["army", "un"])


@pytest.mark.parametrize("written", ["hearsay", "publisher", "publisher:", "publisher: ", "uncontested:x", ""])
def test_a_policy_that_is_none_is_told(written: str) -> None:
    with pytest.raises(QueryError, match="choose one of attributed, uncontested, majority, publisher:NAME"):
        parsed(written)


def test_a_publisher_may_have_a_colon_in_its_name() -> None:
    assert parsed("publisher:Radio: Hirondelle")[1] == "Radio: Hirondelle"
