"""An event mention made ready to be compared: names resolved, its time as a window, plans told from what happened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from kg.fusion.corpus import Corpus
from kg.fusion.windows import Window, last_day, window
from kg.fusion.wording import is_noun, modifiers, parts, prints
from kg.rdf.views import ClaimView, DocumentView, EventView
from kg.vocabulary.families import EventFamily

CERTAIN = frozenset({"clause", "explicit", "relative"})
ROLES = ("initiators", "targets", "participants", "places")


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an article is set: the places it speaks of most, and all small ones that it names.

    `surely`: one of the chief places is named at the beginning, or more than once.
    """

    setting: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    surely: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One event mention, ready to be compared.

    `realm` is "actual" (denied ones too: they are about the same event), "planned", "demanded", "possible" or
    "unsaid"; `denied` that nobody affirms it, `disowned` that somebody denies it as what others have said. `window` is
    when it was, None where nothing is said; `certain` that its own clause says so, `assumed` that it is only taken from
    the document or from what it tells before. `written` is the last day the document can be from. `scene` is where the
    document is set, which stands in where the mention names no place; `voices` are
    the named actors quoted for it, `counts` the exact numbers of its sentence ("person 14"). `harm` is "dead" or "hurt"
    where people came to harm, `another` says that it is told as one more of its kind ("a second blast"). Reports in
    nearly the same words share one of `prints`. `parts` is the piece of a place that is taken. `tellers`
    are other families (by name) of which articles tell by its noun. `earlier` is the report of the same document that
    it comes back to ("the attack"), by its IRI.
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
    scene: Scene
    words: frozenset[str]
    voices: frozenset[str]
    counts: frozenset[str]
    disowned: bool
    harm: str
    another: bool
    prints: frozenset[str]
    parts: frozenset[str] = frozenset()
    tellers: tuple[str, ...] = ()
    earlier: str | None = None

    @property
    def iri(self) -> str:
        return self.view.iri

    @property
    def setting(self) -> frozenset[str]:
        """The places that its article speaks of most."""
        return self.scene.setting

    @property
    def actors(self) -> tuple[str, ...]:
        """Both sides."""
        return tuple(sorted({*self.initiators, *self.targets}))


def report(corpus: Corpus, view: EventView, scenes: Mapping[str, Scene]) -> Report:
    """An event mention as its article tells it, by itself."""
    family = corpus.lexicon.family(view.type)
    filled = {role: resolved(corpus, getattr(view, role)) for role in ROLES}
    sites = {*filled["places"], *(target for target in filled["targets"] if is_site(corpus, target))}
    scene = scenes.get(view.document, Scene())
    document = corpus.views.documents.get(view.document)
    claims = corpus.told_on(view.iri)
    quoted = voices(corpus, claims)
    doers = tuple(iri for iri in filled["initiators"] if not corpus.is_a(iri, "Agreement"))
    denied = bool(claims) and not any(claim.polarity == "affirmed" for claim in claims)
    said_then = denied and quoting(claims) and is_of_day(view, document)
    when = None if said_then else window(view.start, view.end)
    return Report(
        view=view,
        family=family,
        realm=realm(corpus, view),
        denied=denied,
        window=when,
        certain=when is not None and view.time_basis in CERTAIN and not view.vague,
        assumed=view.time_basis == "document",
        written=last_day(document.date) if document else None,
        initiators=holders(corpus, doers or sorted(quoted)) if family.lasts else doers,
        targets=tuple(t for t in filled["targets"] if not corpus.is_a(t, "Agreement") and t not in sites),
        places=tuple(sorted(sites)),
        agreements=agreements(corpus, family, (iri for role in ROLES for iri in filled[role])),
        scene=scene,
        words=theme_words(corpus, view),
        voices=quoted,
        counts=frozenset(f"{m.unit} {m.value}" for m in corpus.told_beside(view) if m.lower == m.upper),
        disowned=any(claim.modality == "denied" for claim in claims),
        harm=harm(corpus, view),
        another=any(word in corpus.lexicon.others for word in modifiers(view)),
        prints=prints(view),
        parts=parts(view, corpus),
        tellers=corpus.lexicon.tellers(view.type) if is_noun(view, corpus) else (),
    )


def is_of_day(view: EventView, document: DocumentView | None) -> bool:
    """Whether an event is given the day of its article; of what somebody is quoted to deny that is when he said so.

    "There was no battle, the party declared on Friday".
    """
    return document is not None and document.date is not None and view.start == view.end == document.date


def quoting(claims: Iterable[ClaimView]) -> list[ClaimView]:
    """The claims of others than the publisher."""
    return [claim for claim in claims if claim.claimant != claim.publisher]


def voices(corpus: Corpus, claims: Iterable[ClaimView]) -> frozenset[str]:
    """The named actors whom some claims quote."""
    quoted = (corpus.canonical(claim.claimant) for claim in quoting(claims))
    return frozenset(actor for actor in quoted if not corpus.is_generic(actor))


def agreements(corpus: Corpus, family: EventFamily, whole: Iterable[str]) -> frozenset[str]:
    """The agreements among those that take part, and the mandates that missions stand for."""
    stood_for = {iri: corpus.mandates(iri) if family.mandated else () for iri in whole}
    return frozenset((*(iri for iri in stood_for if corpus.is_a(iri, "Agreement")), *chain(*stood_for.values())))


def holders(corpus: Corpus, actors: Iterable[str]) -> tuple[str, ...]:
    """Whose a state of things is: bodies, for the persons who lead or speak for them, that may hold a place."""
    return resolved(corpus, filter(corpus.may_hold, map(corpus.body, actors)))


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


def harm(corpus: Corpus, view: EventView) -> str:
    """Whether people are told to have died or to have been hurt; empty for all else."""
    if not corpus.lexicon.family(view.type).harms:
        return ""
    return "hurt" if view.trigger.casefold() in corpus.lexicon.hurt_words else "dead"
