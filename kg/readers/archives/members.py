"""What stands in an archive: its name is only ever a name, never a path of this machine."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from kg.model import Problem
from kg.readers.base.reader import Options
from kg.readers.base.room import Room
from kg.readers.base.source import HEAD, Source
from kg.readers.sources.standard_input import Resumed

UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LONGEST = 500
SYSTEM = "__MACOSX"


def shown(name: str) -> str:
    """A member's name as it is told: one line, nothing in it that a terminal obeys or that cannot be stored."""
    stored = name.replace("\\", "/").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return UNSEEN.sub(lambda found: f"\\x{ord(found[0]):02x}", stored)[:LONGEST]


def is_hidden(name: str) -> bool:
    """Whether a member is none that a person put there: hidden files, those of a system."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return not parts or any(part.startswith(".") or part == SYSTEM for part in parts)


def member(source: Source, name: str, number: int, opened: Callable[[], BinaryIO], room: Room) -> Source:
    """A member of an archive as a source; `number` calls it where its name does not."""
    told = shown(name)
    stem = PurePosixPath(told).stem or f"{source.stem}-{number}"
    return replace(source.member(told, stem, opened), room=room)


def read_once(source: Source, name: str, number: int, stream: BinaryIO, room: Room) -> Source:
    """A member of an archive that is read front to back: as a source it can be opened once."""
    beginning = stream.read(HEAD)
    found = member(source, name, number, lambda: resumed(beginning, stream), room)
    return replace(found, beginning=beginning)


def resumed(beginning: bytes, rest: BinaryIO) -> BinaryIO:
    """A stream with what was taken from it put back."""
    return cast(BinaryIO, io.BufferedReader(Resumed(beginning, rest)))


def room_of(source: Source, options: Options) -> Room:
    """What an archive may unpack to: what is left of the one around it, or a room of its own."""
    return source.room or Room(options.limits.ratio)


def spent(source: Source, options: Options, room: Room) -> Iterator[Problem]:
    """What is told of an archive that unpacks to far more than it takes, by the outermost one: that is an attack."""
    if room.spent and source.room is None:
        yield bomb(source, options)


def bomb(source: Source, options: Options) -> Problem:
    """What is told of an archive that is no way to keep texts."""
    message = f"it unpacks to more than {options.limits.ratio} times its size: the rest is not read"
    return Problem("bomb", message, document=source.name)


def too_many(source: Source, options: Options) -> Problem:
    """What is told of an archive with too many files in it."""
    message = f"it has more than {options.limits.members:,} files: the rest is not read; raise KG_LIMITS_MEMBERS"
    return Problem("too-many-members", message, document=source.name)


def skipped(source: Source, name: str, what: str) -> Problem:
    """What is told of a member that is no file."""
    return Problem("skipped", f"{shown(name)} is {what}: it is not read", document=source.name)
