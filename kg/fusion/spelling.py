"""Names written otherwise in another language or outlet: "Abdelhamid Dbeiba", "Abdul Hamid al-Dbeibah".

Two names are spellings of one where their consonants agree once letters that stand for one sound are written alike
(what blocks them), and their vowels nearly do (what compares them).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import Indel

from kg.letters import unaccented

ALIKE: Mapping[str, float] = {"Person": 0.84, "Place": 0.8}
NEARLY_THE_SAME = 0.95
FEWEST_LETTERS = 4
ARTICLES = frozenset(
    ["al", "el", "ul", "an", "as", "ash", "ad", "ar", "at", "the", "la", "le", "de", "du", "von", "van"]
)
SERVANT = re.compile(r"\babd\s?(?:[aeiou]?l)?[\s-]*(?=\w{3})")
SOUNDS = (
    (re.compile(r"tch|tsh|ch|cz|č|ç"), "c"),
    (re.compile(r"sch|sh|sz|š"), "c"),
    (re.compile(r"zh|dj|dzh|dz|ž|j|gu?(?=[ei])"), "j"),
    (re.compile(r"kh|gh|qu?|ck|k|g|c(?![ei])"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ph|f|w|v|b(?=h)"), "v"),
    (re.compile(r"th|dh|tt|t|d"), "t"),
    (re.compile(r"ts|z|s|c(?=[ei])"), "s"),
    (re.compile(r"ou|oo|u|o|w(?![aeiou])"), "u"),
    (re.compile(r"ee|ie|ei|ay|ai|y|i|e"), "i"),
)


def skeleton(name: str) -> str:
    """The consonants of a name, those of one sound alike: what spellings of it share; empty for too short a name."""
    letters = "".join(re.sub(r"[aiu]", "", word) or word for word in sounded(name))
    return letters if len(letters) >= FEWEST_LETTERS else ""


def is_spelling(one: str, other: str, kind: str) -> bool:
    """Whether two names of one skeleton may be spellings of one: word by word their vowels nearly agree, too.

    Persons and places are written in more ways than organisations; a surname with and without a last "a" is that of
    two people.
    """
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    a, b = sounded(one), sounded(other)
    if len(a) != len(b):
        a, b = ("".join(a),), ("".join(b),)
    if kind == "Person" and (a[-1] + "a" == b[-1] or b[-1] + "a" == a[-1]):
        return False
    least = ALIKE.get(kind, NEARLY_THE_SAME)
    return all(Indel.normalized_similarity(x, y) >= least for x, y in zip(a, b, strict=True))


@lru_cache(maxsize=65536)
def sounded(name: str) -> tuple[str, ...]:
    """The words of a name in a spelling by sound, without articles; doubled letters once, silent "h" left out."""
    bare = re.sub(r"[^\w\s-]", "", unaccented(name.casefold()))
    words = [word for word in re.split(r"[\W_]+", SERVANT.sub("abdul ", bare)) if word and word not in ARTICLES]
    return tuple(map(by_sound, words))


def by_sound(word: str) -> str:
    """One word, letters that stand for one sound alike."""
    rest, found = word, []
    while rest:
        length, sound = next(
            ((hit.end(), sound) for pattern, sound in SOUNDS if (hit := pattern.match(rest))), (1, rest[0])
        )
        found.append(sound)
        rest = rest[length:]
    return re.sub(r"(.)\1+", r"\1", re.sub(r"(?<=.)h", "", "".join(found)))
