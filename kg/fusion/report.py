"""An event mention made ready to be compared: names resolved, its time as a window, plans told from what happened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from kg.fusion.corpus import Corpus
from kg.fusion.windows import Window, last_day, window
from kg.rdf.views import EventView
from kg.vocabulary.fusion import EventFamily

CERTAIN = frozenset({"clause", "explicit", "relative"})
PRINTS = 3
MODIFIERS = 3
FEWEST_WORDS = 6
ROLES = ("initiators", "targets", "participants", "places")


@dataclass(frozen=True, slots=True)
class Report:
    """One event mention, ready to be compared.

    `realm` is "actual" (denied ones too: they are about the same event), "planned", "demanded", "possible" or
    "unsaid"; `denied` that nobody affirms it, `disowned` that somebody denies it as what others have said. `window` is
    when it was, None where nothing is said; `certain` that its own clause says so, `assumed` that it is only taken from
    the document or from what it tells before. `written` is the last day the document can be from. `setting` holds the
    places the document is about, which stand in where the mention names none; `voices` are the named actors quoted for
    it, `counts` the exact numbers of its sentence ("person 14"). `harm` is "dead" or "hurt" where people came to harm,
    `another` says that it is told as one more of its kind ("a second blast"). Reports in nearly the same words share
    one of `prints`. `earlier` is the report of the same document that it comes back to ("the attack"), by its IRI.
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
    counts: frozenset[str]
    disowned: bool
    harm: str
    another: bool
    prints: frozenset[str]
    earlier: str | None = None

    @property
    def iri(self) -> str:
        return self.view.iri

    @property
    def actors(self) -> tuple[str, ...]:
        """Both sides."""
        return tuple(sorted({*self.initiators, *self.targets}))


def report(corpus: Corpus, view: EventView, settings: Mapping[str, frozenset[str]]) -> Report:
    named = {role: resolved(corpus, getattr(view, role)) for role in ROLES}
    whole = [iri for role in ROLES for iri in named[role]]
    sites = {*named["places"], *(target for target in named["targets"] if is_site(corpus, target))}
    document = corpus.views.documents.get(view.document)
    assumed = view.time_basis == "document"
    claims = corpus.told_on(view.iri)
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
        counts=frozenset(f"{m.unit} {m.value}" for m in corpus.told_beside(view) if m.lower == m.upper),
        disowned=any(claim.modality == "denied" for claim in claims),
        harm=harm(corpus, view),
        another=any(word in corpus.lexicon.others for word in modifiers(view)),
        prints=prints(view),
    )


def is_site(corpus: Corpus, iri: str) -> bool:
    """Whether a target is a place that is taken, left or struck; countries are actors there."""
    return corpus.is_a(iri, "Place") and not corpus.is_a(iri, "Country")


def resolved(corpus: Corpus, iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({corpus.canonical(iri) for iri in iris}))


def realm(corpus: Corpus, view: EventView) -> str:
    """Whether a mention is of what happened, of what is planned, demanded or possible, or of what goes unsaid."""
    claims = corpus.told_on(view.iri)
    if not claims:
        return "unsaid" if corpus.views.claims_by_stated.get(view.iri) else "actual"
    modalities = {"actual" if claim.modality in ("actual", "denied") else claim.modality for claim in claims}
    return "actual" if "actual" in modalities else min(modalities)


def theme_words(corpus: Corpus, view: EventView) -> frozenset[str]:
    """The words that say what an event is about, plural "s" taken off."""
    words = re.findall(r"\w+", (view.theme or "").casefold())
    return frozenset(
        word.removesuffix("s") for word in words if word not in corpus.lexicon.theme_stops and not word.isdecimal()
    )


def modifiers(view: EventView) -> list[str]:
    """The few words before a noun that tells an event, the nearest last."""
    phrase = re.split(r"[,;:.()]", view.before.casefold())[-1]
    return re.findall(r"[\w-]+|'s|’s", phrase)[-MODIFIERS:]


def is_definite(report: Report, corpus: Corpus) -> bool:
    """Whether a noun with "the" or the like tells the event, and no word that it is another one than before."""
    trigger = report.view.trigger.casefold()
    if trigger not in corpus.lexicon.nouns and trigger.removesuffix("s") not in corpus.lexicon.nouns:
        return False
    words = modifiers(report.view)
    for index in range(len(words) - 1, -1, -1):
        if words[index] in corpus.lexicon.others:
            return False
        if words[index] in corpus.lexicon.definites or words[index] in ("'s", "’s"):
            return True
    return False


def harm(corpus: Corpus, view: EventView) -> str:
    """Whether people are told to have died or to have been hurt; empty for all else."""
    if not corpus.lexicon.family(view.type).harms:
        return ""
    return "hurt" if view.trigger.casefold() in corpus.lexicon.hurt_words else "dead"


def prints(view: EventView) -> frozenset[str]:
    """The least digests of the words of a sentence under some hash functions (MinHash, Broder 1997)."""
    words = set(re.findall(r"\w+", view.quote.casefold()))
    functions = range(PRINTS if len(words) >= FEWEST_WORDS else 0)
    return frozenset(f"print {number} {least(words, number)}" for number in functions)


def least(words: Iterable[str], number: int) -> int:
    """The least digest of some words under the hash function of a number."""
    return min(int.from_bytes(blake2b(word.encode(), digest_size=4, salt=bytes([number])).digest()) for word in words)
