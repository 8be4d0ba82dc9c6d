"""How far a long piece of work has come, on a terminal."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from kg.cli.messages import line
from kg.model import Document, Problem
from kg.readers.base.source import Source
from kg.readers.sources.meter import Meter

COLUMNS = (
    TextColumn("{task.description}", markup=False),
    BarColumn(24),
    TextColumn("{task.fields[note]}"),
    TimeElapsedColumn(),
    TextColumn("left:"),
    TimeRemainingColumn(),
)
NAME = 24


class Shown(logging.Handler):
    """A bar on standard error, as long as the context lasts: how much has been read, how fast, and how long it takes.

    What comes after the reading is shown in the words in which the program logs it.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        super().__init__(logging.INFO)
        self.meter = Meter(paths)
        self.progress = Progress(*COLUMNS, console=Console(stderr=True), transient=True)
        self.task = self.progress.add_task("starting", total=self.meter.total or None, note="")
        self.count = 0
        self.work: tuple[str, int | None] | None = None
        self.logger = logging.getLogger("kg")

    def __enter__(self) -> Shown:
        """Show the bar, and what is logged."""
        self.level_before = self.logger.level
        self.logger.setLevel(logging.INFO)
        self.logger.addHandler(self)
        self.progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Take the bar away."""
        self.progress.stop()
        self.logger.removeHandler(self)
        self.logger.setLevel(self.level_before)

    def follow(self, source: Source) -> Source:
        """A file whose turn has come."""
        return self.meter.follow(source)

    def advance(self, item: Document | Problem) -> None:
        """An article has been read, or could not be."""
        self.count += isinstance(item, Document)
        seconds = self.progress.tasks[0].elapsed or 0.0
        name = line(item.id)[:NAME] if isinstance(item, Document) else ""
        self.progress.update(
            self.task,
            description=f"reading {name}",
            completed=self.meter.read,
            note=f"{self.count} articles, {self.count / seconds if seconds else 0:.1f} a second",
        )

    def emit(self, record: logging.LogRecord) -> None:
        """Show what is being done now, in the place of what was: how much (`done`), and of how much (`of`), if told."""
        done, of = vars(record).get("done"), vars(record).get("of")
        work = line(record.getMessage()), of
        if work != self.work:
            self.work = work
            self.progress.remove_task(self.task)
            self.task = self.progress.add_task(work[0], total=of, note="")
        if done is not None:
            self.progress.update(self.task, completed=done, note=f"{done}" if of is None else f"{done} of {of}")
