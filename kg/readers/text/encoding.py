"""Bytes as text: by their mark, by what is declared, as UTF-8, and only then by a guess, which is told."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass

from kg.model import Problem
from kg.readers.base.source import Source

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks with their encodings; that of UTF-32 starts as that of UTF-16 does, and so comes first."""
SEVEN_BITS = ("iso2022", "hz")
"""Encodings whose bytes are all ASCII, and so look like UTF-8."""
WESTERN = "cp1252"
"""What browsers read where ISO 8859-1 or ASCII is declared (WHATWG Encoding Standard), and what English texts that
are no UTF-8 are mostly in: these texts are ASCII but for a few quotation marks and letters of names."""
FEW = 0.15
SAMPLE = 100_000
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b\x08")
TOO_MANY_CONTROLS = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in; `problem` says that this was guessed, or is not the one declared."""

    text: str
    encoding: str
    problem: Problem | None = None


def text_of(
    source: Source, limit: int, declares: Callable[[bytes], str | None] = lambda data: None
) -> tuple[bytes, Decoded] | Problem:
    """A source's bytes and their text; `declares` finds what they say of their own encoding. Raises `OSError`."""
    data = source.data(limit)
    if isinstance(data, Problem):
        return data
    found = decoded(data, source.name, source.encoding or declares(data))
    return found if isinstance(found, Problem) else (data, found)


def opening(head: bytes) -> str:
    """The start of a text by which its format is recognised: in small letters, white space before it left out."""
    encoding = mark(head) or two_bytes(head[: len(head) & ~1]) or "utf-8"
    return head.decode(encoding, "replace").lstrip("\ufeff \t\r\n\f").lower()


def decoded(data: bytes, name: str, declared: str | None = None) -> Decoded | Problem:
    """Bytes as text, line ends unchanged, or the `Problem` that they are none; `name` is what problems call them."""
    if (marked := mark(data)) is not None:
        return strictly(data, marked, name)
    if (wide := two_bytes(data)) is not None and (found := attempt(data, wide)) is not None:
        return Decoded(found, wide, guessed(wide, name))
    if is_binary(data):
        return Problem("binary", "its bytes are those of no text", document=name)
    wanted = codec(declared)
    if (found := attempt(data, "utf-8")) is not None and not (wanted or "").startswith(SEVEN_BITS):
        return Decoded(found, "utf-8", contradicted(data, wanted, name))
    if wanted and (found := attempt(data, wanted)) is not None:
        return Decoded(found, wanted)
    return guess(data, name)


def mark(data: bytes) -> str | None:
    """The encoding that a byte order mark tells."""
    return next((encoding for sign, encoding in MARKS if data.startswith(sign)), None)


def strictly(data: bytes, encoding: str, name: str) -> Decoded | Problem:
    """Bytes in the one encoding they can be in."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not {encoding.removesuffix('-sig').upper()}: save the file as UTF-8"
        return Problem("wrong-encoding", message, document=name)


def attempt(data: bytes, encoding: str) -> str | None:
    """Bytes in an encoding, or None where they are not in it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def codec(declared: str | None) -> str | None:
    """Python's name of a declared encoding, None for one that is not known or turns no bytes into text."""
    try:
        found = codecs.lookup(declared.strip().strip("\"'")) if declared else None
    except (LookupError, ValueError):
        return None
    if found is None or not found._is_text_encoding or found.name.startswith(("utf-16", "utf-32", "idna", "puny")):
        return None
    return WESTERN if found.name in ("iso8859-1", "ascii") else found.name


def two_bytes(data: bytes) -> str | None:
    """UTF-16 without a mark: in most languages every other byte of it is zero."""
    sample = data[: SAMPLE & ~1]
    if len(sample) < 8 or len(data) % 2 or b"\0" not in sample:
        return None
    zeros = sample[::2].count(0), sample[1::2].count(0)
    if min(zeros) * 20 > max(zeros) or max(zeros) * 4 < len(sample):
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding of single bytes or in UTF-8."""
    sample = data[:SAMPLE]
    return b"\0" in data or sum(sample.count(control) for control in CONTROLS) > TOO_MANY_CONTROLS * len(sample)


def guess(data: bytes, name: str) -> Decoded | Problem:
    """Bytes in an encoding that nothing declares: Western where nearly all are ASCII, else as their statistics say."""
    high = sum(1 for byte in data[:SAMPLE] if byte > 127)
    if high <= FEW * len(data[:SAMPLE]) and (found := attempt(data, WESTERN)) is not None:
        return Decoded(found, WESTERN, guessed(WESTERN, name))
    from charset_normalizer import from_bytes  # noqa: PLC0415  # most texts need no guess

    best = from_bytes(data[:SAMPLE]).best()
    if best is None or (found := attempt(data, best.encoding)) is None:
        return Problem("wrong-encoding", "its encoding cannot be told: save the file as UTF-8", document=name)
    return Decoded(found, best.encoding, guessed(best.encoding, name))


def guessed(encoding: str, name: str) -> Problem:
    message = f"nothing says which encoding it is in: read as {encoding}, some letters may be wrong"
    return Problem("guessed-encoding", message, document=name)


def contradicted(data: bytes, declared: str | None, name: str) -> Problem | None:
    """What is told where UTF-8 that holds more than ASCII calls itself something else."""
    if declared in (None, "utf-8") or data.isascii():
        return None
    return Problem("wrong-declaration", f"it says it is in {declared}, but is UTF-8, and read so", document=name)
