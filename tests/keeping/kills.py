"""Kill kg at random moments of its work, and look at what is left: `python -m tests.keeping.kills 200`.

Each time a command that writes (build, retract, rebuild) is begun in a process of its own on a copy of one store, and
killed with SIGKILL at a moment drawn from the time that it takes. After that the store must open and conform to its
shapes, its files must be whole, in order and true to their texts, and the command run again must lead to the graph of a
run that nobody killed, byte for byte. A line tells what came of each kill.

The processes are forked from one that has loaded what all need, and that opens no store itself.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kg import open_store
from kg.cli import app
from kg.cli.options import opened
from kg.extraction import extractions
from kg.increments import background
from kg.keeping.articles import articles
from kg.keeping.order import others, unsettled
from kg.ledger import Ledger
from kg.model import Document
from kg.rdf import background as before
from kg.rdf import nquads
from kg.settings import DEFAULT_BASE, Settings
from kg.store import Index, made_with
from kg.validation import validate_store
from kg.validation.copies import copied

URL = "https://lake.example/bunagana"
BEFORE = (
    ("a", "2022-06-13", f"{URL}?utm_source=feed", "M23 rebels captured Bunagana on Monday, the Congolese army said."),
    ("b", "2022-06-14", "https://hills.example/1", "M23 rebels denied on Tuesday that they hold Bunagana."),
    ("c", "2022-06-20", "https://hills.example/2", "The Congolese army retook Bunagana from the M23 on Sunday."),
)
THEN = (
    (
        "d",
        "2022-06-15",
        f"{URL}#update",
        "M23 rebels captured Bunagana on Monday, killing two soldiers, the army said.",
    ),
    ("e", "2022-06-10", "https://hills.example/2", "The Congolese army was preparing to retake Bunagana."),
    (
        "f",
        "2022-06-21",
        "https://coast.example/9",
        "Two soldiers were killed in Bunagana on Sunday, the United Nations said.",
    ),
)
"""Articles of which one supersedes an earlier one, and one is superseded by a later one that was read before it."""
COMMANDS = {"build": ("build", "{then}"), "retract": ("retract", "c"), "rebuild": ("rebuild",)}
Work = Callable[[], object]


def main(number: int, seed: int = 1) -> int:
    """Kill so many times; how often it went wrong."""
    prepare()
    chance, went = random.Random(seed), Counter[str]()
    with TemporaryDirectory() as name:
        trial = Trial(Path(name))
        for turn in range(number):
            kind = chance.choices(list(COMMANDS), (6, 2, 2))[0]
            outcome = trial.killed(kind, chance.random())
            went[outcome] += 1
            tell(f"{turn + 1:4} {kind:8} {outcome}")
    tell("  ".join(f"{outcome}: {n}" for outcome, n in sorted(went.items())))
    return sum(n for outcome, n in went.items() if not outcome.startswith("sound"))


def prepare() -> None:
    """Load what every command loads, once for all of them: the model, the lexicon, the shapes."""
    read = [Document(i, text, url=url, date=date) for i, date, url, text in (*BEFORE, *THEN)]
    assert len(list(extractions(read, Settings()))) == len(read)
    background.shipped(DEFAULT_BASE)
    before.quads(DEFAULT_BASE)
    validate_store(ox.Store())
    made_with()


class Trial:
    """The store that the commands are tried on, how long each takes, and what it leads to."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.store = folder, folder / "store"
        for part, told in (("before", BEFORE), ("then", THEN)):
            rows = ({"id": i, "date": d, "url": u, "text": t, "source": "Paper"} for i, d, u, t in told)
            (folder / f"{part}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        assert finished(forked(lambda: run("build", folder / "before.jsonl", "--store", self.store))) == 0
        self.store.rename(folder / "begun")
        self.takes, self.right = {}, {}
        for kind in COMMANDS:
            self.begin()
            started = time.monotonic()
            assert finished(forked(lambda kind=kind: self.work(kind))) == 0
            self.takes[kind] = time.monotonic() - started
            self.right[kind] = self.digest()

    def begin(self) -> None:
        """Put the store as it was before any command in place."""
        shutil.rmtree(self.store, ignore_errors=True)
        shutil.copytree(self.folder / "begun", self.store)

    def work(self, kind: str) -> object:
        """Run a command on the store."""
        return run(*(each.format(then=self.folder / "then.jsonl") for each in COMMANDS[kind]), "--store", self.store)

    def killed(self, kind: str, part: float) -> str:
        """What comes of killing a command when this part of its time has passed."""
        self.begin()
        child = forked(lambda: self.work(kind))
        time.sleep(part * self.takes[kind])
        os.kill(child, signal.SIGKILL)
        ended = finished(child) != -signal.SIGKILL
        if finished(forked(self.look)) != 0:
            return "broken"
        if finished(forked(lambda: self.work(kind))) not in ((0, 2) if kind == "retract" else (0,)):
            return "failed again"
        if self.digest() != self.right[kind]:
            return "another graph"
        return "sound, had ended" if ended else "sound"

    def look(self) -> None:
        """Open the store as a reader does, and look whether its files are in order and its graph as it should be.

        The index is not compared with them here: that comes with the digest of the whole, after the next run.
        """
        ledger = Ledger(self.store)
        index = Index(ledger).read()
        assert index is None or list(index.query("SELECT * { ?d a kg:Document }"))
        opened(self.store).close()
        assert validate_store(copied(Ledger(self.store), open_store(self.store).store)).conforms
        found = list(articles(ledger))
        wrong = [each for article in found for each in article.findings] + [*others(ledger), *unsettled(ledger, found)]
        assert not wrong, wrong

    def digest(self) -> str:
        """The SHA-256 of all that the store holds."""
        place = self.folder / "digest"
        place.unlink(missing_ok=True)

        def tell() -> None:
            place.write_text(hashlib.sha256(nquads.dumps(open_store(self.store).quads())).hexdigest())

        assert finished(forked(tell)) == 0
        return place.read_text()


def tell(words: str) -> None:
    """Write a line at once, so that a log can be followed."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def run(*arguments: object) -> object:
    """Run a command of kg in this process."""
    return app([str(each) for each in arguments])


def forked(work: Work) -> int:
    """Do some work in a process of its own; the number of the process."""
    if (child := os.fork()) == 0:
        status = 1
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            work()
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(status)
    return child


def finished(child: int) -> int:
    """How a process ended: its status, or the negative number of the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), *map(int, sys.argv[2:])) > 0)
