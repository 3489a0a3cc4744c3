"""Whether two wordings of sources name the same thing: words, names and numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from timelines.dates.numbers import number
from timelines.passages import words

ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its"})

_DIGITS = re.compile(r"(?<![\w.,-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w-]|[.,]\d)")
_AT_LEAST = re.compile(r"\b(?:more than|over|at least|no fewer than|no less than|upwards of)\b|\+")
_AT_MOST = re.compile(r"\b(?:fewer than|less than|under|up to|at most|no more than)\b")
_ABOUT = re.compile(r"\b(?:about|around|some|roughly|nearly|almost|approximately|circa)\b|~")
_VAGUE = re.compile(
    r"\b(?:several|many|few|dozens|scores|hundreds|thousands|millions|numerous|multiple|various|"
    r"unknown|unclear|not stated|undisclosed|declined|unspecified)\b"
)
NEAR = 0.1
"""“About” leaves this much room, as a part of the number."""


class Sameness:
    """What counts as the same in one investigation: its synonyms and the names of its people."""

    def __init__(self, synonyms: Iterable[Iterable[str]], names: Mapping[str, Iterable[str]]):
        self._groups: dict[tuple[str, ...], str] = {}
        for place, group in enumerate(synonyms):
            for member in group:
                self._groups[_tokens(member)] = f"={place}"
        self._longest = max((len(tokens) for tokens in self._groups), default=0)
        self._people: dict[tuple[str, ...], set[str]] = {}
        for person, forms in names.items():
            for form in (person, *forms):
                self._people.setdefault(_tokens(form), set()).add(person)

    def same(self, one: str, other: str) -> bool:
        """True where the two may well mean the same; one may say more than the other."""
        if _vague(one) or _vague(other):
            return True
        one_number, other_number = _range(one), _range(other)
        if one_number is not None and other_number is not None:
            if one_number[1] < other_number[0] or other_number[1] < one_number[0]:
                return False
            one, other = _without_numbers(one), _without_numbers(other)
        a, b = self._canonical(_tokens(one)), self._canonical(_tokens(other))
        if not a or not b or _covered(a, b) or _covered(b, a):
            return True
        return bool(self._people.get(_tokens(one), set()) & self._people.get(_tokens(other), set()))

    def _canonical(self, tokens: tuple[str, ...]) -> tuple[str, ...]:
        """The tokens with every synonym replaced by its group."""
        found: list[str] = []
        place = 0
        while place < len(tokens):
            for length in range(min(self._longest, len(tokens) - place), 0, -1):
                group = self._groups.get(tokens[place : place + length])
                if group is not None:
                    found.append(group)
                    place += length
                    break
            else:
                found.append(tokens[place])
                place += 1
        return tuple(found)


def _tokens(text: str) -> tuple[str, ...]:
    """Its words without articles, hyphens and the marks of plural and possession."""
    plain = (word.replace("-", "").removesuffix("'s").replace("'", "") for word in words(text))
    return tuple(_singular(word) for word in plain if word not in ARTICLES)


def _singular(word: str) -> str:
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word


def _covered(small: tuple[str, ...], large: tuple[str, ...]) -> bool:
    """Whether every word of one stands in the other; an initial stands for its name."""
    return all(any(word == other or _initial(word, other) for other in large) for word in small)


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0] and one[0].isalpha()


def _vague(text: str) -> bool:
    return _VAGUE.search(text.casefold()) is not None


def _range(text: str) -> tuple[float, float] | None:
    """The least and the most that its numbers allow; None where it has none."""
    plain = text.casefold()
    found = [float(whole.replace(",", "") + part) for whole, part in _DIGITS.findall(plain)]
    if not found:
        found = [float(value) for value in _spelled(plain)[0]]
    if not found:
        return None
    least, most = min(found), max(found)
    if _AT_LEAST.search(plain):
        most = math.inf
    if _AT_MOST.search(plain):
        least = -math.inf
    if _ABOUT.search(plain):
        return least - NEAR * abs(least), most + NEAR * abs(most)
    return least, most


def _spelled(plain: str) -> tuple[list[int], str]:
    """The numbers in words, each as long as it gets, and the other words."""
    tokens = re.findall(r"[^\W\d_]+|\S", plain.replace("-", " "))
    found, others, place = [], [], 0
    while place < len(tokens):
        for end in range(min(len(tokens), place + 9), place, -1):
            value = number(" ".join(tokens[place:end]))
            if value is not None:
                found.append(value)
                place = end
                break
        else:
            others.append(tokens[place])
            place += 1
    return found, " ".join(others)


def _without_numbers(text: str) -> str:
    """The words beside the numbers, without those that only hedge them."""
    plain = text.casefold()
    for pattern in (_DIGITS, _AT_LEAST, _AT_MOST, _ABOUT):
        plain = pattern.sub(" ", plain)
    return _spelled(plain)[1]
