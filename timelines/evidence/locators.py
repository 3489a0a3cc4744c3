"""Which pages a locator means: “p. 3”, “pp. 4–6”, “page iv, para. 2”."""

from __future__ import annotations

import re

_NUMBER = r"(?<!\w)(?:\d{1,6}(?!\w)|[ivxlcdm]{1,8}(?!\w))"
_RANGE = rf"{_NUMBER}(?:\s*(?:-|–|—|to)\s*{_NUMBER})?"
_PAGES = re.compile(
    rf"\b(?:pp?\b\.?|pgs?\b\.?|pages?\b)\s*({_RANGE}(?:\s*(?:,|&|and|,\s*and)\s*{_RANGE}(?![\w.]))*)",
    re.IGNORECASE,
)
_SPAN = re.compile(rf"({_NUMBER})(?:\s*(?:-|–|—|to)\s*({_NUMBER}))?", re.IGNORECASE)

MOST_PAGES = 500


def pages(locator: str | None) -> tuple[str, ...]:
    """The page numbers that a locator names, as written; empty where it names none.

    `pp. 12–4` are the pages 12 to 14. A range of more than 500 pages names its ends only.
    """
    found: dict[str, None] = {}
    for match in _PAGES.finditer(locator or ""):
        for first, last in _SPAN.findall(match[1]):
            for one in _between(first, last):
                found[one] = None
    return tuple(found)


def _between(first: str, last: str) -> list[str]:
    if not last:
        return [first]
    if not (first.isdecimal() and last.isdecimal()):
        return [first, last]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    numbers = range(int(first), int(last) + 1)
    return [str(one) for one in numbers] if len(numbers) in range(1, MOST_PAGES) else [first, last]


def places(cited: tuple[str, ...], labels: tuple[str, ...], count: int) -> tuple[int, ...] | None:
    """The pages of a file, from 0, that may be meant: by their order, or by what a PDF calls them.

    None where one of the numbers is that of no page.
    """
    found: dict[int, None] = {}
    for one in cited:
        meant = [number for number, label in enumerate(labels) if label.lower() == one.lower()]
        if one.isdecimal() and 1 <= int(one) <= count:
            meant.append(int(one) - 1)
        if not meant:
            return None
        found.update(dict.fromkeys(meant))
    return tuple(sorted(found))
