"""Who judges, and when: what a person's decision is signed with. The only place where a clock is read."""

from __future__ import annotations

import getpass
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime

from kg.calendar import first_day
from kg.errors import SetupError

WHEN = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}Z)?)?)?")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decided, when ("2023-11-14", or "2023-11-14T09:30:00Z" to the second), and why."""

    who: str
    when: str
    why: str = ""


def signature(who: str | None = None, when: str | None = None, why: str = "") -> Signature:
    """A signature; by default that of the user git knows, or else of who is logged in, at this moment.

    Raises `SetupError` for a date that is none.
    """
    moment = when or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if not is_date(moment):
        raise SetupError(f"{moment!r} is no date: write it as 2023, 2023-11, 2023-11-14 or 2023-11-14T09:30:00Z")
    return Signature(" ".join((who or user()).split()), moment, why)


def user() -> str:
    """The name that `KG_WHO` or git gives the user, or else the name they are logged in by."""
    if name := os.environ.get("KG_WHO", "").strip():
        return name
    if git := shutil.which("git"):
        found = subprocess.run([git, "config", "user.name"], capture_output=True, text=True, check=False)  # noqa: S603
        if name := found.stdout.strip():
            return name
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise SetupError("nobody knows who you are: say so with --who NAME, or in KG_WHO") from error


def is_date(value: str) -> bool:
    """Whether a value is a year, a month, a day or a moment that the calendar has."""
    if not WHEN.fullmatch(value):
        return False
    day, _, time = value.partition("T")
    try:
        return first_day(day) is not None and bool(not time or datetime.fromisoformat(value))
    except ValueError:
        return False
