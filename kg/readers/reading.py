"""What stands in files, folders, archives, at addresses and in standard input, read one after the other."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.model import Document, Problem
from kg.readers import checks
from kg.readers.base.faults import failed, unreadable
from kg.readers.base.reader import Found, Options, Reader
from kg.readers.base.room import NoRoomError
from kg.readers.base.source import MEMBER, Source
from kg.readers.formats import reader_of
from kg.readers.sources import files, folders, network, standard_input
from kg.readers.sources.metadata import METADATA, completed, informed
from kg.readers.telling import Told
from kg.readers.text import plain

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
    elif isinstance(mode := files.mode(Path(path)), Problem):
        yield mode
    elif stat.S_ISDIR(mode):
        yield from read_folder(Path(path), options)
    elif not stat.S_ISREG(mode):
        yield folders.no_file(Path(path))
    elif Path(path).name != METADATA:
        yield from read_source(options.follow(files.source(Path(path))), options)


def read_folder(folder: Path, options: Options) -> Iterator[Found]:
    """The articles in a folder and the folders below it; files in no format we know are passed over, and counted."""
    found, problems = folders.files(folder)
    yield from problems
    passed: list[Path] = []
    for file in found:
        source = files.source(file)
        try:
            reader = reader_of(source)
        except OSError as error:
            yield unreadable(error, str(file))
            continue
        if reader is None:
            passed.append(file)
        else:
            yield from read_source(options.follow(source), options, reader)
    if len(passed) == len(found) and not problems:
        yield Problem("no-articles", "no file in it is in a format that can be read", document=str(folder))
    elif passed:
        yield passed_over([file.name for file in passed], str(folder))


def read_source(source: Source, options: Options, known: Reader | None = None) -> Iterator[Found]:
    """What a source holds, that of archives within it included; each document checked.

    `known` is its reader, where that has been found already.
    """
    try:
        reader = known or reader_of(source) or plain.READER
        passed: list[str] = []
        source, problems = informed(source)
        yield from problems
        nothing = True
        for item in reader.read(source, options):
            nothing = False
            if isinstance(item, Source):
                yield from read_member(item, options, passed)
            elif isinstance(item, Document):
                yield from checks.checked(completed(item, source), source, options.limits)
            else:
                yield item
        if passed:
            yield passed_over(passed, source.name)
        if nothing and not (source.room and source.room.spent):
            yield Problem("empty", "there is no article in it", document=source.name)
    except NoRoomError:
        return  # the archive around it tells
    except OSError as error:
        yield unreadable(error, source.name)
    except Exception as error:  # a fault of a reader on one file must not lose the others
        yield failed(error, source)


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
        yield unreadable(error, member.name)
        return
    if known is None:
        passed.append(member.origin.rpartition(MEMBER)[2])
    elif options.depth >= options.limits.nesting:
        message = f"it lies in more than {options.limits.nesting} archives: raise KG_LIMITS_NESTING to read it"
        yield Problem("nested", message, document=member.name)
    else:
        yield from read_source(member, options.deeper(), known)
