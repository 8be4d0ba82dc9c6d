"""What the metadata files in an archive say of the files beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from kg.model import Problem
from kg.readers.base.reader import Options
from kg.readers.base.source import Source
from kg.readers.sources.metadata import METADATA, Metadata, metadata_of


class Beside:
    """The metadata of an archive's folders, as far as they have been met."""

    def __init__(self) -> None:
        self.folders: dict[PurePosixPath, Metadata] = {}
        self.passed: set[PurePosixPath] = set()

    def read(self, member: Source, options: Options) -> Iterator[Problem]:
        """Read a metadata file, and tell what is wrong with it: also that it comes too late for what it describes."""
        path = PurePosixPath(member.origin)
        found = metadata_of(member, options.limits.bytes)
        self.folders[path.parent] = found
        yield from found.problems
        if late := sum(path.parent / name in self.passed for name in found.articles):
            message = f"it stands behind {late} of the files that it describes, and they were read without it"
            yield Problem("late-metadata", f"{message}: unpack the archive, or put it first", document=member.name)

    def informed(self, member: Source) -> Source:
        """A file with what the metadata in its folder says of it."""
        path = PurePosixPath(member.origin)
        self.passed.add(path)
        beside = self.folders.get(path.parent)
        return replace(member, known=beside.articles.get(path.name)) if beside else member


def is_metadata(name: str) -> bool:
    """Whether a member is a metadata file."""
    return PurePosixPath(name.replace("\\", "/")).name == METADATA
