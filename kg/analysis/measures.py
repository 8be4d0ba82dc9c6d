"""Centralities and communities of a network of numbered nodes: the same figures on every run and machine."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
SEED = 1
DAMPING, STEPS, NEAR = 0.85, 200, 1e-10


def undirected(count: int, sources: Sequence[int], targets: Sequence[int], weights: Sequence[int]) -> nx.Graph:
    """The network without directions: one edge for all between two nodes, weighing as much as they do together."""
    found = nx.Graph()
    found.add_nodes_from(range(count))
    for source, target, weight in zip(sources, targets, weights, strict=True):
        if source != target:
            before = found.get_edge_data(source, target, {"weight": 0})["weight"]
            found.add_edge(source, target, weight=before + weight)
    return found


def communities(network: nx.Graph) -> list[list[int]]:
    """Nodes that are joined more with each other than with others, the largest community first.

    Blondel et al. 2008, "Fast unfolding of communities in large networks" (Louvain), with a fixed seed.
    """
    found = nx.community.louvain_communities(network, weight="weight", seed=SEED)
    return sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))


def pagerank(count: int, sources: Whole, targets: Whole, weights: Numbers) -> Numbers:
    """How likely it is to be at each node for one who follows edges by their weight (Brin and Page 1998)."""
    if not count:
        return np.zeros(0)
    out = np.bincount(sources, weights, count)
    share = weights / out[sources]
    rank = np.full(count, 1 / count, dtype=np.float64)
    for _ in range(STEPS):
        idle = float(np.cumsum(np.where(out == 0, rank, 0.0))[-1])
        followed = np.bincount(targets, rank[sources] * share, count) + idle / count
        moved: Numbers = np.asarray(DAMPING * followed + (1 - DAMPING) / count)
        if float(np.max(np.abs(moved - rank))) < NEAR:
            return moved
        rank = moved
    return rank


def bridges(network: nx.Graph, community: Sequence[int]) -> list[int]:
    """To how many other communities each node has an edge."""
    return [len({community[other] for other in network[node]} - {community[node]}) for node in range(len(network))]
