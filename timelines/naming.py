"""Where the text of an event names somebody the investigation knows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from timelines.docket import Docket

_WORD = re.compile(r"\w+(?:[-’'.&]\w+)*")


_POSSESSIVE = ("’s", "'s", "’", "'")


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as it stands in a text, and everybody it may mean."""

    words: str
    start: int
    people: frozenset[str]


class Names:
    """Every name and variant of an investigation, found in a text in one pass over its words.

    Of names that overlap the longest is meant: “Kansas City Police Department” names no city.
    Capitals count; a possessive ending does not.
    """

    def __init__(self, docket: Docket) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], set[str]]] = defaultdict(dict)
        for person, names in docket.names.items():
            for name in names:
                words = tuple(bare(match[0]) for match in _WORD.finditer(name))
                if words and any(letter.isupper() for letter in name):
                    self._by_first[words[0]].setdefault(words, set()).add(person)

    def named(self, text: str) -> Iterator[Naming]:
        """Every name in the text, from left to right."""
        words = [bare(word) for word in _WORD.findall(text)]
        if self._by_first.keys().isdisjoint(words):
            return
        found = list(_WORD.finditer(text))
        after = 0
        for place, word in enumerate(words):
            names = self._by_first.get(word)
            if names is None or place < after:
                continue
            here = (len(name) for name in names if tuple(words[place : place + len(name)]) == name)
            length = max(here, default=0)
            if length == 0:
                continue
            after = place + length
            start, end = found[place].start(), found[after - 1].end()
            people = names[tuple(words[place:after])]
            yield Naming(text[start:end], start, frozenset(people))


def bare(word: str) -> str:
    """A word without a possessive ending."""
    if "’" not in word and "'" not in word:
        return word
    return next((word.removesuffix(end) for end in _POSSESSIVE if word.endswith(end)), word)


def speaks_of(docket: Docket, person: str, text: str) -> bool:
    """Whether a text speaks of somebody by name, label, office, or the last word of the name."""
    plain = text.casefold()
    return any(form in plain for form in docket.spoken_of[person])
