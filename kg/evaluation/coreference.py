"""How right groups of mentions are: MUC, B³ and CEAFe, and their mean, the CoNLL figure.

A key is the groups there should be, a response the groups there are, both as sets of mentions. A mention that the
response lacks counts against recall, as in the reference scorer (Pradhan et al. 2014, "Scoring Coreference Partitions
of Predicted Mentions").
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

Group = frozenset[Hashable]
Groups = Sequence[Group]


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision and recall of one measure, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def muc(key: Groups, response: Groups) -> Figure:
    """Links that hold the groups together (Vilain et al. 1995, "A Model-Theoretic Coreference Scoring Scheme")."""
    return Figure(linked(response, key), linked(key, response))


def linked(groups: Groups, others: Groups) -> float:
    """Of the links that hold `groups` together, the share that `others` have too; 1 where there are none."""
    home = homes(others)
    links = sum(len(group) - 1 for group in groups)
    pieces = sum(len({home.get(mention, mention) for mention in group}) - 1 for group in groups)
    return (links - pieces) / links if links else 1.0


def b_cubed(key: Groups, response: Groups) -> Figure:
    """For each mention, how much of its group is right (Bagga and Baldwin 1998, "Entity-Based Cross-Document
    Coreferencing Using the Vector Space Model")."""
    return Figure(covered(response, key), covered(key, response))


def covered(groups: Groups, others: Groups) -> float:
    """The mean over the mentions of `groups` of the share of its group that stands with it in `others`."""
    home = homes(others)
    shares = [
        len(group & others[home[mention]]) / len(group) if mention in home else 0.0
        for group in groups
        for mention in sorted(group, key=repr)
    ]
    return sum(shares) / len(shares) if shares else 1.0


def ceaf_e(key: Groups, response: Groups) -> Figure:
    """Groups paired one to one so that they share most (Luo 2005, "On Coreference Resolution Performance Metrics";
    the likeness of two groups is his φ4)."""
    graph = nx.Graph()
    home = homes(response)
    for i, group in enumerate(key):
        for j in {home[mention] for mention in group if mention in home}:
            alike = 2 * len(group & response[j]) / (len(group) + len(response[j]))
            graph.add_edge(("key", i), ("response", j), weight=alike)
    total = sum(graph.edges[pair]["weight"] for pair in nx.max_weight_matching(graph))
    return Figure(total / len(response) if response else 1.0, total / len(key) if key else 1.0)


def homes(groups: Groups) -> Mapping[Hashable, int]:
    """The group each mention stands in, by its number."""
    return {mention: number for number, group in enumerate(groups) for mention in group}


MEASURES: Mapping[str, Callable[[Groups, Groups], Figure]] = {"MUC": muc, "B³": b_cubed, "CEAFe": ceaf_e}


def conll(figures: Iterable[Figure]) -> float:
    """The mean of the F1 of MUC, B³ and CEAFe (Pradhan et al. 2012, "CoNLL-2012 Shared Task")."""
    scores = [figure.f1 for figure in figures]
    return sum(scores) / len(scores) if scores else 0.0
