"""The words the program says to people, one folder of small files a language.

A language is a folder in `timelines/languages/`: every `.toml` file in it holds one table named
like the file, and the tables are merged. `[figure] sometime = "…"` is the key `figure.sometime`;
a list gives `months.0`, `months.1`. A key with a number has two forms, `one` and `other`.
A second language is a second folder; what it lacks is said in English.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

FALLBACK = "en"


class Words(Mapping[str, str]):
    """Every phrase of one language by its dotted key; an unknown key is a KeyError."""

    def __init__(self, language: str, phrases: Mapping[str, str]) -> None:
        self.language = language
        self._phrases = dict(phrases)

    def __getitem__(self, key: str) -> str:
        return self._phrases[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._phrases)

    def __len__(self) -> int:
        return len(self._phrases)

    def say(self, key: str, /, **fields: object) -> str:
        """The phrase with its `{fields}` filled in; numbers are written as the language does."""
        return self._phrases[key].format(**{name: self._field(fields[name]) for name in fields})

    def count(self, key: str, number: int, /, **fields: object) -> str:
        """The phrase for that many, with `{count}` filled in: `key.one` or `key.other`."""
        form = "one" if number == 1 else "other"
        return self.say(f"{key}.{form}", count=number, **fields)

    def under(self, section: str) -> dict[str, str]:
        """The phrases below a dotted key, by the rest of their keys, in the file's order."""
        start = f"{section}."
        return {
            key.removeprefix(start): phrase
            for key, phrase in self._phrases.items()
            if key.startswith(start)
        }

    def _field(self, value: object) -> str:
        if isinstance(value, int) and not isinstance(value, bool):
            return f"{value:,}".replace(",", self._phrases.get("numbers.thousands", ","))
        return str(value)


def languages() -> tuple[str, ...]:
    """The languages there are, by their folder's name, sorted."""
    return tuple(sorted(folder.name for folder in _home().iterdir() if folder.is_dir()))


@lru_cache(maxsize=32)
def words(language: str) -> Words:
    """The words of a BCP 47 language: `es-US` is read as `es`, an unknown one as English.

    Raises ValueError where two files of one language give the same key.
    """
    phrases = _phrases(FALLBACK)
    known = languages()
    tried = (language, language.split("-")[0].lower())
    found = next((name for name in tried if name in known), FALLBACK)
    return Words(found, phrases if found == FALLBACK else {**phrases, **_phrases(found)})


def _home() -> Traversable:
    return resources.files("timelines") / "languages"


def _phrases(language: str) -> dict[str, str]:
    phrases: dict[str, str] = {}
    files = sorted((_home() / language).iterdir(), key=lambda file: file.name)
    for file in files:
        if not file.name.endswith(".toml"):
            continue
        for key, phrase in _flat(tomllib.loads(file.read_text("utf-8"))):
            if key in phrases:
                raise ValueError(f"languages/{language}/{file.name} repeats the key “{key}”")
            phrases[key] = phrase
    return phrases


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        key = f"{above}{name}"
        if isinstance(value, dict):
            yield from _flat(value, f"{key}.")
        elif isinstance(value, list):
            yield from _flat({str(place): item for place, item in enumerate(value)}, f"{key}.")
        else:
            yield key, str(value)
