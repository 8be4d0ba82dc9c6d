"""Generated corpora for fusion: a few documents about the same few actors, places and days, so that all meets all."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from kg.fusion import fuse
from kg.increments import background
from kg.increments.anew import derive_all
from kg.increments.books import Books
from kg.increments.drafting import FirstResults
from kg.increments.entities import used
from kg.increments.increment import Come, advance
from kg.increments.library import Library
from kg.increments.results import Results
from kg.model import Decision
from kg.rdf import derived, nquads
from kg.rdf.view_union import union
from kg.rdf.views import Views
from tests.fusion.factory import BASE, World

DOCUMENTS = ("a", "b", "c", "d")
ACTORS = ("army", "front", "liberation-front", "lf", "militia", "enemies", "general", "{doc}-rebels", "{doc}-men")
PLACES = ("city", "village", "province", "sity")
DAYS = (None, "2023-07-01", "2023-07-02", "2023-06-30/2023-07-03", "2023-07", "2022")
Decisions = tuple[Decision, ...]
Names = tuple[str, ...]
KINDS = ("ArmedClash", "Capture", "Control", "Repulse", "Statement", "Attack", "Withdrawal", "Killing")
TIES = ("memberOf", "alliedWith", "leads", "opponentOf")


def some(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    """One name, or two with a comma."""
    return st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True).map(", ".join)


REPORTS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(KINDS),
        "on": st.sampled_from(DAYS),
        "basis": st.sampled_from(("clause", "sentence", "document")),
        "polarity": st.sampled_from(("affirmed", "affirmed", "negated")),
        "modality": st.sampled_from(("actual", "actual", "planned", "denied")),
    },
    optional={"by": some(ACTORS), "to": some(ACTORS), "at": some(PLACES), "says": st.sampled_from(ACTORS)},
)
RELATIONS = st.tuples(st.sampled_from(ACTORS), st.sampled_from(TIES), st.sampled_from((*ACTORS, "land")))
NUMBERS = st.tuples(st.sampled_from(ACTORS), st.sampled_from(("dead", "people dead", "wounded")), st.integers(1, 40))
ARTICLES = st.fixed_dictionaries(
    {
        "date": st.sampled_from(("2023-07-01", "2023-07-03", "2023-07-20", None)),
        "reports": st.lists(REPORTS, max_size=4),
        "relations": st.lists(RELATIONS, max_size=2),
        "numbers": st.lists(NUMBERS, max_size=2),
        "places": st.lists(st.sampled_from(PLACES), max_size=2),
        "cls": st.sampled_from(("RebelGroup", "RebelGroup", "Militia")),
    }
)
CORPORA = st.fixed_dictionaries(dict.fromkeys(DOCUMENTS, ARTICLES))


def views_of(name: str, article: dict[str, Any]) -> Views:
    """What one generated article says, as its document's graph would be read."""
    w, here = World(), (lambda text: text.format(doc=name))
    w.d(name, article["date"], publisher="agency")
    people(w, name, article["cls"])
    for place in article["places"]:
        w.s(name, place)
    for report in article["reports"]:
        told = {key: here(value) if isinstance(value, str) else value for key, value in report.items()}
        w.e(name, **told)
    for one, kind, other in article["relations"]:
        w.r(name, here(one), kind, here(other))
    for about, what, value in article["numbers"]:
        w.m(name, here(about), what, str(value))
    views = w.views()
    records = {f.name: dict(sorted(getattr(views, f.name).items())) for f in fields(Views)}
    return replace(Views(**records), entities={i: e for i, e in records["entities"].items() if i in named(views)})


def named(views: Views) -> set[str]:
    """The entities that a document names, with the places that these lie in."""
    found = used(replace(views, entities={}))
    rest = sorted(found)
    while rest:
        for whole in views.entities[iri].part_of if (iri := rest.pop()) in views.entities else ():
            if whole not in found:
                found.add(whole)
                rest.append(whole)
    return found


def people(w: World, name: str, cls: str) -> None:
    """Whoever can be told of; some have several names, one (`militia`) is not the same in all documents."""
    w.a("land", "Country", "Landia")
    w.a("agency", "NewsOrganisation", "Agency")
    w.a("army", "StateArmedForces", "Army of Landia", country="land")
    w.a("front", "RebelGroup", "Liberation Front", aliases=(f"Front {name}",))
    w.a("liberation-front", "RebelGroup", "liberation front", part_of="front" if name == "b" else None)
    w.a("lf", "RebelGroup", "LFL" if name == "c" else "LF")
    w.a("militia", cls, "Northern Militia")
    w.a("enemies", "NonStateArmedGroup", "enemies of peace")
    w.a("general", "MilitaryPerson", "General Diallo")
    w.a(f"{name}-rebels", "RebelGroup", "rebels", local=name)
    w.a(f"{name}-men", "Combatants", "armed men", local=name)
    w.p("province", "Region")
    w.p("city", label="Sity" if name == "d" else "City", part_of="province")
    w.p("sity", part_of=None if name == "a" else "province")
    w.p("village", "Village", part_of="province", lat=10.0, lon=1.0)


class Kept:
    """Books of which the derived graph is asked after every step, as sorted lines of N-Quads."""

    def __init__(self, folder: Path) -> None:
        self.books = Books(folder / "books.sqlite")
        self.lines: set[str] = set()

    def step(
        self, gone: list[str], come: dict[str, Views], decisions: tuple[Decision, ...] = (), judged=()
    ) -> set[str]:
        """The derived graph after some documents have gone and others come, by what the books say has changed."""
        results = Results(self.books, BASE)
        library = Library(self.books, background.shipped(BASE), decisions)
        arriving = [Come(iri, "file", "text", views) for iri, views in come.items()]
        advance(library, results, gone, arriving, judged)
        removed, added = results.difference()
        assert removed <= self.lines
        assert not added & self.lines
        self.lines = (self.lines - removed) | added
        assert self.lines == {line for lines in results.everything() for line in lines.decode().splitlines()}
        return self.lines


class Begun(Kept):
    """Books that are begun with all documents of the first step at once, as those of a large build are."""

    def step(
        self, gone: list[str], come: dict[str, Views], decisions: tuple[Decision, ...] = (), judged=()
    ) -> set[str]:
        if self.books.tallies():
            return super().step(gone, come, decisions, judged)
        results = FirstResults(self.books, BASE)
        library = Library(self.books, background.shipped(BASE), decisions)
        derive_all(library, results, (Come(iri, "file", "text", views) for iri, views in come.items()))
        self.lines = {line for lines in results.everything() for line in lines.decode().splitlines()}
        return self.lines


def at_once(documents: dict[str, Views], decisions: tuple[Decision, ...] = ()) -> set[str]:
    """The derived graph of some documents, worked out at once."""
    known = background.shipped(BASE)
    views = union([*documents.values(), Views({}, known.entities, {}, {}, {}, {}, {})])
    found = fuse(views, decisions, base=BASE)
    names = {iri: entity.label for iri, entity in views.entities.items() if iri not in known.described}
    quads = derived.quads(found.events, found.situations, found.contradictions, found.presumptions, BASE, names)
    return set(nquads.dumps(quads).decode().splitlines())
