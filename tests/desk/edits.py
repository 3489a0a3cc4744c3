"""One edit of a record, and which lines of its file it may touch."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.desk.handwriting import DATES, citation, line_text, long_text, phrase
from timelines.reading.validation import lines_at
from timelines.yamlfile import Document, line_of


@dataclass
class EditOfOne:
    """What the record is to say, and the path of what was edited.

    `adds` where something is put in and nothing else changes: then no line may go.
    """

    new: dict[str, Any]
    path: tuple[str | int, ...]
    adds: bool
    what: str


def an_edit(dice: Random, record: dict[str, Any]) -> EditOfOne:
    """A random edit of a record, of a kind that reporters make."""
    new = deepcopy(record)
    while True:
        way = dice.choice(("set", "set", "set", "add", "drop", "append", "take", "nested", "whole"))
        lists = [key for key, one in new.items() if isinstance(one, list)]
        maps = [
            (key, n) for key in lists for n, one in enumerate(new[key]) if isinstance(one, dict)
        ]
        texts = [key for key, one in new.items() if isinstance(one, str) and key != "id"]
        if way == "set":
            key = dice.choice(texts)
            value = _text_for(key, dice, new[key])
            if value != new[key]:
                new[key] = value
                return EditOfOne(new, (key,), False, way)
        elif way == "add":
            absent = [key for key in ("attribution", "basis", "kind", "weight", "media", "summary")
                      if key not in new]  # fmt: skip
            if absent:
                key = dice.choice(absent)
                new[key] = (
                    [{"file": "a.png", "alt": line_text(dice)}]
                    if key == "media"
                    else (long_text(dice).rstrip("\n") if key == "summary" else line_text(dice))
                )
                return EditOfOne(new, (key,), True, way)
        elif way == "drop" and len(new) > 2:
            key = dice.choice([key for key in new if key != "id"])
            del new[key]
            return EditOfOne(new, (key,), False, way)
        elif way == "append" and lists:
            key = dice.choice(lists)
            one = citation(dice) if key == "sources" else {"ask": line_text(dice)}
            new[key].append(phrase(dice, 2) if key in ("tags", "storyline", "people") else one)
            return EditOfOne(new, (key,), True, way)
        elif way == "take" and any(len(new[key]) > 1 for key in lists):
            key = dice.choice([key for key in lists if len(new[key]) > 1])
            number = dice.randrange(len(new[key]))
            del new[key][number]
            return EditOfOne(new, (key,), False, way)
        elif way == "nested" and maps:
            key, number = dice.choice(maps)
            item = new[key][number]
            inner = dice.choice(["notes", *item])
            if isinstance(item.get(inner, ""), str):
                item[inner] = line_text(dice) if dice.random() < 0.8 else long_text(dice).rstrip()
                if item != record[key][number]:
                    return EditOfOne(new, (key, number), False, way)
        elif way == "whole" and lists:
            key = dice.choice(lists)
            new[key] = "star" if key == "sources" else phrase(dice, 2)
            return EditOfOne(new, (key,), False, way)


def _text_for(key: str, dice: Random, old: str) -> str:
    if key == "date":
        return dice.choice(DATES)
    if key in ("summary", "notes"):
        words = old.split(" ")
        way = dice.random()
        if way < 0.6 and len(words) > 3:
            at = dice.randrange(len(words))
            words[at : at + dice.randint(0, 3)] = [line_text(dice)] * dice.randint(0, 1)
            text = " ".join(words).strip()
            return text + "\n" * (len(old) - len(old.rstrip("\n"))) if text else "x"
        return long_text(dice)
    return line_text(dice)


def lines_of_field(
    document: Document, number: int | None, path: tuple[Any, ...]
) -> tuple[int, int]:
    """The first line of a field, and the first line behind it, from 1; of a place next to it."""
    whole: Any = document.lines
    record = whole if number is None else whole[number + 1]
    starts = sorted(set(_starts(whole)))
    here = line_of(lines_at(record, path))
    inside = set(_starts(lines_at(record, path))) | {here}
    behind = [one for one in starts if one > max(inside)]
    return here, behind[0] if behind else 10**9


def _starts(lines: Any) -> list[int]:
    if isinstance(lines, int):
        return [lines]
    parts = lines.values() if isinstance(lines, dict) else lines
    return [one for part in parts for one in _starts(part)]


def raw_lines(data: bytes) -> list[str]:
    """The lines of a file, each with its own line end."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", data.decode("utf-8-sig"))


def kept_around(old: list[str], new: list[str], first: int, behind: int) -> bool:
    """Whether every line before the first and from `behind` on is the same, sign by sign."""
    tail = len(old) - behind + 1
    before, after = old[: first - 1], old[behind - 1 :] if tail > 0 else []
    return new[: first - 1] == before and (tail <= 0 or new[-tail:] == after)


def only_added(old: list[str], new: list[str]) -> bool:
    """Whether lines only came, but for a comma or a line end behind the one before them."""
    first = next((n for n, pair in enumerate(zip(old, new, strict=False)) if len({*pair}) > 1),
                 min(len(old), len(new)))  # fmt: skip
    if first < len(old) and new[first].split("\n")[0].rstrip().replace(",", "") == (
        old[first].split("\n")[0].rstrip().replace(",", "")
    ):
        first += 1
    left = len(old) - first
    return left == 0 or new[-left:] == old[first:]
