"""How fast each format is read, and with how much memory: readers only, no article is parsed.

    python benchmarks/ingest/run.py                     # every format, with 500 and with 2,000 articles
    python benchmarks/ingest/run.py --count 200 HTML WARC

Each format is read by a process of its own, for its memory. Printed are the articles a second (the readers' libraries
loaded beforehand), the time over that of the format's library alone on the same bytes (trafilatura for HTML and WARC,
feedparser, json …), and the most memory the process had, above what it had once everything was loaded, for a number of
articles and for four times as many: where a format is streamed, these are the same.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent))

from formats import FORMATS, written

from kg.model import Document
from kg.readers import read

MORE = 4


def measured(name: str, place: Path, count: int) -> dict[str, float]:
    """Seconds and memory (MB) of reading what stands in a place in a format, and the seconds of its library alone."""
    folder, few = written(name, 3)
    sum(1 for _ in read([str(few)]))
    FORMATS[name].bare(few)
    folder.cleanup()
    before = resident()
    started = perf_counter()
    found = sum(isinstance(item, Document) for item in read([str(place)]))
    seconds = perf_counter() - started
    grown = resident() - before
    if found != count:
        raise SystemExit(f"{name}: {found} articles were read of {count}")
    started = perf_counter()
    FORMATS[name].bare(place)
    return {"seconds": seconds, "bare": perf_counter() - started, "memory": grown}


def resident() -> float:
    """The most memory this process has had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(name: str, count: int) -> dict[str, float]:
    """The same of some articles, written by this process and read by one of its own."""
    folder, place = written(name, count)
    with folder:
        command = [sys.executable, __file__, name, "--count", str(count), "--place", str(place)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("formats", nargs="*", default=list(FORMATS), metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.place:
        print(json.dumps(measured(options.formats[0], options.place, options.count)))
        return
    print(f"| format | articles/s | × library | memory, {options.count} | memory, {options.count * MORE} |")
    print("|---|---|---|---|---|")
    for name in options.formats:
        few, many = apart(name, options.count), apart(name, options.count * MORE)
        speed, ratio = options.count * MORE / many["seconds"], many["seconds"] / many["bare"]
        print(f"| {name} | {speed:,.0f} | {ratio:.1f} | {few['memory']:.0f} MB | {many['memory']:.0f} MB |", flush=True)


if __name__ == "__main__":
    main()
