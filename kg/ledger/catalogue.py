"""Where the file of each document is."""

from __future__ import annotations

from collections import UserDict
from pathlib import Path


class Catalogue(UserDict[str, Path]):
    """The file of each current document, by the document's IRI."""
