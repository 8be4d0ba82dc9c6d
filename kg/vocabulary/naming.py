"""Finding known names in a text: one pass over its words through a tree of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from kg.letters import unaccented
from kg.model import Entity

WORD = re.compile(r"\w+")
GAP = re.compile(r"[ ,.'’‘`\-\u2010-\u2013\u00a0]{0,3}")
FOLDED = {
    ord(letter): base[0].lower()
    for letter in map(chr, range(0xC0, 0x250))
    if (base := unaccented(letter)) and base[0].isascii() and base[0].isalpha()
}
OTHERS = {ord(a): b for a, b in zip("øØłŁđĐıŋß", "oOlLdDins", strict=True)}
LONGEST_ACRONYM = 9

Use = Literal["name", "adjective", "people", "metonym"]


@dataclass(frozen=True, slots=True)
class KnownName:
    """One way to name an entity; `use` says how: "Mali", "Malian" (adjective), "Malians" (people), "the Kremlin"."""

    text: str
    entity: Entity
    use: Use = "name"


@dataclass(frozen=True, slots=True)
class Hit:
    """Known names that stand at `[start, end)` in a text, in the order of the lexicon."""

    start: int
    end: int
    names: tuple[KnownName, ...]


@dataclass(slots=True)
class Branch:
    """A node of the tree: the names that end here and the words that lead on."""

    names: list[KnownName] = field(default_factory=list)
    onward: dict[str, Branch] = field(default_factory=dict)


def fold(text: str) -> str:
    """The text in lower case and without accents, of the same length."""
    folded = text.lower() if text.isascii() else text.translate(OTHERS).translate(FOLDED)
    if len(lowered := folded.lower()) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def slug(text: str) -> str:
    """The text as the last part of an IRI: "Kidal Region" → "kidal-region"."""
    return "-".join(re.findall(r"[^\W_]+", fold(text))) or "unnamed"


class NameTree:
    """All known names by their words; accents, hyphens, dots and apostrophes make no difference."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self.root = Branch()
        for name in names:
            branch = self.root
            for word in WORD.findall(fold(name.text)):
                branch = branch.onward.setdefault(word, Branch())
            branch.names.append(name)

    def named(self, text: str) -> tuple[KnownName, ...]:
        """The names whose words are those of `text`, whatever their case."""
        branch: Branch | None = self.root
        for word in WORD.findall(fold(text)):
            branch = branch.onward.get(word) if branch else None
        return tuple(branch.names) if branch else ()

    def find(self, text: str) -> Iterator[Hit]:
        """The longest known names in `text` from left to right, none overlapping another."""
        folded = fold(text)
        words = [(m.start(), m.end()) for m in WORD.finditer(folded)]
        at = 0
        while at < len(words):
            if folded[slice(*words[at])] not in self.root.onward:
                at += 1
                continue
            length, hit = self.longest(text, folded, words, at)
            if hit:
                yield hit
            at += max(length, 1)

    def longest(self, text: str, folded: str, words: list[tuple[int, int]], at: int) -> tuple[int, Hit | None]:
        """The longest names from word `at` on, with their length in words."""
        branch, found, length = self.root, None, 0
        for i in range(at, len(words)):
            start, end = words[i]
            if i > at and not GAP.fullmatch(text, words[i - 1][1], start):
                break
            step = branch.onward.get(folded[start:end])
            if step is None:
                break
            branch = step
            written = text[words[at][0] : end]
            if fitting := tuple(name for name in branch.names if same_case(name.text, written)):
                found, length = Hit(words[at][0], end, fitting), i - at + 1
        return length, found


def same_case(name: str, written: str) -> bool:
    """Whether capitals allow `written` to be the name: acronyms in their own, names with their first one."""
    letters, own = [c for c in written if c.isalpha()], [c for c in name if c.isalpha()]
    if is_acronym(name):
        return [c.isupper() for c in letters] == [c.isupper() for c in own]
    return name[0].islower() or letters[0].isupper()


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals: FARC, U.S., SPLM-N, FAMa."""
    letters = [c for c in name if c.isalpha()]
    return " " not in name and len(letters) <= LONGEST_ACRONYM and sum(c.isupper() for c in letters) > len(letters) / 2
