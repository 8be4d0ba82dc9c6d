"""Events in readable words, the same for a mention and for a fused event: "capture of Goma by the M23"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.vocabulary.labels import LabelPattern, label_patterns

CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NAMES_SHOWN = 3
THEME_LENGTH = 60
BETWEEN = LabelPattern(target="between")


def event_label(
    event_type: str,
    *,
    initiators: Sequence[str] = (),
    targets: Sequence[str] = (),
    participants: Sequence[str] = (),
    places: Sequence[str] = (),
    theme: str | None = None,
) -> str:
    """What happened, by whom, where, from the names of those involved: "air strike on Kharkiv by Russia".

    `event_type` is a local name ("AirStrike"); a theme stands where there is no target. Nobody is named twice.
    """
    pattern = label_patterns().get(event_type, LabelPattern())
    if len(initiators) > 1 and set(initiators) == set(targets):
        objects, initiators, pattern = list(targets), (), BETWEEN
    else:
        objects = list(targets) or ([shortened(theme)] if theme else [])
    elsewhere = [place for place in places if place not in objects]
    others = [name for name in participants if name not in {*objects, *initiators, *places}]
    parts = [words(event_type)]
    if objects or elsewhere:
        parts.append(f"{pattern.target} {listed(objects)}" if objects else f"{pattern.place} {listed(elsewhere)}")
    for joint, names in (("by", initiators), ("with", others), ("in", elsewhere if objects else ())):
        if names:
            parts.append(f"{joint} {listed(names)}")
    return " ".join(parts)


def words(name: str) -> str:
    """A local name as words: "MilitaryOffensive" → "military offensive"."""
    return CAPITAL.sub(" ", name).lower()


def listed(names: Sequence[str]) -> str:
    """Names as a person would list them: "A", "A and B", "A, B and C", "A, B, C and others"."""
    shown = list(names[:NAMES_SHOWN])
    if len(names) > NAMES_SHOWN:
        return f"{', '.join(shown)} and others"
    return " and ".join([*([", ".join(shown[:-1])] if shown[:-1] else []), shown[-1]])


def shortened(theme: str) -> str:
    """A theme cut at a word to a length fit for a label."""
    return theme if len(theme) <= THEME_LENGTH else theme[:THEME_LENGTH].rsplit(" ", 1)[0] + " …"
