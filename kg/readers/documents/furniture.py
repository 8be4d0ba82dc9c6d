"""What stands on every page and belongs to none: running headers and footers, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

EDGE = 2
"""How many lines at the top and at the foot of a page may be furniture."""
FEWEST = 3
"""On how many pages a line must come back; a line that comes back on two may be a refrain."""
SHARE = 0.4
"""On which part of the pages at least: left and right pages may differ."""
LONGEST = 120
DIGITS = re.compile(r"[0-9]+")
NUMBER = re.compile(r"(?:page\s+)?[-–—|\s]*([0-9]{1,5})(?:\s*(?:/|of)\s*[0-9]{1,5})?[-–—|\s]*", re.IGNORECASE)


def without(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of each page without furniture; a running header stays where it stands first.

    It is what comes back at the edges of three pages or more, and of two in five, numbers aside; of two pages, where a
    number in it counts them; and a number alone that counts the pages. A line in the middle of a page always stays.
    """
    trimmed = [trim(page) for page in pages]
    shift = numbering(trimmed)
    repeated = returning(trimmed, shift)
    seen: set[str] = set()
    return [list(kept(page, number, repeated, shift, seen)) for number, page in enumerate(trimmed)]


def trim(page: Sequence[str]) -> list[str]:
    """A page without the blank lines before and after it."""
    filled = [index for index, line in enumerate(page) if line.strip()]
    return list(page[filled[0] : filled[-1] + 1]) if filled else []


def edges(page: Sequence[str]) -> list[int]:
    """The indexes of the lines at the top and the foot of a page, the outermost first; a short page is all edge."""
    count = min(EDGE, len(page) // 2)
    return [index for step in range(count) for index in (step, len(page) - 1 - step)]


def shape(line: str) -> str:
    """A line whatever the numbers in it."""
    return DIGITS.sub("#", " ".join(line.split())) if len(line) <= LONGEST else ""


def returning(pages: Sequence[Sequence[str]], shift: int | None) -> frozenset[str]:
    """The shapes of the lines that come back at the edges of pages; `shift` as `numbering` finds it."""
    found: dict[str, dict[int, str]] = {}
    for number, page in enumerate(pages):
        for line in (page[index] for index in edges(page)):
            found.setdefault(shape(line), {})[number] = line
    return frozenset(
        form for form, lines in found.items() if form not in ("", "#") and len(lines) >= least(lines, pages, shift)
    )


def least(lines: Mapping[int, str], pages: Sequence[Sequence[str]], shift: int | None) -> float:
    """On how many pages lines of one shape must stand to be furniture: on two where they hold the page's number."""
    if shift is not None and all(number + shift in end_numbers(line) for number, line in lines.items()):
        return 2
    return max(2 if counting(lines) else FEWEST, SHARE * len(pages))


def counting(lines: Mapping[int, str]) -> bool:
    """Whether lines, by the page they stand on, hold a number that grows by one with each page."""
    columns = zip(*map(DIGITS.findall, lines.values()), strict=False)
    return any(len({int(value[:9]) - page for value, page in zip(c, lines, strict=True)}) == 1 for c in columns)


def numbering(pages: Sequence[Sequence[str]]) -> int | None:
    """By how much the numbers at the edges of pages differ from the count of pages, where most agree on one."""
    shifts = Counter(
        shift
        for number, page in enumerate(pages)
        for shift in {found - number for index in edges(page) for found in end_numbers(page[index])}
    )
    if not shifts:
        return None
    shift, count = min(shifts.items(), key=lambda found: (-found[1], found[0]))
    return shift if count >= 2 and count >= len(pages) / 2 else None


def end_numbers(line: str) -> set[int]:
    """The numbers that a line begins and ends with, where one may count the pages, and the one that is all of it."""
    words = line.split() if len(line) <= LONGEST else []
    found = {int(word) for word in (*words[:1], *words[-1:]) if word.isascii() and word.isdigit() and len(word) < 6}
    alone = page_number(line)
    return found if alone is None else found | {alone}


def page_number(line: str) -> int | None:
    """The number that is all of a line: "3", "- 3 -", "Page 3 of 9"."""
    found = NUMBER.fullmatch(line.strip()) if len(line) <= LONGEST else None
    return int(found[1]) if found else None


def kept(
    page: Sequence[str], number: int, repeated: frozenset[str], shift: int | None, seen: set[str]
) -> Iterator[str]:
    """The lines of a page that are no furniture; `seen` are the headers met so far."""
    edge = set(edges(page))
    for index, line in enumerate(page):
        form = shape(line) if index in edge else ""
        counts = index in edge and shift is not None and page_number(line) == number + shift
        if counts or (form in repeated and (form in seen or index > len(page) // 2 or "#" in form)):
            continue
        if form in repeated:
            seen.add(form)
        yield line
