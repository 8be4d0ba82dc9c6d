"""JSON read piece by piece: the values of an array one after the other, and no more of the file in memory than one."""

from __future__ import annotations

import codecs
import json
import re
from typing import BinaryIO

SPACE = re.compile(r"[ \t\r\n]*")
CHUNK = 1 << 16
LONGEST_WORD = 16
"""Characters before the end of what has been read within which a fault may only be that there is more to come."""
DECODER = json.JSONDecoder()


class TooLong(Exception):
    """A single value of more characters than may be held in memory."""


class JsonStream:
    """The values and signs of a text of JSON, in order. Raises `ValueError` for what is none, and `UnicodeError`.

    `longest` is how many characters one value may have; where it has more, `TooLong` is raised.
    """

    def __init__(self, stream: BinaryIO, longest: int, encoding: str = "utf-8-sig") -> None:
        self.stream = stream
        self.longest = longest
        self.decoder = codecs.getincrementaldecoder(encoding)()
        self.text = ""
        self.at = 0
        self.ended = False
        self.kept_from: int | None = None

    def keep(self) -> None:
        """From here on, keep what is read, for `kept`."""
        self.kept_from = self.at

    def kept(self) -> str:
        """What was read since `keep`, as it is written, "" where it was let go; from here on nothing is kept."""
        found = "" if self.kept_from is None else self.text[self.kept_from : self.at]
        self.kept_from = None
        return found

    def peek(self) -> str:
        """The next character that is no white space, "" at the end."""
        while True:
            self.at = SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]  # it matches anywhere
            if self.at < len(self.text) or not self.more(CHUNK):
                return self.text[self.at : self.at + 1]

    def take(self, sign: str) -> bool:
        """Go past a character, if it is the next."""
        found = self.peek() == sign
        self.at += found
        return found

    def expect(self, sign: str) -> None:
        """Go past a character that must come next."""
        if not self.take(sign):
            raise ValueError(f"{sign!r} is missing before {self.text[self.at : self.at + 20]!r}")

    def value(self) -> tuple[object, str]:
        """The next value, and how it is written."""
        self.peek()
        wanted = CHUNK
        while True:
            try:
                found, end = DECODER.raw_decode(self.text, self.at)
            except json.JSONDecodeError as error:
                if self.is_fault(error) or not self.more(wanted):
                    raise ValueError(f"{error.msg[0].lower()}{error.msg[1:]}") from error
            except RecursionError as error:
                raise ValueError("it is nested too deeply") from error
            except ValueError as error:
                raise ValueError("a number in it is too long") from error
            else:
                if end < len(self.text) or not self.more(wanted):  # a number might go on
                    written, self.at = self.text[self.at : end], end
                    return found, written
            wanted *= 2

    def is_fault(self, error: json.JSONDecodeError) -> bool:
        """Whether a value is broken, however it goes on."""
        return not error.msg.startswith("Unterminated") and error.pos < len(self.text) - LONGEST_WORD

    def more(self, size: int) -> bool:
        """Get more of the file, as much again as is held at least; whether there was any."""
        if self.ended:
            return False
        cut = self.at if self.kept_from is None else self.kept_from
        if len(self.text) - cut > self.longest:
            raise TooLong
        data = self.stream.read(max(size, len(self.text) - cut))
        self.ended = not data
        self.text = self.text[cut:] + self.decoder.decode(data, final=self.ended)
        self.at -= cut
        self.kept_from = None if self.kept_from is None else 0
        return not self.ended
