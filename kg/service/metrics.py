"""What the service counts about itself, as `/metrics` shows it: the text format of Prometheus."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper ends (s) of the classes that times are counted in."""

HELP = {
    "kg_requests_total": ("counter", "Requests by path and status."),
    "kg_request_seconds": ("histogram", "How long requests took, by path."),
    "kg_workers_killed_total": ("counter", "Workers that were killed or died, by kind of question and status told."),
    "kg_answers_kept_total": ("counter", "Answers by whether they were kept from before."),
}

Labels = tuple[tuple[str, str], ...]


class Metrics:
    """Counts since the service began."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, Labels]] = Counter()
        self.times: dict[str, list[int]] = {}
        self.spent: dict[str, float] = {}

    def request(self, path: str, status: int, seconds: float) -> None:
        """A request was answered."""
        self.counts["kg_requests_total", (("path", path), ("status", str(status)))] += 1
        classes = self.times.setdefault(path, [0] * (len(BUCKETS) + 1))
        classes[bisect_left(BUCKETS, seconds)] += 1
        self.spent[path] = self.spent.get(path, 0.0) + seconds

    def killed(self, kind: str, status: int) -> None:
        """A worker was lost to a question."""
        self.counts["kg_workers_killed_total", (("kind", kind), ("status", str(status)))] += 1

    def kept(self, found: bool) -> None:
        """An answer was asked for that had been kept, or had not."""
        self.counts["kg_answers_kept_total", (("found", str(found).lower()),)] += 1

    def lines(self, now: Mapping[str, float]) -> Iterator[str]:
        """All counts as lines, and the figures `now` that go up and down."""
        for name, (kind, meaning) in HELP.items():
            yield f"# HELP {name} {meaning}"
            yield f"# TYPE {name} {kind}"
            yield from self.histograms() if kind == "histogram" else self.counters(name)
        for name, value in now.items():
            yield f"{name} {value:g}"

    def counters(self, wanted: str) -> Iterator[str]:
        """The lines of one counter."""
        for (name, labels), count in sorted(self.counts.items()):
            if name == wanted:
                yield f"{name}{{{','.join(f'{key}={quoted(value)}' for key, value in labels)}}} {count}"

    def histograms(self) -> Iterator[str]:
        """The lines of the times, path by path."""
        for path, classes in sorted(self.times.items()):
            label, total = f"path={quoted(path)}", 0
            for end, count in zip([*map(str, BUCKETS), "+Inf"], classes, strict=True):
                total += count
                yield f'kg_request_seconds_bucket{{{label},le="{end}"}} {total}'
            yield f"kg_request_seconds_sum{{{label}}} {self.spent[path]:.6f}"
            yield f"kg_request_seconds_count{{{label}}} {total}"


def quoted(value: str) -> str:
    """A label's value as the format writes it."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
