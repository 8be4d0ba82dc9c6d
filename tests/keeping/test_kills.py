"""Killed at any moment, a store is sound, and the same command run again leads to where it would have led."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_a_few_random_kills_lose_nothing() -> None:
    """In a process of its own, for it forks: `tests/keeping/kills.py` does the same two hundred times."""
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-m", "tests.keeping.kills", "5", "7"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 6
