"""One writer at a time; a crash, and that alone, takes the lock from whoever has it."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.ledger import Lock, is_held
from kg.ledger.lock import PATIENCE

HOLDER = """
import sys, time; from pathlib import Path; from kg.ledger import Lock
with Lock(Path(sys.argv[1])): print("held", flush=True); time.sleep(60)
"""


@pytest.fixture(autouse=True)
def impatient():
    """Nobody waits, whatever a command that was run in this process before was told."""
    token = PATIENCE.set(0)
    yield
    PATIENCE.reset(token)


def held_elsewhere(folder: Path) -> subprocess.Popen[str]:
    """Another process, which holds the lock of a folder until it is killed."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_writer_is_told_who_writes_until_that_one_is_killed(tmp_path):
    assert not is_held(tmp_path)
    with held_elsewhere(tmp_path) as other:
        assert is_held(tmp_path)
        told = f"PID {other.pid} is writing to the store in .*: wait until"
        with pytest.raises(StoreError, match=told), Lock(tmp_path):
            pass
        other.kill()
    assert not is_held(tmp_path)
    with Lock(tmp_path):
        assert is_held(tmp_path)


def test_the_patient_get_the_lock_when_it_is_free(tmp_path):
    first, begun = Lock(tmp_path), time.monotonic()
    first.__enter__()
    timer = threading.Timer(0.5, lambda: first.__exit__(None, None, None))
    timer.start()
    token = PATIENCE.set(30)
    try:
        with Lock(tmp_path):
            assert 0.4 < time.monotonic() - begun < 20
    finally:
        PATIENCE.reset(token)
        timer.join()


def test_asking_turns_no_writer_away(tmp_path):
    """Whoever asks holds the lock for a moment, and a writer who comes in that moment waits for it to pass."""
    (tmp_path / "lock").touch()
    asking = threading.Event()
    askers = [threading.Thread(target=lambda: [is_held(tmp_path) for _ in iter(asking.is_set, True)]) for _ in range(3)]
    for asker in askers:
        asker.start()
    for _ in range(30):
        with Lock(tmp_path):
            pass
    asking.set()
    for asker in askers:
        asker.join()


def test_where_nothing_can_be_written_that_is_told(tmp_path):
    with pytest.raises(StoreError, match="cannot be written: no such file or directory"), Lock(tmp_path / "none"):
        pass
