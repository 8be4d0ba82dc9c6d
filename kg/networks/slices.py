"""Which part of a store a view shows: as of a day, in a window of time, under a policy."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import QueryError
from kg.networks.days import overlaps
from kg.networks.records import Spells
from kg.policies import parsed
from kg.queries.parameters import DAY


@dataclass(frozen=True, slots=True)
class Slice:
    """What of a store a view shows; all of it by default. Days are as precise as known: 2023, 2023-11, 2023-11-09.

    `as_of` shows the state on a day: what had been written and had begun by then, and the situations that held on it.
    `since` and `until` show what happened in a window: events and situations by their own time, undated ones fall out;
    ties and quotes by the day of the article. `policy` shows what one of `kg.policies` takes as a fact, weighed by the
    claims it counts. Raises `QueryError` for what is no day or policy.
    """

    as_of: str | None = None
    since: str | None = None
    until: str | None = None
    policy: str | None = None

    def __post_init__(self) -> None:
        for name, day in (("as-of", self.as_of), ("since", self.since), ("until", self.until)):
            if day is not None and not DAY.fullmatch(day):
                raise QueryError(f"{name}={day!r} is no date: write it as 2023, 2023-11 or 2023-11-09")
        if self.policy is not None:
            parsed(self.policy)

    def written(self, day: str) -> bool:
        """Whether what an article of a day says was known."""
        return self.as_of is None or (bool(day) and day <= f"{self.as_of}-99")

    def told(self, day: str) -> bool:
        """Whether an article of a day lies in the window."""
        inside = (not self.since or f"{day}-99" >= self.since) and (not self.until or day <= f"{self.until}-99")
        return inside if day else not (self.since or self.until)

    def happened(self, spells: Spells) -> bool:
        """Whether something with a time lies in the window, and had begun."""
        if (self.since or self.until) and not overlaps(spells, self.since, self.until):
            return False
        return self.as_of is None or not spells or overlaps(spells, None, self.as_of)

    def held(self, spells: Spells) -> bool:
        """Whether a situation lies in the window, and held on the day."""
        if self.as_of is not None and spells and not overlaps(spells, self.as_of, self.as_of):
            return False
        return self.happened(spells)
