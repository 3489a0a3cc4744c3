"""Lists of words that checks look for, one table a language, which a newsroom can add to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from timelines.words import languages, words


@lru_cache(maxsize=64)
def finder(language: str, name: str, more: tuple[str, ...] = ()) -> re.Pattern[str]:
    """A pattern that finds any word of the list `name` of that language, or of `more`.

    Lists stand in `timelines/languages/<language>/checks.toml`. Case does not matter; a blank
    stands for any white space, and either apostrophe for the other. A word is found whole.
    """
    listed = tuple(words(language).under(f"checks.{name}").values())
    return matching((*listed, *more))


def speaks(language: str) -> bool:
    """Whether there are lists for the language; without them its texts cannot be judged."""
    return language.split("-")[0].lower() in languages()


def matching(phrases: Iterable[str], *, capitals: bool = False) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words; nothing where there are none.

    Of several that begin at one place it finds the longest. Case matters only with `capitals`.
    """
    longest_first = sorted(
        {phrase for phrase in phrases if phrase}, key=lambda one: (-len(one), one)
    )
    if not longest_first:
        return re.compile(r"(?!)")
    firsts = {phrase[0] if capitals else phrase[0].casefold() for phrase in longest_first}
    letters = "".join(firsts)
    if letters.isascii() and letters.isalnum():
        found = _by_first(longest_first, capitals=capitals)
    else:
        found = rf"(?<!\w)(?:{'|'.join(map(_loosely, longest_first))})"
    return re.compile(rf"{found}(?!\w)", 0 if capitals else re.IGNORECASE)


def _by_first(phrases: list[str], *, capitals: bool) -> str:
    """The phrases under their first letters: a third of the time of one after the other."""
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        first = phrase[0] if capitals else phrase[0].casefold()
        rests.setdefault(first, []).append(_loosely(phrase[1:]))
    either = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return rf"\b(?=[{''.join(rests)}])(?:{either})"


def _loosely(phrase: str) -> str:
    pattern = re.escape(phrase).replace(r"\ ", r"\s+")
    return re.sub("['’]", "['’]", pattern)
