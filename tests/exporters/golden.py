"""The golden files: what the seeds are written as, for a reviewer to read in a diff.

python -m tests.exporters.golden        # writes them anew, after a change that is meant
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kg.networks import Slice
from kg.pipeline import build
from kg.rdf.namespaces import KG, OA
from kg.settings import Settings, data_folder
from kg.store import EmbeddedStore, open_store
from kg.store.base import Store
from tests.exporters import given
from tests.exporters.readable import readable

FOLDER = Path(__file__).with_name("golden")
CLAIMS = 3


class Golden(NamedTuple):
    """What a golden file holds: a format, of a view, of a slice; of the first claims of an article where `cut`."""

    form: str
    view: str | None = None
    part: Slice = Slice()
    cut: bool = False


DAY = Slice(since="2023-11-14", until="2023-11-14")
FILES: Mapping[str, Golden] = {
    "actors.gexf": Golden("gexf", "actors"),
    "agreements.graphml": Golden("graphml", "agreements"),
    "agreements.cx2": Golden("cx2", "agreements"),
    "agreements.neo4j.txt": Golden("neo4j", "agreements"),
    "events.csv": Golden("acled", part=Slice(since="2023-11-12", until="2023-11-13")),
    "events.csvw.txt": Golden("csvw", part=DAY),
    "events.parquet.txt": Golden("parquet", part=DAY),
    "events.geojson": Golden("geojson", part=DAY),
    "events.ftm.jsonl": Golden("ftm", part=DAY),
    "claims.jsonld": Golden("jsonld", cut=True),
    "claims.nanopub.trig": Golden("nanopub", cut=True),
    "claims.nq": Golden("nquads", cut=True),
    "claims.nq.gz.txt": Golden("nquads-gz", cut=True),
    "claims.trig": Golden("trig", cut=True),
    "claims.ttl": Golden("turtle", cut=True),
    "claims.rdf": Golden("rdfxml", cut=True),
}


def written(store: Store, name: str) -> str:
    """What a golden file should hold."""
    golden = FILES[name]
    source = first_claims(store) if golden.cut else store
    return readable(given.written(golden.form, source, golden.view, golden.part))


def first_claims(store: Store) -> Store:
    """The first claims of an article with all that they lead to within its graph."""
    article = min(str(row["d"].value) for row in store.query("SELECT ?d { ?d a kg:Document }"))  # type: ignore[index]
    quads = list(store.quads(article))
    starts = {q.subject.value: int(q.object.value) for q in quads if q.predicate == OA.start}
    claims = sorted(
        (starts[f"{q.object.value}&position"], q.subject.value)
        for q in quads
        if q.predicate == KG.evidence and "/claim/" in q.subject.value
    )
    waiting = [article, *dict.fromkeys(iri for _, iri in claims)][: CLAIMS + 1]
    found = dict.fromkeys(waiting)
    for iri in waiting:
        led_to = (q.object.value for q in quads if q.subject.value == iri and isinstance(q.object, ox.NamedNode))
        waiting.extend(new for new in led_to if new not in found)
        found.update(dict.fromkeys(waiting))
    cut = EmbeddedStore()
    cut.add(quad for quad in quads if quad.subject.value in found)
    return cut


def main() -> None:
    """Write all golden files."""
    with tempfile.TemporaryDirectory() as folder:
        build([str(data_folder("seeds"))], Settings(store=Path(folder) / "store"))
        store = open_store(Path(folder) / "store")
        for name in FILES:
            (FOLDER / name).write_bytes(written(store, name).encode())


if __name__ == "__main__":
    main()
