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


def matching(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words; nothing where there are none."""
    longest_first = sorted(
        {phrase for phrase in phrases if phrase}, key=lambda one: (-len(one), one)
    )
    either = "|".join(_loosely(phrase) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def _loosely(phrase: str) -> str:
    pattern = re.escape(phrase).replace(r"\ ", r"\s+")
    return re.sub("['’]", "['’]", pattern)
