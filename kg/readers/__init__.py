"""From files, folders, archives, addresses and standard input to documents.

What cannot be read gives a `Problem`; the rest goes on. Which reader a source needs is seen from its first bytes, and
only where these do not tell, from the ending of its name.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path, PurePosixPath

from kg.model import Document, Problem
from kg.readers import (
    base,
    checks,
    csv_files,
    docx,
    feeds,
    folders,
    json_file,
    json_lines,
    mail,
    network,
    packed,
    parquet,
    pdf,
    standard_input,
    tar_files,
    text,
    wacz,
    warc,
    web_page,
    zip_files,
)
from kg.readers.base import Found, Options, Reader
from kg.readers.room import NoRoomError
from kg.readers.source import MEMBER, Source
from kg.readers.telling import Told

__all__ = ["READERS", "Options", "read", "read_source"]

READERS: tuple[Reader, ...] = (
    feeds.READER,
    web_page.READER,
    warc.READER,
    wacz.READER,
    json_file.READER,
    json_lines.READER,
    pdf.READER,
    docx.READER,
    parquet.READER,
    mail.BOX,
    mail.LETTER,
    zip_files.READER,
    tar_files.READER,
    packed.READER,
    csv_files.READER,
    text.READER,
)
"""The formats, in the order in which they are tried."""

STANDARD_INPUT = "-"


def read(paths: Iterable[str], options: Options = Options()) -> Iterator[Found]:  # noqa: B008  # it is frozen
    """The documents of files, folders, addresses (https://…) and "-" (standard input), in order.

    A folder gives its articles, and those of the folders in it, by name. Each `Problem` is told once.
    """
    told = Told()
    for path in paths:
        for item in read_path(path, options):
            if isinstance(item, Document) or told.is_new(item):
                yield item
    yield from told.rest()


def read_path(path: str, options: Options) -> Iterator[Found]:
    """What one path of the command line holds."""
    if path == STANDARD_INPUT:
        yield from read_source(standard_input.source(), options)
    elif network.ADDRESS.match(path):
        found = network.source(path, options)
        yield from (found,) if isinstance(found, Problem) else read_source(found, options)
    elif isinstance(mode := base.mode(Path(path)), Problem):
        yield mode
    elif stat.S_ISDIR(mode):
        yield from read_folder(Path(path), options)
    elif Path(path).name != folders.METADATA:
        yield from read_source(options.follow(folders.source(Path(path))), options)


def read_folder(folder: Path, options: Options) -> Iterator[Found]:
    """The articles in a folder and the folders below it; files in no format we know are passed over, and counted."""
    files, problems = folders.files(folder)
    yield from problems
    passed: list[Path] = []
    for file in files:
        source = folders.source(file)
        try:
            reader = reader_of(source)
        except OSError as error:
            yield base.unreadable(error, str(file))
            continue
        if reader is None:
            passed.append(file)
        else:
            yield from read_source(options.follow(source), options, reader)
    if len(passed) == len(files) and not problems:
        yield Problem("no-articles", "no file in it is in a format that can be read", document=str(folder))
    elif passed:
        yield passed_over([file.name for file in passed], str(folder))


def read_source(source: Source, options: Options, known: Reader | None = None) -> Iterator[Found]:
    """What a source holds, that of archives within it included; each document checked.

    `known` is its reader, where that has been found already.
    """
    try:
        reader = known or reader_of(source) or text.READER
        passed: list[str] = []
        metadata = folders.metadata_beside(source.file)
        yield from metadata.problems
        for item in reader.read(source, options):
            if isinstance(item, Source):
                yield from read_member(item, options, passed)
            elif isinstance(item, Document):
                yield from checks.checked(metadata.completed(item, source), source, options.limits)
            else:
                yield item
        if passed:
            yield passed_over(passed, source.name)
    except NoRoomError:
        return  # the archive around it tells
    except OSError as error:
        yield base.unreadable(error, source.name)
    except Exception as error:  # a fault of a reader on one file must not lose the others
        yield base.failed(error, source)


def passed_over(names: list[str], holder: str) -> Problem:
    """What is told of the files of a folder or an archive that no reader knows."""
    several = f"{len(names)} files in no format that can be read, such as {names[0]}, are passed over"
    message = several if len(names) > 1 else f"{names[0]} is in no format that can be read"
    return Problem("passed-over", message, document=holder)


def read_member(member: Source, options: Options, passed: list[str]) -> Iterator[Found]:
    """What stands in an archive, as far as archives may lie in one another; `passed` gathers what no reader knows."""
    try:
        known = reader_of(member)
    except NoRoomError:
        return
    except OSError as error:
        yield base.unreadable(error, member.name)
        return
    if known is None:
        passed.append(member.origin.rpartition(MEMBER)[2])
    elif options.depth >= options.limits.nesting:
        message = f"it lies in more than {options.limits.nesting} archives: raise KG_LIMITS_NESTING to read it"
        yield Problem("nested", message, document=member.name)
    else:
        yield from read_source(member, options.deeper(), known)


def reader_of(source: Source) -> Reader | None:
    """The reader that recognises the first bytes, else the one for the ending; None where there is none.

    Raises `OSError` where there are no bytes to be had.
    """
    head = source.head()
    ending = PurePosixPath(source.origin).suffix.lower()
    readers = (*plug_ins(), *READERS)
    by_content = (reader for reader in readers if reader.recognises(head))
    by_ending = (reader for reader in readers if ending in reader.endings)
    return next(by_content, None) or next(by_ending, None)


@cache
def plug_ins() -> tuple[Reader, ...]:
    """Readers that other installed packages offer under the entry point `kg.readers`."""
    return tuple(point.load() for point in entry_points(group="kg.readers"))
