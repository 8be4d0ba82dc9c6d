"""Texts as cells of tables that people open in a spreadsheet.

Spreadsheets run what begins like a formula (OWASP, "CSV Injection"), and a text may come from anybody. So a text that
begins with one of `RISKY` has an apostrophe before it: taking one leading apostrophe off gives every text back as it
was. Numbers stay numbers.
"""

from __future__ import annotations

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
APOSTROPHE = "'"


def guarded(text: str) -> str:
    """A text that no spreadsheet runs as a formula."""
    return APOSTROPHE + text if text.startswith(RISKY) else text


def unguarded(text: str) -> str:
    """The text that a guarded cell was made from."""
    return text.removeprefix(APOSTROPHE)
