"""Finds in ordinary texts what only the vault may say: names and ways to reach somebody."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from timelines.vault.entries import Entry
from timelines.vault.silent import Silent

What = Literal["name", "family", "given", "contact"]
"""The whole name; the last word of it; another word of it; a way to reach somebody."""

_WORD = re.compile(r"[^\W_]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"(?<![\w.])@([\w.]{4,})")
_NUMBER = re.compile(r"\d(?:[\s()./-]{0,3}\d){6,19}")
_GROUP_END = re.compile(r"\d(?!\d)")
_DIGITS, _WHOLE = 7, 10
"""So many digits make a number; so many at its end are a whole one, with its area."""

_NO_NAME = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "sir", "the", "and", "aka", "von", "van", "der", "den", "del"}
    | {"della", "dos", "das", "bin", "ibn", "officer", "detective", "sergeant", "lieutenant"}
    | {"captain", "chief", "mayor", "judge"}
)
"""Words in names that many people bear, or that only say what somebody is."""

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_APART = 2
"""So many other words may stand between the words of a name: “Robin Q. Example”."""


class Hit(NamedTuple):
    """Something of an entry in a text: whose, what of it, and where in the text it begins."""

    token: str
    what: What
    at: int


def folded(text: str) -> str:
    """The text without case and accents; every sign of its lines stays on its line."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that tell somebody apart, folded, in their order."""
    found = [word for word in _WORD.findall(folded(name)) if len(word) > 1]
    return tuple(word for word in found if word not in _NO_NAME) or tuple(found)


class Names(Silent):
    """What the vault's entries are found by: looked up by word, so that many texts are quick."""

    __slots__ = ("_contacts", "_last", "_numbers", "_printed", "_solid", "_whole", "_words")

    def __init__(self, entries: Mapping[str, Entry], known: Iterable[str] = ()) -> None:
        """Learn the entries; contacts in one of the `known` ones may be printed, and are none."""
        printed = " ; ".join(known)
        self._printed = {one.casefold() for one in _EMAIL.findall(printed)}
        self._printed |= {_plain(one)[-_DIGITS:] for one in _NUMBER.findall(printed)}
        self._words: dict[str, set[str]] = defaultdict(set)
        self._whole: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._last: dict[str, set[str]] = defaultdict(set)
        self._solid: dict[str, set[str]] = defaultdict(set)
        self._contacts: dict[str, set[str]] = defaultdict(set)
        self._numbers: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for token, entry in entries.items():
            self._learn_name(token, entry.name)
            self._learn_contact(token, entry.contact)

    def _learn_name(self, token: str, name: str) -> None:
        spellings = {name, name.casefold().translate(_GERMAN)}
        # “Robin Example (Bobby), Rob Example”: every name that somebody goes by.
        for spelling in spellings | {
            part for one in spellings for part in re.split(r"[;,/()]", one)
        }:
            words = words_of(spelling)
            if not words:
                continue
            if len(words) > 1 or spelling in spellings:
                self._whole[token].add(words)
                self._solid["".join(words)].add(token)
                self._solid["".join(words[::-1])].add(token)
            self._last[token].add(words[-1])
            for word in words:
                self._words[word].add(token)

    def _learn_contact(self, token: str, contact: str) -> None:
        for one in (*_EMAIL.findall(contact), *_HANDLE.findall(contact)):
            if one.casefold() not in self._printed:
                self._contacts[one.casefold().strip(".")].add(token)
        for number in _NUMBER.findall(contact):
            digits = _plain(number)
            if digits[-_DIGITS:] not in self._printed:
                self._numbers[digits[-_DIGITS:]].add((token, digits[-_WHOLE:]))

    def whole(self, text: str) -> Iterator[Hit]:
        """Whole names and contacts in a text of any length: one an entry and place."""
        plain = folded(text)
        yield from self._reached(plain)
        if self._words.keys().isdisjoint(_WORD.findall(plain)):
            yield from self._unspaced(plain)
            return
        found = [(one[0], one.start()) for one in _WORD.finditer(plain)]
        for place, (word, at) in enumerate(found):
            for token in self._words.get(word, ()):
                around = [one for one, _ in found[max(place - 6, 0) : place + 7]]
                here = min(place, 6)
                if any(_is_whole(names, around, here) for names in self._whole[token]):
                    yield Hit(token, "name", at)

    def parts(self, text: str, token: str) -> Iterator[Hit]:
        """Whatever of one entry a text has, a single word of the name included."""
        yield from (hit for hit in self.whole(text) if hit.token == token)
        plain = folded(text)
        for word in _WORD.finditer(plain):
            if token in self._words.get(word[0], ()) and len(word[0]) > 2:
                what: What = "family" if word[0] in self._last[token] else "given"
                yield Hit(token, what, word.start())

    def joined(self, name: str) -> Iterator[Hit]:
        """Whole names in an id or a file's name, also without anything between the words."""
        yield from self.whole(name)
        solid = "".join(_WORD.findall(folded(name)))
        for together, tokens in self._solid.items():
            if len(together) > 5 and together in solid:
                yield from (Hit(token, "name", 0) for token in tokens)

    def goes_by(self, token: str, names: frozenset[tuple[str, ...]]) -> bool:
        """Whether an entry has one of these names, given by their folded words."""
        return not names.isdisjoint(self._whole.get(token, ()))

    def _reached(self, plain: str) -> Iterator[Hit]:
        if self._contacts:
            for one in (*_EMAIL.finditer(plain), *_HANDLE.finditer(plain)):
                said = one[one.re.groups].strip(".")
                yield from (
                    Hit(token, "contact", one.start()) for token in self._contacts.get(said, ())
                )
        if self._numbers:
            for one in _NUMBER.finditer(plain):
                for token in self._called(one[0]):
                    yield Hit(token, "contact", one.start())

    def _called(self, run: str) -> set[str]:
        """Whose number a run of digits is: with another area it is another one."""
        found = set()
        for group in _GROUP_END.finditer(run):
            digits = _plain(run[: group.end()])
            for token, number in self._numbers.get(digits[-_DIGITS:], ()):
                if len(digits) < len(number) or digits.endswith(number):
                    found.add(token)
        return found

    def _unspaced(self, plain: str) -> Iterator[Hit]:
        """Names in scripts that put nothing between words."""
        if plain.isascii():
            return
        for together, tokens in self._solid.items():
            if not together.isascii() and len(together) > 1 and _is_unspaced(together):
                at = plain.find(together)
                if at >= 0:
                    yield from (Hit(token, "name", at) for token in tokens)


def _is_whole(names: tuple[str, ...], around: list[str], here: int) -> bool:
    """Whether all words of a name, or its first letter and its last word, stand together here."""
    if around[here] != names[0] and around[here] != names[-1]:
        return False
    if len(names) == 1:
        return len(names[0]) > 3
    reach = len(names) + _APART
    near = around[max(here - reach + 1, 0) : here + reach]
    if all(word in near for word in names):
        return around[here] == names[0] or names[0] not in near
    initial = around[here - 1] if here else ""
    return around[here] == names[-1] and initial == names[0][0]


def _is_unspaced(text: str) -> bool:
    return all(unicodedata.category(sign) == "Lo" for sign in text)


def _plain(number: str) -> str:
    return re.sub(r"\D", "", number)
