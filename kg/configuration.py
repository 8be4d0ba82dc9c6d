"""Where settings come from: a file `kg.toml` in the working folder, and environment variables, which override it.

`KG_CONFIG` names another file. A key is written as in `KEYS`, "limits.pages" in the table `[limits]`; its variable is
`KG_LIMITS_PAGES`. Folders in the file are relative to it.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import SetupError
from kg.settings import Limits, Settings, data_folder

FILE = "kg.toml"
MAP = "map"
FIELDS = ("id", "text", "title", "source", "url", "date", "author")
"""What `[map]` may name: the fields of an article."""


@dataclass(frozen=True, slots=True)
class Key:
    """A setting as users write it, and what `kg init` says of it."""

    name: str
    says: str

    @property
    def variable(self) -> str:
        """The environment variable that overrides it."""
        return "KG_" + self.name.upper().replace(".", "_")

    @property
    def default(self) -> Any:
        """Its value where nobody has set it."""
        table, _, name = self.name.rpartition(".")
        return getattr(Limits() if table else Settings(), name)


KEYS = (
    Key("store", "The folder of the ledger and its index."),
    Key("base", "Where new IRIs are minted; it ends in /. A store keeps the base it was made with."),
    Key("model", "An installed spaCy pipeline for English, with a parser."),
    Key("jobs", "How many processes read articles; the result is the same for any number."),
    Key("policy", "What kg view takes as so: attributed, uncontested, majority, or publisher:NAME."),
    Key("vocabulary", "Folders of Turtle with actors, places, agreements and event types of your own."),
    Key("network", "Whether addresses (https://…) may be read as articles."),
    Key("limits.bytes", "The bytes of one article as it comes."),
    Key("limits.characters", "The characters of one article; the parser takes about 3 kB of memory for each."),
    Key("limits.pages", "The pages of one article."),
    Key("limits.sentences", "The sentences of one article."),
    Key("limits.members", "The files in one archive."),
    Key("limits.nesting", "Archives within archives."),
    Key("limits.ratio", "How many times larger than packed an archive may become."),
    Key("limits.seconds", "How long the extractors may take for one article, once it is parsed."),
)
"""Every setting, in the order of the file that `kg init` writes."""
HEAD = (
    "# Settings of conflict-kg for the commands that are run in this folder. A line without # sets its value;",
    "# the variable in brackets overrides it, and so does an option of the command line.",
    "",
)
MAP_SAYS = (
    "# How the articles of others (JSON, CSV, Parquet) call what is called text, date and so on here;",
    '# a dot leads into an object: text = "article.body".',
)


def configured(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of `kg.toml`, where there is one, and of the environment.

    Raises `SetupError` for a file that is no TOML, a key that is none, or a value of the wrong type.
    """
    named = environment.get("KG_CONFIG")
    file = Path(named or FILE)
    found = dict(from_file(file)) if named or file.is_file() else {}
    found.update(from_environment(environment))
    limits = {name.partition(".")[2]: found.pop(name) for name in tuple(found) if name.startswith("limits.")}
    return replace(Settings(), **found, limits=replace(Limits(), **limits))


def template() -> str:
    """A `kg.toml` with every setting at its default, commented out, and what it is for."""
    tables: dict[str, list[str]] = {}
    for key in KEYS:
        table, _, name = key.name.rpartition(".")
        lines = tables.setdefault(table, [f"[{table}]", ""] if table else [])
        lines += [f"# {key.says} ({key.variable})", f"# {name} = {written(key.default)}", ""]
    tables[MAP] = [f"[{MAP}]", "", *MAP_SAYS, *(f'# {name} = "{name}"' for name in FIELDS), ""]
    return "\n".join([*HEAD, *(line for lines in tables.values() for line in lines)]).rstrip("\n") + "\n"


def written(value: object) -> str:
    """A default as TOML has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(written, value))}]"
    return f"{value:_}" if isinstance(value, int) else f'"{value}"'


def from_file(file: Path) -> Iterator[tuple[str, Any]]:
    """The settings in a file, by the names of `KEYS`, and what `[map]` says as "fields"."""
    try:
        tables = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    except tomllib.TOMLDecodeError as error:
        raise SetupError(f"{file} is no TOML: {error}") from error
    mapped = tables.pop(MAP, {})
    yield "fields", checked_map(mapped, file)
    for name, value in flat(tables):
        key = key_of(name, file)
        yield name, placed(typed(value, key, f"{file}: {name}"), file.parent)


def flat(tables: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The values of nested tables under dotted names."""
    for name, value in tables.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def key_of(name: str, file: Path) -> Key:
    """The setting of a name. Raises `SetupError` with the nearest one where there is none."""
    known = {key.name: key for key in KEYS}
    if name not in known:
        raise SetupError(f"{file}: there is no setting {name!r}{nearest(name, known)}")
    return known[name]


def nearest(name: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """The end of a message about a wrong name: which one may be meant, else all there are."""
    near = difflib.get_close_matches(name, tuple(known), n=1)
    return f": did you mean {near[0]!r}?" if near else f": there are {', '.join(known)}"


def checked_map(mapped: object, file: Path) -> Mapping[str, str]:
    """The table `[map]`: how others call what we call `text`, `date` and so on."""
    if not isinstance(mapped, dict) or not all(isinstance(value, str) for value in mapped.values()):
        raise SetupError(f'{file}: [map] holds lines such as text = "body"')
    for name in mapped:
        if name not in FIELDS:
            raise SetupError(f"{file}: an article has no field {name!r}{nearest(name, FIELDS)}")
    return mapped


def from_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """The settings that the environment overrides."""
    for key in KEYS:
        if (value := environment.get(key.variable)) is not None:
            yield key.name, typed(read(value, key), key, key.variable)


def read(value: str, key: Key) -> object:
    """A value of the environment as the file would have it."""
    default = key.default
    if isinstance(default, bool):
        return {"1": True, "true": True, "0": False, "false": False, "": False}.get(value.lower(), value)
    if isinstance(default, int):
        return int(value) if value.isdecimal() else value
    if isinstance(default, tuple):
        return [part for part in value.split(os.pathsep) if part]
    return value


def typed(value: object, key: Key, name: str) -> Any:
    """A value with the type of its setting's default. Raises `SetupError` where it has another."""
    default = key.default
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise SetupError(f"{name} is true or false, not {value!r}")
    elif isinstance(default, int):
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise SetupError(f"{name} is a number from 1 up, not {value!r}")
    elif isinstance(default, tuple):
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise SetupError(f'{name} is a list of folders, ["ours"], not {value!r}')
        return tuple(map(Path, value))
    elif not isinstance(value, str) or not value:
        raise SetupError(f"{name} is a text in quotes, not {value!r}")
    elif isinstance(default, Path):
        return Path(value)
    return value


def placed(value: Any, folder: Path) -> Any:
    """A folder named in a file in `folder` as it is called from here; any other value as it is."""
    if isinstance(value, tuple):
        return tuple(folder / part for part in value)
    return folder / value if isinstance(value, Path) else value


def vocabulary_folders() -> tuple[Path, ...]:
    """The folders that the ontology in use stands in."""
    return (data_folder("ontology"), *configured().vocabulary)


def turtle_files(folders: Iterable[Path]) -> Iterator[Path]:
    """The Turtle files of folders, by name. Raises `SetupError` for a folder without any."""
    for folder in folders:
        files = sorted(folder.glob("*.ttl"))
        if not files:
            mend = "reinstall conflict-kg" if folder == data_folder("ontology") else "mend the setting vocabulary"
            raise SetupError(f"no vocabulary (*.ttl) in {folder}: {mend}")
        yield from files
