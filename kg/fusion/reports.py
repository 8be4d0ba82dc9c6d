"""Event mentions made ready to be compared: names resolved, times as windows, what is meant told from what happened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.fusion.corpus import Corpus
from kg.fusion.windows import Window, last_day, window
from kg.rdf.views import EventView
from kg.vocabulary.fusion import EventFamily

CERTAIN = frozenset({"clause", "explicit", "relative"})
ROLES = ("initiators", "targets", "participants", "places")
SETTING = 3


@dataclass(frozen=True, slots=True)
class Report:
    """One event mention, ready to be compared.

    `realm` is "actual" (denied ones too: they are about the same event), "planned", "demanded", "possible" or
    "unsaid"; `denied` that nobody affirms it. `window` is when it was, None where nothing is said; `certain` that its
    own clause says so, `assumed` that it is only taken from the document. `written` is the last day the document can
    be from. `setting` holds the places the document is about, which stand in where the mention names none; `voices`
    are the named actors quoted for it.
    """

    view: EventView
    family: EventFamily
    realm: str
    denied: bool
    window: Window | None
    certain: bool
    assumed: bool
    written: int | None
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    agreements: frozenset[str]
    setting: frozenset[str]
    words: frozenset[str]
    voices: frozenset[str]

    @property
    def iri(self) -> str:
        return self.view.iri

    @property
    def actors(self) -> tuple[str, ...]:
        """Both sides."""
        return tuple(sorted({*self.initiators, *self.targets}))


def reports(corpus: Corpus) -> tuple[Report, ...]:
    """Every event mention of the corpus as a report, in the order of their IRIs."""
    settings = settings_of(corpus)
    return tuple(report(corpus, view, settings) for _, view in sorted(corpus.views.events.items()))


def report(corpus: Corpus, view: EventView, settings: Mapping[str, frozenset[str]]) -> Report:
    named = {role: resolved(corpus, getattr(view, role)) for role in ROLES}
    whole = [iri for role in ROLES for iri in named[role]]
    sites = {*named["places"], *(target for target in named["targets"] if is_site(corpus, target))}
    document = corpus.views.documents.get(view.document)
    assumed = view.time_basis == "document"
    claims = corpus.claims_on(view.iri)
    return Report(
        view=view,
        family=corpus.lexicon.family(view.type),
        realm=realm(corpus, view),
        denied=bool(claims) and not any(claim.polarity == "affirmed" for claim in claims),
        window=window(view.start, view.end),
        certain=view.time_basis in CERTAIN and not view.vague,
        assumed=assumed,
        written=last_day(document.date) if document else None,
        initiators=tuple(iri for iri in named["initiators"] if not corpus.is_a(iri, "Agreement")),
        targets=tuple(t for t in named["targets"] if not corpus.is_a(t, "Agreement") and t not in sites),
        places=tuple(sorted(sites)),
        agreements=frozenset(iri for iri in whole if corpus.is_a(iri, "Agreement")),
        setting=settings.get(view.document, frozenset()),
        words=theme_words(corpus, view),
        voices=frozenset(
            corpus.canonical(claim.claimant)
            for claim in claims
            if claim.claimant != claim.publisher and not corpus.is_generic(claim.claimant)
        ),
    )


def is_site(corpus: Corpus, iri: str) -> bool:
    """Whether a target is a place that is taken, left or struck; countries are actors there."""
    return corpus.is_a(iri, "Place") and not corpus.is_a(iri, "Country")


def resolved(corpus: Corpus, iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({corpus.canonical(iri) for iri in iris}))


def realm(corpus: Corpus, view: EventView) -> str:
    """Whether a mention is of what happened, of what is planned, demanded or possible, or of what goes unsaid."""
    claims = corpus.claims_on(view.iri)
    if not claims:
        return "unsaid" if corpus.views.claims_by_stated.get(view.iri) else "actual"
    modalities = {"actual" if claim.modality in ("actual", "denied") else claim.modality for claim in claims}
    return "actual" if "actual" in modalities else min(modalities)


def settings_of(corpus: Corpus) -> dict[str, frozenset[str]]:
    """The places each document speaks of most, half as often as of the first at least; countries for want of others."""
    counts: dict[str, Counter[str]] = {}
    for mention in corpus.views.mentions.values():
        entity = corpus.canonical(mention.entity)
        if corpus.is_a(entity, "Place"):
            counts.setdefault(mention.document, Counter())[entity] += 1
    found = {}
    for document, counter in counts.items():
        small = {place: n for place, n in counter.items() if not corpus.is_a(place, "Country")} or dict(counter)
        most = [place for place, n in small.items() if 2 * n >= max(small.values())]
        found[document] = frozenset(sorted(most, key=lambda place: (-small[place], place))[:SETTING])
    return found


def theme_words(corpus: Corpus, view: EventView) -> frozenset[str]:
    """The words that say what an event is about, plural "s" taken off."""
    words = re.findall(r"\w+", (view.theme or "").casefold())
    return frozenset(
        word.removesuffix("s") for word in words if word not in corpus.lexicon.theme_stops and not word.isdecimal()
    )
