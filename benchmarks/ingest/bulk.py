"""What a build of very many articles takes: seconds of the processor and memory, step by step.

    python benchmarks/ingest/bulk.py                            # 300, 1,000 and 3,000 articles
    python benchmarks/ingest/bulk.py --counts 10000 --jobs 2

The articles are the reports of the test scenario, told again every seven months. Each number of them is built by a
process of its own; its memory is the most it has had up to the end of a step, without that of further `--jobs`.
"""

from __future__ import annotations

import argparse
import json
import logging
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from kg.pipeline import build
from kg.settings import Settings

REPORTS = Path(__file__).parents[2] / "tests" / "scenario" / "reports.jsonl"
MONTHS = 7
STEPS = {"fusing": "read", "making the index": "fuse", "checking": "index"}
"""By what is logged when a step begins, the step before it."""
Figures = dict[str, float]


def articles() -> Iterator[dict[str, str]]:
    """The scenario's reports again and again, each time months later."""
    reports = [json.loads(line) for line in REPORTS.read_text("utf-8").splitlines()]
    for number in count():
        for report in reports:
            words = f"{report['text']}\n\nEdition {number}."
            yield report | {"id": f"{report['id']}-{number}", "text": words, "date": later(report["date"], number)}


def later(date: str, number: int) -> str:
    """A date so many times seven months later; of the last days of a month the 28th."""
    year, month, day = map(int, date[:10].split("-"))
    months = year * 12 + month - 1 + MONTHS * number
    return f"{months // 12:04}-{months % 12 + 1:02}-{min(day, 28):02}"


class Stages(logging.Handler):
    """What was spent up to the end of each step, by what the program logs."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.ends: dict[str, tuple[float, float]] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Note the end of a step where the next one begins."""
        if (step := STEPS.get(record.getMessage())) is not None:
            self.ends[step] = spent()

    def figures(self) -> Figures:
        """The seconds of each step, and the MiB at its end."""
        found: Figures = {}
        before = 0.0
        for step, (seconds, memory) in self.ends.items():
            found |= {f"{step}, CPU s": round(seconds - before, 1), f"{step}, peak MiB": round(memory)}
            before = seconds
        return found


def spent() -> tuple[float, float]:
    """Seconds of the processor, of this process and those it has waited for, and the most MiB this one has had."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return sum(each.ru_utime + each.ru_stime for each in both), memory


def measured(folder: Path, number: int, jobs: int) -> Figures:
    """Build a store of so many articles in a folder."""
    source = folder / "articles.jsonl"
    source.write_text("".join(json.dumps(article) + "\n" for article in islice(articles(), number)), "utf-8")
    stages, logger = Stages(), logging.getLogger("kg")
    logger.setLevel(logging.INFO)
    logger.addHandler(stages)
    built = build([str(source)], Settings(store=folder / "store", jobs=jobs))
    stages.ends["check"] = spent()
    return {"articles": len(built.reading.documents), **stages.figures(), "breaches": len(built.findings.results)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", default="300,1000,3000")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--here", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    for number in map(int, options.counts.split(",")):
        if options.here:
            print(json.dumps(measured(options.here, number, options.jobs)))
            return
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, __file__, "--counts", str(number), "--jobs", str(options.jobs), "--here", folder]
            print(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout, end="", flush=True)


if __name__ == "__main__":
    main()
