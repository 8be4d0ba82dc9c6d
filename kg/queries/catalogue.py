"""The queries that come with the package, and reading one from a file or from its text.

The comment lines that a query starts with describe it:

    # title: Clashes
    # question: Who fought whom, where and when, and who reports it?
    # param place: label, alias or IRI of a place
    # several: initiator, target

`several` names the columns whose values are gathered into one cell. A line of the query that starts with
`#? place:` is left out unless that parameter is given; in it `$place` stands for the parameter's values.

Rows are ordered by one text, `?order`: all that they are ordered by, with tabs between. The engine works out what rows
are ordered by each time it compares two of them, and looks the words of the graph up for it, but no text of its own.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.errors import QueryError
from kg.settings import data_folder

HEADER = re.compile(r"#\s*(title|question|several|param\s+\w+)\s*:\s*(.*)")
CONDITIONAL = re.compile(r"^([^\S\n]*)#\?\s*(\w+)\s*:\s*(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something a query can be narrowed to; `meaning` says what may be given."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Query:
    """A SPARQL query with its description; `several` are the columns whose values share a cell."""

    name: str
    text: str
    title: str = ""
    question: str = ""
    parameters: tuple[Parameter, ...] = ()
    several: tuple[str, ...] = ()

    def filled(self, values: dict[str, str]) -> str:
        """The SPARQL text with the lines of the given parameters in place; `values` are written RDF terms."""

        def line(found: re.Match[str]) -> str:
            indent, name, pattern = found.groups()
            return indent + pattern.replace(f"${name}", values[name]) if name in values else ""

        return CONDITIONAL.sub(line, self.text)


@lru_cache(maxsize=1)
def catalogue() -> tuple[Query, ...]:
    """The queries that come with the package, by name."""
    return tuple(read(file) for file in sorted(data_folder("queries").glob("*.rq")))


def load(source: str) -> Query:
    """The query `source` names: one of the catalogue, a file, or the text of a query itself.

    Raises `QueryError`, naming the nearest known ones, where it is none of these.
    """
    known = {query.name: query for query in catalogue()}
    if source in known:
        return known[source]
    if "{" in source or "\n" in source:
        return parsed("query", source)
    if Path(source).is_file():
        return read(Path(source))
    raise QueryError(f"there is no query or file {source!r}{nearest(source, known)}")


def read(file: Path) -> Query:
    """The query in a file. Raises `QueryError` where it is no text."""
    try:
        return parsed(file.stem, file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file} cannot be read as a query: {error}") from error


def parsed(name: str, text: str) -> Query:
    """A query from its text; its description is in the comment lines before the first other line."""
    title, question, several, parameters = name, "", "", []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if (found := HEADER.match(line)) is None:
            continue
        key, value = found.groups()
        if key == "title":
            title = value
        elif key == "question":
            question = value
        elif key == "several":
            several = value
        else:
            parameters.append(Parameter(key.split()[1], value))
    columns = tuple(column for column in re.split(r"[,\s]+", several) if column)
    return Query(name, text, title, question, tuple(parameters), columns)


def nearest(word: str, known: object) -> str:
    """The end of a message that names what was probably meant: "; did you mean 'ties'?"."""
    names = sorted(known) if isinstance(known, dict | set | frozenset | list | tuple) else []
    close = difflib.get_close_matches(word, names, n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(map(repr, close))}?" if close else ""
