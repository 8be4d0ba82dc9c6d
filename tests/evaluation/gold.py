"""The project's own gold set."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent.parent / "gold" / "conflicts.jsonl"


def gold() -> list[dict[str, Any]]:
    """The documents of the gold set."""
    return [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
