"""Which guess stands for which answer: measures of fit, and the pairing with most pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kg.evaluation.gold import head
from kg.model import Span

Wanted = TypeVar("Wanted")
Guessed = TypeVar("Guessed")

HALF = 0.5


def paired(
    wanted: Sequence[Wanted], guessed: Sequence[Guessed], fit: Callable[[Wanted, Guessed], float], least: float = HALF
) -> list[tuple[Wanted, Guessed]]:
    """One-to-one pairs that fit at least so well: as many as there can be (Kuhn's augmenting paths).

    Where not every answer can have a guess the earlier ones have.
    """
    fits = [[fit(want, guess) for guess in guessed] for want in wanted]
    partner: dict[int, int] = {}

    def place(want: int, tried: set[int]) -> bool:
        """Find a guess for an answer, moving others to another guess where they have one."""
        for guess in sorted(range(len(guessed)), key=lambda g: -fits[want][g]):
            if fits[want][guess] >= least and guess not in tried:
                tried.add(guess)
                if guess not in partner or place(partner[guess], tried):
                    partner[guess] = want
                    return True
        return False

    for want in range(len(wanted)):
        place(want, set())
    return [(wanted[want], guessed[guess]) for guess, want in sorted(partner.items(), key=lambda pair: pair[1])]


def compared(
    wanted: Sequence[Wanted],
    guessed: Sequence[Guessed],
    fit: Callable[[Wanted, Guessed], float],
    same: Callable[[Wanted, Guessed], bool],
) -> list[tuple[Wanted | None, Guessed | None, bool]]:
    """Every answer and every guess once: the pairs that fit and are the same, then those that only stand at the
    same place, then the answers nobody guessed and the guesses that are no answer."""
    right = paired(wanted, guessed, lambda w, g: fit(w, g) if same(w, g) else 0.0)
    missed, invented = without(wanted, (w for w, _ in right)), without(guessed, (g for _, g in right))
    wrong = paired(missed, invented, fit)
    return [
        *((want, guess, True) for want, guess in right),
        *((want, guess, False) for want, guess in wrong),
        *((want, None, False) for want in without(missed, (w for w, _ in wrong))),
        *((None, guess, False) for guess in without(invented, (g for _, g in wrong))),
    ]


def without(items: Sequence[Wanted], taken: Iterable[Wanted]) -> list[Wanted]:
    """The items that are none of those taken, by identity."""
    gone = {id(item) for item in taken}
    return [item for item in items if id(item) not in gone]


def overlap(a: Iterable[Span], b: Iterable[Span]) -> float:
    """Characters two lists of spans share, over those they cover together."""
    x = {i for start, end in a for i in range(start, end)}
    y = {i for start, end in b for i in range(start, end)}
    return len(x & y) / max(len(x | y), 1)


def touching(a: Span, b: Span) -> bool:
    """Two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def likeness(text: str, a: Span, b: Span) -> float:
    """How well two noun phrases fit: the overlap of what leads to their heads; at least half where these end alike."""
    a, b = head(text, a), head(text, b)
    return max(overlap([a], [b]), HALF if a[1] == b[1] else 0.0)
