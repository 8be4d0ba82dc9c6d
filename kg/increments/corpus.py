"""What fusion asks of some documents of a store, answered from its books."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from kg.fusion.corpus import Corpus

if TYPE_CHECKING:
    from kg.increments.library import Library

Pair = tuple[str, str]
T = TypeVar("T")


def once(question: Callable[..., T]) -> Callable[..., T]:
    """A question about entities alone, answered once: the same few meet in most pairs of reports."""
    name = question.__name__

    def answer(corpus: StoredCorpus, *entities: str) -> T:
        answers, asked = corpus.library.answers, (name, *entities)
        if asked not in answers:
            answers[asked] = question(corpus, *entities)
        found: T = answers[asked]
        return found

    return answer


@dataclass(frozen=True)
class StoredCorpus(Corpus):
    """Some documents of a store, with all that is known about the entities in them."""

    library: Library = field(kw_only=True, repr=False, compare=False)

    @property
    def _kinds(self) -> Mapping[str, frozenset[str]]:
        return self.library.kinds

    @property
    def _heads(self) -> Mapping[str, str]:
        return self.library.heads

    @property
    def _bodies(self) -> Mapping[str, str]:
        return self.library.bodies

    @property
    def ties(self) -> Mapping[Pair, float]:
        return self.library.ties

    @property
    def _tied(self) -> Mapping[str, frozenset[str]]:
        return self.library.tied

    likeness = once(Corpus.likeness)
    is_generic = once(Corpus.is_generic)
    is_phrase = once(Corpus.is_phrase)
    state = once(Corpus.state)
    sides = once(Corpus.sides)
    around = once(Corpus.around)
    contains = once(Corpus.contains)
    near = once(Corpus.near)
