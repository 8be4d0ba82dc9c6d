"""From files, folders, archives, addresses and standard input to documents.

What cannot be read gives a `Problem`; the rest goes on. Which reader a source needs is seen from its first bytes, and
only where these do not tell, from the ending of its name.

- `base`: what a reader is, and what it reads from;
- `sources`: files, folders, addresses of the web, standard input;
- `text`: bytes as text, text as paragraphs, the language it is in;
- `archives`, `documents`, `json_files`, `tables`, `web`, `mail`: the formats.
"""

from __future__ import annotations

from kg.readers.base.reader import Options
from kg.readers.formats import READERS
from kg.readers.reading import read, read_source

__all__ = ["READERS", "Options", "read", "read_source"]
