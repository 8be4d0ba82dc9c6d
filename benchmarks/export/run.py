"""How fast a large network is written, and in how much memory, beside networkx's own writers.

    python benchmarks/export/run.py [--nodes 100000] [--edges 300000]

One made-up network, held as a networkx graph, is written to a file by each writer in a process of its own: seconds, the
memory that writing takes beyond the graph (the peak of the process less what it held before), and the size of the file.
The last lines are of what a view does before it writes: its layout, and its communities.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import networkx as nx

from kg import exporters
from kg.analysis import analyse
from kg.analysis.networks import attributes
from kg.networks import Edge, Node, View
from kg.networks.columns import CLAIMS, CLASS, FIRST_DAY, KIND, LAST_DAY, LATITUDE, RELATION
from kg.networks.layout import layout

NODE_COLUMNS, EDGE_COLUMNS = (KIND, CLASS, FIRST_DAY, LATITUDE), (RELATION, CLAIMS, FIRST_DAY, LAST_DAY)
BASE = "https://example.org/kg/actor/"
KINDS = ("ArmedClash", "Attack", "Capture", "Statement", "memberOf")
CLASSES = ("Militia", "RebelGroup", "StateArmedForces", "Person")


def items(nodes: int, edges: int) -> Iterator[Node | Edge]:
    """A network of actors: the same each time."""
    draw = random.Random(1)
    for number in range(nodes):
        day, label = f"2023-{number % 12 + 1:02}-{number % 28 + 1:02}", f"Front of the Province {number} & its Allies"
        values = {"kind": "actor", "class": CLASSES[number % 4], "first_day": day, "latitude": number / nodes}
        yield Node(f"{BASE}{number}", label, "actor", values, ((day, day),), degree=number % 9, x=number, y=-number)
    seen = set()
    while len(seen) < edges:
        ends = (int(nodes * draw.random() ** 2), draw.randrange(nodes), KINDS[len(seen) % len(KINDS)])
        if ends in seen:
            continue
        seen.add(ends)
        source, target, kind = ends
        day = f"2023-{source % 12 + 1:02}-{target % 28 + 1:02}"
        weight = 1 + target % 5
        values = {"relation": kind, "claims": weight, "first_day": day, "last_day": day}
        yield Edge(f"{BASE}{source}", f"{BASE}{target}", kind, kind, weight, values, ((day, day),))


def graph(nodes: int, edges: int) -> nx.MultiDiGraph:
    """The network for networkx."""
    found = nx.MultiDiGraph()
    for item in items(nodes, edges):
        if isinstance(item, Node):
            found.add_node(item.id, **attributes(item))
        else:
            found.add_edge(item.source, item.target, item.kind, **attributes(item))
    return found


def view(found: nx.MultiDiGraph) -> View:
    """The network as a view, whose items are made as they are written."""

    def stream() -> Iterator[Node | Edge]:
        for number, (iri, data) in enumerate(found.nodes(data=True)):
            values = {column.name: data[column.name] for column in NODE_COLUMNS}
            day = data["first_day"]
            yield Node(iri, data["label"], "actor", values, ((day, day),), degree=number % 9, x=number, y=-number)
        for source, target, kind, data in found.edges(keys=True, data=True):
            values = {column.name: data[column.name] for column in EDGE_COLUMNS}
            days = ((data["first_day"], data["last_day"]),)
            yield Edge(source, target, kind, data["label"], data["weight"], values, days)

    return View("benchmark", "a benchmark", NODE_COLUMNS, EDGE_COLUMNS, stream)


def ours(name: str) -> Callable[[nx.MultiDiGraph, Path], object]:
    """Writing in one of the formats of `EXPORTERS`."""

    def write(found: nx.MultiDiGraph, file: Path) -> None:
        with file.open("wb") as out:
            exporters.write(exporters.EXPORTERS[name], view(found), out)

    return write


def placed(found: nx.MultiDiGraph, _file: Path) -> None:
    """The layout."""
    numbers = {iri: number for number, iri in enumerate(found)}
    ends = [(numbers[source], numbers[target]) for source, target in found.edges()]
    layout(len(numbers), [source for source, _ in ends], [target for _, target in ends])


TASKS: dict[str, Callable[[nx.MultiDiGraph, Path], object]] = {
    "networkx write_gexf": nx.write_gexf,
    "networkx write_graphml": nx.write_graphml_lxml,
    "networkx node_link_data": lambda found, file: file.write_text(json.dumps(nx.node_link_data(found, edges="edges"))),
    **{f"kg {name}": ours(name) for name, form in exporters.EXPORTERS.items() if form.takes == "network"},
    "kg layout": placed,
    "kg analyse": lambda found, _file: analyse(view(found)),
}


def held() -> float:
    """The megabytes this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def measure(task: str, nodes: int, edges: int) -> dict[str, float]:
    """Seconds, megabytes beyond the graph, and megabytes of the file."""
    found = graph(nodes, edges)
    with tempfile.TemporaryDirectory() as folder:
        file, before, start = Path(folder) / "out", held(), time.process_time()
        TASKS[task](found, file)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return {"s": seconds, "MB": max(0.0, peak - before), "file": file.stat().st_size / 1e6 if file.exists() else 0}


def main() -> None:
    """Print a line a writer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--edges", type=int, default=300_000)
    parser.add_argument("--task", choices=list(TASKS), help=argparse.SUPPRESS)
    given = parser.parse_args()
    size = (given.nodes, given.edges)
    if given.task:
        print(json.dumps(measure(given.task, *size)))
        return
    print(f"{given.nodes} nodes, {given.edges} edges\n{'':24}{'seconds':>9}{'extra MB':>10}{'file MB':>9}")
    for task in TASKS:
        command = [sys.executable, __file__, "--task", task, "--nodes", str(size[0]), "--edges", str(size[1])]
        run = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(f"{task:24}{run['s']:9.1f}{run['MB']:10.0f}{run['file']:9.1f}", flush=True)


if __name__ == "__main__":
    main()
